"""Rows by their things and passages, so that a check looks at few of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.model.dataset import Dataset
from graph.model.facts import Facts
from graph.model.statement_content import references, statement_id
from loaders.facts.facts_folder import file_name
from loaders.facts.parsed_folder import ParsedFolder, ParsedRow
from loaders.tables.csv_table import TableRow
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, Source, Statement, Thing, Within

# A common point of two rows that a check may compare: a code, a passage, or a kind.
Tie = object
CODE_TIE, SOURCE_TIE = "code", "cited"


class RowIndex:
    """Rows by their ties, in the order in which they are given."""

    def __init__(self, reads: Iterable[ParsedRow]) -> None:
        self.rows = tuple(reads)
        self._by_tie: dict[Tie, list[int]] = defaultdict(list)
        for place, read in enumerate(self.rows):
            for tie in set(_ties(read.value)):
                self._by_tie[tie].append(place)

    @cached_property
    def things(self) -> dict[str, Thing]:
        """The things among the rows by code; the first one wins."""
        by_code: dict[str, Thing] = {}
        for read in self.rows:
            if isinstance(read.value, Thing):
                by_code.setdefault(read.value.code, read.value)
        return by_code

    @cached_property
    def ids(self) -> dict[int, str]:
        """The id of each statement, by Python's identity of the statement."""
        values = (read.value for read in self.rows)
        return {id(value): statement_id(value) for value in values if isinstance(value, Statement)}

    def neighbours(self, value: Kind, excluded_ids: Collection[str] = ()) -> tuple[ParsedRow, ...]:
        """The rows that a check may compare with a value, and those that name codes left out."""
        ties = set(_ties(value))
        if isinstance(value, Statement):  # only its passages need comparing, not its source
            ties.discard((SOURCE_TIE, value.source))
        ties |= {(role, code) for role in (CODE_TIE, SOURCE_TIE) for code in excluded_ids}
        places = {place for tie in ties for place in self._by_tie.get(tie, ())}
        return tuple(self.rows[place] for place in sorted(places))


@dataclass(frozen=True)
class NeighbourRows(ParsedFolder):
    """A part of a folder that still knows every thing of the whole folder.

    `all_things` are these by code, `ids` the ids of statements that are computed already.
    """

    all_things: dict[str, Thing] | None = None
    ids: tuple[dict[int, str], ...] = ()

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Every thing of the whole folder by code."""
        return self.all_things or {}

    @cached_property
    def statement_rows(self) -> list[tuple[TableRow, str, Statement]]:
        """The statements of this part with their ids."""
        return [(row, self._id(value), value) for row, value in self.rows_of(Statement)]

    def _id(self, statement: Statement) -> str:
        ids = (
            ids_of_rows[id(statement)] for ids_of_rows in self.ids if id(statement) in ids_of_rows
        )
        return next(ids, None) or statement_id(statement)


def fact_rows(facts: Facts) -> RowIndex:
    """The rows of facts, with what a check needs of them."""
    values: dict[str, Kind] = {**facts.things, **facts.statements}
    reads = [ParsedRow(_row(value, name), value) for name, value in values.items()]
    return RowIndex((*reads, *(ParsedRow(_row(value, ""), value) for value in facts.non_links)))


def neighbour_rows(
    dataset: Dataset,
    indexes: tuple[RowIndex, ...],
    new_row: ParsedRow,
    excluded_ids: Collection[str],
) -> NeighbourRows:
    """The rows near an added one, which is at the end; `excluded_ids` are left out of the facts."""
    facts = indexes[0]
    neighbours = [
        read
        for read in facts.neighbours(new_row.value, excluded_ids)
        if not _is_excluded(read, excluded_ids)
    ]
    for index in indexes[1:]:
        neighbours += index.neighbours(new_row.value, excluded_ids)
    things: dict[str, Thing] = {}
    for index in (*indexes, RowIndex([new_row])):
        excluded = excluded_ids if index is facts else ()
        for code, thing in index.things.items():
            if code not in excluded:
                things.setdefault(code, thing)
    ids = tuple(index.ids for index in indexes)
    return NeighbourRows(dataset, (*neighbours, new_row), all_things=things, ids=ids)


def _is_excluded(read: ParsedRow, excluded_ids: Collection[str]) -> bool:
    value = read.value
    if isinstance(value, Thing):
        return value.code in excluded_ids
    return (
        bool(excluded_ids) and isinstance(value, Statement) and statement_id(value) in excluded_ids
    )


def _ties(value: Kind) -> Iterator[Tie]:
    """The points that a row shares with rows that a check may compare it with.

    Statements share a thing, or a passage of a source. A source is tied to all that cites it.
    Things of one kind, and containments, may make a cycle.
    """
    if isinstance(value, Thing):
        yield CODE_TIE, value.code
        yield type(value)
        if isinstance(value, Source):
            yield SOURCE_TIE, value.code
    if isinstance(value, Within):
        yield Within
    for column, code in references(value):
        yield (SOURCE_TIE if column == "source" else CODE_TIE), code
    if isinstance(value, Statement):
        for span in value.spans:
            yield value.source, span.start, span.end


def _row(value: Kind, name: str) -> TableRow:
    """The row of a value, with what a check needs of it: its columns and which cells are filled.

    Its code or id says its place, because its line is not known.
    """
    names = tuple(field.name for field in fields(type(value)))
    composed = value.composed if isinstance(value, Statement) else ()
    return TableRow(
        f"{file_name(type(value))} {name}".strip(), 0, {name: name for name in composed}, names
    )
