"""The question to begin with, and values that have an answer, whatever the facts hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from graph.model.facts import Facts
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import (
    Adoption,
    Endorsement,
    LearnedFrom,
    Measurement,
    Statement,
)
from queries.catalogue import QuestionParameter

# Each question with the kind of statement that it needs; the first kind in the facts decides.
BEGINNINGS: Mapping[str, type[Statement]] = {
    "who_learned_from": LearnedFrom,
    "who_took_up": Adoption,
    "figures_of_indicator": Measurement,
    "endorsements": Endorsement,
}
# This question has an answer for any facts with a statement.
ALWAYS_ANSWERED = "coverage_by_source"
# The field of the statement that a question's parameter stands for.
FIELDS = {
    ("who_learned_from", "place"): "teacher",
    ("who_took_up", "mechanism"): "mechanism",
    ("figures_of_indicator", "indicator"): "indicator",
}


def first_question(facts: Facts) -> str:
    """The name of the question that the page begins with: one that these facts answer."""
    return next(
        (key for key, kind in BEGINNINGS.items() if any(_firm_statements(facts, kind))),
        ALWAYS_ANSWERED,
    )


def first_value(
    facts: Facts, question: str, parameter: QuestionParameter, options: Sequence[str]
) -> str | None:
    """The thing that a question is first asked about: one of these codes, None of none.

    The worked example and the start of the dataset come first, then what most statements name, in
    the parameter's role where that is known.
    """
    counts = _counts(facts, question, parameter)
    likely = [str(parameter.example), facts.dataset.start or ""]
    likely_options = [code for code in likely if code in options]
    best = max(options, key=lambda code: counts.get(code, 0), default=None)
    return next((code for code in likely_options if counts.get(code)), best)


def _counts(facts: Facts, question: str, parameter: QuestionParameter) -> Mapping[str, int]:
    """How many statements name each thing, in the parameter's role where that is known."""
    field = FIELDS.get((question, parameter.key))
    if field is None:
        return {code: len(ids) for code, ids in facts.statements_naming.items()}
    return Counter(map(attrgetter(field), _firm_statements(facts, BEGINNINGS[question])))


def _firm_statements(facts: Facts, kind: type[Statement]) -> Iterator[Statement]:
    return (
        statement for statement in facts.statements_of(kind) if statement.stance in FIRM_STANCES
    )
