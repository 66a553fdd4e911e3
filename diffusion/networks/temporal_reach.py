"""The nodes that an origin could reach along ties in the order of their dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from math import inf

from diffusion.study.study import NumericInterval, Tie

# The arrival over a tie, from the arrival at its teacher; None if the tie came too early.
ArrivalRule = Callable[[float, NumericInterval], float | None]


def earliest_arrivals(ties: Iterable[Tie], origin: str, start: float = -inf) -> dict[str, float]:
    """The earliest time at which each node may have been reached, in the ties' unit; else -inf.

    A chain is possible if a moment can be taken from each tie's interval such that none comes
    before the one before it (equal moments are allowed). A node that is missing cannot have been
    reached. The origin is reached at `start`. Takes O(m log m) for m ties; circles, repeated ties
    and ties to oneself change nothing.

    Source: earliest arrival in temporal networks, Holme and Saramäki (2012), Temporal networks,
    Physics Reports 519(3), doi 10.1016/j.physrep.2012.03.001, read on intervals of dates.
    """
    return _arrivals(ties, origin, start, _possible_arrival)


def certain_arrivals(ties: Iterable[Tie], origin: str, start: float = -inf) -> dict[str, float]:
    """The time by which each node was certainly reached, in the ties' unit; inf where unknown.

    A chain is certain if each tie's interval begins no earlier than the one before it ends, so that
    the chain holds whatever moments are taken. A tie with the origin is certain by itself, dated or
    not, if it does not begin before `start`. A node that is missing may have been reached, but no
    single chain is certain.
    """
    return _arrivals(ties, origin, start, _certain_arrival)


def _possible_arrival(reached_at: float, when: NumericInterval) -> float | None:
    return max(reached_at, when.earliest) if when.latest >= reached_at else None


def _certain_arrival(reached_at: float, when: NumericInterval) -> float | None:
    return when.latest if when.earliest >= reached_at else None


def _arrivals(
    ties: Iterable[Tie], origin: str, start: float, step: ArrivalRule
) -> dict[str, float]:
    """Dijkstra's algorithm: an earlier arrival never closes a way, so the earliest is final."""
    taught: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        taught[tie.teacher].append(tie)
    arrivals: dict[str, float] = {}
    queue = [(start, origin)]
    while queue:
        moment, node = heappop(queue)
        if node in arrivals:
            continue
        arrivals[node] = moment
        for tie in taught[node]:
            arrival = step(moment, tie.when)
            if arrival is not None and tie.learner not in arrivals:
                heappush(queue, (arrival, tie.learner))
    return arrivals
