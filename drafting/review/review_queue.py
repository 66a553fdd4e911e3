"""All drafts of a facts folder with their states, by the files of drafts and the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from drafting.decisions.decision import (
    ADMITTING_ACTIONS,
    Action,
    Decision,
    decision_from_object,
    decision_object,
)
from drafting.decisions.identity import Identity, identity_from_object
from drafting.decisions.line_log import LineLog
from drafting.decisions.standing_decisions import StandingDecisions
from drafting.drafts.draft import Draft
from drafting.review.card import Card
from drafting.review.draft_folder import SOURCE, DraftFolder, in_queue_order
from drafting.review.identity_doubts import IdentityDoubts
from drafting.review.identity_review import rows_on_ended_links
from drafting.review.reopening import DrafterVersions, is_reopened
from drafting.review.row_assessor import RowAssessor
from drafting.rows.readings import other_readings
from drafting.rows.settled_rows import read_settled_rows
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts


class ReviewQueue:
    """The cards of all drafts; make it with `open`. Its log is the only thing that it writes."""

    def __init__(self, folder: DraftFolder, facts: Facts, copies: Copies | None) -> None:
        self.folder, self.facts, self.copies = folder, facts, copies
        self._log = LineLog(folder.decision_log, decision_from_object)
        self.standing_decisions = StandingDecisions(self._log.new_entries())
        self._identity_log = LineLog(folder.identity_log, identity_from_object)
        self.identities: tuple[Identity, ...] = ()
        self._read_drafts()

    @classmethod
    def open(cls, facts_folder: Path, sources_folder: Path | None) -> ReviewQueue:
        """Raises BadFacts or FolderMissing for a folder of no facts, ActionRefused and BadLog."""
        copies = Copies(sources_folder) if sources_folder else None
        return cls(DraftFolder(facts_folder), read_facts(facts_folder), copies)

    @property
    def cards(self) -> Mapping[str, Card]:
        """The cards by the ids of their drafts, in the order of the queue."""
        return self._cards

    @property
    def assessor(self) -> RowAssessor:
        """It checks a row against the accepted rows and the facts."""
        return self._assessor

    def basis(self, draft: Draft) -> str:
        """The versions of a draft's drafter that have proposed rows of its source."""
        return self._versions.basis(draft)

    def wants_second_reader(self, card: Card, curator: str) -> bool:
        """Whether others alone have accepted a row, and none of them as its second reader."""
        decision = card.decision
        if decision is None or not card.is_accepted or decision.is_second_reading:
            return False
        readings = self.standing_decisions.decisions_on(card.draft.id)
        readers = {d.curator for d in readings if d.admits and d.cells == decision.cells}
        return curator not in readers

    def refresh(self) -> None:
        """Reads the decisions and drafts that other processes have written meanwhile."""
        for decision in self._log.new_entries():
            self.standing_decisions.take(decision)
        self._read_drafts()

    @contextmanager
    def lock(self) -> Iterator[tuple[Decision, ...]]:
        """Keeps other processes from deciding; returns their decisions since the last reading."""
        with self._log.lock():
            yield self.take_new_decisions()

    def take_new_decisions(self) -> tuple[Decision, ...]:
        """Takes in the decisions of other processes since the last reading, and returns them."""
        decisions = tuple(self._log.new_entries())
        for decision in decisions:
            self._take(decision)
        if decisions:
            self._renew()
        return decisions

    def append(self, decision: Decision) -> None:
        """Adds a decision to the log; call it within `lock`."""
        self._log.append(decision_object(decision))
        for entry in self._log.new_entries():
            self._take(entry)
        self._renew()

    def _read_drafts(self) -> None:
        """The drafts of the files and of the log, and the states of all."""
        files = self.folder.drafts()
        self.settled_rows = read_settled_rows(self.folder.settled_file)
        self.identities += tuple(self._identity_log.new_entries())
        self._versions = DrafterVersions(files)
        drafts = dict(self.standing_decisions.drafts) | {draft.id: draft for draft in files}
        self._drafts = {d.id: d for d in in_queue_order(drafts.values())}
        self._readings = other_readings(self._drafts.values())
        sources = [draft for draft in self._drafts.values() if draft.kind == SOURCE]
        doubts = IdentityDoubts(self.identities)
        self._assessor = RowAssessor(
            self.facts, self.copies, {}, self.settled_rows, sources, doubts
        )
        self._states = {id: self._state(id) for id in self._drafts}
        self._renew()

    def _take(self, decision: Decision) -> None:
        self.standing_decisions.take(decision)
        draft = decision.draft
        if draft.id not in self._drafts:
            drafts = [*self._drafts.values(), draft]
            self._drafts = {d.id: d for d in in_queue_order(drafts)}
        self._states[draft.id] = self._state(draft.id)

    def _renew(self) -> None:
        """Makes the cards again after decisions."""
        decisions = {id: self.standing_decisions.decision_on(id) for id in self._drafts}
        accepted = {
            id: d.row for id, d in decisions.items() if d and self._states[id] in ADMITTING_ACTIONS
        }
        self._assessor = self._assessor.with_accepted_rows(accepted)
        self._cards = {
            id: Card(
                draft, self._states[id], decisions[id], self._assessor, self._readings.get(id, ())
            )
            for id, draft in self._drafts.items()
        }

    def _state(self, id: str) -> str:
        decision = self.standing_decisions.decision_on(id)
        if decision is None:
            return ""
        must_reopen = is_reopened(decision, self._versions, self._assessor) or bool(
            rows_on_ended_links(self.identities, [decision])
        )
        return (Action.REOPENED if must_reopen else decision.action).value
