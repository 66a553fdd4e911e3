"""Fetches a page of the public web: robots.txt first, then redirects, with every hop checked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from drafting.sources.documents.source_faults import UnusableSource, unusable
from drafting.sources.web.address_filter import PUBLIC_ADDRESSES, AddressFilter
from drafting.sources.web.request import AGENT, FetchLimits, WebAnswer, request
from drafting.sources.web.robots import MAX_BYTES, ROBOTS, allows
from drafting.sources.web.web_address import WebAddress, printable_address, web_address

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class FetchedPage:
    """A page as fetched. `addresses` are those asked, the first one the user's, the last one the
    page's; `fetch_time` is the moment in UTC."""

    addresses: tuple[str, ...]
    fetch_time: datetime
    answer: WebAnswer


@dataclass
class _Visit:
    """One fetch: what is left of its time, and the robots.txt of each site asked so far."""

    address_filter: AddressFilter
    limits: FetchLimits
    clock: Callable[[], float]
    end: float
    robots: dict[str, str] = field(default_factory=dict)

    def ask(self, address: WebAddress) -> WebAnswer:
        """Sends the request to the first machine of a host that answers."""
        problem: UnusableSource | None = None
        for number in self.address_filter.addresses(address):
            seconds = self.end - self.clock()
            if seconds <= 0:
                raise unusable("too_slow", host=address.host)
            try:
                return request(address, number, self.limits, seconds)
            except UnusableSource as error:
                problem = error
                if error.faults[0].rule != "no_answer":
                    break
        assert problem is not None  # a host has an address
        raise problem

    def follow(self, address: WebAddress, *, is_page: bool) -> tuple[list[WebAddress], WebAnswer]:
        """The answer after all redirects, with the addresses asked."""
        addresses = [address]
        while True:
            if is_page:
                self.respect_robots(addresses[-1])
            answer = self.ask(addresses[-1])
            location = answer.header("location")
            if answer.status not in REDIRECTS or not location:
                return addresses, answer
            if len(addresses) > self.limits.redirects:
                raise unusable("too_many_redirects", count=self.limits.redirects)
            addresses.append(addresses[-1].redirect_target(location))

    def respect_robots(self, address: WebAddress) -> None:
        """Raises UnusableSource if the site asks programs to leave a page alone."""
        if address.origin not in self.robots:
            self.robots[address.origin] = self._robots(address)
        if not allows(self.robots[address.origin], AGENT, address.target):
            raise unusable("robots_forbid", address=printable_address(str(address)))

    def _robots(self, address: WebAddress) -> str:
        """A site's robots.txt; "" if it has none. A site whose server fails allows nothing."""
        _, answer = self.follow(address.redirect_target(ROBOTS), is_page=False)
        if answer.status >= 500:
            raise unusable("robots_unreachable", host=address.host, status=answer.status)
        if answer.status != 200:
            return ""
        return answer.body[:MAX_BYTES].decode("utf-8", errors="replace")


def fetch(
    address: str,
    now: datetime,
    address_filter: AddressFilter = PUBLIC_ADDRESSES,
    limits: FetchLimits | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> FetchedPage:
    """The page at an address. Raises UnusableSource with the reason why there is none.

    Only machines that `address_filter` permits are asked; tests permit their own.
    """
    bounds = limits or FetchLimits()
    visit = _Visit(address_filter, bounds, clock, clock() + bounds.seconds)
    addresses, answer = visit.follow(web_address(address), is_page=True)
    if answer.status != 200:
        raise unusable(
            "http_status", address=printable_address(str(addresses[-1])), status=answer.status
        )
    return FetchedPage(tuple(map(str, addresses)), now, answer)
