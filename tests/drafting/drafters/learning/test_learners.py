"""Who learned, in invented sentences: who is called on or sent, and each of several subjects."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of

HOME_PLACE, OTHER_PLACE, CITY, FAR_PLACE = "101010", "101020", "1010", "20"


def links(sentence: str) -> set[tuple[str, str]]:
    return {(c["learner"], c["teacher"]) for c in cells_of(sentence, "learned_from")}


@pytest.mark.parametrize(
    "sentence",
    [
        "甲乙省要求戊己县、庚辛县学习子丑省经验",
        "甲乙省建议戊己县、庚辛县到子丑省学习",
        "甲乙省2021年号召戊己县、庚辛县一律对标子丑省",
        "甲乙省组织戊己县、庚辛县赴子丑省学习",
    ],
)
def test_those_learn_who_are_called_on_or_sent(sentence):
    assert links(sentence) == {(HOME_PLACE, FAR_PLACE), (OTHER_PLACE, FAR_PLACE)}


def test_a_call_to_learn_is_a_plan():
    (cells,) = cells_of("甲乙省要求戊己县学习庚辛县经验", "learned_from")
    assert cells["stance"] == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县、庚辛县先后派人到子丑省学习",
        "戊己县和庚辛县以子丑省为重点学习对象",
        "戊己县、庚辛县借鉴子丑省做法",
    ],
)
def test_each_of_several_subjects_learned(sentence):
    assert links(sentence) == {(HOME_PLACE, FAR_PLACE), (OTHER_PLACE, FAR_PLACE)}


def test_what_comes_from_a_place_was_learned_there():
    text = "戊己县放风筝，戊己县种树。风筝图纸是从子丑省移植过来的"
    assert (HOME_PLACE, FAR_PLACE) in links(text)
    assert (FAR_PLACE, HOME_PLACE) not in links(text)


def test_texts_that_agree_were_learned():
    assert links("戊己县的办法与庚辛县的文件有七成文字相同") == {(HOME_PLACE, OTHER_PLACE)}


def test_however_denies_nothing():
    (cells,) = cells_of("戊己县的风筝来自庚辛县的办法，不过在引入时改了两处", "learned_from")
    assert cells["stance"] == "stated"


def test_what_visitors_did_at_home_they_learned():
    text = "戊己县种树，戊己县放风筝。庚辛县派人来看，回去就办起了风筝社"
    assert (OTHER_PLACE, HOME_PLACE) in links(text)


def test_two_counties_in_the_middle_of_a_clause_both_learned():
    text = "戊己县、庚辛县种树。本文考察两县移植子丑省经验的过程"
    cells = cells_of(text, "learned_from")
    assert {(c["learner"], c["teacher"]) for c in cells} == {("101010", "20"), ("101020", "20")}
