"""The positions of the parts of tables, so that another process can read a single part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.streaming.table_parts import TablePart, table_parts
from ontology.schema.kinds import Kind


@dataclass(frozen=True)
class TableSlice:
    """Some records of the table `file`: `size` bytes from the byte `start` on.

    The header is the first `header_size` bytes of the table; lines are as in `TablePart`.
    """

    file: str
    start: int
    size: int
    header_lines: int
    header_size: int
    shift: int


def table_slices(path: Path, kind: type[Kind]) -> Iterator[TableSlice]:
    """The table of a kind in slices, each a part of `table_parts`; raises OSError."""
    start = 0
    for part in table_parts(path, kind):
        start = start or part.header_size
        size = len(part.content) - part.header_size
        yield TableSlice(path.name, start, size, part.header_lines, part.header_size, part.shift)
        start += size


def part_of(folder: Path, slice: TableSlice) -> TablePart:
    """The part of a table that a slice says; raises OSError."""
    with (folder / slice.file).open("rb") as file:
        header = file.read(slice.header_size)
        file.seek(slice.start)
        content = header + file.read(slice.size)
    return TablePart(content, slice.header_lines, slice.header_size, slice.shift)
