"""Words find things by kind, statements and questions."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.facts import Facts
from queries.search.search import FactsSearch, facts_search
from queries.search.search_hits import MatchType, SearchHit, as_objects


@pytest.fixture(scope="module")
def small_search(small_facts: Facts) -> FactsSearch:
    return facts_search(small_facts)


@pytest.fixture(scope="module")
def real(real_facts: Facts) -> FactsSearch:
    return facts_search(real_facts)


def hits(search: FactsSearch, typed: str, kind: str, language: str = "en") -> list[SearchHit]:
    groups = search.groups(typed, language)
    assert all(group.count >= len(group.hits) > 0 for group in groups)
    return [hit for group in groups if group.kind == kind for hit in group.hits]


@pytest.mark.parametrize("typed", ["drug price", "drug prices", "药价", "藥價", "降价"])
def test_an_indicator_is_found_by_words_that_stand_in_its_family(real, typed):
    codes = {hit.id: hit for hit in hits(real, typed, "Indicator", "zh")}
    assert codes["procurement-average-price-fall"].match is MatchType.FAMILY
    assert codes["procurement-average-price-fall"].name == "集采平均降幅"
    assert len(codes) < 6  # and not all that has one of the words


@pytest.mark.parametrize("typed", ["sanming", "三明", "三明市", "SANMING", "sms"])
def test_a_place_is_found_in_every_script_before_what_is_named_after_it(real, typed):
    first = real.groups(typed, "en")[0]
    assert (first.kind, first.hits[0].id) == ("Place", "350400")


def test_a_mechanism_comes_with_all_below_it(small_search):
    (hit,) = hits(small_search, "借阅", "Mechanism")
    assert (hit.match, set(hit.narrower)) == (MatchType.NAME, {"shared-card", "mobile-library"})
    assert hits(small_search, "shared card", "Mechanism", "zh")[0].name == "通用借书卡"


def test_words_may_stand_in_any_order(small_search):
    (hit,) = hits(small_search, "head loans", "Indicator")
    assert (hit.id, hit.match) == ("loans-per-head", MatchType.WORDS)


@pytest.mark.parametrize(
    ("typed", "places", "question"),
    [
        ("who learned from sanming", {"350400"}, "who_learned_from"),
        ("谁向三明学习", {"350400"}, "who_learned_from"),
        ("谁学了三明", {"350400"}, "who_learned_from"),
        ("哪些地方学习三明", {"350400"}, "who_learned_from"),
        ("path from Sanming to Xishui", {"350400", "520330"}, None),
        ("what did Yingtan do that Shiyan did not?", {"360600", "420300"}, None),
        ("鹰潭做了什么十堰没做", {"360600", "420300"}, None),
    ],
)
def test_a_sentence_finds_what_it_names_and_the_question_that_it_asks(
    real, typed, places, question
):
    assert {hit.id for hit in hits(real, typed, "Place")} == places
    asked = [(hit.id, hit.values) for hit in hits(real, typed, "Question")]
    if question is None:
        assert asked == []
    else:
        assert asked[0] == (question, (("place", *places),))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("who learned from Sanming", "Question"),
        ("谁学习三明", "Question"),
        ("三明学习了谁", "Place"),  # the same words ask the other way round
        ("三明医保", "Place"),
    ],
)
def test_a_sentence_that_is_a_question_has_that_question_first(real, typed, first):
    assert real.groups(typed, "zh")[0].kind == first


@pytest.mark.parametrize("typed", ["which figures on drug prices are there?", "药价有哪些数字？"])
def test_words_that_stand_in_any_sentence_are_left_out_if_nothing_has_them(real, typed):
    assert "procurement-average-price-fall" in {hit.id for hit in hits(real, typed, "Indicator")}


def test_a_word_of_a_sentence_belongs_to_the_longest_name(small_search):
    groups = small_search.groups("which towns have a mobile library", "en")
    assert [hit.id for group in groups for hit in group.hits] == ["mobile-library"]
    assert small_search.groups("nothing of it is here", "en") == ()


def test_the_beginning_of_an_id_finds_its_statements(small_search, small_facts):
    beginning = next(id for id in small_facts.statements if id.startswith("learned_from-"))[:-4]
    (hit,) = hits(small_search, beginning, "Statement")
    assert hit.id.startswith(beginning) and "learned from" in hit.name
    assert hits(small_search, "learned", "Statement") == []


@pytest.mark.parametrize("typed", ["took up mechanism", "采用 机制"])
def test_a_question_is_found_by_words_of_either_language(small_search, typed):
    assert "who_took_up" in {hit.id for hit in hits(small_search, typed, "Question")}


@pytest.mark.parametrize("typed", ["", " ", "?", "，", "zzzz qqqq"])
def test_what_says_nothing_finds_nothing(small_search, typed):
    assert small_search.groups(typed, "en") == ()


def test_what_is_like_a_name_is_offered_only_if_nothing_else_matches(small_search):
    assert hits(small_search, "Aldar", "Place")[0].match is MatchType.CLOSE
    matches = {hit.match for group in small_search.groups("Alder", "en") for hit in group.hits}
    assert MatchType.CLOSE not in matches


def test_a_kind_says_how_many_there_are_when_few_are_listed(small_search):
    by_limit = [small_search.groups("learned_from-", "en", limit) for limit in (1, 100)]
    assert [len(groups[0].hits) for groups in by_limit] == [1, by_limit[1][0].count]
    written: Any = as_objects("x", by_limit[0])["groups"]
    assert written[0]["count"] == by_limit[1][0].count > 1
