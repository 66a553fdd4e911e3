"""Curves of growth through the share that has adopted: Bass and logistic.

Bass (1969), Management Science 15, 215-227.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log, nan

import numpy as np

from diffusion.study.panel import Array

Curve = Callable[..., Array]


@dataclass(frozen=True)
class CurveFit:
    """The least-squares parameters with their standard errors, and the residual sum of squares."""

    parameters: tuple[float, ...]
    errors: tuple[float, ...]
    fitted_shares: Array
    rss: float


def bass_curve(t: Array, p: float, q: float) -> Array:
    """F(t) = (1 - exp(-(p+q) t)) / (1 + q/p exp(-(p+q) t)): p from outside, q by imitation."""
    decay = np.exp(-(p + q) * t)
    return np.asarray((1 - decay) / (1 + q / p * decay))


def logistic_curve(t: Array, rate: float, middle: float) -> Array:
    """F(t) = 1 / (1 + exp(-rate (t - middle)))."""
    return np.asarray(1 / (1 + np.exp(-rate * (t - middle))))


def bass_peak(p: float, q: float) -> float:
    """The time at which most adopt: ln(q/p) / (p+q); nan where imitation never takes over."""
    return log(q / p) / (p + q) if q > 0 and p > 0 else nan


def fit_curve(curve: Curve, share: Array, start: tuple[float, ...]) -> CurveFit | None:
    """The curve nearest to shares (T) at t = 1, 2 ... T; None if no curve is found."""
    from scipy.optimize import OptimizeWarning, curve_fit

    t = np.arange(1.0, len(share) + 1)
    tiny = 1e-9
    try:
        parameters, spread = curve_fit(
            curve, t, share, p0=start, bounds=(tiny, np.inf), ftol=1e-12, xtol=1e-12, gtol=1e-12
        )
    except (RuntimeError, ValueError, OptimizeWarning):
        return None
    values = curve(t, *parameters)
    return CurveFit(
        parameters=tuple(map(float, parameters)),
        errors=tuple(map(float, np.sqrt(np.diag(spread)))),
        fitted_shares=values,
        rss=float(((share - values) ** 2).sum()),
    )
