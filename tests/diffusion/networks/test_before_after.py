"""Adoptions before and after a signal: counts by interval, and R's published test of rates."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.networks.before_after import (
    BeforeAfterCounts,
    count_before_after,
    rate_ratio,
    time_at_risk,
)
from diffusion.study.result import Cell
from diffusion.study.study import NumericInterval, Study, StudyNode
from tests.diffusion.published import result

ALWAYS = NumericInterval(-inf, inf)


def test_each_adoption_is_before_after_either_undated_or_outside():
    adoptions = {
        "before": NumericInterval(2010, 2011),
        "after": NumericInterval(2016, 2017),
        "touches": NumericInterval(2014, 2015),
        "around": NumericInterval(2012, 2018),
        "open": NumericInterval(-inf, 2013),
        "undated": ALWAYS,
        "outside": NumericInterval(1990, 1991),
    }
    found = count_before_after(adoptions, NumericInterval(2015, 2015), NumericInterval(2009, 2020))
    assert found == BeforeAfterCounts(before=2, after=1, either=2, undated=1, outside=1)


def test_no_adoptions_are_counted_as_none():
    assert count_before_after({}, NumericInterval(1, 1), ALWAYS) == BeforeAfterCounts(0, 0, 0, 0, 0)


def test_the_ratio_of_rates_is_that_of_the_documentation_of_poisson_test():
    found = rate_ratio(11, 6 + 8 + 7, 800, 1083 + 1050 + 878)
    assert found.ratio == pytest.approx(1.971488, abs=5e-7)
    assert (found.low, found.high) == pytest.approx((0.8584264, 4.2772659), abs=5e-5)
    assert found.p == pytest.approx(0.07967, abs=5e-6)


def test_nothing_before_gives_a_ratio_without_an_upper_end():
    found = rate_ratio(6, 0, 5, 5)
    assert found.ratio == found.high == inf
    assert 0 < found.low < inf
    assert found.p == pytest.approx(2 / 2**6)
    assert rate_ratio(0, 6, 5, 5).ratio == 0


@pytest.mark.parametrize("bad", [(0, 0, 1, 1), (3, 3, 0, 1), (3, 3, 1, -1)])
def test_a_ratio_without_events_or_time_is_refused(bad):
    with pytest.raises(ValueError, match="event"):
        rate_ratio(*bad)


@given(st.integers(1, 30), st.integers(1, 30), st.floats(0.1, 50), st.floats(0.1, 50))
def test_turning_time_round_turns_the_ratio_over(after, before, time_after, time_before):
    one = rate_ratio(after, before, time_after, time_before)
    other = rate_ratio(before, after, time_before, time_after)
    assert one.ratio == pytest.approx(1 / other.ratio)
    assert one.low == pytest.approx(1 / other.high)
    assert one.low < one.ratio < one.high


def test_time_at_risk_ends_with_the_adoption():
    adoptions = {
        "a": NumericInterval(2012, 2014),
        "b": NumericInterval(2000, 2000),
        "c": NumericInterval(2018, inf),
        "u": ALWAYS,
    }
    part = NumericInterval(2010, 2015)
    assert time_at_risk(adoptions, ["a"], part) == 3  # until the middle of its interval
    assert time_at_risk(adoptions, ["b"], part) == 0
    assert time_at_risk(adoptions, ["c", "never"], part) == 10
    assert time_at_risk(adoptions, ["a", "u"], part, exclude=["u"]) == 3


def adoption_counts(study: Study, on: str) -> dict[Cell, Cell]:
    rows = result("before_after", study, on=on).records()
    return {row["when"]: row["adoptions"] for row in rows}


@pytest.mark.parametrize(("step", "on", "before"), [(0.0, "9", 8), (1.0, "9", 8), (1.0, "8.5", 8)])
def test_a_number_is_a_signal_in_moments_and_in_periods(step, on, before):
    when = {f"n{i}": NumericInterval(i, i) for i in range(1, 20)}
    study = Study({name: StudyNode(name) for name in when}, {"a": when}, step=step)
    counted = {
        row["when"]: row["adoptions"] for row in result("before_after", study, on=on).records()
    }
    assert counted["before"] == before


def test_beside_dates_a_year_is_the_whole_of_it():
    when = {f"n{i}": NumericInterval(2000 + i / 10, 2000 + i / 10) for i in range(40)}
    study = Study({name: StudyNode(name) for name in when}, {"a": when}, step=1.0)
    found = {
        row["when"]: row["adoptions"] for row in result("before_after", study, on="2002").records()
    }
    assert (found["before"], found["either"]) == (20, 10)
