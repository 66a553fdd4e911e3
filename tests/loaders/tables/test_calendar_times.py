"""Dates without signs, months with a point and spreadsheets' numbers of days."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from diffusion.study.decimal_years import numeric_interval
from diffusion.study.study import NumericInterval
from loaders.tables.calendar_times import day_of_number, time_interval


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2016", "2016"),
        ("2016.0", "2016"),
        ("2016.10", "2016-10"),
        ("2016.1", "2016-01"),
        ("2016.8.17", "2016-08-17"),
        ("201610", "2016-10"),
        ("20161001", "2016-10-01"),
        ("2016.10/2016.12", "2016-10/2016-12"),
        ("20161001/20161101", "2016-10-01/2016-11-01"),
        ("../20161101", "../2016-11-01"),
        ("2012/2013", "2012/2013"),
        ("2016/10", "2016-10"),
    ],
)
def test_beside_dates_numbers_that_say_a_date_are_dates(text, edtf):
    assert time_interval(text, beside_dates=True) == (numeric_interval(edtf), True)


@pytest.mark.parametrize(
    "text",
    [
        "42614",
        "42614.5",
        "20161301",
        "20160230",
        "201613",
        "2016.13",
        "2016.75",
        "1e308",
        "-1e308",
        "1e6",
        "42614/42700",
        "20161301/20161401",
        "(2016.10,2016.12]",
        "(20161001,20161101]",
        "nan",
    ],
)
def test_beside_dates_other_large_numbers_are_refused(text):
    with pytest.raises(ValueError):
        time_interval(text, beside_dates=True)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("2016.10", NumericInterval(2016.1, 2016.1)),
        ("201610", NumericInterval(201610, 201610)),
        ("42614", NumericInterval(42614, 42614)),
        ("12345678", NumericInterval(12345678, 12345678)),
        ("4/11", NumericInterval(4, 11)),
        ("46/..", NumericInterval(46, inf)),
    ],
)
def test_among_numbers_a_number_is_a_number(text, interval):
    assert time_interval(text, beside_dates=False) == (interval, False)


@pytest.mark.parametrize("text", ["20161001", "20161001/20161101", "2016-10", "2016/.."])
def test_a_date_is_one_among_numbers_too(text):
    assert time_interval(text, beside_dates=False)[1]


@pytest.mark.parametrize("text", ["1e308", "-1e308", "1e308/inf", "(-1e308,4]", "1e309"])
def test_what_is_too_large_to_count_is_refused(text):
    with pytest.raises(ValueError):
        time_interval(text, beside_dates=False)


def test_a_spreadsheets_number_of_a_day_is_told_as_that_day():
    assert day_of_number("42614") == date(2016, 9, 1)
    assert [day_of_number(text) for text in ("2016", "426145", "4261x", "")] == [None] * 4
