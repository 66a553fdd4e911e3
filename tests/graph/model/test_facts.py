"""Facts: ids, grouping, and what lies in what."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from graph.formats.nquads import nquads
from graph.model.facts import Facts, build_facts
from graph.model.property_graph import property_graph
from graph.model.statement_content import content_values, references, statement_id
from ontology.schema.kinds import LearnedFrom, Learning, Mechanism, Place, Source, Stance
from ontology.schema.value_types import TextSpan


@pytest.fixture
def lesson(small_facts) -> LearnedFrom:
    """Dogwood learned from Cedar."""
    return next(one for one in small_facts.statements_of(LearnedFrom) if one.teacher == "21")


@pytest.mark.parametrize("seed", range(3))
def test_nothing_depends_on_the_order_of_rows(small_facts, seed):
    things, statements = list(small_facts.things.values()), list(small_facts.statements.values())
    order = random.Random(seed)
    order.shuffle(things)
    order.shuffle(statements)
    again = build_facts(small_facts.dataset, things, statements, small_facts.non_links)
    assert again == small_facts
    assert list(again.statements) == list(small_facts.statements)
    assert property_graph(again) == property_graph(small_facts)
    assert nquads(again) == nquads(small_facts)


@pytest.mark.parametrize(
    "change",
    [
        {"learner": "12"},
        {"how": Learning.VISITED},
        {"when": "2005"},
        {"when_written": "2005年"},
        {"stance": Stance.PLANNED},
        {"source": "east-gazette"},
        {"start": 0},
        {"sha256": "0" * 64},
        {"also_at": (TextSpan(0, 1, "0" * 64),)},
        {"as_of": "2006"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_id_changes_with_what_is_said_and_where(lesson, change):
    assert statement_id(lesson.model_copy(update=change)) != statement_id(lesson)


@pytest.mark.parametrize("change", [{"curator": "another"}, {"accepted": date(2030, 1, 1)}])
def test_an_id_stays_whoever_read_it_and_when(lesson, change):
    assert statement_id(lesson.model_copy(update=change)) == statement_id(lesson)


def test_an_id_is_its_kind_and_a_hash(small_facts):
    for id, statement in small_facts.statements.items():
        assert re.fullmatch(r"[a-z_]+-[0-9a-f]{12}", id)
        assert small_facts.statement_ids[statement] == id


def test_an_id_is_the_same_in_every_release(lesson):
    assert statement_id(lesson) == "learned_from-9a45102d7df6"


def test_two_sources_that_say_the_same_are_one_fact(small_facts):
    (fact,) = (
        fact
        for fact in small_facts.distinct_facts
        if fact.kind is LearnedFrom and fact.statement.model == "one-card"
    )
    assert {one.source for one in fact.statements} == {"north-daily", "east-gazette"}
    assert len({one.when_written for one in fact.statements}) == 2
    assert "when_written" not in fact.content


def test_what_differs_in_stance_or_manner_are_facts_of_their_own(small_facts):
    pair = [
        (fact.statement.how, fact.stance)
        for fact in small_facts.distinct_facts
        if fact.kind is LearnedFrom and fact.statement.learner == "21"
    ]
    assert sorted(pair) == [("adapted", "stated"), ("learned", "implied")]


def test_every_statement_belongs_to_one_fact(small_facts):
    grouped = [
        small_facts.statement_ids[one]
        for fact in small_facts.distinct_facts
        for one in fact.statements
    ]
    assert sorted(grouped) == sorted(small_facts.statements)
    assert len({fact.id for fact in small_facts.distinct_facts}) == len(small_facts.distinct_facts)


def test_a_fact_keeps_its_id_when_another_source_says_it_too(small_facts):
    one_source = [s for s in small_facts.statements.values() if s.source != "east-gazette"]
    fewer = build_facts(small_facts.dataset, small_facts.things.values(), one_source)
    shared = {fact.id for fact in fewer.distinct_facts}
    assert shared <= {fact.id for fact in small_facts.distinct_facts}


def test_what_is_said_is_text_without_the_words_as_written(lesson):
    assert content_values(lesson) == {
        "learner": "22",
        "teacher": "21",
        "how": "learned",
        "when": "2005-06/2006",
        "stance": "stated",
    }


def test_a_kind_names_each_thing_in_its_role(lesson, small_facts):
    assert references(lesson) == [("learner", "22"), ("teacher", "21"), ("source", "north-daily")]
    mobile = small_facts.things["mobile-library"]
    assert references(mobile) == [("broader", "lending"), ("broader", "outreach")]


def test_things_know_which_statements_name_them(small_facts):
    for code, ids in small_facts.statements_naming.items():
        for id in ids:
            assert code in {named for _, named in references(small_facts.statements[id])}
    assert "holdings" in small_facts.statements_naming


def test_things_are_given_by_their_kind_in_the_order_of_codes(small_facts):
    codes = [one.code for one in small_facts.things_of(Mechanism)]
    assert codes == sorted(codes) and "shared-card" in codes
    assert isinstance(small_facts.source_of(small_facts.statements_of(LearnedFrom)[0]), Source)


@pytest.mark.parametrize(
    ("code", "whole"),
    [("11", "10"), ("21", "NW"), ("23", "22"), ("10", "NW"), ("NW", None), ("hill-road", None)],
)
def test_a_place_lies_in_the_nearest_listed_whole_that_is_a_place_here(small_facts, code, whole):
    """21 lies in 20 by the list, which is no place here, and that lies in NW."""
    place = small_facts.things[code]
    assert isinstance(place, Place)
    assert small_facts.listed_container(place) == whole


def test_facts_are_frozen(small_facts: Facts, lesson):
    with pytest.raises(AttributeError):
        small_facts.__setattr__("things", {})
    with pytest.raises(ValueError):
        lesson.learner = "11"
