"""From whom a place learned, and from whom it has a mechanism: only what statements tell."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.facts import Facts
from ontology.schema.kinds import Adoption, DerivedFrom, LearnedFrom, Stance

DEEDS = (Stance.STATED, Stance.IMPLIED)


@dataclass(frozen=True)
class Lesson:
    """Who or which model was learned from, when (EDTF), and the id of the statement."""

    teacher: str
    when: str | None
    statement: str


def lessons_of(facts: Facts, learner: str) -> list[Lesson]:
    """All that is told of a learner's lessons, planned and denied ones too."""
    return [
        Lesson(said.teacher, said.when, id)
        for id in facts.statements_naming.get(learner, ())
        if isinstance(said := facts.statements[id], LearnedFrom) and said.learner == learner
    ]


def lessons_behind(facts: Facts, adoption: Adoption) -> list[Lesson]:
    """From whom an adopter has the model under which it took a mechanism up.

    A lesson that names the model, or a model from which it is derived, tells; else that it is
    derived does. A lesson about something else tells nothing of this mechanism.
    """
    if adoption.model is None:
        return []
    origins = [one for one in _origins(facts, adoption.model) if _is_deed(facts, one)]
    models = {adoption.model, *(one.teacher for one in origins)}
    lessons = [
        one
        for one in lessons_of(facts, adoption.adopter)
        if _is_deed(facts, one) and models & _names(facts, one)
    ]
    return lessons or origins


def _origins(facts: Facts, model: str) -> list[Lesson]:
    return [
        Lesson(said.origin, said.when, id)
        for id in facts.statements_naming.get(model, ())
        if isinstance(said := facts.statements[id], DerivedFrom) and said.model == model
    ]


def _names(facts: Facts, lesson: Lesson) -> set[str]:
    said = facts.statements[lesson.statement]
    return {lesson.teacher, said.model or ""} if isinstance(said, LearnedFrom) else set()


def _is_deed(facts: Facts, lesson: Lesson) -> bool:
    return facts.statements[lesson.statement].stance in DEEDS
