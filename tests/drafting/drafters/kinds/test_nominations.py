"""Drafts of whom invented places named when a study asked them."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of

QUESTION = "2023年的问卷请各县写出常常请教的县。"


def nominations(sentence: str, question: str = QUESTION) -> set[tuple[str, str]]:
    """Nominator and nominee of each draft of an invented sentence."""
    drafts = cells_of(question + sentence, "nomination")
    return {(cells["nominator"], cells["nominee"]) for cells in drafts}


@pytest.mark.parametrize(
    "sentence", ["戊己县提名了庚辛县", "庚辛县被戊己县提名", "提名庚辛县的有戊己县"]
)
def test_who_named_whom_is_told_in_three_forms(sentence):
    assert nominations(sentence) == {("101010", "101020")}


def test_each_party_names_each_of_a_row():
    assert nominations("戊己县写下庚辛县和子丑省") == {("101010", "101020"), ("101010", "20")}


def test_a_nomination_has_what_was_asked_for():
    (cells,) = cells_of(QUESTION + "戊己县填的是庚辛县", "nomination")
    assert cells["how"] == "advice"
    (cells,) = cells_of("调查问谁是朋友，戊己县填的是庚辛县", "nomination")
    assert cells["how"] == "friendship"


def test_words_of_naming_without_a_survey_name_nobody():
    assert nominations("戊己县提到庚辛县", "风筝很多。") == set()
