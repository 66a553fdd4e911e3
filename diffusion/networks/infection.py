"""Infectiousness (being followed at once) and susceptibility (following at once).

Myers (2000), American Journal of Sociology 106, 173-208; Valente et al. (2015), Social Science &
Medicine 145, 89-97; definitions as infection() and susceptibility() of netdiffuseR.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from diffusion.study.panel import Array, Panel


def infectiousness(
    weights: csr_array, panel: Panel, discounts: Array, *, normalized: bool
) -> Array:
    """For i who adopted at t: sum_k [adopt at t+k, tied to i] / w_k, over those from t+k on.

    `weights` (n x n) are from ego to alter, `discounts` the w_k for k = 1 to K. Normalized, it is
    also divided by the sum over k of all who adopt at t+k, over w_k. 0 where nobody could follow;
    nan for those who did not adopt.
    """
    return _adoption_share(csr_array(weights.T), panel, discounts, ahead=1, normalized=normalized)


def susceptibility(
    weights: csr_array, panel: Panel, discounts: Array, *, normalized: bool
) -> Array:
    """For i who adopted at t: sum_k [adopt at t-k, i tied to them] / w_k, over those up to t-k."""
    return _adoption_share(weights, panel, discounts, ahead=-1, normalized=normalized)


def linear_discounts(count: int) -> Array:
    """w_k = k for k = 1 to `count`."""
    return np.arange(1.0, count + 1)


def exponential_discounts(count: int, rate: float) -> Array:
    """w_k = (1 + rate)^(k - 1) for k = 1 to `count`."""
    return np.asarray((1 + rate) ** np.arange(count), dtype=float)


def _adoption_share(
    weights: csr_array, panel: Panel, discounts: Array, ahead: int, *, normalized: bool
) -> Array:
    """The formula that both share: it looks ahead (`ahead` 1) or back (-1)."""
    place = np.where(np.isnan(panel.time), np.nan, panel.period_index.astype(float))
    size, periods = len(place), len(panel.periods)
    numerators, denominators, totals = np.zeros(size), np.zeros(size), np.zeros(size)
    for k, discount in enumerate(discounts[: max(periods - 1, 0)], 1):
        then = place + ahead * k
        inside = (then >= 0) & (then < periods)
        same = (place[None, :] == then[:, None]) & inside[:, None]
        beyond = (ahead * (place[None, :] - then[:, None]) >= 0) & inside[:, None]
        numerators += weights.multiply(same).sum(axis=1) / discount
        denominators += weights.multiply(beyond).sum(axis=1) / discount
        totals += same.sum(axis=1) / discount
    shares = np.divide(numerators, denominators, out=np.zeros(size), where=denominators > 0)
    if normalized:
        shares = np.divide(shares, totals, out=np.zeros(size), where=totals > 0)
    return np.where(np.isnan(place), np.nan, shares)
