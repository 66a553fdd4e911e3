"""The rows of a table as typed values, some thousand at a time, with their faults."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from graph.model.statement_content import statement_id
from loaders.facts.parsed_folder import ParsedRow
from loaders.streaming.table_parts import RECORDS, TablePart, table_parts
from loaders.tables.delimiter import header_of
from loaders.tables.kind_table import Reading, read_content, unreadable
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, Statement, Thing


@dataclass(frozen=True)
class RowsPart:
    """Some rows of a folder."""

    rows: Sequence[ParsedRow]

    @cached_property
    def values(self) -> Mapping[type[Kind], Sequence[Kind]]:
        """The values of the rows by kind."""
        by_kind: dict[type[Kind], list[Kind]] = {}
        for read in self.rows:
            by_kind.setdefault(type(read.value), []).append(read.value)
        return by_kind

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """The things by code."""
        values = (read.value for read in self.rows)
        return {value.code: value for value in values if isinstance(value, Thing)}

    @cached_property
    def statements(self) -> Sequence[tuple[str, Statement]]:
        """The statements with their ids, which take as long as reading the rows."""
        values = (read.value for read in self.rows)
        return [(statement_id(value), value) for value in values if isinstance(value, Statement)]


def codes_of(path: Path, kind: type[Thing]) -> Iterator[str]:
    """The codes in a table of things; none if it cannot be read, which `row_parts` tells."""
    try:
        for part in table_parts(path, kind):
            yield from _codes(part.content.decode("utf-8-sig", errors="replace"), kind)
    except OSError:
        return


def _codes(text: str, kind: type[Thing]) -> Iterator[str]:
    """The codes in a part of a table, whatever its other cells hold."""
    delimiter, header = header_of(text.encode(), [field.name for field in fields(kind)])
    column = header.index("code") if "code" in header else None
    try:
        for record in islice(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1, None
        ):
            if column is not None and column < len(record):
                yield record[column].strip()
    except csv.Error:
        return


def row_parts(
    path: Path, kind: type[Kind], *, records: int = RECORDS, keep_cells: bool = False
) -> Iterator[Reading]:
    """The values and faults of a table in parts, with the lines where they stand in the table.

    With `keep_cells` a row has its cells too, else only where it stands.
    """
    try:
        for part in table_parts(path, kind, records):
            yield read_part(path.name, part, kind, keep_cells=keep_cells)
    except OSError as error:
        yield Reading(faults=[unreadable(path.name, error)], broken_kinds={kind.__name__})


def read_part(name: str, part: TablePart, kind: type[Kind], *, keep_cells: bool) -> Reading:
    """The values and faults of a part of the table of this name; see `row_parts`."""
    reading = Reading(keep_cells=keep_cells, shift=part.shift)
    read_content(name, part.content, kind, reading)
    return _in_place(reading, part)


def _in_place(reading: Reading, part: TablePart) -> Reading:
    """The reading of a part, its faults with the lines of the table.

    The faults of the header are those of the first part.
    """
    if part.shift == 0:
        return reading
    faults = [fault for fault in reading.faults if fault.line > part.header_lines]
    shifted_faults = [replace(fault, line=fault.line + part.shift) for fault in faults]
    return replace(reading, faults=shifted_faults)
