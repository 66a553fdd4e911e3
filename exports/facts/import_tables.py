"""The CSV files of an import, all open at once: together they take the place of older ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from loaders.writing.atomic_write import replaced_file


class CsvWriter(Protocol):
    """What `csv.writer` returns; the class itself has no public name."""

    def writerow(self, row: Sequence[object], /) -> Any: ...

    def writerows(self, rows: Iterable[Sequence[object]], /) -> Any: ...


class ImportTables:
    """Tables in a folder by name, to which rows are added in any order.

    Every table is complete, or none takes the place of an older one.
    """

    def __init__(self, folder: Path, headers: Mapping[str, Sequence[str]]) -> None:
        """`headers` has the columns of each table; raises OSError."""
        self.paths = {name: folder / f"{name}.csv" for name in sorted(headers)}
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as files:
            self._writers = {
                name: _writer(files, path, headers[name]) for name, path in self.paths.items()
            }
            self._files = files.pop_all()

    def add(self, name: str, rows: Iterable[Sequence[object]]) -> None:
        """Adds rows to a table."""
        self._writers[name].writerows(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._files.__exit__(type, error, traceback)


def _writer(files: ExitStack, path: Path, header: Sequence[str]) -> CsvWriter:
    binary = files.enter_context(replaced_file(path))
    file = io.TextIOWrapper(binary, encoding="utf-8", newline="")
    files.callback(file.detach)  # which writes what is left, and leaves the file open
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    return writer
