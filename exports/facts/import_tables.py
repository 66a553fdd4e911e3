"""The CSV files of an import, all open at once: together they take the place of older ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from exports.facts.import_rows import csv_line
from exports.gzip_file import SUFFIX, gzip_writer
from loaders.writing.atomic_write import replaced_file


class ImportTables:
    """Tables in a folder by name, to which rows are added in any order.

    Every table is complete, or none takes the place of an older one.
    """

    def __init__(self, folder: Path, headers: Mapping[str, Sequence[str]], *, gzip: bool) -> None:
        """`headers` has the columns of each table; raises OSError.

        With `gzip` each file is one of gzip.
        """
        suffix = ".csv" + (SUFFIX if gzip else "")
        self.paths = {name: folder / f"{name}{suffix}" for name in sorted(headers)}
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as files:
            self._binaries = {
                name: _file(files, path, headers[name]) for name, path in self.paths.items()
            }
            self._files = files.pop_all()

    def add(self, name: str, rows: Iterable[bytes]) -> None:
        """Adds rows, each a line of CSV, to a table."""
        self._binaries[name].write(b"".join(rows))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._files.__exit__(type, error, traceback)


def _file(files: ExitStack, path: Path, header: Sequence[str]) -> IO[bytes]:
    file = files.enter_context(replaced_file(path))
    if path.suffix == SUFFIX:
        file = files.enter_context(gzip_writer(file))
    file.write(csv_line(header))
    return file
