"""Statements that say the same as a draft: duplicates, and those of other sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.model.statement_content import references, statement_id
from ontology.schema.kinds import Measurement, Statement


class Similarity(StrEnum):
    """The relation of a statement to a draft that says the same."""

    DUPLICATE = "duplicate"  # the same source says it
    ALSO_SAID_BY = "also_said_by"  # another source says it


@dataclass(frozen=True)
class SimilarStatement:
    """A statement about the same things, and for a figure with the same value."""

    id: str
    relation: Similarity
    statement: Statement


class StatementIndex:
    """Statements by their content; each has its own key."""

    def __init__(self, statements: Iterable[tuple[str, Statement]]) -> None:
        self._by_content: dict[object, list[tuple[str, Statement]]] = defaultdict(list)
        for key, statement in statements:
            self._by_content[_content(statement)].append((key, statement))

    def similar_statements(
        self, statement: Statement, excluded_ids: Collection[str] = ()
    ) -> tuple[SimilarStatement, ...]:
        """The statements that say the same, without these keys; those of the same source first."""
        statements = self._by_content.get(_content(statement), ())
        matches = (
            self._similar_statement(statement, other)
            for key, other in statements
            if key not in excluded_ids
        )
        return tuple(sorted(matches, key=lambda match: (match.relation != "duplicate", match.id)))

    @staticmethod
    def _similar_statement(statement: Statement, other: Statement) -> SimilarStatement:
        is_same = statement.source == other.source
        relation = Similarity.DUPLICATE if is_same else Similarity.ALSO_SAID_BY
        return SimilarStatement(statement_id(other), relation, other)


def _content(statement: Statement) -> object:
    """Kind and things; for a figure also value and period. Other roles do not count."""
    things: Mapping[str, str] = {
        column: code
        for column, code in references(statement)
        if column not in ("source", "pioneer_in")
    }
    figure = (statement.value, statement.period) if isinstance(statement, Measurement) else ()
    return type(statement), tuple(sorted(things.items())), figure
