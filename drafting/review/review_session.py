"""The session of a named curator at the queue of drafts: cards, and decisions on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from drafting.decisions.decision import Action, Decision, RejectionReason
from drafting.decisions.review_error import ActionRefused, Doubt, NotConfirmed, RowBlocked, sentence
from drafting.drafts.draft import Draft, filled_cells
from drafting.review.card import Card
from drafting.review.card_batch import MAX_BATCH, cards_alike
from drafting.review.review_queue import ReviewQueue

Clock = Callable[[], datetime]
Cells = Mapping[str, str]


class ReviewSession:
    """The drafts of a facts folder for a curator; make it with `open`.

    Every method that decides returns when its line of the log is on the disk. All raise
    ActionRefused for a decision that may not be made, LogBusy, BadLog, and OSError if the log
    cannot be written.
    """

    def __init__(self, queue: ReviewQueue, curator: str, clock: Clock) -> None:
        if not curator.strip():
            raise ActionRefused(sentence("who_decides"))
        self.queue, self.curator, self._clock = queue, curator.strip(), clock
        self._display_times: dict[str, str] = {}
        # Who has decided on a draft meanwhile, until the curator has been told.
        self._deciders: dict[str, str] = {}
        self._order = ""

    @classmethod
    def open(
        cls, facts_folder: Path, sources_folder: Path | None, curator: str, clock: Clock
    ) -> ReviewSession:
        """Raises BadFacts or FolderMissing for a folder of no facts, ActionRefused and BadLog."""
        return cls(ReviewQueue.open(facts_folder, sources_folder), curator, clock)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All drafts: sources first, then the bands sure, look and guess in the text's order."""
        return tuple(self.queue.cards.values())

    @property
    def waiting_cards(self) -> tuple[Card, ...]:
        """The cards that wait for a decision, those put off at the end."""
        cards = [card for card in self.cards if card.is_open and not card.is_superseded]
        return tuple(sorted(cards, key=lambda card: card.state == Action.LATER))

    @property
    def second_queue(self) -> tuple[Card, ...]:
        """The rows that others have accepted and no second reader has confirmed."""
        wants_reader = self.queue.wants_second_reader
        return tuple(card for card in self.cards if wants_reader(card, self.curator))

    def card(self, id: str) -> Card:
        """The card of a draft. Raises ActionRefused if there is no such draft."""
        if id not in self.queue.cards:
            raise ActionRefused(sentence("no_draft", id=id))
        return self.queue.cards[id]

    def show(self, id: str) -> Card:
        """The card of a draft; from now on it counts as shown to the curator."""
        self.note_display(id)
        return self.card(id)

    def note_display(self, id: str) -> None:
        """From now on a row counts as shown to the curator, also one that has no draft yet."""
        self._display_times[id] = self._now()

    @contextmanager
    def carrying_out(self, order: str) -> Iterator[None]:
        """Every decision meanwhile carries out this order of an open page."""
        self._order = order
        try:
            yield
        finally:
            self._order = ""

    def look_again(self, id: str = "") -> str:
        """Takes in what others have decided; who has on this draft since it was last looked at."""
        self._deciders |= {d.draft.id: d.curator for d in self.queue.take_new_decisions()}
        return self._deciders.pop(id, "")

    def accept(
        self, id: str, candidate: tuple[str, str] | None = None, *, confirmed: bool = False
    ) -> Decision:
        """Accepts a draft as it is, or with a candidate: (column, code).

        A row that somebody else has accepted is confirmed by its second reader. Raises RowBlocked,
        and NotConfirmed if there are doubts and the curator has not confirmed the row.
        """
        card = self._current_card(id)
        cells = dict(card.row.cells) | (dict([candidate]) if candidate else {})
        return self._admit(card, Action.ACCEPTED, cells, confirmed=confirmed)

    def edit(self, id: str, cells: Cells, *, confirmed: bool = False) -> Decision:
        """Accepts a draft with other cells; all cells are given, empty ones may be left out.

        Raises what `accept` raises.
        """
        return self._admit(self._current_card(id), Action.EDITED, cells, confirmed=confirmed)

    def reject(self, id: str, reason: RejectionReason | str) -> Decision:
        """Rejects a draft for one of the six reasons."""
        reasons = ", ".join(RejectionReason)
        if reason not in list(RejectionReason):
            raise ActionRefused(sentence("no_reason", reason=reason, reasons=reasons))
        card = self._current_card(id)
        decision = self._decision(card, Action.REJECTED, card.draft.cells)
        return self._write(card, replace(decision, reason=RejectionReason(reason)))

    def postpone(self, id: str) -> Decision:
        """Puts a draft to the end of the queue."""
        card = self._current_card(id)
        if not card.is_open:
            raise ActionRefused(sentence("is_decided", id=id))
        return self._write(card, self._decision(card, Action.LATER, card.row.cells))

    def reopen(self, id: str) -> Decision:
        """Lets a row wait again, at the end of the queue, with its cells as decided."""
        card = self._current_card(id)
        return self._write(card, self._decision(card, Action.LATER, card.row.cells))

    def confirm(self, id: str, codes: Iterable[str]) -> Decision:
        """Notes that the curator knows of further doubts about an accepted row."""
        card = self._current_card(id)
        standing = card.decision
        if standing is None or not card.is_accepted:
            raise ActionRefused(sentence("no_draft", id=id))
        is_second = standing.is_second_reading or self.queue.wants_second_reader(card, self.curator)
        decision = self._decision(card, standing.action, standing.cells)
        doubts = tuple(sorted({*standing.doubts, *codes}))
        return self._write(card, replace(decision, doubts=doubts, is_second_reading=is_second))

    def batch_cards(self, id: str) -> tuple[Card, ...]:
        """The drafts that can be accepted together with a draft, up to twenty."""
        return cards_alike(self.cards, self.card(id).draft)

    def accept_all(self, ids: Sequence[str]) -> tuple[Decision, ...]:
        """Accepts up to twenty open drafts of the same kind and band that have no doubts."""
        cards = [self._current_card(id) for id in ids]
        has_one_kind = len({(card.draft.kind, card.draft.band) for card in cards}) == 1
        if len(cards) > MAX_BATCH or not has_one_kind or any(not card.is_open for card in cards):
            raise ActionRefused(sentence("no_batch", most=MAX_BATCH))
        if doubts := [doubt for card in cards for doubt in card.findings]:
            raise RowBlocked(doubts)
        batch = self._order or self._now()  # an order that is carried out again goes on
        decisions = []
        for card in cards:
            cells = dict(card.row.cells)
            decisions.append(self._admit(card, Action.ACCEPTED, cells, batch, confirmed=False))
        return tuple(decisions)

    def undo(self) -> Decision | None:
        """Takes back the curator's last decision, or all that were made together with it.

        Returns that decision; None if there is none.
        """
        last_decision = self.queue.standing_decisions.last_decision_of(self.curator)
        if last_decision is None:
            return None
        for decision in self.queue.standing_decisions.batch_of(last_decision):
            card = self.card(decision.draft.id)
            undoing = self._decision(card, Action.UNDONE, decision.cells)
            self._write(card, replace(undoing, batch=decision.batch))
        return last_decision

    def add(self, draft: Draft, *, confirmed: bool = False) -> Decision:
        """Accepts a row that the curator has written; the log alone holds it.

        Raises what `accept` raises.
        """
        card = self.queue.cards.get(draft.id) or Card(draft, "", None, self.queue.assessor)
        return self._admit(card, Action.ACCEPTED, dict(draft.cells), confirmed=confirmed)

    def doubts(self, draft: Draft, cells: Cells | None = None) -> tuple[Doubt, ...]:
        """The doubts about a row before anybody decides on it."""
        row = draft if cells is None else _with_cells(draft, cells)
        return self.queue.assessor.doubts(row, draft.id)

    def refresh(self) -> None:
        """Reads what other processes have decided and drafted meanwhile."""
        self.queue.refresh()

    def _admit(
        self, card: Card, action: Action, cells: Cells, batch: str = "", *, confirmed: bool
    ) -> Decision:
        is_confirmation = card.is_accepted and action is Action.ACCEPTED
        if is_confirmation and not self.queue.wants_second_reader(card, self.curator):
            raise ActionRefused(sentence("own_reading"))
        row = _with_cells(card.draft, cells)
        doubts = self.queue.assessor.doubts(row, card.draft.id)
        if any(doubt.blocks for doubt in doubts):
            raise RowBlocked(doubt for doubt in doubts if doubt.blocks)
        if doubts and not confirmed:
            raise NotConfirmed(doubts)
        codes = tuple(sorted({doubt.code for doubt in doubts}))
        decision = self._decision(card, action, row.cells)
        return self._write(
            card, replace(decision, is_second_reading=is_confirmation, doubts=codes, batch=batch)
        )

    def _decision(self, card: Card, action: Action, cells: tuple[tuple[str, str], ...]) -> Decision:
        now = self._now()
        return Decision(
            draft=card.draft,
            action=action,
            curator=self.curator,
            decided_at=now,
            cells=cells,
            shown_at=self._display_times.get(card.draft.id, now),
            basis=self.queue.basis(card.draft),
            order=self._order,
        )

    def _write(self, card: Card, decision: Decision) -> Decision:
        """Adds a decision unless somebody else has decided on the draft meanwhile."""
        with self.queue.lock() as decisions:
            self._hear(decisions, card.draft.id)
            self.queue.append(decision)
        self._display_times.pop(card.draft.id, None)
        return decision

    def _current_card(self, id: str) -> Card:
        """A draft with the decisions of others; raises ActionRefused if one is on this draft."""
        self._hear(self.queue.take_new_decisions(), id)
        return self.card(id)

    def _hear(self, decisions: Iterable[Decision], id: str) -> None:
        """Notes who else has decided; ActionRefused, once, if somebody has on this draft."""
        self._deciders |= {decision.draft.id: decision.curator for decision in decisions}
        if curator := self._deciders.pop(id, ""):
            raise ActionRefused(sentence("decided_meanwhile", curator=curator))

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")


def _with_cells(draft: Draft, cells: Cells) -> Draft:
    return replace(draft, cells=filled_cells(cells))
