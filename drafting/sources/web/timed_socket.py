"""A connection that ends after a time, whatever the other side does.

A server that sends a byte now and then would never reach the time limit of a single read.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import certifi


class TimedSocket:
    """An open connection; `is_late` says whether its time was up."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self.connection = connection
        self._late = threading.Event()
        self._timer = threading.Timer(seconds, self._cut_off)
        self._timer.daemon = True
        self._timer.start()

    @property
    def is_late(self) -> bool:
        return self._late.is_set()

    def cancel(self) -> None:
        """Ends the watch over the connection."""
        self._timer.cancel()

    def close(self) -> None:
        """Ends the connection and the watch over it."""
        self.cancel()
        self.connection.close()

    def _cut_off(self) -> None:
        self._late.set()
        with contextlib.suppress(OSError):
            # closing a TLS socket would take it from its reader
            socket.socket.shutdown(self.connection, socket.SHUT_RDWR)


@contextmanager
def timed_socket(
    number: str, port: int, seconds: float, silence: float, host: str | None
) -> Iterator[TimedSocket]:
    """A connection to a numerical address, with TLS for a `host` if one is named.

    The handshake is still to be done. Raises OSError if nobody answers.
    """
    start = time.monotonic()
    connection = socket.create_connection((number, port), timeout=min(silence, seconds))
    if host is not None:
        try:
            connection = _trust().wrap_socket(
                connection, server_hostname=host, do_handshake_on_connect=False
            )
        except ValueError as error:  # no name that a certificate can have
            connection.close()
            raise OSError(str(error)) from error
    timed_connection = TimedSocket(connection, max(0, seconds - (time.monotonic() - start)))
    try:
        yield timed_connection
    finally:
        timed_connection.close()


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that the machine trusts, and those that browsers do."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
