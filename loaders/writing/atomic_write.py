"""Writes files beside their place and renames them, so that a failure leaves the old file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from loaders.writing.unfinished import unfinished_path


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file, or leaves the file that was there as it was. Raises OSError."""
    replace_file_in_parts(path, lambda file: file.write(content))


def replace_file_in_parts(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Lets `write` fill an unfinished file beside `path`, and renames it to `path`.

    Raises OSError.
    """
    with replaced_file(path) as file:
        write(file)


@contextmanager
def replaced_file(path: Path) -> Iterator[IO[bytes]]:
    """An unfinished file beside `path`, which takes its place unless there is an error.

    Raises OSError.
    """
    with unfinished_path(path) as partial:
        # the unfinished file is the user's alone; the result has the rights of any new file
        with open(partial, "xb", opener=_open_for_user) as file:
            yield file
        os.chmod(partial, 0o666 & ~_umask())
        partial.replace(path)


def _open_for_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
