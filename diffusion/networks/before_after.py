"""Adoptions before and after one dated signal, such as a central document."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import inf, isfinite

from diffusion.study.study import Adoptions, NumericInterval

# With fewer dated adoptions a rate is too uncertain to give.
MIN_DATED_ADOPTIONS = 5


@dataclass(frozen=True, slots=True)
class BeforeAfterCounts:
    """How many adopted before and after; `either` are those whose dates allow both."""

    before: int
    after: int
    either: int
    undated: int
    outside: int  # certainly before the window opens or after it closes


@dataclass(frozen=True, slots=True)
class RateRatio:
    """A ratio of two Poisson rates with its exact interval; inf if nobody adopted before."""

    ratio: float
    low: float
    high: float
    p: float  # of both sides together, for a ratio of 1


def count_before_after(
    adoptions: Adoptions, signal: NumericInterval, window: NumericInterval
) -> BeforeAfterCounts:
    """Adoptions before and after a signal within a window of observation.

    Before is the whole interval before the signal's, after the whole interval after it; a date that
    overlaps the signal's may be either. An adoption that may lie outside the window counts on the
    side of the rest of its interval. n = before + after + either.
    """
    dated = [
        span for span in adoptions.values() if isfinite(span.earliest) or isfinite(span.latest)
    ]
    inside = [
        span for span in dated if span.latest >= window.earliest and span.earliest <= window.latest
    ]
    before = sum(span.latest < signal.earliest for span in inside)
    after = sum(span.earliest > signal.latest for span in inside)
    return BeforeAfterCounts(
        before=before,
        after=after,
        either=len(inside) - before - after,
        undated=len(adoptions) - len(dated),
        outside=len(dated) - len(inside),
    )


def rate_ratio(
    after: int, before: int, time_after: float, time_before: float, level: float = 0.95
) -> RateRatio:
    """The rate after divided by the rate before, (after / time_after) / (before / time_before).

    Given their sum, `after` is binomial with chance R T_a / (R T_a + T_b) at a ratio R; the
    interval is that of Clopper and Pearson turned into ratios, and p is that of the exact binomial
    test. Both times are in the same unit, whichever it is. Raises ValueError if there are no events
    or a time is not above zero.

    Source: Przyborowski and Wilenski (1940), Biometrika 31; the same as R's poisson.test, which
    for 11 in 800 against 21 in 3011 gives 1.971488 (0.8584264, 4.2772659), p 0.07967.
    """
    from scipy.stats import binomtest

    if after + before == 0 or min(time_after, time_before) <= 0:
        raise ValueError("a ratio of rates needs an event, and time on both sides")
    even = time_after / (time_after + time_before)
    test = binomtest(after, after + before, even)
    interval = test.proportion_ci(level, "exact")
    odds = time_before / time_after
    return RateRatio(
        ratio=_odds(after / (after + before)) * odds,
        low=_odds(float(interval.low)) * odds,
        high=_odds(float(interval.high)) * odds,
        p=float(test.pvalue),
    )


def time_at_risk(
    adoptions: Adoptions,
    nodes: Collection[str],
    part: NumericInterval,
    exclude: Collection[str] = (),
) -> float:
    """Time that those who had not yet adopted spent in a part of the window (node-years).

    A date known as an interval counts from its middle; a date that is open on one side counts from
    its known end. `exclude` are left out because nothing is known of when they adopted.
    """
    length = part.latest - part.earliest
    left_out = set(exclude)
    return sum(
        min(max(_middle(adoptions[node]) - part.earliest, 0.0), length)
        if node in adoptions
        else length
        for node in nodes
        if node not in left_out
    )


def _middle(span: NumericInterval) -> float:
    if isfinite(span.earliest) and isfinite(span.latest):
        return (span.earliest + span.latest) / 2
    return span.earliest if isfinite(span.earliest) else span.latest


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else inf
