"""A Bolt server on 127.0.0.1: the handshake, and messages in chunks.

https://neo4j.com/docs/bolt/current/bolt/handshake/
"""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable

from commands.serving.bolt.packstream import BadPackStream, Structure, pack, unpack
from commands.serving.bolt.session import BoltSession, SessionEnded

MAGIC = bytes.fromhex("6060b017")
MAJOR_VERSION, NEWEST_MINOR_VERSION = 5, 4
MAX_CHUNK_BYTES = 0xFFFF
# The size of a message, before its sender is known and afterwards.
MAX_GREETING_BYTES, MAX_MESSAGE_BYTES = 10_000, 2_000_000
GREETING_SECONDS, REFUSAL_SECONDS = 10, 0.5
MAX_CONNECTIONS = 60


class BoltServer(socketserver.ThreadingTCPServer):
    """A thread for each client; raises OSError or OverflowError if there is no such port.

    `open_session` makes a session for a client, given the address of this server.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, open_session: Callable[[str], BoltSession]) -> None:
        self.open_session = open_session
        self.places = threading.BoundedSemaphore(MAX_CONNECTIONS)
        super().__init__(("127.0.0.1", port), BoltConnection)

    @property
    def host_and_port(self) -> str:
        """The address without its scheme."""
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that breaks off is not a fault of the server, so nothing is reported."""


class BoltConnection(socketserver.BaseRequestHandler):
    """One client's connection."""

    server: BoltServer
    request: socket.socket

    def handle(self) -> None:
        """Answers messages until the client goes, or until it breaks the protocol."""
        if not self.server.places.acquire(blocking=False):
            return
        try:
            self.request.settimeout(GREETING_SECONDS)
            self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._handshake():
                self._talk(self.server.open_session(self.server.host_and_port))
        except (OSError, EOFError, BadPackStream):
            return
        finally:
            self.server.places.release()

    def _handshake(self) -> bool:
        """Agrees on the newest version that both speak; False if there is none."""
        if self._bytes(4) != MAGIC:
            return False
        minors = []
        for _ in range(4):
            _, span, minor, major = self._bytes(4)
            if major == MAJOR_VERSION and minor - span <= NEWEST_MINOR_VERSION:
                minors.append(min(minor, NEWEST_MINOR_VERSION))
        version = bytes((0, 0, max(minors), MAJOR_VERSION)) if minors else bytes(4)
        self.request.sendall(version)
        return bool(minors)

    def _talk(self, session: BoltSession) -> None:
        while True:
            message = unpack(self._message(is_known=session.is_known))
            if not isinstance(message, Structure):
                raise BadPackStream("no message")
            content = bytearray()
            try:
                for answer in session.answer(message):
                    content += _in_chunks(pack(answer))
            except SessionEnded:
                if content:
                    time.sleep(REFUSAL_SECONDS)
                    self.request.sendall(content)
                return
            self.request.sendall(content)
            self.request.settimeout(None if session.is_known else GREETING_SECONDS)

    def _message(self, *, is_known: bool) -> bytes:
        """The chunks of a message; empty ones before it keep the connection awake."""
        content = bytearray()
        while True:
            (size,) = struct.unpack(">H", self._bytes(2))
            if size == 0 and content:
                return bytes(content)
            content += self._bytes(size)
            if len(content) > (MAX_MESSAGE_BYTES if is_known else MAX_GREETING_BYTES):
                raise BadPackStream("too large")

    def _bytes(self, size: int) -> bytes:
        content = bytearray()
        while len(content) < size:
            part = self.request.recv(size - len(content))
            if not part:
                raise EOFError
            content += part
        return bytes(content)


def _in_chunks(content: bytes) -> bytes:
    parts = (content[i : i + MAX_CHUNK_BYTES] for i in range(0, len(content), MAX_CHUNK_BYTES))
    chunks = b"".join(struct.pack(">H", len(part)) + part for part in parts)
    return chunks + b"\x00\x00"
