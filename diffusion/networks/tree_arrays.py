"""A forest as arrays: the origin and depth of each member, and how many lie below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import depth_first_order

Places = NDArray[np.int64]


@dataclass(frozen=True)
class TreeArrays:
    """The members of all trees; each array has an entry a member.

    `origins` are places in `names`, `depths` count links from the origin, and `sizes` the members
    of a subtree, its top included.
    """

    names: tuple[str, ...]
    origins: Places
    depths: Places
    sizes: Places


def tree_arrays(parents: Mapping[str, str]) -> TreeArrays:
    """The trees of a mapping of learner to teacher, without what lies in or under a circle.

    Takes O(n log n) for n members, all in arrays. Before a member in postorder stand those before
    it in preorder but for its ancestors, and its descendants: so its place in postorder is that in
    preorder - depth + size - 1, and two walks give all sizes.
    """
    names = list(dict.fromkeys(chain(parents, parents.values())))
    place = {name: number for number, name in enumerate(names)}
    teachers = np.full(len(names), len(names), np.int64)  # a root above all origins
    teachers[: len(parents)] = [place[teacher] for teacher in parents.values()]
    in_trees = np.flatnonzero(_tops_and_depths(teachers)[1] >= 0)
    if len(in_trees) < len(names):
        places = np.full(len(names) + 1, len(in_trees), np.int64)
        places[in_trees] = np.arange(len(in_trees))
        names = [names[member] for member in in_trees]
        teachers = places[teachers[in_trees]]
    origins, depths = _tops_and_depths(teachers)
    before, after = _preorder(teachers), _postorder(teachers)
    return TreeArrays(tuple(names), origins, depths, after - before + depths + 1)


def _tops_and_depths(teachers: Places) -> tuple[Places, Places]:
    """Each member's origin and the links to it; -1 links where a circle is in the way.

    Each round doubles the steps upwards (pointer jumping).
    """
    count = len(teachers)
    is_origin = teachers == count
    tops = np.where(is_origin, np.arange(count), teachers)
    depths = np.where(is_origin, 0, 1)
    for _ in range(count.bit_length()):
        if is_origin[tops].all():
            break
        depths = depths + depths[tops]
        tops = tops[tops]
    return tops, np.where(is_origin[tops], depths, -1)


def _preorder(teachers: Places) -> Places:
    """The place of each member when every tree is walked from its origin down."""
    count = len(teachers)
    links = (np.ones(count), (teachers, np.arange(count)))
    walk = depth_first_order(
        csr_array(links, shape=(count + 1, count + 1)), count, return_predecessors=False
    )
    places = np.empty(count, np.int64)
    places[walk[1:]] = np.arange(count)
    return places


def _postorder(teachers: Places) -> Places:
    """The place of each member when it follows all that lies below it: the mirrored walk's end."""
    count = len(teachers)
    mirrored = np.where(teachers < count, count - 1 - teachers, count)[::-1]
    return count - 1 - _preorder(mirrored)[::-1]
