"""Words that stand for parties named before, in invented sentences."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of, made_up_article


def links(sentence: str) -> list[tuple[str, str]]:
    return [(c["learner"], c["teacher"]) for c in cells_of(sentence, "learned_from")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("戊己县与庚辛县是近邻：前者向后者学习了放风筝", [("101010", "101020")]),
        ("戊己县与庚辛县是近邻，后者从前者那里学到了放风筝", [("101020", "101010")]),
        ("庚辛县放风筝，戊己县种树。前者2022年向后者取经", [("101020", "101010")]),
    ],
)
def test_former_and_latter_are_the_last_two_parties(sentence, expected):
    assert links(sentence) == expected


def test_the_latter_is_one_of_those_that_the_former_chooses_from():
    text = "戊己县、庚辛县都放风筝，前者去过子丑省，后者在家种树"
    parties = made_up_article(text).parties
    start = parties.text.index
    assert parties.references == {start("前者"): "101010", start("后者"): "101020"}


def test_nothing_is_meant_where_one_party_alone_is_named():
    assert made_up_article("戊己县放风筝，后者向前者学习").parties.references == {}
