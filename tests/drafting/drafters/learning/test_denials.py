"""Lessons that a text denies, in the clause, in the rest of its sentence, or as a rumour."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of

HOME = "戊己县放风筝。戊己县种树。"


def stances(sentence: str) -> set[str]:
    return {cells["stance"] for cells in cells_of(HOME + sentence, "learned_from")}


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县没有采用庚辛县的办法",
        "庚辛县来看过，没有学",
        "庚辛县不承认学过戊己县，两者不是一回事",
        "庚辛县的做法与戊己县无关",
        "庚辛县的办法不适合我们，没有学",
        "有人说庚辛县抄了戊己县，此说不实",
        "有一种说法，称庚辛县抄了戊己县，档案里没有找到佐证",
    ],
)
def test_a_lesson_is_denied_in_many_forms(sentence):
    assert stances(sentence) == {"denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县借鉴了庚辛县的做法，但没有照搬",
        "戊己县学习庚辛县，没有停下",
        "戊己县学习庚辛县。没有人采用别的办法",  # another sentence
    ],
)
def test_what_was_not_copied_wholesale_is_no_denial(sentence):
    assert stances(sentence) == {"stated"}
