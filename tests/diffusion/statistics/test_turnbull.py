"""Turnbull's estimate: published data, Kaplan and Meier's where dates are sharp, its own check."""

from __future__ import annotations

from math import inf, nextafter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from diffusion.statistics.turnbull import adoption_shares, innermost_intervals
from diffusion.study.study import NumericInterval

# Months until the breast retracted, treated with radiation only: (after, until].
# Beadle et al. (1984), as printed in Finkelstein and Wolfe (1985), Biometrics 41.
RADIATION = (
    "45-inf 6-10 0-7 46-inf 46-inf 7-16 17-inf 7-14 37-44 0-8 4-11 15-inf 11-15 22-inf 46-inf "
    "46-inf 25-37 46-inf 26-40 46-inf 27-34 36-44 46-inf 36-48 37-inf 40-inf 17-25 46-inf 11-18 "
    "38-inf 5-12 37-inf 0-5 18-inf 24-inf 36-inf 5-11 19-35 17-25 24-inf 32-inf 33-inf 19-26 "
    "37-inf 34-inf 36-inf"
)
# What R's interval::icfit prints for them (Fay and Shaw 2010, J. Statistical Software 36(2)).
PUBLISHED_MASS = {
    (4, 5): 0.0463,
    (6, 7): 0.0334,
    (7, 8): 0.0887,
    (11, 12): 0.0708,
    (24, 25): 0.0926,
    (33, 34): 0.0818,
    (38, 40): 0.1209,
    (46, 48): 0.4656,
}


def half_open_span(low: float, high: float) -> NumericInterval:
    """(low, high] as a closed span."""
    return NumericInterval(nextafter(low, inf), high)


def test_the_published_estimate_of_the_breast_cosmesis_data():
    ends = [tuple(map(float, pair.split("-"))) for pair in RADIATION.split()]
    found = adoption_shares([half_open_span(*pair) for pair in ends])
    assert {
        (round(step.earliest), round(step.latest)): round(step.share, 4) for step in found
    } == PUBLISHED_MASS
    assert found[-1].by_end == pytest.approx(1)


def test_sharp_dates_give_the_share_of_each():
    found = adoption_shares(
        [NumericInterval(3, 3), NumericInterval(1, 1), NumericInterval(3, 3), NumericInterval(2, 2)]
    )
    assert [(s.earliest, s.latest, s.share, s.by_end) for s in found] == [
        (1, 1, pytest.approx(0.25), pytest.approx(0.25)),
        (2, 2, pytest.approx(0.25), pytest.approx(0.5)),
        (3, 3, pytest.approx(0.5), pytest.approx(1)),
    ]


def test_no_spans_give_no_steps_and_one_span_one():
    assert adoption_shares([]) == []
    (step,) = adoption_shares([NumericInterval(2010, 2012)])
    assert (step.earliest, step.latest, step.share) == (2010, 2012, 1)


def test_who_never_adopts_stands_after_the_last_watch():
    found = adoption_shares([NumericInterval(1, 2), half_open_span(5, inf)])
    assert found[-1].latest == inf
    assert found[-1].share == pytest.approx(0.5)


def test_the_innermost_intervals_are_turnbulls():
    """His own example by hand: overlapping spans meet in [3, 4]; touching ends meet in a point."""
    assert innermost_intervals([NumericInterval(1, 4), NumericInterval(3, 6)]) == [(3, 4)]
    assert innermost_intervals([NumericInterval(1, 3), NumericInterval(3, 5)]) == [(3, 3)]
    assert innermost_intervals([NumericInterval(1, 2), NumericInterval(4, 5)]) == [(1, 2), (4, 5)]


TIMES = st.lists(st.tuples(st.integers(1, 8).map(float), st.booleans()), min_size=1, max_size=25)


@settings(deadline=None)
@given(TIMES)
def test_with_sharp_dates_it_is_the_estimate_of_kaplan_and_meier(times):
    """scipy's: the dead are adopters, the censored were last watched without having adopted."""
    sharp = [time for time, adopted in times if adopted]
    watched = [time for time, adopted in times if not adopted]
    found = adoption_shares(
        [
            *(NumericInterval(time, time) for time in sharp),
            *(half_open_span(time, inf) for time in watched),
        ]
    )
    if sharp:
        expected = ecdf(CensoredData(uncensored=sharp, right=watched)).cdf
        for time in set(sharp):
            share = sum(step.share for step in found if step.latest <= time)
            assert share == pytest.approx(float(expected.evaluate(time)), abs=1e-4)
    else:
        assert [step.latest for step in found] == [inf]


SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 4)).map(
        lambda s: NumericInterval(s[0], s[0] + s[1])
    ),
    min_size=1,
    max_size=15,
)


def likelihood(spans, steps) -> float:
    chances = [
        sum(p for (low, high), p in steps if span.earliest <= low and high <= span.latest)
        for span in spans
    ]
    return float(np.log(chances).sum()) if min(chances) > 0 else -inf


@settings(deadline=None)
@given(SPANS, st.randoms())
def test_no_other_shares_are_likelier(spans, random):
    best = [((s.earliest, s.latest), s.share) for s in adoption_shares(spans)]
    places = innermost_intervals(spans)
    for _ in range(20):
        weights = [random.random() + 0.001 for _ in places]
        other = [(p, w / sum(weights)) for p, w in zip(places, weights, strict=True)]
        assert likelihood(spans, other) <= likelihood(spans, best) + 1e-5


@settings(deadline=None)
@given(SPANS)
def test_shares_sum_to_one_and_the_order_of_the_spans_does_not_matter(spans):
    found = adoption_shares(spans)
    assert sum(step.share for step in found) == pytest.approx(1, abs=1e-6)
    turned = adoption_shares(list(reversed(spans)))
    assert likelihood(spans, [((s.earliest, s.latest), s.share) for s in turned]) == pytest.approx(
        likelihood(spans, [((s.earliest, s.latest), s.share) for s in found]), abs=1e-5
    )
