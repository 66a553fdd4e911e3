"""Whether those that are near one another adopt alike, and learn from one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.diffusion.permutations import deals, how_many

Matrix = NDArray[np.float64]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class JoinCounts:
    """Near pairs by whether both, one or none adopted; expected are means over the deals."""

    both: int
    one: int
    none: int
    both_expected: float
    one_expected: float
    none_expected: float
    both_p: float  # of at least as many
    one_p: float  # of at most as many: few pairs of unlike kind is what alike means
    none_p: float  # of at least as many
    deals: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far two networks on the same members go together (quadratic assignment)."""

    pairs: int  # possible (ordered) pairs
    first: int  # ties of the first network
    second: int
    shared: int
    shared_expected: float  # mean over the deals
    correlation: float | None  # Pearson, over all ordered pairs; None if a network is all or none
    p_more: float  # at least as many shared
    p_fewer: float  # at most as many shared
    deals: int


def matrix(members: Sequence[str], pairs: Iterable[Pair], mutual: bool) -> Matrix:
    """The pairs as 0 and 1, members × members; the diagonal and strangers are left out."""
    places = {member: place for place, member in enumerate(members)}
    found = np.zeros((len(members), len(members)))
    for one, other in pairs:
        if one in places and other in places and one != other:
            found[places[one], places[other]] = 1.0
            if mutual:
                found[places[other], places[one]] = 1.0
    return found


def join_counts(
    members: Sequence[str],
    near: Iterable[Pair],
    adopters: Collection[str],
    permutations: int = 999,
    seed: int = 0,
) -> JoinCounts:
    """Counts near pairs (each once, in either order) of two adopters, of one, of none.

    p deals the adopters out anew over the members; with 7 members or fewer over all orders.
    Without near pairs all counts are 0 and each p is 1.

    Source: Cliff and Ord (1981), Spatial Processes; esda.Join_Counts gives 10, 4, 10 for the
    4 × 4 lattice whose first two rows adopted.
    """
    nearness = matrix(members, near, mutual=True)
    adopted = np.array([float(member in adopters) for member in members])
    both, one, none = _joins(nearness, adopted)
    dealt = np.array(
        [_joins(nearness, adopted[order]) for order in deals(len(members), permutations, seed)]
    )
    expected = [float(mean) for mean in dealt.mean(axis=0)]
    return JoinCounts(
        both=int(both),
        one=int(one),
        none=int(none),
        both_expected=expected[0],
        one_expected=expected[1],
        none_expected=expected[2],
        both_p=float((dealt[:, 0] >= both).mean()),
        one_p=float((dealt[:, 1] <= one).mean()),
        none_p=float((dealt[:, 2] >= none).mean()),
        deals=how_many(len(members), permutations),
    )


def overlap(first: Matrix, second: Matrix, permutations: int = 999, seed: int = 0) -> Overlap:
    """Compares two networks of 0 and 1 on the same members, ordered pairs without the diagonal.

    p deals the members of the first out anew, rows and columns together, which keeps the shape
    of both networks; with 7 members or fewer over all orders. Raises ValueError if their
    members differ in number.

    Source: Krackhardt (1988), Predicting with networks, Social Networks 10. The marriage and
    business ties of Padgett's 16 Florentine families correlate at 0.372.
    """
    if first.shape != second.shape:
        raise ValueError(f"networks of {len(first)} and {len(second)} members")
    shared = float((first * second).sum())
    dealt = np.array(
        [
            (first[np.ix_(order, order)] * second).sum()
            for order in deals(len(first), permutations, seed)
        ]
    )
    return Overlap(
        pairs=len(first) * (len(first) - 1),
        first=int(first.sum()),
        second=int(second.sum()),
        shared=int(shared),
        shared_expected=float(dealt.mean()),
        correlation=_correlation(first, second),
        p_more=float((dealt >= shared).mean()),
        p_fewer=float((dealt <= shared).mean()),
        deals=how_many(len(first), permutations),
    )


def _joins(nearness: Matrix, adopted: Matrix) -> tuple[float, float, float]:
    both = float(adopted @ nearness @ adopted) / 2
    none = float((1 - adopted) @ nearness @ (1 - adopted)) / 2
    return both, float(nearness.sum()) / 2 - both - none, none


def _correlation(first: Matrix, second: Matrix) -> float | None:
    off = ~np.eye(len(first), dtype=bool)
    if len(first) < 2 or not first[off].std() or not second[off].std():
        return None
    return float(np.corrcoef(first[off], second[off])[0, 1])
