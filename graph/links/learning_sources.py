"""Who a place learned from, and who it has a mechanism from, according to statements."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.facts import Facts
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import Adoption, DerivedFrom, LearnedFrom


@dataclass(frozen=True)
class Lesson:
    """The actor or model that was learned from, when (EDTF), and the id of the statement."""

    teacher: str
    when: str | None
    statement: str


def lessons_of(facts: Facts, learner: str) -> list[Lesson]:
    """All statements of a learner's lessons, also planned and denied ones."""
    return [
        Lesson(statement.teacher, statement.when, id)
        for id in facts.statements_naming.get(learner, ())
        if isinstance(statement := facts.statements[id], LearnedFrom)
        and statement.learner == learner
    ]


def lessons_behind(facts: Facts, adoption: Adoption) -> list[Lesson]:
    """The teachers of the model under which an adopter took up a mechanism.

    These are the lessons that name the model or one from which it is derived; if there are none,
    the models from which it is derived. Lessons about something else do not count.
    """
    if adoption.model is None:
        return []
    origins = [lesson for lesson in _origins(facts, adoption.model) if _is_deed(facts, lesson)]
    models = {adoption.model, *(lesson.teacher for lesson in origins)}
    lessons = [
        lesson
        for lesson in lessons_of(facts, adoption.adopter)
        if _is_deed(facts, lesson) and models & _names(facts, lesson)
    ]
    return lessons or origins


def _origins(facts: Facts, model: str) -> list[Lesson]:
    return [
        Lesson(statement.origin, statement.when, id)
        for id in facts.statements_naming.get(model, ())
        if isinstance(statement := facts.statements[id], DerivedFrom) and statement.model == model
    ]


def _names(facts: Facts, lesson: Lesson) -> set[str]:
    statement = facts.statements[lesson.statement]
    return {lesson.teacher, statement.model or ""} if isinstance(statement, LearnedFrom) else set()


def _is_deed(facts: Facts, lesson: Lesson) -> bool:
    return facts.statements[lesson.statement].stance in FIRM_STANCES
