"""Streamlit's server with a script in the head of each page, before Streamlit's own code.

It also notes when it serves anything, so that what can wait does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from streamlit.starlette import App

from app_pages.start.page_runs import PAGE_RUNS
from graph.drawing.script_bundle import bundle

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

SCRIPT = "app_pages/components/web/page_head/page_head.js"
END_OF_HEAD = b"</head>"
# An address that begins so is a file, not a page.
FILES = ("/static/", "/media/", "/component", "/_stcore/")
# Headers of a request that are removed, so that the server sends the whole page unpacked.
CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
# Headers of the file on the disk, which do not hold for the page with the script.
STATES = (b"content-length", b"etag", b"last-modified")


class PageServer(App):
    """Serves the pages, and notes when anything is sent or received."""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request or one connection, as ASGI calls it."""

        async def noted_receive() -> Message:
            message = await receive()
            PAGE_RUNS.note_traffic()
            return message

        async def noted_send(message: Message) -> None:
            PAGE_RUNS.note_traffic()
            await send(message)

        if _asks_for_page(scope):
            headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONS]
            scope = {**scope, "headers": headers}
            await super().__call__(scope, noted_receive, HeadWriter(noted_send).send)
        else:
            await super().__call__(scope, noted_receive, noted_send)


class HeadWriter:
    """Sends a page with the script at the end of its head, and anything else unchanged."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def send(self, message: Message) -> None:
        """Keeps a page until it is whole."""
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._parts.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._send_page(self._start, b"".join(self._parts))

    async def _send_page(self, start: Message, page: bytes) -> None:
        script = f"<script>(() => {{\n{bundle(SCRIPT)}\n}})();</script>".encode()
        page = page.replace(END_OF_HEAD, script + END_OF_HEAD, 1)
        headers = [(name, value) for name, value in start["headers"] if name not in STATES]
        headers.append((b"content-length", str(len(page)).encode()))
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": page})


def _asks_for_page(scope: Message) -> bool:
    """Whether a browser asks for a page."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(FILES):
        return False
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


def _is_html(start: Message) -> bool:
    kinds = [value for name, value in start["headers"] if name == b"content-type"]
    return any(kind.startswith(b"text/html") for kind in kinds)
