"""The hostile tests look at pages too."""

from __future__ import annotations

from tests.browsing import browser, page

__all__ = ["browser", "page"]
