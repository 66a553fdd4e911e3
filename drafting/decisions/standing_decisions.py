"""The standing decision on each draft: the last one that is not undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafting.decisions.decision import Action, Decision
from drafting.drafts.draft import Draft


class StandingDecisions:
    """The decisions of a log in their order, and those that stand."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._by_draft: dict[str, list[Decision]] = {}
        self._order: list[Decision] = []
        self._drafts: dict[str, Draft] = {}
        self._by_order: dict[str, list[Decision]] = {}
        for decision in decisions:
            self.take(decision)

    def take(self, decision: Decision) -> None:
        """Adds the next line of the log; an undoing removes the last standing decision."""
        self._drafts[decision.draft.id] = decision.draft
        if decision.order:
            self._by_order.setdefault(decision.order, []).append(decision)
        stack = self._by_draft.setdefault(decision.draft.id, [])
        if decision.action is not Action.UNDONE:
            stack.append(decision)
            self._order.append(decision)
        elif stack:
            undone = stack.pop()
            self._order = [entry for entry in self._order if entry is not undone]

    def decision_on(self, draft: str) -> Decision | None:
        """The standing decision on a draft, if there is one."""
        stack = self._by_draft.get(draft)
        return stack[-1] if stack else None

    def decisions_on(self, draft: str) -> tuple[Decision, ...]:
        """Every decision on a draft that is not undone, the oldest first."""
        return tuple(self._by_draft.get(draft, ()))

    def decisions_of_order(self, order: str) -> tuple[Decision, ...]:
        """Every line of the log that carries out an order of a page, also if it is undone."""
        return tuple(self._by_order.get(order, ()))

    def last_decision_of(self, curator: str) -> Decision | None:
        """The last standing decision of a curator: the one that undoing takes back."""
        decisions = (d for d in reversed(self._order) if d.curator == curator)
        return next(
            (decision for decision in decisions if self.decision_on(decision.draft.id) is decision),
            None,
        )

    def batch_of(self, decision: Decision) -> tuple[Decision, ...]:
        """The standing decisions taken together with one, that one first."""
        other_decisions = [
            d
            for d in self._order
            if decision.batch
            and (d.batch, d.curator) == (decision.batch, decision.curator)
            and self.decision_on(d.draft.id) is d
            and d is not decision
        ]
        return (decision, *other_decisions)

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """Every draft ever decided on by its id, also if the decision is undone."""
        return self._drafts

    def admitting_decisions(self) -> Iterator[Decision]:
        """The standing decisions that let a row into the facts."""
        for draft in self._by_draft:
            decision = self.decision_on(draft)
            if decision is not None and decision.admits:
                yield decision
