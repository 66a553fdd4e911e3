"""The learning tree: each learner under one teacher, and the shape of each origin's tree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from diffusion.networks.tree_arrays import IntegerArray, tree_arrays
from diffusion.study.study import Adoptions, Tie

# Sums are made of two parts, so that numbers of 64 bits hold them.
HALF = 1 << 26
# A sort key of ties: the smallest is chosen.
TieRank = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class LearningForest:
    """Each learner's chosen tie, and what the choice left out (counts of ties or learners)."""

    parents: Mapping[str, Tie]
    several_teachers: int  # learners with more than one teacher
    undecided_learners: int  # of those, learners whose date and weight did not settle the choice
    circles: int  # learners each of whose ties would have closed a circle
    self_ties: int
    repeated_ties: int  # ties that repeat a pair of teacher and learner


@dataclass(frozen=True, slots=True)
class TreeShape:
    """One tree. Generations count from the origin, which is 0."""

    origin: str
    size: int  # n, with the origin
    depth: int  # links from the origin to the farthest learner
    width: int  # learners in the largest generation
    direct: int  # learners who learned from the origin itself
    direct_share: float | None  # direct / (n - 1); None where nobody learned
    mean_depth: float | None  # links from the origin, mean over the n - 1 learners
    virality: float | None  # links between two members, mean over all pairs; None where n = 1


def learning_forest(ties: Iterable[Tie], *, newest: bool = False) -> LearningForest:
    """One teacher for each learner, without circles.

    The rule: of a learner's ties the one whose latest date is first is chosen; of equals the one
    whose earliest date is first, then the heaviest, then the first by the teacher's and the
    learner's name. A tie that would close a circle of chosen ties is passed over. An undated tie
    comes after every dated one. With `newest` the tie whose earliest date is last comes first, then
    the one whose latest date is last. A tie to oneself is left out. Takes O(m log m) for m ties. No
    ties give an empty forest.

    Source: the rule is the project's own; with `newest`, on ties dated by the teachers'
    adoptions, it is that of Goel et al. (2016): the one seen last before adopting.
    """
    all_ties = list(ties)
    rank = _latest_rank if newest else _earliest_rank
    ranking = sorted(
        (tie for tie in all_ties if tie.learner != tie.teacher),
        key=lambda tie: (rank(tie), tie.teacher, tie.learner),
    )
    parents: dict[str, Tie] = {}
    group = _UnionFind()
    for tie in ranking:
        if tie.learner not in parents and group.join(tie.learner, tie.teacher):
            parents[tie.learner] = tie
    pairs = {(tie.learner, tie.teacher) for tie in ranking}
    return LearningForest(
        parents=parents,
        several_teachers=sum(n > 1 for n in Counter(learner for learner, _ in pairs).values()),
        undecided_learners=_undecided_learners(ranking, parents, rank),
        circles=len({learner for learner, _ in pairs} - parents.keys()),
        self_ties=len(all_ties) - len(ranking),
        repeated_ties=len(ranking) - len(pairs),
    )


def ties_in_adoption_order(ties: Iterable[Tie], adoptions: Adoptions) -> list[Tie]:
    """The ties whose teacher adopted certainly before the learner, dated by its adoption.

    Equal moments give no order; ties with an end whose adoption is not known are left out.
    """
    return [
        replace(tie, when=adoptions[tie.teacher])
        for tie in ties
        if tie.teacher in adoptions and tie.learner in adoptions
        if adoptions[tie.teacher].latest < adoptions[tie.learner].earliest
    ]


def generations(parents: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Each member's origin and generation, parents before their learners.

    Takes a mapping of learner to teacher. A member that no chain joins to an origin, because it
    lies in or under a circle, is not in the answer.
    """
    learners = _children(parents)
    origins = sorted(learners.keys() - parents.keys())
    positions = {origin: (origin, 0) for origin in origins}
    queue = list(origins)
    for teacher in queue:  # grows while it is walked
        origin, generation = positions[teacher]
        for learner in learners.get(teacher, ()):
            positions[learner] = (origin, generation + 1)
            queue.append(learner)
    return positions


def tree_shapes(parents: Mapping[str, str]) -> list[TreeShape]:
    """The shape of each tree, largest first, then by the origin's name. Linear in its links.

    Structural virality is 2 W / (n (n - 1)), W the sum of distances between all pairs (Wiener
    index); in a tree each link with s members below it lies on s (n - s) of the paths.
    Anchors: star 2 (n - 1) / n, path (n + 1) / 3, full binary tree of depth 3 3.504762.

    Source: Goel, Anderson, Hofman, Watts (2016), The structural virality of online diffusion,
    Management Science 62(1), doi 10.1287/mnsc.2015.2158.
    """
    trees = tree_arrays(parents)
    if not trees.names:
        return []
    is_origin = trees.depths == 0
    origins, of_member = np.flatnonzero(is_origin), (np.cumsum(is_origin) - 1)[trees.origins]
    learners = trees.sizes[origins] - 1
    depth = np.zeros(len(origins), np.int64)
    np.maximum.at(depth, of_member, trees.depths)
    # the generations of all trees in one array, those of a tree from its place in `starts`
    starts = np.cumsum(depth + 1) - (depth + 1)
    members = np.bincount(starts[of_member] + trees.depths)
    width = np.maximum.reduceat(members, starts)
    direct = np.where(depth > 0, members[starts + (depth > 0)], 0)
    steps = np.bincount(of_member, trees.depths)
    paths = trees.sizes * (trees.sizes[trees.origins] - trees.sizes)
    shapes = [
        _tree_shape(trees.names[origin], *map(int, counts))
        for origin, *counts in zip(
            origins, learners, depth, width, direct, steps, _sums(of_member, paths), strict=True
        )
    ]
    return sorted(shapes, key=lambda shape: (-shape.size, shape.origin))


def _sums(groups: IntegerArray, values: IntegerArray) -> list[int]:
    """The sum of each group's values, exact at any size."""
    high, low = (np.bincount(groups, part) for part in np.divmod(values, HALF))
    return [int(upper) * HALF + int(lower) for upper, lower in zip(high, low, strict=True)]


def _tree_shape(
    origin: str, learners: int, depth: int, width: int, direct: int, steps: int, wiener: int
) -> TreeShape:
    return TreeShape(
        origin=origin,
        size=learners + 1,
        depth=depth,
        width=width,
        direct=direct,
        direct_share=direct / learners if learners else None,
        mean_depth=steps / learners if learners else None,
        virality=2 * wiener / ((learners + 1) * learners) if learners else None,
    )


def _children(parents: Mapping[str, str]) -> dict[str, list[str]]:
    learners: dict[str, list[str]] = defaultdict(list)
    for learner, teacher in sorted(parents.items()):
        learners[teacher].append(learner)
    return learners


def _earliest_rank(tie: Tie) -> TieRank:
    return (tie.when.latest, tie.when.earliest, -tie.weight)


def _latest_rank(tie: Tie) -> TieRank:
    return (-tie.when.earliest, -tie.when.latest, -tie.weight)


def _undecided_learners(
    ranking: Sequence[Tie], parents: Mapping[str, Tie], merit: Callable[[Tie], TieRank]
) -> int:
    """Learners with another teacher of the same dates and weight as the chosen one."""
    rivals = {
        tie.learner
        for tie in ranking
        if (parent_tie := parents.get(tie.learner))
        and parent_tie.teacher != tie.teacher
        and merit(parent_tie) == merit(tie)
    }
    return len(rivals)


class _UnionFind:
    """Which members are joined so far (union-find with path halving)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, member: str, other: str) -> bool:
        """Joins two groups; False if they were the same group already."""
        first, second = self._top(member), self._top(other)
        self._above[first] = second
        return first != second

    def _top(self, member: str) -> str:
        parents = self._above
        while (parent := parents.setdefault(member, member)) != member:
            parents[member] = parents[parent]
            member = parents[member]
        return member
