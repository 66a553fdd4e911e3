"""The columns that NetInf scores: every possible parent of every adoption."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from diffusion.inference.cascade_times import IntArray, SortedTimes, places_before
from diffusion.inference.waiting_times import Array, LogDensity

# The chance that an edge of the network passes something on.
TRANSMISSION_CHANCE = 0.5
# More possible parents than this are computed again for each step (48 bytes each).
MAX_ENTRIES = 2_000_000


@dataclass(frozen=True, slots=True)
class Scoring:
    """How an adoption is scored.

    An edge of the network explains it at log(0.5 f(dt)). Before that its likeliest earlier
    adopter explains it at log(epsilon f(dt)), as in NetworkInference; or, if it
    `has_outside_source`, a constant log(epsilon) does, and an edge at log(f(dt)), as in the
    original program.
    """

    log_density: LogDensity
    epsilon: float = 1e-10
    has_outside_source: bool = False

    def score_without_edge(self, waits: Array) -> Array:
        """The scores without an edge."""
        if self.has_outside_source:
            return np.full(len(waits), log(self.epsilon))
        return log(self.epsilon) + self.log_density(waits)

    def edge(self, waits: Array) -> Array:
        """The scores with an edge."""
        return (0 if self.has_outside_source else log(TRANSMISSION_CHANCE)) + self.log_density(
            waits
        )


@dataclass(frozen=True, slots=True)
class ParentColumn:
    """All the earlier adopters of one child, by parent and then by cascade.

    One entry is a possible parent in a cascade: its node, the place of the child's adoption, the
    cascade, how long the child waited, and the score of an edge. `ends` bounds each parent's
    entries: those of node i stand from ends[i] to ends[i + 1].
    """

    parents: IntArray
    children: IntArray
    cascades: IntArray
    waits: Array
    scores: Array
    ends: IntArray

    def of_parent(self, parent: int) -> slice:
        """Where the entries of one parent stand."""
        return slice(int(self.ends[parent]), int(self.ends[parent + 1]))


class ParentColumns:
    """The columns of all children; kept in memory if together they are not too large."""

    def __init__(self, times: SortedTimes, scoring: Scoring) -> None:
        self.times, self.scoring = times, scoring
        small = int(times.earlier_counts.sum()) <= MAX_ENTRIES
        self._columns = [self._column(i) for i in range(len(times.names))] if small else None

    def column(self, child: int) -> ParentColumn:
        """The column of one child."""
        return self._column(child) if self._columns is None else self._columns[child]

    def first_scores(self) -> Array:
        """The likeliest explanation of each adoption without an edge; -inf for the first."""
        first = np.full(len(self.times.node), -np.inf)
        for child in range(len(self.times.names)):
            column = self.column(child)
            np.maximum.at(first, column.children, self.scoring.score_without_edge(column.waits))
        return first

    def _column(self, child: int) -> ParentColumn:
        times = self.times
        places, children = places_before(times, child)
        order = np.argsort(times.node[places], kind="stable")
        places, children = places[order], children[order]
        waits = times.time[children] - times.time[places]
        parents = times.node[places]
        return ParentColumn(
            parents=parents,
            children=children,
            cascades=times.cascade[children],
            waits=waits,
            scores=self.scoring.edge(waits),
            ends=np.searchsorted(parents, np.arange(len(times.names) + 1)),
        )
