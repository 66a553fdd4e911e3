"""The rows that were read from a facts folder, and those that could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from graph.model.dataset import Dataset
from graph.model.statement_content import named_codes, references, statement_id
from loaders.tables.csv_table import TableRow
from ontology.schema.kinds import Kind, Statement, Thing
from ontology.schema.withdrawal_note import WithdrawalNote

AnyKind = TypeVar("AnyKind", bound=Kind)


class ParsedRow(NamedTuple):
    """A value with the row that it was read from, and the note if it was withdrawn."""

    row: TableRow
    value: Kind
    note: WithdrawalNote | None = None


@dataclass(frozen=True)
class ParsedFolder:
    """All rows that were read from a facts folder.

    `unread_codes` are the values in the cells of rows with faults, `broken_kinds` the kinds whose
    table has faults of form: a row that names something from these has no fault for that reason.
    `known_things` are all things by code if the rows are only a part of a folder.
    """

    dataset: Dataset
    rows: tuple[ParsedRow, ...]
    unread_codes: frozenset[str] = frozenset()
    broken_kinds: frozenset[str] = frozenset()
    known_things: Mapping[str, Thing] | None = None

    def rows_of(self, kind: type[AnyKind]) -> Iterator[tuple[TableRow, AnyKind]]:
        """The rows and values of one kind, or of all kinds with this base."""
        for row_kind, reads in self._by_kind.items():
            if issubclass(row_kind, kind):
                yield from reads

    @cached_property
    def _by_kind(self) -> dict[type[Kind], list[tuple[TableRow, Any]]]:
        by_kind: dict[type[Kind], list[tuple[TableRow, Any]]] = {}
        for read in self.rows:
            by_kind.setdefault(type(read.value), []).append((read.row, read.value))
        return by_kind

    @cached_property
    def references(self) -> list[tuple[TableRow, Kind, str, str]]:
        """Each naming of a thing: the row, its value, the column and the code."""
        return [
            (read.row, read.value, column, code)
            for read in self.rows
            for column, code in references(read.value)
        ]

    @cached_property
    def named_codes(self) -> Mapping[tuple[type[Kind], str], Set[str]]:
        """The codes that each column of each kind names."""
        return {
            (kind, column): codes
            for kind, reads in self._by_kind.items()
            for column, codes in named_codes(kind, [value for _, value in reads]).items()
        }

    @cached_property
    def statement_rows(self) -> list[tuple[TableRow, str, Statement]]:
        """The statements with their ids."""
        return [
            (row, statement_id(statement), statement) for row, statement in self.rows_of(Statement)
        ]

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """Things by code; the first row wins, the second is a fault."""
        if self.known_things is not None:
            return self.known_things
        by_code: dict[str, Thing] = {}
        for _, thing in self.rows_of(Thing):
            by_code.setdefault(thing.code, thing)
        return by_code

    def may_have(self, code: str, kinds: Collection[str]) -> bool:
        """Whether a thing of this code may be among the rows that could not be read."""
        return code in self.unread_codes or not self.broken_kinds.isdisjoint(kinds)
