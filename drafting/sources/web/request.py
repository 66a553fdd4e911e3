"""One request to one numerical address, with limits of size and time."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from drafting.sources.documents.source_faults import unusable
from drafting.sources.web.web_address import WebAddress

AGENT = "learned-from"
CHUNK = 65_536


@dataclass(frozen=True)
class Limits:
    """How many bytes an answer may have unpacked, how many seconds all may take, and how many
    seconds a machine may be silent; how many redirects are followed."""

    size: int = 20_000_000
    seconds: float = 60
    silence: float = 15
    redirects: int = 5


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its headers as they came, and its body, unpacked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of this name; "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def request(address: WebAddress, number: str, limits: Limits, seconds: float) -> Answer:
    """Asks the machine at a numerical address for a page; `seconds` are left for all of it.

    Raises UnusableSource if it does not answer, or answers too much or too slowly; a body beyond
    the limit of size is not read.
    """
    connection = _connection(address, number, min(limits.silence, seconds))
    is_late = threading.Event()
    timer: threading.Timer | None = None
    try:
        connection.connect()
        timer = _started(seconds, connection, is_late)
        connection.request("GET", address.target, headers=_headers(address), preload_content=False)
        response = connection.getresponse()
        body = _body(response, limits.size)
    except (HTTPError, OSError, ValueError) as error:
        is_slow = isinstance(error, ReadTimeoutError) or is_late.is_set()
        rule = "too_slow" if is_slow else "no_answer"
        reason = " ".join(str(error).split())[:120]
        raise unusable(rule, host=address.host, reason=reason) from error
    finally:
        if timer is not None:
            timer.cancel()
        connection.close()
    if is_late.is_set():  # what was cut off reads as if it had ended
        raise unusable("too_slow", host=address.host)
    return Answer(response.status, tuple(response.headers.items()), body)


def _connection(address: WebAddress, number: str, silence: float) -> HTTPConnection:
    if address.scheme == "http":
        return HTTPConnection(number, address.port, timeout=silence)
    return HTTPSConnection(
        number,
        address.port,
        timeout=silence,
        ssl_context=_trust(),
        server_hostname=address.host,
        assert_hostname=address.host,
    )


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that the machine trusts, and those that browsers do."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _headers(address: WebAddress) -> Mapping[str, str]:
    return {
        "Host": address.origin.partition("://")[2],
        "User-Agent": f"{AGENT}/0.1",
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
        "Accept-Language": "zh,en;q=0.8,*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _body(response: BaseHTTPResponse, size: int) -> bytes:
    parts, length = [], 0
    for part in response.stream(CHUNK, decode_content=True):
        parts.append(part)
        length += len(part)
        if length > size:
            raise unusable("too_large", size=size // 1_000_000)
    return b"".join(parts)


def _started(
    seconds: float, connection: HTTPConnection, is_late: threading.Event
) -> threading.Timer:
    """A timer that ends a connection whatever the other side does.

    It holds the socket itself, for a connection lets go of it when an answer begins.
    """
    timer = threading.Timer(seconds, _cut, [connection.sock, is_late])
    timer.daemon = True
    timer.start()
    return timer


def _cut(opened: socket.socket, is_late: threading.Event) -> None:
    is_late.set()
    with contextlib.suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)
