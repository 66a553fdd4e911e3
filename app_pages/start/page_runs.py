"""How many pages are being made at this moment, so that what can wait does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class PageRuns:
    """Counts the pages that are being made, for any number of readers."""

    def __init__(self) -> None:
        self._count = 0
        self._lock = Lock()

    @property
    def is_any(self) -> bool:
        """Whether a page is being made."""
        return self._count > 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """What runs meanwhile makes a page."""
        with self._lock:
            self._count += 1
        try:
            yield
        finally:
            with self._lock:
                self._count -= 1


PAGE_RUNS = PageRuns()
