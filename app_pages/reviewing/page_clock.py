"""The time at which a card came before the curator's eyes, as the browser counts it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

# A card that lies open over night has been looked at for an hour at most.
LONGEST = timedelta(hours=1)


class PageClock:
    """The clock of the machine; it can be asked what it showed a while ago."""

    def __init__(self) -> None:
        self._ago = timedelta()

    def __call__(self) -> datetime:
        """The time of now, or of a while ago."""
        return datetime.now(UTC) - self._ago

    @contextmanager
    def ago(self, seconds: float) -> Iterator[None]:
        """Has the clock show what it showed so many seconds ago."""
        self._ago = min(LONGEST, timedelta(seconds=max(0.0, seconds)))
        try:
            yield
        finally:
            self._ago = timedelta()
