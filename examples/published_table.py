"""A published table as a source: every row with its spot."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RowSpan:
    """Characters start to end (end excluded) of the table's text, and the hash of what they read.

    The same numbers as `python cli.py spot` gives for the words of the row.
    """

    start: int
    end: int
    sha256: str

    def cells(self, source: str) -> dict[str, str]:
        """The columns of a statement that give its position."""
        return {
            "source": source,
            "start": str(self.start),
            "end": str(self.end),
            "sha256": self.sha256,
        }


@dataclass(frozen=True)
class PublishedRow:
    """The cells of a row by column, and its spot without the line's end."""

    cells: Mapping[str, str]
    span: RowSpan


@dataclass(frozen=True)
class PublishedTable:
    """A CSV file in UTF-8 without line ends inside its cells."""

    file: str
    text: str

    @property
    def rows(self) -> Iterator[PublishedRow]:
        """Every row under the header, in order."""
        start = 0
        header: list[str] = []
        for line in self.text.splitlines(keepends=True):
            words = line.rstrip("\r\n")
            cells = next(csv.reader(io.StringIO(words)))
            if header:
                named = dict(zip(header, cells, strict=True))
                yield PublishedRow(named, row_span(start, words))
            else:
                header = cells
            start += len(line)

    def source_cells(self) -> dict[str, str]:
        """The columns of `source.csv` that say which text was read."""
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        return {"file": self.file, "length": str(len(self.text)), "sha256": sha256}


def published_table(path: Path) -> PublishedTable:
    """The table in a file, line ends as they are; raises OSError, UnicodeDecodeError."""
    return PublishedTable(path.name, path.read_bytes().decode("utf-8"))


def row_span(start: int, words: str) -> RowSpan:
    """Where words stand that begin at this character."""
    return RowSpan(start, start + len(words), hashlib.sha256(words.encode()).hexdigest())
