"""Writes files beside their place and renames them, so that a failure leaves the old file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file, or leaves the file that was there as it was. Raises OSError."""
    replace_file_in_parts(path, lambda file: file.write(content))


def replace_file_in_parts(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Lets `write` fill a temporary file beside `path`, and renames it to `path`.

    Raises OSError.
    """
    with replaced_file(path) as file:
        write(file)


@contextmanager
def replaced_file(path: Path) -> Iterator[IO[bytes]]:
    """A temporary file beside `path`, which takes its place unless there is an error.

    Raises OSError.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            yield cast(IO[bytes], file)
        # a temporary file is the user's alone; the result has the rights of any new file
        os.chmod(temporary, 0o666 & ~_umask())
        temporary.replace(path)
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
