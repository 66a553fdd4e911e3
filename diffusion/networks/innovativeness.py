"""The earliness of adopters of many mechanisms, with bootstrap intervals over mechanisms.

Walker (1969), American Political Science Review 63, 880-899; Boehmke & Skinner (2012), State
Politics & Policy Quarterly 12, 303-329.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffusion.study.panel import Array

AdoptionTimes = Mapping[str, float]


@dataclass(frozen=True)
class InnovativenessScores:
    """For each mechanism (rows) and node (columns): its Walker score, adoptions, opportunities.

    A score is 1 for the first adopter, 0 for the last and for those who did not adopt; nan where
    the node does not count. An opportunity is a period, from that of the first adoption to that
    of the last, at whose beginning the node had not adopted.
    """

    walker: Array
    adoptions: Array
    opportunities: Array


def innovativeness_scores(
    cascades: Sequence[AdoptionTimes], nodes: Sequence[str], step: float, *, is_closed: bool
) -> InnovativenessScores:
    """The scores of nodes in cascades (node to time); a cascade of one time has none.

    Unless `is_closed`, a node without a time in a cascade does not count in it.
    """
    used = [times for times in cascades if len(set(times.values())) > 1]
    walker = np.full((len(used), len(nodes)), np.nan)
    adoptions, opportunities = np.zeros(walker.shape), np.zeros(walker.shape)
    for row, times in enumerate(used):
        first, last = min(times.values()), max(times.values())
        for column, node in enumerate(nodes):
            time = times.get(node)
            if time is None and not is_closed:
                continue
            walker[row, column] = 0 if time is None else 1 - (time - first) / (last - first)
            adoptions[row, column] = time is not None
            opportunities[row, column] = ((last if time is None else time) - first) / step + 1
    return InnovativenessScores(walker, adoptions, opportunities)


def walker_index(
    node_scores: InnovativenessScores, rows: NDArray[np.intp] | slice = slice(None)
) -> Array:
    """The mean score of each node over these mechanisms; nan where it counts in none."""
    walker = node_scores.walker[rows]
    counted = (~np.isnan(walker)).sum(axis=0)
    totals = np.nansum(walker, axis=0)
    return _ratio(totals, counted)


def adoption_rate(
    node_scores: InnovativenessScores, rows: NDArray[np.intp] | slice = slice(None)
) -> Array:
    """Adoptions over opportunities of each node; nan where it had no opportunity."""
    adopted, possible = (
        node_scores.adoptions[rows].sum(axis=0),
        node_scores.opportunities[rows].sum(axis=0),
    )
    return _ratio(adopted, possible)


def bootstrap_intervals(
    node_scores: InnovativenessScores, draws: int, seed: int, level: float
) -> tuple[Array, Array]:
    """Percentile intervals (2 x nodes) of index and rate, mechanisms drawn with replacement."""
    random = np.random.default_rng(seed)
    count = len(node_scores.walker)
    rows = [random.integers(count, size=count) for _ in range(draws)]
    ends = [50 * (1 - level), 50 * (1 + level)]
    return (
        _percentiles(np.array([walker_index(node_scores, sample) for sample in rows]), ends),
        _percentiles(np.array([adoption_rate(node_scores, sample) for sample in rows]), ends),
    )


def _ratio(numerators: Array, denominators: Array) -> Array:
    unknown = np.full(len(numerators), np.nan)
    return np.asarray(np.divide(numerators, denominators, out=unknown, where=denominators > 0))


def _percentiles(draws: Array, ends: Sequence[float]) -> Array:
    empty = np.isnan(draws).all(axis=0)
    filled = np.where(empty, 0.0, draws)
    return np.where(empty, np.nan, np.nanpercentile(filled, ends, axis=0))
