"""Ranges of figures in sentences made for these tests."""

from __future__ import annotations

import pytest

from drafting.recognition.numbers.figures import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("补助300元至500元", [(">=", "300"), ("<=", "500")]),
        ("从300元到500元不等", [(">=", "300"), ("<=", "500")]),
        ("从300元到500元", [("=", "300"), ("=", "500")]),
        ("由500元到300元", [("=", "500"), ("=", "300")]),
        ("3家到5次", [("=", "3"), ("=", "5")]),
    ],
)
def test_two_figures_in_one_unit_are_the_ends_of_a_range(text, expected):
    assert [(f.bound.value, str(f.value)) for f in figures(text)] == expected


def test_both_ends_are_written_as_one():
    assert {f.words for f in figures("每月补助300元至500元")} == {"300元至500元"}
    assert {f.per for f in figures("每月补助300元至500元")} == {"month"}


def test_a_unit_of_time_that_tells_a_rate_is_no_figure():
    (figure,) = figures("一周放飞三次")
    assert (figure.words, figure.per) == ("三次", "week")
    assert [f.unit for f in figures("服务一年，放飞三次")] == ["year", "instance"]
