"""Pearson's correlation with an interval by the bootstrap.

Efron & Tibshirani (1993), An introduction to the bootstrap; percentiles as boot.ci(type = "perc")
of R: with R replicates, order statistic (R + 1) a.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from diffusion.study.panel import Array

CONFIDENCE = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class CorrelationInterval:
    """A correlation, its interval of 95 %, bias and standard error; nan where there is none."""

    value: float
    low: float = nan
    high: float = nan
    bias: float = nan
    std_error: float = nan


def correlation(x: Array, y: Array) -> float:
    """Pearson's correlation of two variables (n); nan if one of them is constant."""
    return float(_correlations(x[None, :], y[None, :])[0])


def bootstrap_correlation(x: Array, y: Array, replicates: int, seed: int) -> CorrelationInterval:
    """The correlation of x and y (n), with pairs drawn again `replicates` times; 0 draws none.

    A replicate in which one of the variables is constant has no correlation and is left out.
    """
    value = correlation(x, y)
    if not replicates or np.isnan(value):
        return CorrelationInterval(value)
    generator = np.random.default_rng(seed)
    sample = generator.integers(len(x), size=(replicates, len(x)))
    values = _correlations(x[sample], y[sample])
    values = values[~np.isnan(values)]
    if len(values) < 2:
        return CorrelationInterval(value)
    low, high = np.quantile(values, CONFIDENCE, method="weibull")
    return CorrelationInterval(
        value,
        float(low),
        float(high),
        float(values.mean() - value),
        float(values.std(ddof=1)),
    )


def _correlations(x: Array, y: Array) -> Array:
    """The correlation of each row of x with the same row of y; nan where a row is constant."""
    varied = (np.ptp(x, axis=1) > 0) & (np.ptp(y, axis=1) > 0)
    x = x - x.mean(axis=1, keepdims=True)
    y = y - y.mean(axis=1, keepdims=True)
    spread = np.sqrt((x**2).sum(axis=1) * (y**2).sum(axis=1))
    cross = (x * y).sum(axis=1)
    return np.asarray(np.divide(cross, spread, out=np.full(len(cross), np.nan), where=varied))
