"""Python runs this at its start if this folder is on its path: an app started so reaches only this
machine, for which every `.example` stands. The product has no setting that widens its reach.
"""

from __future__ import annotations

from drafting.sources.web import address_filter

address_filter.PUBLIC_ADDRESSES = address_filter.AddressFilter(
    lambda number: number.is_loopback, lambda host, port: ("127.0.0.1",)
)
