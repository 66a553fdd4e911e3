"""Numbers and intervals of numbers are times; years with a stroke are left to EDTF."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from diffusion.study.study import NumericInterval
from loaders.tables.time_values import parse_time


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("7", NumericInterval(7, 7)),
        ("-1.5e2", NumericInterval(-150, -150)),
        ("4/11", NumericInterval(4, 11)),
        ("-4/0.5", NumericInterval(-4, 0.5)),
        ("../7", NumericInterval(-inf, 7)),
        ("46/..", NumericInterval(46, inf)),
        ("[4,11]", NumericInterval(4, 11)),
        ("(4, 11]", NumericInterval(nextafter(4, inf), 11)),
        ("[4;11)", NumericInterval(4, nextafter(11, -inf))),
        ("(46,inf)", NumericInterval(nextafter(46, inf), inf)),
        ("(1990,1995]", NumericInterval(nextafter(1990, inf), 1995)),
    ],
)
def test_a_number_or_two_are_a_span(text, span):
    assert parse_time(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "2015/2016",
        "2015/..",
        "../2015-03",
        "2015/12",
        "12/2015",
        "201X/..",
        "2015~",
        "soon",
        "",
        "/",
    ]
    + ["a/b", "(a,b]", "2016/8/17", "3/4/2015"],
)
def test_what_is_no_number_is_left_to_dates(text):
    assert parse_time(text) is None


@pytest.mark.parametrize("text", ["inf", "nan", "11/4", "(4,4]", "../..", "(-inf,inf)", "nan/4"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValueError):
        parse_time(text)
