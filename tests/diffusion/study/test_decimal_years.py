"""Dates as numbers: years with a decimal part, or the periods of a dataset's own."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from diffusion.study.decimal_years import (
    decimal_year,
    first_interval,
    numeric_interval,
    start_interval,
)
from diffusion.study.study import UNDATED_INTERVAL, NumericInterval

# Two that overlap, a gap, and one more.
PERIODS = ("1954-12/1955-01", "1955-01/1955-02", "1955-04")


def test_a_year_goes_from_its_first_day_to_its_last():
    assert numeric_interval("2019") == NumericInterval(2019.0, 2019 + 364 / 365)
    assert numeric_interval("2020-07-02") == NumericInterval(2020 + 183 / 366, 2020 + 183 / 366)
    assert numeric_interval("../2024-11") == NumericInterval(-inf, decimal_year(date(2024, 11, 30)))
    assert numeric_interval(None) == UNDATED_INTERVAL


def test_what_goes_on_since_a_year_began_in_it():
    assert start_interval("2022/..") == numeric_interval("2022")
    assert start_interval("2021/2023") == numeric_interval("2021/2023")
    assert start_interval("../2021") == numeric_interval("../2021")
    assert start_interval("2020-02/..") == numeric_interval("2020-02")
    assert start_interval("202X/..") == numeric_interval("202X")


def test_of_several_dates_the_first_counts_and_no_date_says_nothing():
    assert first_interval(
        [numeric_interval("2021"), UNDATED_INTERVAL, numeric_interval("2019/2022")]
    ) == NumericInterval(2019.0, decimal_year(date(2021, 12, 31)))
    assert first_interval([UNDATED_INTERVAL]) == UNDATED_INTERVAL


@pytest.mark.parametrize(
    "text, ends",
    [
        ("1955-01/1955-02", (2, 2)),  # a period by its own date, though it overlaps another
        ("1954-12-24", (1, 1)),
        ("1955-01", (1, 2)),
        ("1955-02", (2, 2)),
        ("1955-03", (3, 3)),  # in the gap: by the end of the period after it
        ("1955", (1, 3)),
        ("1950", (0, 0)),
        ("1956", (4, 4)),
        ("../1955-02", (-inf, 2)),
        ("1955-04/..", (3, inf)),
    ],
)
def test_a_date_is_the_number_of_the_periods_that_it_may_lie_in(text, ends):
    assert numeric_interval(text, PERIODS) == NumericInterval(*ends)


def test_no_date_is_in_no_period():
    assert numeric_interval(None, PERIODS) == UNDATED_INTERVAL
