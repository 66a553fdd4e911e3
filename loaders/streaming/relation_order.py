"""Statements sorted on the disk: those of one relation between the same ends stand together.

So those of one fact are together, and those of one claim, and those that contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from pydantic_core import from_json, to_json

from graph.formats.sorted_lines import sorted_lists
from graph.model.claims import relation_of
from graph.model.fact import fact_key
from loaders.streaming.row_parts import RowsPart
from loaders.tables.csv_table import TableRow
from loaders.tables.row_validation import read_row
from ontology.schema.fields import kind_by_name
from ontology.schema.kinds import Statement

# The least number of statements in a part, except in the last part.
MIN_STATEMENTS = 2_000
# Between the parts of a line: no table holds this character.
DIVIDER = b"\x00"


def in_relation_order(parts: Iterable[RowsPart]) -> Iterator[Mapping[str, Statement]]:
    """The statements of rows with their cells, by id.

    All of one relation between the same ends are in the same mapping. Raises OSError if a temporary
    file cannot be written.
    """
    lists = sorted_lists(map(statement_lines, parts))
    return statements_together(chain.from_iterable(lists))


def statements_together(lines: Iterable[bytes]) -> Iterator[Mapping[str, Statement]]:
    """The statements of sorted lines of `statement_lines`; see `in_relation_order`."""
    records = (line.split(DIVIDER) for line in lines)
    statements: dict[str, Statement] = {}
    for _, group in groupby(records, key=lambda record: record[0]):
        for _, kind_name, _, id, cells in group:
            statements[id.decode()] = _statement(kind_name.decode(), from_json(cells))
        if len(statements) >= MIN_STATEMENTS:
            yield statements
            statements = {}
    if statements:
        yield statements


def statement_lines(part: RowsPart) -> list[bytes]:
    """The statements of rows with their cells as lines, each with its newline.

    Each line begins with the relation and its ends, a text without DIVIDER, which stands after it.
    """
    cells = (to_json(read.row.cells) for read in part.rows if isinstance(read.value, Statement))
    return [
        DIVIDER.join((_relation(statement), *_key(statement), id.encode(), text)) + b"\n"
        for (id, statement), text in zip(part.statements, cells, strict=True)
    ]


def _relation(statement: Statement) -> bytes:
    """A text that all statements of one relation between the same ends have in common."""
    return to_json(relation_of(statement))


def _key(statement: Statement) -> Iterator[bytes]:
    """What statements of one fact have in common."""
    return (part.encode() for part in fact_key(statement))


def _statement(kind_name: str, cells: Mapping[str, str]) -> Statement:
    kind = kind_by_name(kind_name)
    statement = read_row(TableRow("", 0, cells, tuple(cells)), kind)
    assert isinstance(statement, Statement)  # the row was read before
    return statement
