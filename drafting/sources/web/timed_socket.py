"""A connection that ends after a time, whatever the other side does: whoever sends a byte now and
then never seems silent."""

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

    def __init__(self, opened: socket.socket, seconds: float) -> None:
        self.opened = opened
        self._late = threading.Event()
        self._timer = threading.Timer(seconds, self._cut)
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
        self.opened.close()

    def _cut(self) -> None:
        self._late.set()
        with contextlib.suppress(OSError):
            # closing a TLS socket would take it from its reader
            socket.socket.shutdown(self.opened, socket.SHUT_RDWR)


@contextmanager
def timed_socket(
    number: str, port: int, seconds: float, silence: float, host: str | None
) -> Iterator[TimedSocket]:
    """A connection to a numerical address, with TLS for a `host` if one is named.

    The handshake is still to be done. Raises OSError if nobody answers.
    """
    begun = time.monotonic()
    opened = socket.create_connection((number, port), timeout=min(silence, seconds))
    if host is not None:
        try:
            opened = _trust().wrap_socket(
                opened, server_hostname=host, do_handshake_on_connect=False
            )
        except ValueError as error:  # no name that a certificate can have
            opened.close()
            raise OSError(str(error)) from error
    timed = TimedSocket(opened, max(0, seconds - (time.monotonic() - begun)))
    try:
        yield timed
    finally:
        timed.close()


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that the machine trusts, and those that browsers do."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
