"""The withdrawn statements of a source or of a line, and standing statements that say the same."""

from __future__ import annotations

from graph.model.fact import distinct_facts, edge_id, fact_edges
from graph.model.facts import Facts
from graph.model.statement_content import content_values
from graph.model.withdrawal import Withdrawal


def equal_statements(facts: Facts, withdrawal: Withdrawal) -> tuple[str, ...]:
    """The ids of the standing statements that say the same as a withdrawn one."""
    kind, content = type(withdrawal.statement), content_values(withdrawal.statement)
    return tuple(
        id
        for id, statement in facts.statements.items()
        if type(statement) is kind and content_values(statement) == content
    )


def withdrawn_of_source(facts: Facts, source: str) -> tuple[str, ...]:
    """The ids of the withdrawn statements that rest on a source, in the order of its text."""
    ids = [id for id, past in facts.withdrawn.items() if past.statement.source == source]
    return tuple(sorted(ids, key=lambda id: facts.withdrawn[id].statement.start))


def withdrawn_at(facts: Facts, id: str) -> tuple[str, ...]:
    """The withdrawn statement of this id, or those of the line with this id, in their order."""
    if id in facts.withdrawn:
        return (id,)
    statements = {past: withdrawal.statement for past, withdrawal in facts.withdrawn.items()}
    lines = fact_edges(distinct_facts(statements))
    of_line = {
        past
        for edge in lines
        if edge_id(edge.start, edge.type, edge.end) == id
        for past in edge.fact.statement_ids
    }
    return tuple(past for past in facts.withdrawn if past in of_line)
