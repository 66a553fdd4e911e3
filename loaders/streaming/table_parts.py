"""A table as parts of whole records, each with the table's header, so that none is large."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from loaders.tables.delimiter import MAX_HEADER_BYTES, header_of
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind

# How many records a part has.
RECORDS = 2_000
# Every byte is a character of this encoding: records end at the same bytes as in UTF-8.
BYTES_AS_TEXT = "latin-1"


@dataclass(frozen=True)
class TablePart:
    """Some records of a table below its header, as the bytes of a separate table.

    A line of the part is `shift` lines further down in the table; the first `header_lines` are the
    header, of `header_size` bytes, which the first part has too.
    """

    content: bytes
    header_lines: int
    header_size: int
    shift: int


def table_parts(path: Path, kind: type[Kind], records: int = RECORDS) -> Iterator[TablePart]:
    """The table of a kind in parts of so many records; raises OSError.

    What is no CSV is left in the last part, whoever reads it will find the fault.
    """
    delimiter = _delimiter(path, kind)
    with path.open(encoding=BYTES_AS_TEXT, newline="") as file:
        lines = _Lines(file)
        header = _next_records(lines, delimiter, 1)
        height = lines.count
        first = _next_records(lines, delimiter, records)
        yield _part(header, first, height, 0)
        while True:
            start = lines.count
            content = _next_records(lines, delimiter, records)
            if not content:
                return
            yield _part(header, content, height, start - height)


class _Lines:
    """The lines of a file, counted, and those read since they were last taken."""

    def __init__(self, file: io.TextIOBase) -> None:
        self._file = file
        self._lines: list[str] = []
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self.count += 1
        self._lines.append(line)
        return line

    def take(self) -> str:
        """The lines since the last call."""
        lines, self._lines = self._lines, []
        return "".join(lines)


def _next_records(lines: _Lines, delimiter: str, count: int) -> str:
    """The text of the next records that are not empty."""
    try:
        for _ in islice(filter(None, _are_filled(lines, delimiter)), count):
            pass
    except csv.Error:
        for _ in lines:
            pass
    return lines.take()


def _are_filled(lines: _Lines, delimiter: str) -> Iterator[bool]:
    """Whether each record has any content. A line without quotation marks is a record."""
    longest = csv.field_size_limit()
    for line in lines:
        if '"' in line or len(line) > longest:
            record = next(csv.reader(chain([line], lines), strict=True, delimiter=delimiter))
            yield any(map(str.strip, record))
        else:
            yield bool(line.replace(delimiter, "").strip())


def _part(header: str, records: str, header_lines: int, shift: int) -> TablePart:
    return TablePart((header + records).encode(BYTES_AS_TEXT), header_lines, len(header), shift)


def _delimiter(path: Path, kind: type[Kind]) -> str:
    with path.open("rb") as file:
        beginning = file.read(MAX_HEADER_BYTES)
        beginning += file.readline() if b"\n" not in beginning else b""
    return header_of(beginning, [field.name for field in fields(kind)])[0]
