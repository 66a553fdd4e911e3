"""The questions of the catalogue that a thing can be the subject of."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.facts import Facts
from queries.catalogue import Question, ValueType, questions


@dataclass(frozen=True)
class ThingQuestion:
    """A question, and the parameter that takes the thing's code."""

    question: Question
    parameter: str


def questions_for(facts: Facts, code: str) -> tuple[ThingQuestion, ...]:
    """The questions with a parameter of the thing's kind, those with fewest parameters first."""
    kind = type(facts.things[code]).__name__
    matching = [
        ThingQuestion(question, parameter.key)
        for question in questions().values()
        for parameter in question.parameters[:1]
        if not isinstance(parameter.type, ValueType) and kind in parameter.type
    ]
    return tuple(sorted(matching, key=lambda match: len(match.question.parameters)))
