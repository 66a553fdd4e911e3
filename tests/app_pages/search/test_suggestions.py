"""The rows of the search box's list: names, what tells them apart, and where they lead."""

from __future__ import annotations

import pytest

from app_pages.search.page_suggestions import (
    exact_page,
    joint_page_suggestions,
    page_name_suggestions,
)
from app_pages.search.suggestions import exact_address, suggestion_groups
from graph.model.facts import Facts
from queries.search.search import facts_search
from queries.search.search_hits import PASSAGE, SOURCE_TEXT
from queries.search.text_index import TextDocument, TextIndex


def rows(facts: Facts, typed: str, language: str = "en", limit: int = 5):
    groups = facts_search(facts).groups(typed, language, limit)
    return {group["kind"]: group for group in suggestion_groups(facts, groups, language)}


@pytest.mark.parametrize(("language", "kind"), [("en", "Place"), ("zh", "地方")])
def test_a_thing_leads_to_its_page_and_is_told_apart(small_facts, language, kind):
    places = rows(small_facts, "乙城市", language)["Place"]
    assert (places["label"], places["count"], places["more"]) == (kind, "1", "")
    (birch,) = places["options"]
    assert birch["name"] == {"en": "Birch", "zh": "乙城市"}[language]
    assert {"en": "乙城市", "zh": "Birch"}[language] in birch["more"]
    assert birch["address"].endswith(f"?lang={language}&code=12")


def test_statements_and_questions_lead_to_their_pages(small_facts):
    id = next(id for id in small_facts.statements if id.startswith("learned_from-"))
    (statement,) = rows(small_facts, id)["Statement"]["options"]
    assert statement["address"] == f"statement?lang=en&id={id}" and statement["more"] == id
    questions = rows(small_facts, "took up mechanism")["Question"]["options"]
    assert "ask?lang=en&question=who_took_up" in {row["address"] for row in questions}


def test_a_kind_says_how_many_are_not_listed(small_facts):
    group = rows(small_facts, "in", limit=1)["Question"]
    assert len(group["options"]) == 1
    assert group["more"].startswith(f"{int(group['count']) - 1} more")


def test_a_mechanism_says_how_many_are_below_it(small_facts):
    (row,) = rows(small_facts, "借阅")["Mechanism"]["options"]
    assert row["more"].endswith("2 narrower")


@pytest.mark.parametrize(("typed", "code"), [("Birch", "12"), ("yicheng shi", "12"), ("22", "22")])
def test_a_name_in_full_has_an_exact_address(small_facts, typed, code):
    groups = facts_search(small_facts).groups(typed, "en")
    assert exact_address(small_facts, groups, "en").endswith(f"code={code}")


@pytest.mark.parametrize("typed", ["城市", "bir", "zzzz"])
def test_what_several_may_be_has_no_exact_address(small_facts, typed):
    assert exact_address(small_facts, facts_search(small_facts).groups(typed, "en"), "en") is None


def test_a_sentence_that_is_a_question_has_its_address(small_facts):
    groups = facts_search(small_facts).groups("who learned from Birch", "en", 5)
    asked = "ask?lang=en&question=who_learned_from&place=12"
    assert exact_address(small_facts, groups, "en") == asked


def test_words_of_the_readers_texts_lead_to_the_statement_and_to_the_source(small_facts):
    id = next(id for id in small_facts.statements if id.startswith("learned_from-"))
    source = small_facts.statements[id].source
    documents = [
        TextDocument(PASSAGE, id, "甲乙丙丁"),
        TextDocument(SOURCE_TEXT, source, "甲乙丙丁戊"),
    ]
    groups = facts_search(small_facts, TextIndex(documents)).groups("乙丙", "en")
    passage, text = suggestion_groups(small_facts, groups, "en")
    assert (passage["kind"], text["kind"]) == (PASSAGE, SOURCE_TEXT)
    assert passage["options"][0]["address"].endswith(f"&id={id}")
    assert passage["options"][0]["more"] == "甲乙丙丁"
    assert text["options"][0]["address"].endswith(f"={source}")
    assert exact_address(small_facts, groups, "en") is None


def test_things_named_together_are_compared_and_joined(small_facts):
    (group,) = joint_page_suggestions(small_facts, ["22", "lending", "11"], "en")
    compare, path = group["options"]
    assert (compare["name"], path["name"]) == (
        "Compare Dogwood and Alder",
        "Path from Dogwood to Lending",
    )
    assert compare["address"] == "compare?lang=en&places=22~11"
    assert path["address"] == "explore?lang=en&thing=22&view=path&to=lending"
    assert joint_page_suggestions(small_facts, ["22"], "en") == []


@pytest.mark.parametrize("typed", ["tal", "讲述", "Talks", "jiangsh", "Jiǎng Shù", "js"])
def test_a_page_is_found_by_its_name_in_either_language_and_by_pinyin(small_facts, typed):
    (group,) = page_name_suggestions(small_facts, typed, ["spread", "talks"], "zh")
    assert [(row["name"], row["address"]) for row in group["options"]] == [
        ("讲述", "talks?lang=zh")
    ]
    assert page_name_suggestions(small_facts, typed[:1] * (typed[0] == "t"), ["talks"], "zh") == []


@pytest.mark.parametrize("typed", ["SPREAD", " 传播 "])
def test_a_page_whose_whole_name_is_typed_is_what_is_meant(small_facts, typed):
    assert exact_page(small_facts, typed, ["talks", "spread"], "en") == "spread?lang=en"
    assert exact_page(small_facts, typed.strip()[:-1], ["talks", "spread"], "en") is None
