"""Whether the server makes or sends pages at this moment, so that other work can wait."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

# After so many seconds without a request no reader waits; other work waits no longer than the
# second number.
REST_SECONDS, MAX_WAIT_SECONDS = 1.0, 5.0


class PageRuns:
    """Counts the pages that are being made, for any number of readers.

    `served_at` is when anything was last sent or received.
    """

    def __init__(self) -> None:
        self.served_at = 0.0
        self._count = 0
        self._lock = Lock()

    def note_traffic(self) -> None:
        """Something is sent or received now."""
        self.served_at = time.monotonic()

    def wait_for_rest(self, rest_seconds: float, max_seconds: float) -> None:
        """Returns when nothing is made or served for `rest_seconds`, or after `max_seconds`."""
        end = time.monotonic() + max_seconds
        while (now := time.monotonic()) < end and (
            self._count or now < self.served_at + rest_seconds
        ):
            time.sleep(rest_seconds / 10)

    @contextmanager
    def count_run(self) -> Iterator[None]:
        """A context in which a page is made."""
        with self._lock:
            self._count += 1
        try:
            yield
        finally:
            with self._lock:
                self._count -= 1


PAGE_RUNS = PageRuns()
