"""The pages in WARC files (ISO 28500), in which crawlers and archives keep what they fetched."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Container, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from drafting.sources.documents.reading import MAX_BYTES
from drafting.sources.documents.source_faults import unusable

SUFFIXES = (".warc", ".warc.gz")
BLOCK = 1 << 16
GZIP_MARK = b"\x1f\x8b"
# Content-Encodings that warcio decodes; it hands others on as they are, without an error.
DECODED_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


@dataclass(frozen=True)
class WebCapture:
    """A page as a crawler fetched it: the key of its address, the bytes, and its Content-Type.

    `encoding` is a compression that was not undone; "" for none.
    """

    address: str
    content: bytes
    content_type: str
    encoding: str = ""


def is_warc(path: Path) -> bool:
    """Whether a file has the name of a WARC file."""
    return path.name.lower().endswith(SUFFIXES)


def address_key(address: str) -> str:
    """An address without its scheme and last slash: http or https, it is the same page."""
    scheme, _, rest = address.strip().strip("<>").partition("://")
    return (rest or scheme).rstrip("/")


def web_captures(path: Path, keys: Container[str]) -> Iterator[WebCapture]:
    """The captures of the addresses with these keys, in the file's order.

    A redirection of such an address is followed to a capture later in the file. Raises
    UnusableSource if the file is cut off or no WARC file.
    """
    try:
        with ExitStack() as stack:
            file = _uncompressed_file(path, stack)
            yield from _captures(file, keys)
            file.read(1)  # warcio takes a cut in a compressed file for its end; gzip raises again
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error, ValueError) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise unusable("broken_file", form="WARC", reason=reason) from error


def _captures(file: IO[bytes], keys: Container[str]) -> Iterator[WebCapture]:
    redirect_keys: dict[str, str] = {}
    for record in ArchiveIterator(file):
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        key = address_key(address)
        key = redirect_keys.get(key, key)
        if record.rec_type not in ("response", "resource") or key not in keys:
            continue
        target = _redirection(record)
        if target:
            redirect_keys[address_key(urljoin(address, target))] = key
        elif _status(record) == "200":
            yield _capture(record, key)


def _uncompressed_file(path: Path, stack: ExitStack) -> IO[bytes]:
    """The file's bytes, whether each record was compressed by itself or all of them together."""
    file = stack.enter_context(path.open("rb"))
    mark = file.read(len(GZIP_MARK))
    file.seek(0)
    return cast(IO[bytes], stack.enter_context(gzip.open(file))) if mark == GZIP_MARK else file


def _capture(record: Any, key: str) -> WebCapture:
    headers = record.http_headers or record.rec_headers
    encoding = (headers.get_header("Content-Encoding") or "").strip().lower()
    content = record.content_stream().read(MAX_BYTES + 1)
    while record.raw_stream.read(BLOCK):
        pass
    if record.raw_stream.limit > 0:  # warcio ends a record that was cut off without an error
        raise EOFError("the last record was cut off")
    content_type = headers.get_header("Content-Type") or ""
    return WebCapture(key, content, content_type, "" if encoding in DECODED_ENCODINGS else encoding)


def _status(record: Any) -> str:
    """The HTTP status of a response; a resource was there, or it would not be in the file."""
    return str(record.http_headers.get_statuscode()) if record.http_headers else "200"


def _redirection(record: Any) -> str:
    """Where a response redirects to; "" for one that does not."""
    if record.http_headers is None or not _status(record).startswith("3"):
        return ""
    return str(record.http_headers.get_header("Location") or "")
