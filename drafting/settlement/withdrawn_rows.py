"""Moves rows from the standing to the withdrawn ones, with the things that go with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from operator import contains

from drafting.decisions.review_error import ActionRefused, sentence
from drafting.rows.typed_row import TypedRow, read_cells
from drafting.settlement.folder_tables import WITHDRAWN_PREFIX, FolderTables
from graph.model.facts import Facts
from graph.model.statement_content import references, statement_id
from loaders.writing.facts_table import Cells
from ontology.schema.kinds import Source, SourceState, Statement, Thing
from ontology.schema.withdrawal_note import WithdrawalNote

NOTE_COLUMNS = tuple(WithdrawalNote.model_fields)


def move_statements(
    tables: FolderTables, facts: Facts, ids: Collection[str], note: WithdrawalNote
) -> None:
    """Moves the rows of statements to the withdrawn ones, each with the note."""
    cells = {name: str(value) for name, value in note if value is not None}
    remaining = set(ids)
    for kind in dict.fromkeys(type(facts.statements[id]) for id in ids):
        rows = rows_by_id(tables, facts, kind, ids)
        remaining -= set(rows)
        tables.take(kind, partial(contains, rows.values()))
        tables.add(
            kind, ({**row, **cells} for row in rows.values()), NOTE_COLUMNS, WITHDRAWN_PREFIX
        )
    if remaining:
        raise ActionRefused(sentence("rows_not_there", ids=", ".join(sorted(remaining))))


def rows_by_id(
    tables: FolderTables, facts: Facts, kind: type[Statement], ids: Collection[str]
) -> dict[str, Cells]:
    """The rows of these statements of a kind, by id."""
    sources = {facts.statements[id].source for id in ids}
    rows = tables.rows(kind, lambda row: row.get("source", "").strip() in sources)
    by_id = {_row_id(kind, row): row for row in rows}
    return {id: row for id, row in by_id.items() if id in ids}


def move_things(
    tables: FolderTables, facts: Facts, ids: Collection[str], successors: Iterable[Statement]
) -> tuple[str, ...]:
    """Moves things that only withdrawn statements name, and moves back those of a successor.

    Returns the codes of the things that go.
    """
    successors = tuple(successors)
    unused_codes = unreferenced_things(facts, ids, successors)
    _move(tables, {code: facts.things[code] for code in unused_codes}, "", WITHDRAWN_PREFIX)
    referenced_codes = {code for statement in successors for _, code in references(statement)}
    returning_things = {
        code: facts.withdrawn_things[code]
        for code in referenced_codes & set(facts.withdrawn_things)
    }
    _move(tables, returning_things, WITHDRAWN_PREFIX, "")
    return unused_codes


def retract(tables: FolderTables, source: str) -> None:
    """Notes on a source's row that its publisher has retracted it."""
    cells = {"state": SourceState.RETRACTED.value}
    tables.fill(Source, lambda row: row.get("code", "").strip() == source, cells)


def _row_id(kind: type[Statement], row: Cells) -> str:
    """The id of the statement of a row; "" if the row cannot be read."""
    read_result = read_cells(kind, row)
    if isinstance(read_result, TypedRow) and isinstance(read_result.value, Statement):
        return statement_id(read_result.value)
    return ""


def unreferenced_things(
    facts: Facts, ids: Collection[str], successors: Iterable[Statement] = ()
) -> tuple[str, ...]:
    """The things that nothing names any more without these statements."""
    statements = [value for id, value in facts.statements.items() if id not in ids]
    unused_codes: set[str] = set()
    while True:
        values = (
            *statements,
            *successors,
            *facts.non_links,
            *(thing for code, thing in facts.things.items() if code not in unused_codes),
        )
        referenced_codes = {code for value in values for _, code in references(value)}
        referenced_codes.add(facts.dataset.start or "")
        further_codes = {
            code
            for code, thing in facts.things.items()
            if not thing.stands_alone and code not in referenced_codes | unused_codes
        }
        if not further_codes:
            return tuple(sorted(unused_codes))
        unused_codes |= further_codes


def _move(tables: FolderTables, things: Mapping[str, Thing], place: str, target: str) -> None:
    for kind in {type(thing) for thing in things.values()}:
        rows = tables.take(kind, lambda row: row.get("code") in things, place)
        tables.add(kind, rows, (), target)
