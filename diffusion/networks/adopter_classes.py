"""Adopter classes: early to late by time, low to high by threshold.

Rogers (1962), Diffusion of innovations; Valente (1995); as classify_adopters() of netdiffuseR.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from diffusion.study.panel import Array

# The classes by time and by threshold; the first holds those who did not adopt.
BY_TIME = ("Non-Adopters", "Early Adopters", "Early Majority", "Late Majority", "Laggards")
BY_THRESHOLD = ("Non", "VeryLow", "Low", "High", "VeryHigh")


def cut_offs(values: Array) -> Array:
    """Mean minus one standard deviation (n - 1), mean, mean plus one; nan is left out.

    They are nan if there is no value or only one.
    """
    finite = values[~np.isnan(values)]
    if len(finite) < 2:
        return np.full(3, np.nan)
    return np.asarray(finite.mean() + finite.std(ddof=1) * np.array([-1, 0, 1]))


def classify(values: Array, cuts: Array) -> NDArray[np.intp]:
    """0 for nan, else 1 to 4: below the first cut-off, from it on, from the second, the third."""
    numbers = 1 + np.searchsorted(cuts, values, side="right")
    return np.where(np.isnan(values), 0, numbers)


def cross_table(
    rows: NDArray[np.intp], columns: NDArray[np.intp], kinds: int = 5
) -> NDArray[np.intp]:
    """How many nodes are in each class by time (rows) and by threshold (columns)."""
    counts = np.zeros((kinds, kinds), dtype=np.intp)
    np.add.at(counts, (rows, columns), 1)
    return counts
