"""What several threads use, and the last of them closes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class Closed(RuntimeError):
    """It was asked for after it was closed."""


class Closable(Protocol):
    """What is to be closed when it is used no more."""

    def close(self) -> None: ...


Held = TypeVar("Held", bound=Closable)


class Shared(Generic[Held]):
    """One thing in the hands of several threads.

    It may not be closed under their hands: Neo4j's driver says goodbye on every connection,
    also on one in which another thread is just writing.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        self._turn = threading.Lock()
        self._users = 0
        self._closed = False

    @contextmanager
    def used(self) -> Iterator[Held]:
        """The thing, which stays open as long as it is used; raises Closed."""
        with self._turn:
            if self._closed:
                raise Closed("it is closed")
            self._users += 1
        try:
            yield self._held
        finally:
            with self._turn:
                self._users -= 1
                last = self._closed and self._users == 0
            if last:
                self._held.close()

    def close(self) -> None:
        """Closes it, at once if nobody uses it, or else when the last user has done; once."""
        with self._turn:
            already, self._closed = self._closed, True
            idle = self._users == 0
        if idle and not already:
            self._held.close()
