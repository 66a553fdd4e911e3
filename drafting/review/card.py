"""A draft as a reviewer sees it: its state, the doubts about it, and similar statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from drafting.decisions.decision import ADMITTING_ACTIONS, Action, Decision
from drafting.decisions.review_error import Doubt, sentence
from drafting.drafts.draft import Draft
from drafting.lint.finding import FindingCode
from drafting.review.row_assessor import RowAssessor
from drafting.rows.readings import common_cells
from drafting.rows.similar_statements import Similarity, SimilarStatement
from drafting.rows.typed_row import KINDS
from ontology.schema.kinds import Source, Thing
from texts.tables import BilingualText

# The states of drafts that wait for a decision; "" means that nobody has decided on it.
OPEN_STATES = frozenset({"", Action.LATER.value, Action.REOPENED.value})


@dataclass(frozen=True)
class Card:
    """One draft of the queue.

    `state` is "" or the value of an Action, `decision` the decision that stands; `other_readings`
    are the drafts that read its passage differently. Slow parts are computed when they are needed.
    """

    draft: Draft
    state: str
    decision: Decision | None
    assessor: RowAssessor
    other_readings: tuple[Draft, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.state in OPEN_STATES

    @property
    def row(self) -> Draft:
        """The draft with the cells of the decision that accepted it, or put it off."""
        has_cells = self.decision and (self.decision.admits or self.state == Action.LATER)
        return self.decision.row if self.decision and has_cells else self.draft

    @property
    def is_accepted(self) -> bool:
        """Whether its row may enter the facts."""
        return self.state in ADMITTING_ACTIONS

    @property
    def is_superseded(self) -> bool:
        """Whether it proposes a thing that another accepted row, or the facts, have already."""
        kind = KINDS.get(self.draft.kind)
        if self.is_accepted or kind is None or not issubclass(kind, Thing) or kind is Source:
            return False
        names = (self.draft.cell("name_zh"), self.draft.cell("name_en"))
        is_known = any((kind.__name__, name) in self.assessor.codes for name in names if name)
        return is_known or self.draft.cell("code") in self.assessor.things

    @cached_property
    def findings(self) -> tuple[Doubt, ...]:
        """All doubts about its row, blocking ones first."""
        doubts = self.assessor.doubts(self.row, self.draft.id)
        reading_doubts = tuple(self._reading_doubts) if self.other_readings else ()
        conflict = FindingCode.CONFLICT.value if reading_doubts else ""
        return (*(doubt for doubt in doubts if doubt.code != conflict), *reading_doubts)

    @property
    def _reading_doubts(self) -> Iterator[Doubt]:
        """Each cell that another draft reads differently, beside the other value."""
        for other in self.other_readings:
            for column, cell, other_cell in common_cells(self.row, other):
                if cell != other_cell:
                    own_name, other_name = self._name(cell), self._name(other_cell)
                    message = sentence("other_reading", ours=own_name, theirs=other_name)
                    yield Doubt(FindingCode.CONFLICT.value, column, message, blocks=False)

    @property
    def likely_action(self) -> Action | None:
        """The likely decision: no to a duplicate, yes to a row that another source states too."""
        relations = {statement.relation for statement in self.similar_statements}
        if Similarity.DUPLICATE in relations:
            return Action.REJECTED
        return Action.ACCEPTED if relations and not self.blockers else None

    def _name(self, cell: str) -> BilingualText:
        """The name of the thing of a code; any other cell as it is."""
        thing = self.assessor.things.get(cell)
        return (
            BilingualText(thing.name("zh"), thing.name("en"))
            if thing
            else BilingualText(cell, cell)
        )

    @property
    def blockers(self) -> tuple[Doubt, ...]:
        """The findings that block its acceptance."""
        return tuple(doubt for doubt in self.findings if doubt.blocks)

    @cached_property
    def candidates(self) -> Mapping[str, tuple[str, ...]]:
        """Up to five codes for each column that names a thing."""
        return self.assessor.candidates(self.row)

    @cached_property
    def similar_statements(self) -> tuple[SimilarStatement, ...]:
        """Statements that say the same, those of the same source first."""
        return self.assessor.similar_statements(self.row, self.draft.id)
