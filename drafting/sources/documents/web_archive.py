"""A page saved by a browser as one file with its pictures (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

HEADER_START = re.compile(
    rb"(?:From|MIME-Version|Content-Type|Subject|Date|Snapshot-Content-Location):", re.I
)
MULTIPART = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
HEAD_BYTES = 4096


@dataclass(frozen=True)
class ArchivedPage:
    """The page of a web archive: its bytes, the encoding that is declared, and its address."""

    content: bytes
    charset: str
    address: str


def archived_page(content: bytes) -> ArchivedPage | None:
    """The first page in a web archive; None for any other file."""
    head = content[:HEAD_BYTES]
    if not HEADER_START.match(head.lstrip()) or not MULTIPART.search(head):
        return None
    message = message_from_bytes(content.lstrip())
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _page(message, part)
    return None


def _page(message: Message, part: Message) -> ArchivedPage | None:
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        return None
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    return ArchivedPage(body, part.get_content_charset() or "", str(address).strip())
