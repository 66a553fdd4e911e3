"""Writes accepted rows into the tables of facts: all of a source's, or none.

Only this and the correction of a row (withdrawal.py) add rows to a facts folder. The new tables
are built beside the old ones and pass all checks there, before the files are exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from drafting.decisions.line_log import LineLog
from drafting.decisions.review_error import ActionRefused, LogBusy, sentence
from drafting.drafts.draft_file import DRAFTS, is_interrupted
from drafting.lint.judged_findings import FILE
from drafting.review.draft_folder import DraftFolder
from drafting.review.identity_review import rows_on_ended_links
from drafting.review.review_queue import ReviewQueue
from drafting.rows.settled_rows import settled_content
from drafting.rows.typed_row import KINDS
from drafting.settlement.file_exchange import complete_exchange, exchange
from drafting.settlement.folder_copies import copies_of, copy_with, remove_copies
from drafting.settlement.new_facts_checks import check_new_facts
from drafting.settlement.new_rows import RowChanges, row_changes, without_rows
from drafting.settlement.settlement_step import Progress, SettlementStep
from loaders.facts.facts_folder import file_name
from loaders.writing.facts_table import FactsTable, read_facts_table
from ontology.schema.kinds import Source


@dataclass(frozen=True)
class Settlement:
    """The result: rows added and removed, by table."""

    added_rows: Mapping[str, int]
    removed_rows: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to write."""
        return not (self.added_rows or self.removed_rows)


def settle(
    facts_folder: Path, sources_folder: Path, source: str, progress: Progress = lambda step: None
) -> Settlement:
    """Writes the accepted rows of a source into the tables of facts, all or nothing.

    Rows whose acceptance was taken back since they were written are removed. Raises
    ReviewError with every reason against it, BadFacts if the folder has faults without the new
    rows, FolderMissing, and OSError; nothing is written then.
    """
    folder = DraftFolder(facts_folder)
    with _queue(folder, sources_folder, progress) as queue:
        _check_source(queue, source)
        _check_identities(queue, source)
        changes = row_changes(queue, source)
        progress(SettlementStep.BUILD)
        files = _new_tables(facts_folder, changes)
        if files:
            with copy_with(facts_folder, files) as new_folder:
                judgements = check_new_facts(queue, new_folder, changes, progress)
            if judgements is not None:
                files[FILE] = judgements
            rows = {
                id: row for id, row in queue.settled_rows.items() if row not in changes.removed_rows
            }
            rows |= {row.decision.draft.id: row.settled_row for row in changes.new_rows}
            files[f"{DRAFTS}/{folder.settled_file.name}"] = settled_content(rows.values())
            progress(SettlementStep.WRITE)
            exchange(facts_folder, folder.path, files)
    return Settlement(
        _counts(row.decision.draft.kind for row in changes.new_rows),
        _counts(row.kind for row in changes.removed_rows),
    )


def finish_settlement(facts_folder: Path) -> tuple[str, ...]:
    """Ends a settlement that was interrupted while files were moved; the names of the files.

    Copies of the folder that a killed settlement has left are removed too. Raises ActionRefused if
    one of the files was changed by hand meanwhile, LogBusy, and OSError.
    """
    folder = DraftFolder(facts_folder)
    log = LineLog(folder.decision_log, dict)
    if is_interrupted(facts_folder):
        with log.lock():
            return complete_exchange(facts_folder, folder.path)
    with suppress(LogBusy, OSError):  # busy: somebody settles just now
        if copies_of(facts_folder):
            with log.lock(patience=0):
                remove_copies(facts_folder)
    return ()


@contextmanager
def _queue(folder: DraftFolder, sources: Path, progress: Progress) -> Iterator[ReviewQueue]:
    """The queue while nobody decides, after an earlier settlement has been completed."""
    progress(SettlementStep.READ)
    log = LineLog(folder.decision_log, dict)
    with log.lock():
        complete_exchange(folder.facts_folder, folder.path)
        yield ReviewQueue.open(folder.facts_folder, sources)


def _check_source(queue: ReviewQueue, source: str) -> None:
    """Raises ActionRefused for a source that is neither in the facts nor an accepted draft."""
    things = queue.assessor.things
    if not isinstance(things.get(source), Source):
        codes = ", ".join(code for code, thing in things.items() if isinstance(thing, Source))
        raise ActionRefused(sentence("no_source_to_settle", source=source, codes=codes))


def _check_identities(queue: ReviewQueue, source: str) -> None:
    """Raises ActionRefused with the rows of a source that rest on an identity since taken back."""
    decisions = [
        decision
        for decision in queue.standing_decisions.admitting_decisions()
        if decision.draft.source == source and decision.draft.id not in queue.settled_rows
    ]
    if doubtful_rows := rows_on_ended_links(queue.identities, decisions):
        drafts = ", ".join(decision.draft.id for decision in doubtful_rows)
        raise ActionRefused(sentence("identity_taken_back", drafts=drafts))


def _new_tables(folder: Path, changes: RowChanges) -> dict[str, bytes]:
    """The content of each table that changes, by the name of its file."""
    names = {row.decision.draft.kind for row in changes.new_rows} | {
        r.kind for r in changes.removed_rows
    }
    files = {}
    for name in sorted(names):
        kind = KINDS[name]
        table = read_facts_table(folder, kind)
        removed_rows = [row for row in changes.removed_rows if row.kind == name]
        table = FactsTable(kind, table.columns, without_rows(table.rows, removed_rows))
        new_rows = [dict(row.cells) for row in changes.new_rows if row.decision.draft.kind == name]
        files[file_name(kind)] = table.with_rows(new_rows).content()
    return files


def _counts(kinds: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return counts
