"""A time limit for a whole answer with its headers.

A server that sends a byte now and then would never reach the time limit of a single read.
"""

from __future__ import annotations

from http.client import HTTPConnection as PlainConnection
from http.client import HTTPSConnection as SecureConnection

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, Retry, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import HTTPResponse

from drafting.sources.web.timed_socket import TimedSocket


class AnswerWatch:
    """Ends the connection that is awaited, a number of seconds after the question was sent."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._watched: TimedSocket | None = None

    @property
    def is_late(self) -> bool:
        """Whether the time of the last answer was up."""
        return self._watched is not None and self._watched.is_late

    def begin(self, connection: PlainConnection | SecureConnection) -> None:
        """Watches the connection from now on, and no other."""
        self.end()
        self._watched = TimedSocket(connection.sock, self._seconds)

    def end(self) -> None:
        """Ends the watch, because the answer has arrived."""
        if self._watched is not None:
            self._watched.cancel()


def watched_pools(watch: AnswerWatch, retries: Retry, timeout: Timeout) -> PoolManager:
    """Connections whose answers a watch awaits."""

    class Plain(HTTPConnection):
        def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
            watch.begin(self)
            return super().getresponse()

    class Secure(HTTPSConnection):
        def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
            watch.begin(self)
            return super().getresponse()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    pools = PoolManager(retries=retries, timeout=timeout)
    pools.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return pools
