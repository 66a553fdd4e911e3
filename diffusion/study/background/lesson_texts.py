"""Lessons that are known only because their learner adopted: they cannot explain the adoption."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.model.fact import Fact
from graph.model.facts import Facts
from ontology.schema.kinds import LearnedFrom, SourceType, Stance, Statement

# The statements of each adoption, by mechanism and adopter.
Deeds = Mapping[tuple[str, str], Iterable[Statement]]


def lessons_because_of_adoptions(
    facts: Facts, lessons: Iterable[Fact], deeds: Deeds
) -> dict[str, frozenset[str]]:
    """The ids of the lessons that no source states apart from the adoption, by mechanism.

    A text that states an adoption mentions the lesson because of the adoption. So a lesson counts
    as recorded apart only if some source states it that does not state the learner's adoption of
    the mechanism; of a data table, if some row does. Whoever did not adopt has no such text: its
    lessons were not recorded, and with them every lesson would seem to lead to adoption.
    """
    by_learner: dict[str, list[Fact]] = defaultdict(list)
    for fact in lessons:
        assert isinstance(fact.statement, LearnedFrom)
        by_learner[fact.statement.learner].append(fact)
    because: dict[str, set[str]] = defaultdict(set)
    for (mechanism, adopter), statements in deeds.items():
        stated = tuple(statements)
        for fact in by_learner.get(adopter, ()):
            if all(_tells_an_adoption(facts, lesson, stated) for lesson in fact.statements):
                because[mechanism].add(fact.id)
    return {mechanism: frozenset(ids) for mechanism, ids in because.items()}


def _tells_an_adoption(facts: Facts, lesson: Statement, deeds: Iterable[Statement]) -> bool:
    """Whether the text of a lesson, or its row of a data table, states one of the adoptions."""
    is_table = facts.source_of(lesson).type is SourceType.DATASET
    return any(
        deed.source == lesson.source and (not is_table or _same_spot(lesson, deed))
        for deed in deeds
        if deed.stance is not Stance.DENIED
    )


def _same_spot(first: Statement, second: Statement) -> bool:
    return any(
        span.start < other.end and other.start < span.end
        for span in first.spans
        for other in second.spans
    )
