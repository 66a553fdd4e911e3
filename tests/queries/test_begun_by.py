"""By which day a lesson has begun for certain: alike in Python, Cypher, SPARQL and the measures."""

from __future__ import annotations

from datetime import date

import pytest

from diffusion.study.decimal_years import decimal_year
from diffusion.study.from_facts import FactSelection, study_from_facts
from graph.model.facts import Facts, build_facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from ontology.schema.edtf import edtf_interval
from ontology.schema.kinds import LearnedFrom, Stance
from queries.ask import ask
from queries.catalogue import questions

TEACHER = "11"
DATES = (
    "2019/..",
    "2019-04/..",
    "2019-02/..",
    "2019-04-30/..",
    "2019~/..",
    "201X/..",
    "2019-04",
    "2018/2019-04",
    "../2019-04",
    "2019-04-30",
    None,
)
DAYS = ("2019-02-27", "2019-02-28", "2019-04-29", "2019-04-30", "2019-12-31", "2020-12-31")


@pytest.fixture(scope="module")
def lessons(small_facts) -> Facts:
    """A learner for each date, who learned from the same place."""
    place, lesson = small_facts.things["12"], small_facts.statements_of(LearnedFrom)[0]
    learners = {f"learner-{number}": when for number, when in enumerate(DATES)}
    places = [place.model_copy(update={"code": code, "name_en": code}) for code in learners]
    told = {"teacher": TEACHER, "when_written": None, "stance": Stance.STATED}
    statements = [
        lesson.model_copy(update={**told, "learner": code, "when": when})
        for code, when in learners.items()
    ]
    return build_facts(small_facts.dataset, [*small_facts.things.values(), *places], statements)


@pytest.fixture(scope="module")
def certain(lessons, stores):
    """The learners who are certain by a day, in Cypher and in SPARQL."""
    question = questions()["who_learned_until"]
    embedded = EmbeddedStore.open(property_graph(lessons), cache=stores)
    sparql = SparqlStore(lessons)

    def ask_both(day: str) -> list[set[object]]:
        values: dict[str, str | int] = {"place": TEACHER, "until": day}
        answers = [
            ask(question, values, s, n) for s, n in ((embedded, "cypher"), (sparql, "sparql"))
        ]
        keys = [column.key for column in question.columns]
        who, how = keys.index("learner"), keys.index("certainty")
        return [{row[who] for row in a.rows if row[how] == "certain"} for a in answers]

    yield ask_both
    embedded.close()
    sparql.close()


@pytest.mark.parametrize("day", DAYS)
def test_both_query_languages_agree_with_the_interval(lessons, certain, day):
    expected = {
        statement.learner
        for statement in lessons.statements_of(LearnedFrom)
        if statement.when
        and (begun := edtf_interval(statement.when).begun_by) is not None
        and begun <= date.fromisoformat(day)
    }
    assert certain(day) == [expected, expected]


def test_the_ties_of_a_study_begin_by_the_same_day(lessons):
    ties = {tie.learner: tie.when for tie in study_from_facts(lessons, FactSelection()).ties}
    for statement in lessons.statements_of(LearnedFrom):
        begun = edtf_interval(statement.when).begun_by if statement.when else None
        latest = ties[statement.learner].latest
        assert latest == (float("inf") if begun is None else decimal_year(begun))
