"""NetInf: who probably followed whom, from the dates of many cascades alone.

Gomez-Rodriguez, Leskovec, Krause (2010), Inferring networks of diffusion and influence, KDD.
The stop by Vuong's test is that of Desmarais, Harden, Boehmke (2015), APSR 109, 392-406, as in
the R package NetworkInference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import erfc, log, sqrt

import numpy as np
from numpy.typing import NDArray

from diffusion.statistics.waiting_times import Array, LogDensity

IntArray = NDArray[np.intp]
# The chance that an edge of the network passes something on.
TRANSMISSION_CHANCE = 0.5
# Gains that differ by less are equal; the order of the nodes decides between them.
GAIN_DIGITS = 9
# Deviations below this share of their sum come from rounding.
ROUNDING = 1e-12


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


@dataclass(frozen=True, slots=True)
class SortedTimes:
    """All adoptions, sorted by cascade and time: memory is linear in their number.

    `earlier` counts, for each, the adoptions of its cascade that are strictly before it; they
    stand from `start` on. `of_node` holds the places of each node's adoptions.
    """

    names: tuple[str, ...]
    count: int
    node: IntArray
    cascade: IntArray
    time: Array
    start: IntArray
    earlier: IntArray
    of_node: tuple[IntArray, ...]


def sorted_times(cascades: Mapping[str, Mapping[str, float]]) -> SortedTimes:
    """The adoptions of cascades (id to node to time) as arrays; nodes in the order of their ids."""
    names = tuple(sorted({name for adoptions in cascades.values() for name in adoptions}))
    places = {name: place for place, name in enumerate(names)}
    triples = sorted(
        (number, time, places[name])
        for number, adoptions in enumerate(cascades.values())
        for name, time in adoptions.items()
    )
    cascade = np.array([triple[0] for triple in triples], dtype=np.intp)
    time = np.array([triple[1] for triple in triples], dtype=np.float64)
    node = np.array([triple[2] for triple in triples], dtype=np.intp)
    start = np.searchsorted(cascade, cascade)
    return SortedTimes(
        names=names,
        count=len(cascades),
        node=node,
        cascade=cascade,
        time=time,
        start=start,
        earlier=_first_with_same_time(cascade, time) - start,
        of_node=tuple(np.split(np.argsort(node, kind="stable"), _ends_by_node(node, len(names)))),
    )


@dataclass(frozen=True, slots=True)
class Scoring:
    """How an adoption is scored.

    An edge of the network explains it at log(0.5 f(dt)). Before that its likeliest earlier
    adopter explains it at log(epsilon f(dt)), as in NetworkInference; or, if `outside`, a constant
    log(epsilon) does, and an edge at log(f(dt)), as in the original program.
    """

    log_density: LogDensity
    epsilon: float = 1e-10
    outside: bool = False

    def first(self, waits: Array) -> Array:
        """The scores without an edge."""
        if self.outside:
            return np.full(len(waits), log(self.epsilon))
        return log(self.epsilon) + self.log_density(waits)

    def edge(self, waits: Array) -> Array:
        """The scores with an edge."""
        return (0 if self.outside else log(TRANSMISSION_CHANCE)) + self.log_density(waits)


def infer_edges(
    times: SortedTimes, scoring: Scoring, cutoff: float | None
) -> Iterator[InferredEdge]:
    """The edges in the order in which they are added: each adds the most to the likelihood.

    An edge's gain is the sum over cascades of how much better it explains (see Scoring); equal
    times are never parents. With d = gain by cascade - 1/C over the C cascades and z = sum(d) /
    (sd(d) sqrt(C)), the edge whose p = 1 - Phi(z) is not below `cutoff` is the last; without a
    cutoff edges go on until none gains.
    """
    search = _Search(times, scoring)
    while (edge := search.best()) is not None:
        yield edge
        if cutoff is not None and not edge.p < cutoff:
            return
        search.take(edge)


def inferred_edges(
    times: SortedTimes, scoring: Scoring, cutoff: float | None = 0.05, limit: int | None = None
) -> list[InferredEdge]:
    """The edges of `netinf`, at most `most`."""
    return list(islice(infer_edges(times, scoring, cutoff), limit))


def possible_edges(times: SortedTimes) -> int:
    """How many ordered pairs have the first before the second in some cascade."""
    return sum(
        len(np.unique(times.node[_EarlierAdopters(times, child).parents]))
        for child in range(len(times.names))
    )


class _EarlierAdopters:
    """All the earlier adopters of one child, cascade after cascade."""

    def __init__(self, times: SortedTimes, child: int) -> None:
        self.places = times.of_node[child]
        counts = times.earlier[self.places]
        total = int(counts.sum())
        begins = np.repeat(np.cumsum(counts) - counts, counts)
        self.parents = np.repeat(times.start[self.places], counts) + np.arange(total) - begins
        self.children = np.repeat(self.places, counts)
        self.waits = times.time[self.children] - times.time[self.parents]


class _Search:
    """The likelihood so far: each child's best explanation, each column's best new parent."""

    def __init__(self, times: SortedTimes, scoring: Scoring) -> None:
        self.times, self.scoring = times, scoring
        self.current = np.full(len(times.node), -np.inf)
        nodes = len(times.names)
        self.parent, self.gain = np.zeros(nodes, dtype=np.intp), np.zeros(nodes)
        for child in range(nodes):
            column = _EarlierAdopters(times, child)
            np.maximum.at(self.current, column.children, scoring.first(column.waits))
            self._settle(child)

    def best(self) -> InferredEdge | None:
        """The edge that gains most; None if none gains anything."""
        if not self.gain.size:
            return None
        child = int(np.argmax(self.gain.round(GAIN_DIGITS)))
        if self.gain[child] <= 0:
            return None
        parent, names = int(self.parent[child]), self.times.names
        column, _, gains = self._gains(child)
        mine = (self.times.node[column.parents] == parent) & (gains > 0)
        cascades = self.times.cascade[column.children[mine]]
        return InferredEdge(
            names[parent],
            names[child],
            float(self.gain[child]),
            self._p(cascades, gains[mine]),
            tuple(column.waits[mine].tolist()),
        )

    def take(self, edge: InferredEdge) -> None:
        """Adds an edge to the network: only its child's explanations and column change."""
        parent, child = (self.times.names.index(name) for name in (edge.source, edge.target))
        column, scores, gains = self._gains(child)
        better = (self.times.node[column.parents] == parent) & (gains > 0)
        self.current[column.children[better]] = scores[better]
        self._settle(child)

    def _settle(self, child: int) -> None:
        column, _, gains = self._gains(child)
        by_parent = np.bincount(
            self.times.node[column.parents], gains, minlength=len(self.times.names)
        )
        self.parent[child] = np.argmax(by_parent.round(GAIN_DIGITS))
        self.gain[child] = by_parent[self.parent[child]]

    def _gains(self, child: int) -> tuple[_EarlierAdopters, Array, Array]:
        column = _EarlierAdopters(self.times, child)
        scores = self.scoring.edge(column.waits)
        return column, scores, np.maximum(0, scores - self.current[column.children])

    def _p(self, cascades: IntArray, gains: Array) -> float:
        """1 - Phi(z) of Vuong's test of the network with an edge that gains this by cascade.

        Where every cascade gains the same, z is infinite. One cascade alone tests nothing: 1.
        """
        count = self.times.count
        better = np.bincount(cascades, gains, minlength=count) - 1 / count
        if count < 2:
            return 1.0
        spread, total = float(better.std(ddof=1)), float(better.sum())
        if spread < ROUNDING * abs(total):
            return 0.0 if total > 0 else 1.0
        return _upper_tail(total / (spread * sqrt(count))) if spread else 1.0


def _upper_tail(z: float) -> float:
    """1 - Phi(z)."""
    return erfc(z / sqrt(2)) / 2


def _first_with_same_time(cascade: IntArray, time: Array) -> IntArray:
    """For each adoption, the place of the first of its cascade with the same time."""
    if not len(cascade):
        return np.zeros(0, dtype=np.intp)
    new = np.ones(len(cascade), dtype=bool)
    new[1:] = (cascade[1:] != cascade[:-1]) | (time[1:] != time[:-1])
    return np.maximum.accumulate(np.where(new, np.arange(len(cascade)), 0))


def _ends_by_node(node: IntArray, nodes: int) -> IntArray:
    """Where each node's adoptions end when they are sorted by node, without the last."""
    return np.cumsum(np.bincount(node, minlength=nodes))[:-1]
