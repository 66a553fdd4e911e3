"""Checks of withdrawn statements: each row by itself, and the statement that replaces it.

Checks across statements are not run on them: such a fault may be why one was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model.statement_content import statement_id
from loaders.facts.checks import (
    Check,
    composed_fields_hold_wordings,
    dates_have_a_basis_only_if_given,
    every_thing_is_referenced,
    one_span_has_one_hash,
    references_resolve,
    spans_lie_in_their_source,
)
from loaders.facts.cycles import cycle_of
from loaders.facts.parsed_folder import ParsedFolder, ParsedRow
from loaders.facts.thing_checks import codes_are_unique, place_codes_are_listed, things_are_named
from loaders.tables.csv_table import TableRow
from loaders.tables.faults import Fault
from loaders.tables.kind_table import Reading
from ontology.schema.kinds import Source, SourceState, Statement, Thing
from ontology.schema.withdrawal_note import WithdrawalNote

ROW_CHECKS: tuple[Check, ...] = (
    codes_are_unique,
    things_are_named,
    references_resolve,
    spans_lie_in_their_source,
    one_span_has_one_hash,
    place_codes_are_listed,
    dates_have_a_basis_only_if_given,
    composed_fields_hold_wordings,
    every_thing_is_referenced,
)


def withdrawn_faults(standing_folder: ParsedFolder, withdrawn: Reading) -> Iterator[Fault]:
    """Every fault of withdrawn rows, and of standing rows that a retraction bars."""
    yield from statements_of_retracted_sources(standing_folder)
    if not withdrawn.rows:
        return
    all_rows = _joined_folder(standing_folder, withdrawn)
    files = {read.row.file for read in withdrawn.rows}
    for check in ROW_CHECKS:
        yield from (fault for fault in check(all_rows) if fault.file in files)
    notes = _notes(withdrawn)
    yield from _repeated_withdrawals(standing_folder, withdrawn)
    yield from _days_and_successors(all_rows, notes)


def statements_of_retracted_sources(standing_folder: ParsedFolder) -> Iterator[Fault]:
    """No valid statement rests on a source whose publisher has retracted it."""
    retracted = {
        s.code for _, s in standing_folder.rows_of(Source) if s.state is SourceState.RETRACTED
    }
    if not retracted:
        return
    for row, statement in standing_folder.rows_of(Statement):
        if statement.source in retracted:
            yield row.fault("rests_on_retracted", "source", value=statement.source)


def _joined_folder(standing_folder: ParsedFolder, withdrawn: Reading) -> ParsedFolder:
    """Standing and withdrawn rows as one folder; for a thing in both, the standing row counts."""
    reads = [read for read in withdrawn.rows if not _stands(standing_folder, read)]
    return replace(
        standing_folder,
        rows=(*standing_folder.rows, *reads),
        unread_codes=standing_folder.unread_codes | withdrawn.unread_codes,
        broken_kinds=standing_folder.broken_kinds | withdrawn.broken_kinds,
    )


def _stands(standing_folder: ParsedFolder, parsed_row: ParsedRow) -> bool:
    thing = parsed_row.value
    return isinstance(thing, Thing) and type(standing_folder.things.get(thing.code)) is type(thing)


def _notes(withdrawn: Reading) -> dict[str, tuple[TableRow, Statement, WithdrawalNote]]:
    """Each withdrawn statement by its id, with its row and its note."""
    return {
        statement_id(read.value): (read.row, read.value, read.note)
        for read in withdrawn.rows
        if isinstance(read.value, Statement) and read.note is not None
    }


def _repeated_withdrawals(standing_folder: ParsedFolder, withdrawn: Reading) -> Iterator[Fault]:
    """A statement is withdrawn only once, and then does not stand any more."""
    first = {id: row for row, id, _ in standing_folder.statement_rows}
    stands = set(first)
    for read in withdrawn.rows:
        if isinstance(read.value, Statement):
            id = statement_id(read.value)
            other = first.setdefault(id, read.row)
            if other is not read.row:
                rule = "withdrawn_stands" if id in stands else "duplicate_statement"
                yield read.row.fault(rule, other=f"{other.file}:{other.line}")


def _days_and_successors(
    all_rows: ParsedFolder, notes: dict[str, tuple[TableRow, Statement, WithdrawalNote]]
) -> Iterator[Fault]:
    ids = {id for _, id, _ in all_rows.statement_rows}
    may_be_unread = bool(all_rows.unread_codes or all_rows.broken_kinds)
    for row, statement, note in notes.values():
        if note.withdrawn < statement.accepted:
            accepted = statement.accepted.isoformat()
            yield row.fault("withdrawn_before_accepted", "withdrawn", accepted=accepted)
        if note.replaced_by and note.replaced_by not in ids and not may_be_unread:
            yield row.fault("unknown_successor", "replaced_by", value=note.replaced_by)
    cycle = cycle_of({id: [n.replaced_by] for id, (_, _, n) in notes.items() if n.replaced_by})
    if cycle:
        yield notes[cycle[0]][0].fault("replaced_cycle", "replaced_by", path=" → ".join(cycle))
