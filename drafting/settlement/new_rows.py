"""The rows that a settlement adds to the facts of a source, and those that it takes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafting.decisions.decision import Action, Decision
from drafting.decisions.review_error import ActionRefused, join_sentences, sentence
from drafting.review.card import Card
from drafting.review.review_queue import ReviewQueue
from drafting.review.row_assessor import is_fact
from drafting.rows.new_things import codes_by_name, with_codes
from drafting.rows.settled_rows import SettledRow
from drafting.rows.typed_row import KINDS, TypedRow, typed_row
from graph.model.statement_content import references
from ontology.schema.kinds import Kind, Thing

DAY_LENGTH = len("2026-11-29")


@dataclass(frozen=True)
class NewRow:
    """A row to be added: the decision that lets it in, its filled cells, and its value."""

    decision: Decision
    cells: tuple[tuple[str, str], ...]
    value: Kind

    @property
    def settled_row(self) -> SettledRow:
        """The row as the file of settled rows keeps it."""
        draft = self.decision.draft
        return SettledRow(draft.id, draft.kind, draft.source, self.cells)


@dataclass(frozen=True)
class RowChanges:
    """The changes of the tables: added rows, and removed rows that are no longer accepted."""

    new_rows: tuple[NewRow, ...]
    removed_rows: tuple[SettledRow, ...]


def row_changes(queue: ReviewQueue, source: str) -> RowChanges:
    """The changes of one source.

    Things are added if an added row names them, or if they may stand alone. Raises
    ActionRefused with all accepted rows that cannot be read.
    """
    rows, settled = _accepted_rows(queue), queue.settled_rows
    needed_drafts = set(_needed_drafts(rows, source, queue))
    new_rows = [
        row for id, row in rows.items() if id in needed_drafts and _is_new(row, settled, queue)
    ]
    removed_rows = [
        row
        for id, row in settled.items()
        if row.source == source and _is_removed(queue.cards.get(id), row, rows.get(id))
    ]
    removed_rows += _idle_things(queue, new_rows, removed_rows)
    return RowChanges(tuple(new_rows), tuple(removed_rows))


def _accepted_rows(queue: ReviewQueue) -> Mapping[str, NewRow]:
    """Every accepted row of the queue by its draft."""
    decisions = [
        card.decision for card in queue.cards.values() if card.is_accepted and card.decision
    ]
    codes = codes_by_name(queue.assessor.things.values())
    rows, reasons = {}, []
    for decision in decisions:
        draft = with_codes(decision.row, codes)
        row = typed_row(draft, _first_reader(queue, decision), decision.decided_at[:DAY_LENGTH])
        if isinstance(row, TypedRow):
            cells = tuple(sorted(row.row.cells.items()))
            rows[decision.draft.id] = NewRow(decision, cells, row.value)
        else:
            reasons += [(decision, fault) for fault in row]
    if reasons:
        texts = join_sentences(
            lambda language: (f"{d.draft.id} {f.column}: {f.message(language)}" for d, f in reasons)
        )
        raise ActionRefused(sentence("cannot_settle", reasons=texts))
    return rows


def _first_reader(queue: ReviewQueue, decision: Decision) -> str:
    """The curator who accepted a row as it is: not its second reader, who confirmed it."""
    readings = [
        d
        for d in queue.standing_decisions.decisions_on(decision.draft.id)
        if d.admits and not d.is_second_reading
    ]
    equal_readings = [reading for reading in readings if reading.cells == decision.cells]
    return equal_readings[-1].curator if equal_readings else decision.curator


def _needed_drafts(rows: Mapping[str, NewRow], source: str, queue: ReviewQueue) -> Iterator[str]:
    """The drafts of a source's statements and free-standing things, and of all that they name."""
    by_code = {row.value.code: id for id, row in rows.items() if isinstance(row.value, Thing)}
    open_drafts = [
        id
        for id, row in rows.items()
        if row.decision.draft.source == source
        and (row.value.stands_alone or not isinstance(row.value, Thing))
    ]
    visited_drafts: set[str] = set()
    while open_drafts:
        id = open_drafts.pop()
        if id in visited_drafts:
            continue
        visited_drafts.add(id)
        yield id
        codes = (code for _, code in references(rows[id].value))
        open_drafts += [by_code[code] for code in codes if code in by_code]


def _idle_things(
    queue: ReviewQueue, new_rows: list[NewRow], removed_rows: list[SettledRow]
) -> list[SettledRow]:
    """Settled things that no row names any more when these rows are gone."""
    idle_rows: list[SettledRow] = []
    while True:
        removed_names = {
            name
            for row in (*removed_rows, *idle_rows)
            for name in queue.assessor.facts_of(row.draft)
        }
        facts = {**queue.facts.things, **queue.facts.statements}
        remaining = [value for name, value in facts.items() if name not in removed_names]
        values = (*remaining, *(row.value for row in new_rows))
        referenced_codes = {code for value in values for _, code in references(value)}
        further_rows = [
            row
            for row in queue.settled_rows.values()
            if row not in removed_rows
            and row not in idle_rows
            and _is_idle(row, queue, referenced_codes)
        ]
        if not further_rows:
            return idle_rows
        idle_rows += further_rows


def _is_idle(row: SettledRow, queue: ReviewQueue, referenced_codes: set[str]) -> bool:
    kind = KINDS.get(row.kind)
    codes = queue.assessor.facts_of(row.draft)
    needed_codes = referenced_codes | {queue.facts.dataset.start}
    return (
        kind is not None
        and issubclass(kind, Thing)
        and not (kind.stands_alone or codes & needed_codes)
    )


def _is_new(row: NewRow, settled_rows: Mapping[str, SettledRow], queue: ReviewQueue) -> bool:
    """Whether a row is not in the facts yet; one that was settled and then changed by hand is."""
    settled_row = settled_rows.get(row.decision.draft.id)
    if settled_row is None:
        return not is_fact(queue.facts, row.value)
    return settled_row.cells != row.cells


def _is_removed(card: Card | None, settled_row: SettledRow, row: NewRow | None) -> bool:
    """Whether a person has taken back or changed a settled row."""
    if row is not None:
        return row.cells != settled_row.cells
    return card is None or card.state != Action.REOPENED


def without_rows(
    rows: Iterable[Mapping[str, str]], removed: Iterable[SettledRow]
) -> tuple[Mapping[str, str], ...]:
    """The rows of a table without those that are taken out, cell for cell."""
    removed_cells = {row.cells for row in removed}
    return tuple(row for row in rows if _filled_cells(row) not in removed_cells)


def _filled_cells(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((column, cell) for column, cell in row.items() if cell))
