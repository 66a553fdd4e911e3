"""Files of gzip: the same content gives the same bytes, since no name and no time is in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gzip import GzipFile
from typing import IO, cast

SUFFIX = ".gz"
# N-Quads become about a twentieth with a third of the time that the best compression takes.
EFFORT = 3


@contextmanager
def gzip_writer(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """What is written here is in `file`, compressed; `file` stays open. Raises OSError."""
    with GzipFile("", "wb", EFFORT, file, mtime=0) as writer:
        yield cast(IO[bytes], writer)
