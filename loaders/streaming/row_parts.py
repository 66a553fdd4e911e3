"""The rows of a table as typed values, some thousand at a time, with their faults."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from graph.model.statement_content import statement_id
from loaders.facts.parsed_folder import Read
from loaders.streaming.table_parts import RECORDS, TablePart, table_parts
from loaders.tables.delimiter import header_of
from loaders.tables.faults import Fault
from loaders.tables.kind_table import Reading, read_content, unreadable
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, Statement, Thing


@dataclass(frozen=True)
class RowsPart:
    """Some rows of a folder: things by code, statements with their ids."""

    reads: Sequence[Read]
    things: Mapping[str, Thing]
    statements: Sequence[tuple[str, Statement]]


def rows_part(reads: Sequence[Read]) -> RowsPart:
    """Rows with the codes and ids of their values."""
    values = [read.value for read in reads]
    return RowsPart(
        reads,
        {value.code: value for value in values if isinstance(value, Thing)},
        [(statement_id(value), value) for value in values if isinstance(value, Statement)],
    )


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
            reading = Reading(keep_cells=keep_cells)
            read_content(path.name, part.content, kind, reading)
            yield _in_place(reading, part)
    except OSError as error:
        yield Reading(faults=[unreadable(path.name, error)], broken={kind.__name__})


def _in_place(reading: Reading, part: TablePart) -> Reading:
    """The reading of a part with the lines of the table; the header's faults are the first's."""
    if part.shift == 0:
        return reading
    rows = [_shifted(read, part.shift) for read in reading.reads]
    faults = [fault for fault in reading.faults if fault.line > part.header_lines]
    return replace(
        reading, reads=rows, faults=[_shifted_fault(fault, part.shift) for fault in faults]
    )


def _shifted(read: Read, shift: int) -> Read:
    return Read(replace(read.row, line=read.row.line + shift), read.value)


def _shifted_fault(fault: Fault, shift: int) -> Fault:
    return replace(fault, line=fault.line + shift)
