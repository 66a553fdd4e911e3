"""Calibration: whether predicted chances came true as often as predicted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from diffusion.event_history.cross_validation import Prediction
from diffusion.statistics.event_history_model import NORMAL_95

# The most and the least groups of rows, sorted by their chance, and the events that each needs.
MAX_GROUPS, MIN_GROUPS, EVENTS_PER_GROUP = 10, 2, 3


@dataclass(frozen=True)
class CalibrationGroup:
    """Rows of similar chance: its mean, and the share with an event with Wilson's interval."""

    rows: int
    events: int
    predicted: float
    observed: float
    low: float
    high: float


def calibration(prediction: Prediction) -> tuple[CalibrationGroup, ...]:
    """Groups of equally many rows, by their chance while left out.

    Source: Hosmer and Lemeshow (1980), Communications in Statistics A9, for groups by predicted
    chance; Wilson (1927), JASA 22.
    """
    group_count = int(prediction.outcome.sum()) // EVENTS_PER_GROUP
    count = min(max(group_count, MIN_GROUPS), MAX_GROUPS)
    order = np.argsort(prediction.chance, kind="stable")
    return tuple(
        _group(prediction.outcome[rows].sum(), prediction.chance[rows].mean(), len(rows))
        for rows in np.array_split(order, count)
        if len(rows)
    )


def _group(events: float, predicted: float, rows: int) -> CalibrationGroup:
    share, square = events / rows, NORMAL_95**2
    middle = (share + square / (2 * rows)) / (1 + square / rows)
    half = NORMAL_95 / (1 + square / rows) * sqrt(share * (1 - share) / rows + square / 4 / rows**2)
    low = max(middle - half, 0.0) if events else 0.0
    ends = (low, min(middle + half, 1.0) if events < rows else 1.0)
    return CalibrationGroup(rows, int(events), float(predicted), float(share), *map(float, ends))
