"""The real facts: what must and what must not be among them."""

from __future__ import annotations

import pytest

from graph.model.closure import mechanism_and_narrower, transitive_closure
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from ontology.schema.fields import fields, reference_fields
from ontology.schema.kinds import (
    Adoption,
    Event,
    HasModel,
    Indicator,
    LearnedFrom,
    Measurement,
    Mechanism,
    Organisation,
    OrganisationType,
    Place,
    ReformModel,
    Source,
)

HUBEI, SANMING, XISHUI, JIANGNING, ZHENJIANG = "420000", "350400", "520330", "320115", "321100"


def test_the_learned_from_links_are_just_those_that_the_texts_tell(real_facts):
    told = {(s.learner, s.teacher, s.how, s.stance) for s in real_facts.statements_of(LearnedFrom)}
    assert told == {
        (XISHUI, SANMING, "learned", "stated"),
        (JIANGNING, SANMING, "learned", "stated"),
        (HUBEI, SANMING, "adapted", "stated"),
        (HUBEI, SANMING, "learned", "implied"),
    }


def test_xishui_has_learned_since_2019(real_facts):
    (said,) = (s for s in real_facts.statements_of(LearnedFrom) if s.learner == XISHUI)
    assert said.when == "2019/.."


def test_no_non_link_is_in_the_graph(real_facts):
    barred = {(link.learner, link.teacher) for link in real_facts.non_links}
    assert barred
    learned = {
        (link.start, link.end)
        for link in property_graph(real_facts).edges
        if link.type == "LEARNED_FROM"
    }
    assert not barred & learned


PLACES = ["三明", "镇江", "习水", "濉溪", "寿光", "江宁", "苏州", "新沂", "鹰潭", "贵溪", "余江"]
PLACES += ["湖北", "十堰", "宜昌", "秭归"]


@pytest.mark.parametrize("name", PLACES)
def test_a_place_of_the_story_does_or_has_something(real_facts, name):
    codes = {place.code for place in real_facts.things_of(Place) if place.name_zh.startswith(name)}
    assert codes
    does = {s.adopter for s in real_facts.statements_of(Adoption)}
    does |= {s.holder for s in real_facts.statements_of(HasModel)}
    does |= {s.subject for s in real_facts.statements_of(Measurement)}
    assert codes & does


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [
        (Place, 40, 60),
        (Organisation, 40, 70),
        (Event, 35, 60),
        (ReformModel, 60, 110),
    ],
)
def test_the_things_are_neither_too_few_nor_too_many(real_facts, kind, least, most):
    assert least <= len(real_facts.things_of(kind)) <= most


def test_the_figures_are_neither_too_few_nor_too_many(real_facts):
    assert 140 <= len(real_facts.statements_of(Measurement)) <= 200


def test_no_words_of_the_texts_are_longer_than_a_term(real_facts: Facts):
    for statement in real_facts.statements.values():
        for field in fields(type(statement)):
            if field.is_wording or field.name == "local_name":
                assert len(getattr(statement, field.name) or "") <= 40


def test_every_place_with_a_listed_code_bears_its_name(real_facts):
    for place in real_facts.things_of(Place):
        if place.code_system:
            listed = real_facts.dataset.code_lists[place.code_system][place.code].name
            assert listed in (place.name_zh, *place.alt_names)


def test_zhenjiang_and_jiangning_both_took_up_specialty_alliances(real_facts):
    wanted = mechanism_and_narrower(real_facts, "specialty-alliance")
    adopters = {s.adopter for s in real_facts.statements_of(Adoption) if s.mechanism in wanted}
    assert {ZHENJIANG, JIANGNING} <= adopters


TOPS = {"financing-and-payment", "service-delivery", "public-hospital-governance", "workforce"}
TOPS |= {"medicines", "public-health", "information", "reform-leadership"}


def test_every_mechanism_is_a_kind_of_one_of_the_tops(real_facts):
    mechanisms = real_facts.things_of(Mechanism)
    assert {mechanism.code for mechanism in mechanisms if not mechanism.broader} == TOPS
    below = set().union(*(mechanism_and_narrower(real_facts, top) for top in TOPS))
    assert below == {mechanism.code for mechanism in mechanisms}


def test_the_shipped_vocabularies_hold_nothing_that_no_row_uses(real_facts: Facts):
    rows = (*real_facts.things.values(), *real_facts.statements.values())
    used = {
        code
        for row in rows
        for field in reference_fields(type(row))
        for code in codes_in(getattr(row, field.name))
    }
    for kind in (Mechanism, Indicator, OrganisationType):
        assert {thing.code for thing in real_facts.things_of(kind)} <= used


def codes_in(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def test_what_only_counts_a_label_is_marked_as_no_result(real_facts):
    counting = {"items-in-a-name", "service-system-levels"}
    for figure in real_facts.statements_of(Measurement):
        if figure.indicator in counting or figure.value_written in {"6S", "八统一", "五下沉"}:
            assert figure.counts == "label"


def test_indicators_are_in_a_hierarchy_and_figures_of_places_stand_side_by_side(real_facts):
    above = {indicator.code: indicator.broader for indicator in real_facts.things_of(Indicator)}
    assert sum(bool(broader) for broader in above.values()) > len(above) / 2
    subjects: dict[str, set[str]] = {code: set() for code in above}
    for figure in real_facts.statements_of(Measurement):
        for code in transitive_closure([figure.indicator], above.__getitem__):
            subjects[code].add(figure.subject)
    assert sum(len(told) > 1 for told in subjects.values()) >= 30


@pytest.mark.parametrize("words", ["APP", "微信公众号", "一屏知家底", "随心刷", "引进来"])
def test_slogans_and_apps_are_no_models(real_facts, words):
    assert not [
        model.name_zh for model in real_facts.things_of(ReformModel) if words in model.name_zh
    ]


def test_a_date_since_is_open_wherever_it_stands(real_facts):
    for statement in real_facts.statements.values():
        for field in fields(type(statement)):
            written = getattr(statement, f"{field.name}_written", None) if field.is_date else None
            if written and written.startswith("自") and written.endswith("起"):
                assert getattr(statement, field.name).endswith("/..")


def test_the_other_day_is_dated_alike_in_all_sources(real_facts):
    for statement in real_facts.statements.values():
        for field in fields(type(statement)):
            if field.is_date and getattr(statement, f"{field.name}_written", None) == "日前":
                assert (getattr(statement, field.name) or "").startswith("../")
                assert statement.dated_by == "relative"


def test_every_statement_is_read_from_a_source_and_every_source_says_something(real_facts):
    read = {statement.source for statement in real_facts.statements.values()}
    assert read == {source.code for source in real_facts.things_of(Source)}


def test_every_indicator_is_counted_in_one_unit(real_facts):
    for figure in real_facts.statements_of(Measurement):
        assert real_facts.things[figure.indicator].unit == figure.unit


def test_the_story_starts_at_a_place_of_these_facts(real_facts):
    assert real_facts.dataset.start in real_facts.things
