"""A forest as arrays: the origin and depth of each member, and how many lie below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

IntegerArray = NDArray[np.int64]
# With fewer members a level, adding level by level takes longer than a loop over members.
MEMBERS_A_LEVEL = 50


@dataclass(frozen=True)
class TreeArrays:
    """The members of all trees; each array has an entry a member.

    `origins` are places in `names`, `depths` count links from the origin, and `sizes` the members
    of a subtree, its top included.
    """

    names: tuple[str, ...]
    origins: IntegerArray
    depths: IntegerArray
    sizes: IntegerArray


def tree_arrays(parents: Mapping[str, str]) -> TreeArrays:
    """The trees of a mapping of learner to teacher, without what lies in or under a circle.

    Takes O(n log n) for n members, nearly all of it in arrays.
    """
    place = _PlaceByName(zip(parents, range(len(parents)), strict=True))
    teacher_places = list(map(place.__getitem__, parents.values()))
    names, count = list(place), len(place)
    teachers = np.full(count, count, np.int64)  # a root above all origins
    teachers[: len(teacher_places)] = teacher_places
    origins, depths = _tops_and_depths(teachers)
    in_trees = np.flatnonzero(depths >= 0)
    if len(in_trees) < count:
        places = np.full(count + 1, len(in_trees), np.int64)
        places[in_trees] = np.arange(len(in_trees))
        names = [names[member] for member in in_trees]
        teachers, origins = places[teachers[in_trees]], places[origins[in_trees]]
        depths = depths[in_trees]
    return TreeArrays(tuple(names), origins, depths, _sizes(teachers, depths))


class _PlaceByName(dict[str, int]):
    """The place of each name; a new name has the next one. Faster than `setdefault`."""

    def __missing__(self, name: str) -> int:
        self[name] = place = len(self)
        return place


def _tops_and_depths(teachers: IntegerArray) -> tuple[IntegerArray, IntegerArray]:
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


def _sizes(teachers: IntegerArray, depths: IntegerArray) -> IntegerArray:
    """How many members each subtree has: the deepest are added first to those above them."""
    order = np.argsort(depths, kind="stable")
    ends = np.cumsum(np.bincount(depths))
    if len(ends) * MEMBERS_A_LEVEL > len(order):
        return _sizes_one_by_one(teachers, order)
    sizes = np.ones(len(order) + 1, np.int64)
    for level in reversed(np.split(order, ends[:-1])):
        np.add.at(sizes, teachers[level], sizes[level])
    return sizes[:-1]


def _sizes_one_by_one(teachers: IntegerArray, order: IntegerArray) -> IntegerArray:
    """The same by a loop over lists, for deep trees such as a path."""
    sizes = [1] * (len(order) + 1)
    upwards = order[::-1]
    for member, teacher in zip(upwards.tolist(), teachers[upwards].tolist(), strict=True):
        sizes[teacher] += sizes[member]
    return np.array(sizes[:-1], np.int64)
