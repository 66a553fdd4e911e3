"""Values that an earlier process made, as files of the project's own build folder.

The name of a file is a digest of all that its value depends on, the code included, so that a change
makes a new file. A file that cannot be read or written costs time only.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph.model.gc_pause import without_garbage_collection
from loaders.writing.atomic_write import replace_file_in_parts

# Whether a file may hold a class, by its module and name.
IsAllowed = Callable[[str, str], bool]
# The newest files of a folder stay.
FILE_LIMIT = 4


@dataclass(frozen=True)
class PickleCache:
    """The files of one kind in a folder: they end with `ending` and hold plain values and what
    `is_allowed`."""

    folder: Path
    ending: str
    is_allowed: IsAllowed

    @without_garbage_collection()
    def load(self, key: str) -> object | None:
        """The value of a key; None if there is no file that can be read."""
        try:
            with self._file(key).open("rb") as file:
                value: object = _Unpickler(file, self.is_allowed).load()
        except Exception:  # damaged pickles raise almost anything: pickle lists no errors
            return None
        return value

    @without_garbage_collection()
    def save(self, key: str, value: object) -> None:
        """Writes the value of a key, and removes the oldest files."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file_in_parts(
                self._file(key), lambda file: pickle.dump(value, file, protocol=5)
            )
            files = self.folder.glob(f"*{self.ending}")
            by_age = sorted(files, key=lambda path: path.stat().st_mtime)
            for oldest in by_age[:-FILE_LIMIT]:
                oldest.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}{self.ending}"


def digest_key(*parts: object, code: Iterable[Path]) -> str:
    """A key from these values, the version of Python, and the state of files with code."""
    digest = hashlib.sha256(sys.version.encode())
    for part in parts:
        digest.update(repr(part).encode())
    for path in sorted(code):
        status = path.stat()
        digest.update(repr((str(path), status.st_size, status.st_mtime_ns)).encode())
    return digest.hexdigest()[:32]


class _Unpickler(pickle.Unpickler):
    """Reads plain values and the allowed classes only."""

    def __init__(self, file: IO[bytes], is_allowed: IsAllowed) -> None:
        super().__init__(file)
        self._is_allowed = is_allowed

    def find_class(self, module: str, name: str) -> object:
        if self._is_allowed(module, name):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed here")
