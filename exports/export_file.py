"""Files of an export: each is written completely, or an error says why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from loaders.writing.atomic_write import replace_file_in_parts
from texts.system_errors import reason_of
from texts.tables import BilingualText


class ExportError(Exception):
    """The base of this package's errors."""


class NotWritable(ExportError):
    """A file cannot be written; `path` is the file, `reason` why."""

    def __init__(self, path: Path, reason: BilingualText) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"cannot write {path}: {reason.en}")


def write_atomically(path: Path, content: bytes) -> None:
    """Writes a file, or leaves the file that was there as it was.

    Raises NotWritable.
    """
    write_parts_atomically(path, lambda file: file.write(content))


def write_parts_atomically(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Lets `write` fill a file that then takes the place of `path`; its folder is made if missing.

    Raises NotWritable.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file_in_parts(path, write)
    except OSError as error:
        raise NotWritable(path, reason_of(error)) from error
