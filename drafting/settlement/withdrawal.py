"""Withdraws or corrects statements of a facts folder: all or none, and the folder has no fault.

A statement that is corrected is withdrawn, and the corrected row succeeds it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from drafting.decisions.line_log import LineLog
from drafting.decisions.review_error import ActionRefused, join_sentences, sentence
from drafting.lint.judged_findings import FILE
from drafting.review.draft_folder import DraftFolder
from drafting.rows.typed_row import TypedRow, read_cells
from drafting.settlement.claim_checks import judgement_file
from drafting.settlement.file_exchange import complete_exchange, exchange
from drafting.settlement.folder_copies import copy_with
from drafting.settlement.folder_tables import FolderTables
from drafting.settlement.new_facts_checks import check_readings, checked_facts
from drafting.settlement.withdrawn_rows import move_statements, move_things, retract, rows_by_id
from graph.model.facts import Facts
from graph.model.statement_content import statement_id
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import FolderMissing
from loaders.withdrawals.withdrawn_tables import WITHDRAWN
from ontology.schema.fields import fields, wording_fields
from ontology.schema.kinds import Source, Statement
from ontology.schema.withdrawal_note import WithdrawalNote

# Fields that a corrected row takes from its note, and fields that only the passage can support.
NOTE_FIELDS = frozenset({"curator", "accepted"})
PASSAGE_FIELDS = frozenset({"source", "start", "end", "sha256", "also_at"})


@dataclass(frozen=True)
class MovedRows:
    """The withdrawn ids of statements, and the codes of things that no statement names now.

    `sources` are those retracted, `successor` is the id of the statement that succeeds them.
    """

    statements: tuple[str, ...]
    things: tuple[str, ...]
    sources: tuple[str, ...] = ()
    successor: str | None = None


def withdrawal_note(
    day: date, curator: str, reason: str, replaced_by: str | None = None
) -> WithdrawalNote:
    """The note of a withdrawal. Raises ActionRefused without a name or a reason."""
    try:
        return WithdrawalNote(
            withdrawn=day,
            withdrawn_by=curator.strip(),
            reason=reason.strip(),
            replaced_by=replaced_by,
        )
    except ValidationError as error:
        raise ActionRefused(sentence("bad_note")) from error


def withdraw(facts_folder: Path, codes: Iterable[str], note: WithdrawalNote) -> MovedRows:
    """Withdraws statements by id, or all statements of sources by code, which are retracted then.

    Raises ActionRefused with every reason against it, BadFacts if the folder has faults,
    FolderMissing, LogBusy and OSError; nothing is written then.
    """
    codes = tuple(dict.fromkeys(codes))

    def change(facts: Facts, tables: FolderTables) -> MovedRows:
        sources = _sources(facts, codes)
        ids = tuple(id for id, s in facts.statements.items() if id in codes or s.source in sources)
        move_statements(tables, facts, ids, note)
        for source in sources:
            retract(tables, source)
        things = move_things(tables, facts, ids, ())
        return MovedRows(ids, things, tuple(sources), note.replaced_by)

    return _carry_out(facts_folder, change)


def correct(
    facts_folder: Path,
    id: str,
    changes: Mapping[str, str],
    note: WithdrawalNote,
    copies: Copies | None = None,
) -> MovedRows:
    """Withdraws a statement, and adds the row with these changes as its successor.

    `changes` are cells by field; an empty one empties the field. If the passage or its words
    change, `copies` must have them. Raises as `withdraw` does.
    """

    def change(facts: Facts, tables: FolderTables) -> MovedRows:
        _sources(facts, [id])
        kind = type(facts.statements[id])
        _check_fields(kind, changes, copies)
        row = rows_by_id(tables, facts, kind, [id]).get(id, {})
        cells = {**row, **changes, "curator": note.withdrawn_by}
        cells["accepted"] = note.withdrawn.isoformat()
        successor = _successor(kind, cells)
        new_id = statement_id(successor)
        if new_id == id:
            raise ActionRefused(sentence("nothing_corrected", id=id))
        move_statements(tables, facts, [id], note.model_copy(update={"replaced_by": new_id}))
        if new_id not in facts.statements:
            tables.add(kind, [{name: cell for name, cell in cells.items() if cell}])
        things = move_things(tables, facts, [id], [successor])
        return MovedRows((id,), things, successor=new_id)

    return _carry_out(facts_folder, change, copies)


def _carry_out(
    facts_folder: Path,
    change: Callable[[Facts, FolderTables], MovedRows],
    copies: Copies | None = None,
) -> MovedRows:
    """Builds the new tables beside the old ones, checks them there, and exchanges the files."""
    if not facts_folder.is_dir():
        raise FolderMissing(facts_folder)
    folder = DraftFolder(facts_folder)
    with LineLog(folder.decision_log, dict).lock():
        complete_exchange(facts_folder, folder.path)
        tables = FolderTables(facts_folder)
        moved_rows = change(read_facts(facts_folder), tables)
        files = tables.files()
        with copy_with(facts_folder, files) as new_folder:
            new_facts = checked_facts(new_folder)
            if copies is not None and moved_rows.successor:
                check_readings(new_facts, copies, {moved_rows.successor})
        judgements = judgement_file(facts_folder, [], new_facts.statements)
        if judgements is not None:
            files[FILE] = judgements
        (facts_folder / WITHDRAWN).mkdir(exist_ok=True)
        exchange(facts_folder, folder.path, files)
    return moved_rows


def _sources(facts: Facts, codes: Collection[str]) -> list[str]:
    """The codes that are sources; raises ActionRefused with all that are no statement either."""
    sources = [code for code in codes if isinstance(facts.things.get(code), Source)]
    withdrawn_ids = [code for code in codes if code in facts.withdrawn]
    if withdrawn_ids:
        raise ActionRefused(sentence("is_withdrawn", ids=", ".join(withdrawn_ids)))
    unknown_codes = [code for code in codes if code not in sources and code not in facts.statements]
    if unknown_codes:
        known_sources = ", ".join(source.code for source in facts.things_of(Source))
        raise ActionRefused(
            sentence("not_to_withdraw", ids=", ".join(unknown_codes), codes=known_sources)
        )
    return sources


def _check_fields(kind: type[Statement], changes: Mapping[str, str], copies: Copies | None) -> None:
    """Raises ActionRefused for unknown fields of the kind, and for words without a copy."""
    names = [field.name for field in fields(kind) if field.name not in NOTE_FIELDS]
    if unknown_fields := [name for name in changes if name not in names]:
        choices, unknown_names = ", ".join(names), ", ".join(unknown_fields)
        raise ActionRefused(sentence("no_such_field", names=unknown_names, choices=choices))
    word_fields = PASSAGE_FIELDS | {field.name for field in wording_fields(kind)}
    if copies is None and (words := [name for name in changes if name in word_fields]):
        raise ActionRefused(sentence("correction_needs_copy", names=", ".join(words)))


def _successor(kind: type[Statement], cells: Mapping[str, str]) -> Statement:
    """The corrected row as a statement. Raises ActionRefused with all faults of its cells."""
    row = read_cells(kind, {name: cell for name, cell in cells.items() if cell})
    if isinstance(row, TypedRow):
        assert isinstance(row.value, Statement)
        return row.value
    faults = row
    raise ActionRefused(
        sentence(
            "bad_correction",
            reasons=join_sentences(
                lambda language: (f"{f.column}: {f.message(language)}" for f in faults)
            ),
        )
    )
