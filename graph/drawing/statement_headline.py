"""A statement in one line."""

from __future__ import annotations

from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import SELF, Statement


def headline(facts: Facts, statement: Statement, language: str) -> str:
    """A statement in one line: its two ends with the words between them."""
    edges = type(statement).edges
    if edges[0].start == SELF:  # such as a figure: its subject and its indicator
        codes = [str(getattr(statement, edge.end)) for edge in edges]
        return " · ".join(facts.display_name(code, language) for code in codes)
    codes = [str(getattr(statement, end)) for end in (edges[0].start, edges[0].end)]
    between = f" {word(edges[0].type, language)} "
    return between.join(facts.display_name(code, language) for code in codes)
