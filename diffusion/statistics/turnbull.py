"""The share that has adopted by each time, where each date is known only as an interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from diffusion.study.study import NumericInterval

Floats = NDArray[np.float64]
MAX_PASSES = 200
# A share below this is a rounding error.
SHARE_TOLERANCE = 1e-9


class EstimateNotSettled(ArithmeticError):
    """The estimate did not settle within the allowed passes."""


@dataclass(frozen=True, slots=True)
class ShareStep:
    """Where the estimate puts probability: somewhere within (or at) earliest … latest.

    The data do not say how it is spread inside the interval. `by_end` is the share that has adopted
    by the end.
    """

    earliest: float
    latest: float  # inf: after the last known time, or never
    share: float
    by_end: float


def adoption_shares(spans: Iterable[NumericInterval], tolerance: float = 1e-7) -> list[ShareStep]:
    """Turnbull's estimate of when a member adopts, in the spans' unit, earliest step first.

    Each span is closed: the moment of adoption lies in it, ends included. A member who had not
    adopted when last watched at t is Span(nextafter(t, inf), inf); with sharp dates and such spans
    the estimate is Kaplan and Meier's. No spans give no steps; steps without probability are left
    out. Found by Newton steps under the constraint (Wang 2008) until the check of Gentleman and
    Geyer holds to the tolerance: the log likelihood per span is then within the tolerance of its
    maximum. Raises EstimateNotSettled otherwise.

    Source: Turnbull (1976), JRSS B 38; Gentleman and Geyer (1994), Biometrika 81; Wang (2008),
    Computational Statistics & Data Analysis 52. lifelines has the estimate too, but requires pandas
    below 3.
    """
    counts = Counter(spans)
    steps = innermost_intervals(counts)
    allows = np.array(
        [[span.earliest <= low and high <= span.latest for low, high in steps] for span in counts],
        dtype=float,
    )
    shares = _estimate_shares(allows, np.array(list(counts.values()), dtype=float), tolerance)
    positive = [
        (step, share) for step, share in zip(steps, shares, strict=True) if share > SHARE_TOLERANCE
    ]
    totals = np.cumsum([share for _, share in positive])
    totals[-1:] = 1.0  # apart from rounding
    return [
        ShareStep(low, high, float(share), float(total))
        for ((low, high), share), total in zip(positive, totals, strict=True)
    ]


def innermost_intervals(spans: Collection[NumericInterval]) -> list[tuple[float, float]]:
    """Turnbull's intervals: from a left end to the next right end with no left end between."""
    ends = sorted({(span.earliest, 0) for span in spans} | {(span.latest, 1) for span in spans})
    return [
        (low, high)
        for (low, closes_low), (high, closes_high) in pairwise(ends)
        if not closes_low and closes_high
    ]


def _estimate_shares(allows: Floats, weights: Floats, tolerance: float) -> Floats:
    """The shares of the steps; `allows` is spans × steps, `weights` how many spans are alike."""
    if not allows.size:
        return np.zeros(0)
    shares = np.full(allows.shape[1], 1 / allows.shape[1])
    for _ in range(MAX_PASSES):
        ratios = allows / (allows @ shares)[:, None]
        if (weights @ ratios).max() / weights.sum() - 1 < tolerance:
            return shares
        shares = _improved_shares(shares, _newton_step(ratios, weights), allows, weights)
    raise EstimateNotSettled(f"no estimate after {MAX_PASSES} passes")


def _newton_step(ratios: Floats, weights: Floats) -> Floats:
    """The best shares by the quadratic that fits the log likelihood here (Dax's least distance)."""
    from scipy.optimize import nnls

    roots = np.sqrt(weights / weights.sum())[:, None]
    rows = np.vstack([roots * (ratios - 2), np.ones(ratios.shape[1])])
    solution, _ = nnls(rows, np.append(np.zeros(len(ratios)), 1.0))
    return np.asarray(solution / solution.sum())


def _improved_shares(shares: Floats, aim: Floats, allows: Floats, weights: Floats) -> Floats:
    """Goes towards the aim while the log likelihood grows, then one step of self-consistency.

    The whole way is tried, then half, a quarter …; the second step never makes it worse.
    """
    likelihood = weights @ np.log(allows @ shares)
    for part in 0.5 ** np.arange(30):
        new_shares = shares + part * (aim - shares)
        chances = allows @ new_shares
        if chances.min() > 0 and weights @ np.log(chances) > likelihood:
            break
    else:
        new_shares, chances = shares, allows @ shares
    return np.asarray(new_shares * (weights @ (allows / chances[:, None])) / weights.sum())
