"""The context of a statement: its fact, its neighbours at the same spot, its history."""

from __future__ import annotations

from graph.model.fact import Fact
from graph.model.facts import Facts
from ontology.schema.kinds import Statement


def fact_of(facts: Facts, id: str) -> Fact | None:
    """The fact that a statement belongs to; None if it is no longer valid."""
    return next((fact for fact in facts.distinct_facts if id in fact.statement_ids), None)


def statements_at_same_spot(facts: Facts, id: str) -> tuple[str, ...]:
    """The ids of the other standing statements whose main spot shares characters with this one's.

    They are in the order of the text.
    """
    statement = statement_or_withdrawn(facts, id)
    ids = [
        other
        for other in facts.statements_naming.get(statement.source, ())
        if other != id and _shares_spot(statement, facts.statements[other])
    ]
    return tuple(sorted(ids, key=lambda other: facts.statements[other].start))


def replaced_statements(facts: Facts, id: str) -> tuple[str, ...]:
    """The ids of the withdrawn statements that a statement succeeds, the latest first."""
    ids = [past for past, withdrawal in facts.withdrawn.items() if withdrawal.replaced_by == id]
    return tuple(sorted(ids, key=lambda past: facts.withdrawn[past].day, reverse=True))


def statement_or_withdrawn(facts: Facts, id: str) -> Statement:
    """A valid statement, or one that was withdrawn; raises KeyError for an unknown id."""
    withdrawal = facts.withdrawn.get(id)
    return withdrawal.statement if withdrawal else facts.statements[id]


def _shares_spot(statement: Statement, other: Statement) -> bool:
    is_there = other.source == statement.source
    return is_there and other.start < statement.end and statement.start < other.end
