"""A resource that several threads use; it is closed when the last of them has finished."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class ResourceClosed(RuntimeError):
    """The resource was requested after it was closed."""


class Closable(Protocol):
    """A resource that has to be closed."""

    def close(self) -> None: ...


Resource = TypeVar("Resource", bound=Closable)


class CountedResource(Generic[Resource]):
    """A resource of several threads, with a count of those that use it.

    It must not be closed while it is used: Neo4j's driver sends a goodbye on every connection,
    also on one on which another thread is writing at that moment.
    """

    def __init__(self, resource: Resource) -> None:
        self._resource = resource
        self._turn = threading.Lock()
        self._users = 0
        self._closed = False

    @contextmanager
    def acquire(self) -> Iterator[Resource]:
        """The resource, which stays open as long as it is used; raises ResourceClosed."""
        with self._turn:
            if self._closed:
                raise ResourceClosed("it is closed")
            self._users += 1
        try:
            yield self._resource
        finally:
            with self._turn:
                self._users -= 1
                last = self._closed and self._users == 0
            if last:
                self._resource.close()

    def close(self) -> None:
        """Closes it, at once if nobody uses it, or else when the last user has done; once."""
        with self._turn:
            already, self._closed = self._closed, True
            idle = self._users == 0
        if idle and not already:
            self._resource.close()
