"""One request to one numerical address, with limits of size and time."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from drafting.sources.documents.source_faults import unusable
from drafting.sources.web.timed_socket import TimedSocket, timed_socket
from drafting.sources.web.web_address import WebAddress, printable_address

AGENT = "learned-from"
CHUNK = 65_536


@dataclass(frozen=True)
class FetchLimits:
    """How many bytes an answer may have unpacked, how many seconds all may take, and how many
    seconds a machine may be silent; how many redirects are followed."""

    size: int = 20_000_000
    seconds: float = 60
    silence: float = 15
    redirects: int = 5


@dataclass(frozen=True)
class WebAnswer:
    """An answer: its status, its headers as they came, and its body, unpacked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of this name; "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def request(address: WebAddress, number: str, limits: FetchLimits, seconds: float) -> WebAnswer:
    """Asks the machine at a numerical address for a page; `seconds` are left for all of it.

    Raises UnusableSource if it does not answer, or answers too much or too slowly; a body beyond
    the limit of size is not read.
    """
    host = address.host if address.scheme == "https" else None
    try:
        with timed_socket(number, address.port, seconds, limits.silence, host) as connection:
            return _answer(address, connection, limits)
    except OSError as error:  # no server listens there
        raise unusable("no_answer", host=address.host, reason=_reason(error)) from error


def _answer(address: WebAddress, timed_connection: TimedSocket, limits: FetchLimits) -> WebAnswer:
    connection = HTTPConnection(address.host, address.port, timeout=limits.silence)
    try:
        if isinstance(timed_connection.connection, ssl.SSLSocket):
            timed_connection.connection.do_handshake()
        connection.sock = timed_connection.connection
        connection.request("GET", address.target, headers=_headers(address), preload_content=False)
        response = connection.getresponse()
        body = _body(response, limits.size)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        is_slow = timed_connection.is_late or isinstance(error, ReadTimeoutError | TimeoutError)
        rule = "too_slow" if is_slow else "no_answer"
        raise unusable(rule, host=address.host, reason=_reason(error)) from error
    finally:
        connection.close()
    if timed_connection.is_late:  # a body that was cut off looks complete
        raise unusable("too_slow", host=address.host)
    return WebAnswer(response.status, tuple(response.headers.items()), body)


def _reason(error: BaseException) -> str:
    return printable_address(" ".join(str(error).split()) or type(error).__name__)


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
