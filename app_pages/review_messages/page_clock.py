"""The time at which a card came before the curator's eyes, as the browser counts it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

# A card left open over night counts as an hour at most.
MAX_TIME_OPEN = timedelta(hours=1)


class PageClock:
    """The clock of the machine; it can be set back to a moment ago."""

    def __init__(self) -> None:
        self._ago = timedelta()

    def __call__(self) -> datetime:
        """The present time, or that of a moment ago."""
        return datetime.now(UTC) - self._ago

    @contextmanager
    def ago(self, seconds: float) -> Iterator[None]:
        """Makes the clock show the time that many seconds ago."""
        self._ago = min(MAX_TIME_OPEN, timedelta(seconds=max(0.0, seconds)))
        try:
            yield
        finally:
            self._ago = timedelta()
