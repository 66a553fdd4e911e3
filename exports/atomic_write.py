"""Files written beside their place and renamed, so that a failure leaves what was there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO


class ExportError(Exception):
    """The base of this package's errors."""


class NotWritable(ExportError):
    """A file cannot be written; `path` is the file, `reason` the system's own words."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"cannot write {path}: {reason}")


def write_atomically(path: Path, content: bytes) -> None:
    """Writes a file, or leaves the file that was there as it was.

    Raises NotWritable.
    """
    write_parts_atomically(path, lambda file: file.write(content))


def write_parts_atomically(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Lets `write` fill a temporary file beside `path`, and renames it to `path`.

    Raises NotWritable.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            write(file)
        # a temporary file is the user's alone; the result has the rights of any new file
        os.chmod(temporary, 0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise NotWritable(path, error.strerror or str(error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
