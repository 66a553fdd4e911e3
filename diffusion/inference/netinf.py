"""NetInf: who probably followed whom, from the dates of many cascades alone.

Gomez-Rodriguez, Leskovec, Krause (2010), Inferring networks of diffusion and influence, KDD.
The stop by Vuong's test is that of Desmarais, Harden, Boehmke (2015), APSR 109, 392-406, as in
the R package NetworkInference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from diffusion.inference.cascade_times import IntArray, SortedTimes
from diffusion.inference.parent_columns import ParentColumn, ParentColumns, Scoring
from diffusion.inference.waiting_times import Array

# Gains that differ by less are equal; the order of the nodes decides between them.
GAIN_DIGITS = 9
# Deviations below this share of their sum come from rounding.
ROUNDING_SHARE = 1e-12


@dataclass(frozen=True, slots=True)
class InferredEdge:
    """An edge with the log-likelihood that it adds and the p of Vuong's test for adding it.

    `waits` are the times from source to target in the cascades that it explains better.
    """

    source: str
    target: str
    gain: float
    p: float
    waits: tuple[float, ...] = ()


def infer_edges(
    times: SortedTimes, scoring: Scoring, cutoff: float | None
) -> Iterator[InferredEdge]:
    """The edges in the order in which they are added: each adds the most to the likelihood.

    An edge's gain is the sum over cascades of how much better it explains (see Scoring); equal
    times are never parents. With d = gain by cascade - 1/C over the C cascades and z = sum(d) /
    (sd(d) sqrt(C)), the edge whose p = 1 - Phi(z) is not below `cutoff` is the last; without a
    cutoff edges go on until none gains.
    """
    columns = ParentColumns(times, scoring)
    for step in search_steps(columns, cutoff):
        yield InferredEdge(
            times.names[step.parent], times.names[step.child], step.gain, step.p, step.waits()
        )


def inferred_edges(
    times: SortedTimes, scoring: Scoring, cutoff: float | None = 0.05, limit: int | None = None
) -> list[InferredEdge]:
    """The edges of `infer_edges`, at most `limit`."""
    return list(islice(infer_edges(times, scoring, cutoff), limit))


@dataclass(frozen=True, slots=True)
class SearchStep:
    """An edge that is added: the places of its ends in the names, its gain, and Vuong's p."""

    parent: int
    child: int
    gain: float
    p: float
    column: ParentColumn
    better: NDArray[np.bool_]

    def waits(self) -> tuple[float, ...]:
        """The times from parent to child in the cascades that the edge explains better."""
        return tuple(self.column.waits[self.column.of_parent(self.parent)][self.better].tolist())


def search_steps(
    columns: ParentColumns,
    cutoff: float | None,
    weights: Array | None = None,
    first: Array | None = None,
) -> Iterator[SearchStep]:
    """The edges as steps; `weights` (C) says how often each cascade counts, once without it.

    Whole weights are the same as cascades that stand so often. `first` are the first_scores of the
    columns, if they are at hand.
    """
    search = _Search(columns, weights, columns.first_scores() if first is None else first)
    while (step := search.best_step()) is not None:
        yield step
        if cutoff is not None and not step.p < cutoff:
            return
        search.take(step)


class _Search:
    """The likelihood so far: each child's best explanation, each column's best new parent."""

    def __init__(self, columns: ParentColumns, weights: Array | None, first: Array) -> None:
        self.columns, self.weights = columns, weights
        self.count = float(columns.times.count if weights is None else weights.sum())
        self.current = first.copy()
        nodes = len(columns.times.names)
        self.parent, self.gain = np.zeros(nodes, dtype=np.intp), np.zeros(nodes)
        for child in range(nodes):
            self._settle(child)

    def best_step(self) -> SearchStep | None:
        """The edge that gains most; None if none gains anything."""
        if not self.gain.size:
            return None
        child = int(np.argmax(self.gain.round(GAIN_DIGITS)))
        if self.gain[child] <= 0:
            return None
        parent, column = int(self.parent[child]), self.columns.column(child)
        rows = column.of_parent(parent)
        gains = column.scores[rows] - self.current[column.children[rows]]
        is_gain = gains > 0
        p = self._p(gains[is_gain], column.cascades[rows][is_gain])
        return SearchStep(parent, child, float(self.gain[child]), p, column, is_gain)

    def take(self, step: SearchStep) -> None:
        """Adds an edge to the network: only its child's explanations and column change."""
        rows = step.column.of_parent(step.parent)
        places = step.column.children[rows][step.better]
        self.current[places] = step.column.scores[rows][step.better]
        self._settle(step.child)

    def _settle(self, child: int) -> None:
        column = self.columns.column(child)
        gains = np.maximum(0, column.scores - self.current[column.children])
        if self.weights is not None:
            gains *= self.weights[column.cascades]
        by_parent = np.bincount(column.parents, gains, minlength=len(self.columns.times.names))
        self.parent[child] = np.argmax(by_parent.round(GAIN_DIGITS))
        self.gain[child] = by_parent[self.parent[child]]

    def _p(self, gains: Array, cascades: IntArray) -> float:
        """1 - Phi(z) of Vuong's test of the network with an edge that gains this by cascade.

        The cascades that gain nothing have d = -1/C. Where every cascade gains the same, z is
        infinite. One cascade alone tests nothing: 1.
        """
        count = self.count
        if count < 2:
            return 1.0
        weights = np.ones(len(gains)) if self.weights is None else self.weights[cascades]
        total = float((weights * gains).sum()) - 1
        others = max(0.0, count - float(weights.sum()))
        squares = float((weights * (gains - 1 / count - total / count) ** 2).sum())
        squares += others * (1 / count + total / count) ** 2
        spread = sqrt(squares / (count - 1))
        if spread < ROUNDING_SHARE * abs(total):
            return 0.0 if total > 0 else 1.0
        return _upper_tail(total / (spread * sqrt(count))) if spread else 1.0


def _upper_tail(z: float) -> float:
    """1 - Phi(z)."""
    return erfc(z / sqrt(2)) / 2
