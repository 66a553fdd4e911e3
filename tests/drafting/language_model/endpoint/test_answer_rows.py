"""Rows are taken out of whatever a model writes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from drafting.language_model.endpoint.answer_rows import ROWS, AnswerRows, answer_rows

ROW = {"quote": "虚构县", "value": "1.50"}


def test_numbers_stay_as_they_are_written():
    assert answer_rows('{"rows": [{"value": 1.50, "n": 12}]}') == AnswerRows(
        ({"value": "1.50", "n": "12"},), is_whole=True
    )


def test_whole_rows_before_a_break_are_kept():
    text = json.dumps({"rows": [ROW, ROW]}, ensure_ascii=False)
    assert answer_rows(text[:-10]) == AnswerRows((ROW,), is_whole=False)


def test_no_row_is_an_answer_too():
    assert answer_rows('{"rows": []}') == AnswerRows((), is_whole=True)
    assert answer_rows("nothing") is None


def test_more_rows_than_a_stretch_can_have_are_not_read():
    rows = answer_rows(json.dumps([ROW] * (ROWS + 5)))
    assert rows is not None and (len(rows.rows), rows.is_whole) == (ROWS, False)


@given(st.text(alphabet='{}[]",:rows \\<think>/', max_size=200))
def test_no_text_does_harm(text):
    answer_rows(text)
    answer_rows('{"rows":' + "[" * 3000 + text)
