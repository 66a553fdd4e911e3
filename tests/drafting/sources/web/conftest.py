"""A web of invented sites on this machine, which only these tests may ask."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from drafting.sources.web.address_filter import AddressFilter
from tests.drafting.sources.made_up_documents import page

ROBOTS = "User-agent: *\nDisallow: /private\nAllow: /private/open\n"


class _Sites(BaseHTTPRequestHandler):
    """Answers by host and path; a host `slow`, `broken` or `free` has another robots.txt."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.headers["Host"].partition(":")[0]
        if self.path == "/robots.txt":
            status = {"broken.example": 503, "free.example": 404}.get(host, 200)
            self.answer(status, ROBOTS.encode())
            return
        name, _, rest = self.path.strip("/").partition("/")
        _, port = self.connection.getsockname()
        match name:
            case "to":  # where to is told by the rest: host and path
                self.answer(302, b"", location=f"http://{rest.replace('/', f':{port}/', 1)}")
            case "loop":
                self.answer(301, b"", location="/loop")
            case "huge":
                self.answer(200, b"x" * 3_000_000)
            case "bomb":
                self.answer(200, gzip.compress(b"\0" * 30_000_000), encoding="gzip")
            case "packed":
                self.answer(200, gzip.compress(page().encode()), encoding="gzip")
            case "drip":
                self.drip()
            case "short":
                self.answer(200, b"abc", length=1000)
            case "lost":
                self.answer(404, b"")
            case _:
                self.answer(200, page("gbk").encode("gb18030"), kind="text/html; charset=GBK")

    def answer(
        self,
        status: int,
        body: bytes,
        kind: str = "text/html",
        length: int | None = None,
        **headers: str,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length or len(body)))
        self.send_header("Set-Cookie", "visitor=1")
        names = {"location": "Location", "encoding": "Content-Encoding"}
        for name, value in headers.items():
            self.send_header(names[name], value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def drip(self) -> None:
        """A byte now and then: never silent for long, and never at an end."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            return
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Web:
    """The sites: their port, and the filter of a visitor for whom each `.example` is this machine.

    `inner.example` is a machine of a local network.
    """

    port: int

    @property
    def address_filter(self) -> AddressFilter:
        return AddressFilter(lambda address: address.is_loopback, self.resolve)

    @staticmethod
    def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("10.0.0.7",) if host == "inner.example" else ("127.0.0.1",)

    def address(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}/{path}"


@pytest.fixture(scope="session")
def web() -> Iterator[Web]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Sites)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield Web(server.server_address[1])
    server.shutdown()
    thread.join()
    server.server_close()
