"""The columns of import tables as lines, which are sorted with those of nodes and edges.

Each worker sees some rows of a table; the first lines list the columns that all workers saw.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic_core import from_json, to_json

from exports.facts.import_columns import TYPES, Columns

# The beginning of a line that lists columns: it sorts before all nodes and edges.
MARK = b"\x00"
TYPES_BY_NAME = {type.__name__: type for type in TYPES}


def column_line(columns: Columns) -> bytes:
    """A line that lists the columns."""
    names = {
        table: {name: type.__name__ for name, type in types.items()}
        for table, types in columns.types.items()
    }
    return MARK + to_json(names) + b"\n"


def without_columns(blocks: Iterable[bytes], columns: Columns) -> Iterator[bytes]:
    """Sorted lines in blocks without those of `column_line`, which are added to `columns`."""
    for block in blocks:
        lines = block.splitlines(keepends=True)
        count = next((n for n, line in enumerate(lines) if line[:1] != MARK), len(lines))
        for line in lines[:count]:
            add_column_line(line, columns)
        if count < len(lines):
            yield b"".join(lines[count:])


def add_column_line(line: bytes, columns: Columns) -> None:
    """Adds the columns that a line of `column_line` lists."""
    for table, names in from_json(line.removeprefix(MARK)).items():
        columns.types[table].update((name, TYPES_BY_NAME[type]) for name, type in names.items())
