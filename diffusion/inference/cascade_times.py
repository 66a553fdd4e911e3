"""The adoptions of many cascades as arrays, and who came before whom in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffusion.inference.waiting_times import Array

IntArray = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class SortedTimes:
    """All adoptions, sorted by cascade and time: memory is linear in their number.

    `earlier_counts` has, for each, how many adoptions of its cascade are strictly before it; they
    stand from `start` on. `of_node` holds the places of each node's adoptions.
    """

    names: tuple[str, ...]
    count: int
    node: IntArray
    cascade: IntArray
    time: Array
    start: IntArray
    earlier_counts: IntArray
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
        earlier_counts=_first_with_same_time(cascade, time) - start,
        of_node=tuple(np.split(np.argsort(node, kind="stable"), _ends_by_node(node, len(names)))),
    )


def possible_edges(times: SortedTimes) -> int:
    """How many ordered pairs have the first before the second in some cascade."""
    return sum(
        len(np.unique(times.node[places_before(times, child)[0]]))
        for child in range(len(times.names))
    )


def places_before(times: SortedTimes, child: int) -> tuple[IntArray, IntArray]:
    """The places of all earlier adopters in the child's cascades, and of the child's adoption."""
    places = times.of_node[child]
    counts = times.earlier_counts[places]
    begins = np.repeat(np.cumsum(counts) - counts, counts)
    parents = np.repeat(times.start[places], counts) + np.arange(int(counts.sum())) - begins
    return parents, np.repeat(places, counts)


def _first_with_same_time(cascade: IntArray, time: Array) -> IntArray:
    """For each adoption, the place of the first of its cascade with the same time."""
    if not len(cascade):
        return np.zeros(0, dtype=np.intp)
    is_new = np.ones(len(cascade), dtype=bool)
    is_new[1:] = (cascade[1:] != cascade[:-1]) | (time[1:] != time[:-1])
    return np.maximum.accumulate(np.where(is_new, np.arange(len(cascade)), 0))


def _ends_by_node(node: IntArray, nodes: int) -> IntArray:
    """Where each node's adoptions end when they are sorted by node, without the last."""
    return np.cumsum(np.bincount(node, minlength=nodes))[:-1]
