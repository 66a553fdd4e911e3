"""The kinds as typed tables, one for each: the common part of SQLite, Parquet and descriptions.

All is derived from the kinds: a new kind is a new table. A statement also has what is worked out:
its id, how many sources tell its claim, and whether another contradicts it (`graph.model.claims`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.fields import Field, fields
from ontology.schema.kinds import TABLES, Kind, Statement, Thing
from ontology.schema.value_types import TextSpan

ID = "id"
CODE = "code"


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: its field of the kind, or none if it is worked out of a statement."""

    name: str
    field: Field | None
    computed_type: type = str
    has_gaps: bool = False

    @property
    def is_required(self) -> bool:
        """Whether every row has a value; `has_gaps` says so of a column without a field."""
        return self.field.required if self.field else not self.has_gaps

    @property
    def is_list(self) -> bool:
        """Whether a cell has several values."""
        return self.field is not None and self.field.is_list

    @property
    def value_type(self) -> type:
        """The type of a single value: str, int, bool, Decimal or date."""
        type_ = self.computed_type if self.field is None else self.field.value_type
        return str if issubclass(type_, StrEnum | TextSpan) else type_


STATEMENT_ID = TableColumn(ID, None)
# plans and denials have no number of sources
SOURCE_COUNT_COLUMN = TableColumn("source_count", None, int, has_gaps=True)
CONTESTED_COLUMN = TableColumn("contested", None, bool)


@cache
def columns(kind: type[Kind]) -> tuple[TableColumn, ...]:
    """The columns of a kind's table, in order."""
    of_kind = tuple(TableColumn(field.name, field) for field in fields(kind))
    if issubclass(kind, Statement):
        return (STATEMENT_ID, *of_kind, SOURCE_COUNT_COLUMN, CONTESTED_COLUMN)
    return of_kind


def key_column(kind: type[Kind]) -> str | None:
    """The column that identifies a row: the code of a thing, the id of a statement."""
    if issubclass(kind, Thing):
        return CODE
    return ID if issubclass(kind, Statement) else None


def table_name(kind: type[Kind]) -> str:
    """`learned_from` for LearnedFrom."""
    return snake(kind.__name__)


def kinds_of(facts: Facts) -> list[type[Kind]]:
    """The kinds that have rows, in the order of the kinds."""
    return [kind for kind in TABLES if any(True for _ in rows(facts, kind))]


def rows(facts: Facts, kind: type[Kind]) -> Iterator[tuple[object, ...]]:
    """The rows of a kind, in the order of the facts: values of their types, lists or None."""
    if issubclass(kind, Statement):
        claims = facts.claims
        for id, statement in facts.statements.items():
            if type(statement) is kind:
                count, is_contested = claims.source_counts.get(id), id in claims.contested_ids
                yield (id, *_cells(statement), count, is_contested)
    else:
        for thing in (*facts.things.values(), *facts.non_links):
            if type(thing) is kind:
                yield _cells(thing)


def row_counts(facts: Facts) -> dict[str, int]:
    """How many rows each kind's table has, without empty tables."""
    return {table_name(kind): sum(1 for _ in rows(facts, kind)) for kind in kinds_of(facts)}


def _cells(value: Kind) -> tuple[object, ...]:
    return tuple(_cell(getattr(value, field.name)) for field in fields(type(value)))


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return [_cell(part) for part in value]
    if isinstance(value, TextSpan):
        return f"{value.start}-{value.end}:{value.sha256}"
    return value.value if isinstance(value, StrEnum) else value
