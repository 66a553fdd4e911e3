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

DAY = len("2026-11-29")


@dataclass(frozen=True)
class NewRow:
    """A row to be added: the decision that lets it in, its filled cells, and its value."""

    decision: Decision
    cells: tuple[tuple[str, str], ...]
    value: Kind

    @property
    def settled(self) -> SettledRow:
        """The row as the file of settled rows keeps it."""
        draft = self.decision.draft
        return SettledRow(draft.id, draft.kind, draft.source, self.cells)


@dataclass(frozen=True)
class RowChanges:
    """The changes of the tables: added rows, and removed rows that are no longer accepted."""

    added: tuple[NewRow, ...]
    removed: tuple[SettledRow, ...]


def row_changes(queue: ReviewQueue, source: str) -> RowChanges:
    """The changes of one source.

    Things are added if an added row names them, or if they may stand alone. Raises
    ActionRefused with all accepted rows that cannot be read.
    """
    rows, settled = _accepted_rows(queue), queue.settled
    needed = set(_needed(rows, source, queue))
    changed = [row for id, row in rows.items() if id in needed and _is_new(row, settled, queue)]
    ended = [
        row
        for id, row in settled.items()
        if row.source == source and _is_ended(queue.cards.get(id), row, rows.get(id))
    ]
    ended += _idle_things(queue, changed, ended)
    return RowChanges(tuple(changed), tuple(ended))


def _accepted_rows(queue: ReviewQueue) -> Mapping[str, NewRow]:
    """Every accepted row of the queue by its draft."""
    accepted = [
        card.decision for card in queue.cards.values() if card.is_accepted and card.decision
    ]
    codes = codes_by_name(queue.assessor.things.values())
    rows, reasons = {}, []
    for decision in accepted:
        draft = with_codes(decision.row, codes)
        row = typed_row(draft, _first_reader(queue, decision), decision.decided_at[:DAY])
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
        d for d in queue.standing.decisions_on(decision.draft.id) if d.admits and not d.second
    ]
    same = [reading for reading in readings if reading.cells == decision.cells]
    return same[-1].curator if same else decision.curator


def _needed(rows: Mapping[str, NewRow], source: str, queue: ReviewQueue) -> Iterator[str]:
    """The drafts of a source's statements and free-standing things, and of all that they name."""
    by_code = {row.value.code: id for id, row in rows.items() if isinstance(row.value, Thing)}
    waiting = [
        id
        for id, row in rows.items()
        if row.decision.draft.source == source
        and (row.value.stands_alone or not isinstance(row.value, Thing))
    ]
    visited: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id in visited:
            continue
        visited.add(id)
        yield id
        codes = (code for _, code in references(rows[id].value))
        waiting += [by_code[code] for code in codes if code in by_code]


def _idle_things(
    queue: ReviewQueue, added: list[NewRow], ended: list[SettledRow]
) -> list[SettledRow]:
    """Settled things that no row names any more when these rows are gone."""
    idle: list[SettledRow] = []
    while True:
        removed_names = {
            name for row in (*ended, *idle) for name in queue.assessor.facts_of(row.draft)
        }
        facts = {**queue.facts.things, **queue.facts.statements}
        remaining = [value for name, value in facts.items() if name not in removed_names]
        values = (*remaining, *(row.value for row in added))
        named = {code for value in values for _, code in references(value)}
        more = [
            row
            for row in queue.settled.values()
            if row not in ended and row not in idle and _is_idle(row, queue, named)
        ]
        if not more:
            return idle
        idle += more


def _is_idle(row: SettledRow, queue: ReviewQueue, named: set[str]) -> bool:
    kind = KINDS.get(row.kind)
    codes = queue.assessor.facts_of(row.draft)
    needed = named | {queue.facts.dataset.start}
    return (
        kind is not None and issubclass(kind, Thing) and not (kind.stands_alone or codes & needed)
    )


def _is_new(row: NewRow, settled: Mapping[str, SettledRow], queue: ReviewQueue) -> bool:
    """Whether a row is not in the facts yet; one that was settled and then changed by hand is."""
    before = settled.get(row.decision.draft.id)
    if before is None:
        return not is_fact(queue.facts, row.value)
    return before.cells != row.cells


def _is_ended(card: Card | None, settled: SettledRow, row: NewRow | None) -> bool:
    """Whether a person has taken back or changed a settled row."""
    if row is not None:
        return row.cells != settled.cells
    return card is None or card.state != Action.REOPENED


def without_rows(
    rows: Iterable[Mapping[str, str]], removed: Iterable[SettledRow]
) -> tuple[Mapping[str, str], ...]:
    """The rows of a table without those that are taken out, cell for cell."""
    removed_cells = {row.cells for row in removed}
    return tuple(row for row in rows if _filled(row) not in removed_cells)


def _filled(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((column, cell) for column, cell in row.items() if cell))
