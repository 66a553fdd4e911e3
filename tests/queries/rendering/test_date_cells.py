"""Dates of any query in words where people read, and in EDTF where programs do."""

from __future__ import annotations

import pytest

from graph.stores.store import Answer
from queries.catalogue import questions
from queries.rendering.date_cells import with_dates_in_words


@pytest.mark.parametrize(
    ("cell", "zh", "en"),
    [
        ("2019/..", "自2019年起", "since 2019"),
        ("../2024-12-22", "至迟2024年12月22日", "by 22 December 2024"),
        ("2019~", "2019年前后", "about 2019"),
        (["2012/2014", "2019-05"], ["2012年至2014年", "2019年5月"], ["2012 to 2014", "May 2019"]),
        ({"since": "2019/..", "n": 2}, {"since": "自2019年起", "n": 2}, None),
        ("2019", "2019", "2019"),
        (2019, 2019, 2019),
        ("2019-13", "2019-13", "2019-13"),
        ("2019-05-01T10:00:00Z", "2019-05-01T10:00:00Z", "2019-05-01T10:00:00Z"),
        ({"since_written": "2019-05"}, {"since_written": "2019-05"}, {"since_written": "2019-05"}),
    ],
)
def test_a_query_of_ones_own_shows_dates_in_words(small_facts, cell, zh, en):
    answer = Answer(("x", "date_as_written"), ((cell, "2019-05"),), is_cut=True)
    shown = with_dates_in_words(small_facts, answer, "zh")
    assert shown == Answer(("x", "date_as_written"), ((zh, "2019-05"),), is_cut=True)
    if en is not None:
        shown = with_dates_in_words(small_facts, answer, "en")
        assert shown.rows == ((en, "2019-05"),)


def test_a_code_that_looks_like_a_date_stays_a_code(small_facts):
    coded = small_facts.things["12"].model_copy(update={"code": "2019-05"})
    facts = type(small_facts)(small_facts.dataset, {"2019-05": coded}, {})
    answer = Answer(("code",), (("2019-05",), ("2019-06",)))
    assert with_dates_in_words(facts, answer, "en").rows == (("2019-05",), ("June 2019",))


def test_a_question_says_which_columns_are_dates(small_facts):
    question = questions()["who_took_up"]
    keys = [column.key for column in question.columns]
    answer = Answer(tuple(keys), (tuple("2019-05/.." for _ in keys),))
    shown = with_dates_in_words(small_facts, answer, "en", question)
    dates = [key for key, cell in zip(keys, shown.rows[0], strict=True) if cell != "2019-05/.."]
    assert dates == ["since"]
