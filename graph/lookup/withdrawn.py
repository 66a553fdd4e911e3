"""The withdrawn statements of a source, and standing statements that say the same."""

from __future__ import annotations

from graph.model.facts import Facts
from graph.model.statement_content import content_values
from graph.model.withdrawal import Withdrawal


def still_said(facts: Facts, withdrawal: Withdrawal) -> tuple[str, ...]:
    """The ids of the standing statements that say the same as a withdrawn one."""
    kind, content = type(withdrawal.statement), content_values(withdrawal.statement)
    return tuple(
        id
        for id, statement in facts.statements.items()
        if type(statement) is kind and content_values(statement) == content
    )


def resting_on(facts: Facts, source: str) -> tuple[str, ...]:
    """The ids of the withdrawn statements that rest on a source, in the order of its text."""
    ids = [id for id, past in facts.withdrawn.items() if past.statement.source == source]
    return tuple(sorted(ids, key=lambda id: facts.withdrawn[id].statement.start))
