"""A model's server on this machine that answers as it is told to: well, badly or not at all."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What goes back: a status, headers and a body; `pause` in seconds stands before each byte.

    If it `drips`, headers come so, and never end.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0
    breaks_off: bool = False
    drips: bool = False


@dataclass
class ModelServer:
    """The address of a running server, and the requests that it had, with their headers."""

    address: str = ""
    requests: list[Request] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def chat(content: str, finish: str = "stop", **more: object) -> Reply:
    """A well-formed answer with this content."""
    choice = {"index": 0, "finish_reason": finish, "message": {"content": content}}
    usage = {"prompt_tokens": 100, "completion_tokens": 50}
    body = {"choices": [choice], "usage": usage, **more}
    return Reply(body=json.dumps(body, ensure_ascii=False).encode())


def rows(*rows: dict[str, Any]) -> str:
    """Rows as a good model writes them."""
    return json.dumps({"rows": rows}, ensure_ascii=False)


@contextlib.contextmanager
def model_server(behave: Callable[[Request, int], Reply]) -> Iterator[ModelServer]:
    """A server that answers each request, which has its number from 0, as `behave` says."""
    server = ModelServer()
    stopping = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            request = json.loads(self.rfile.read(length))
            server.requests.append({"path": self.path, **request})
            server.headers.append(dict(self.headers))
            reply = behave(request, len(server.requests) - 1)
            with contextlib.suppress(OSError):
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            if reply.drips:
                self._write_slowly(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: 1\r\n" * 50, reply.pause)
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if reply.breaks_off:
                self.wfile.write(reply.body[: len(reply.body) // 2])
                self.wfile.flush()
                self.connection.shutdown(socket.SHUT_RDWR)
            elif reply.pause:
                self._write_slowly(reply.body, reply.pause)
            else:
                self.wfile.write(reply.body)

        def _write_slowly(self, content: bytes, pause: float) -> None:
            for byte in content:
                if stopping.wait(pause):
                    return
                self.wfile.write(bytes([byte]))
                self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.address = f"http://127.0.0.1:{running.server_port}/v1"
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        stopping.set()
        running.shutdown()
        running.server_close()
        thread.join()
