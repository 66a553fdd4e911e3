"""The five roles of brokerage between groups, with a permutation test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from diffusion.study.study import Tie

IntArray = NDArray[np.int64]


class Role(IntEnum):
    """The broker's role, by the groups of teacher, broker and learner."""

    COORDINATOR = 0  # A A A   (sna: w_I)
    ITINERANT = 1  # A B A     (w_O)
    GATEKEEPER = 2  # A B B    (b_IO)
    REPRESENTATIVE = 3  # A A B  (b_OI)
    LIAISON = 4  # A B C       (b_O)


@dataclass(frozen=True, slots=True)
class Brokerage:
    """Counts by broker and role, and their p under random permutations of the groups."""

    brokers: Sequence[str]  # those with any role, most roles first, then by name
    counts: IntArray  # brokers × 5
    p: NDArray[np.float64]  # brokers × 5: share of permutations with as many or more
    totals: IntArray  # 5
    totals_p: NDArray[np.float64]  # 5
    ungrouped: int  # members of the network without a group


def brokerage(
    ties: Iterable[Tie], groups: Mapping[str, str], permutations: int = 999, seed: int = 0
) -> Brokerage:
    """Counts the open two-paths teacher → broker → learner by the three groups.

    A path is open if the learner has no tie with the teacher; teacher and learner are not the same
    node. Members without a group are left out of every path. Repeated ties count once, ties to
    oneself not at all. p is (1 + permutations with at least as many) / (1 + permutations). A
    permutation deals the groups out over the members and keeps their sizes; with few members or one
    group p cannot be small.

    Source: Gould and Fernandez (1989), Structures of mediation, Sociological Methodology 19;
    counts as in sna::brokerage, whose ties run the way of the flow.
    """
    pairs = {(tie.teacher, tie.learner) for tie in ties if tie.teacher != tie.learner}
    members = sorted({end for pair in pairs for end in pair})
    grouped = [member for member in members if groups.get(member)]
    paths = _open_paths(pairs, {member: place for place, member in enumerate(grouped)})
    labels = np.unique([groups[member] for member in grouped], return_inverse=True)[1]
    counts, p, totals_p = _role_counts_and_p(
        paths, labels.astype(np.int64), max(permutations, 0), seed
    )
    order = sorted(
        (place for place in range(len(grouped)) if counts[place].any()),
        key=lambda place: (-int(counts[place].sum()), grouped[place]),
    )
    return Brokerage(
        brokers=[grouped[place] for place in order],
        counts=counts[order],
        p=p[order],
        totals=counts.sum(axis=0),
        totals_p=totals_p,
        ungrouped=len(members) - len(grouped),
    )


def _open_paths(pairs: set[tuple[str, str]], places: Mapping[str, int]) -> IntArray:
    """The places of teacher, broker, learner: one row a path."""
    learners: dict[str, list[str]] = defaultdict(list)
    for teacher, learner in pairs:
        learners[teacher].append(learner)
    paths = [
        (places[teacher], places[broker], places[learner])
        for teacher, broker in pairs
        for learner in learners.get(broker, ())
        if learner != teacher and (teacher, learner) not in pairs
        if {teacher, broker, learner} <= places.keys()
    ]
    return np.array(paths, dtype=np.int64).reshape(-1, 3)


def _role_counts(paths: IntArray, labels: IntArray) -> IntArray:
    """Counts by member and role."""
    teacher, broker, learner = labels[paths].T
    role = np.select(
        [
            (teacher == broker) & (broker == learner),
            teacher == learner,
            broker == learner,
            teacher == broker,
        ],
        [Role.COORDINATOR, Role.ITINERANT, Role.GATEKEEPER, Role.REPRESENTATIVE],
        Role.LIAISON,
    )
    flat = np.bincount(paths[:, 1] * len(Role) + role, minlength=len(labels) * len(Role))
    return flat.reshape(len(labels), len(Role))


def _role_counts_and_p(
    paths: IntArray, labels: IntArray, permutations: int, seed: int
) -> tuple[IntArray, NDArray[np.float64], NDArray[np.float64]]:
    """The counts, and p for each and for their totals."""
    counts = _role_counts(paths, labels)
    as_many = np.zeros(counts.shape)
    as_many_in_all = np.zeros(len(Role))
    generator = np.random.default_rng(seed)
    for _ in range(permutations):
        permuted = _role_counts(paths, generator.permutation(labels))
        as_many += permuted >= counts
        as_many_in_all += permuted.sum(axis=0) >= counts.sum(axis=0)
    return counts, (1 + as_many) / (1 + permutations), (1 + as_many_in_all) / (1 + permutations)
