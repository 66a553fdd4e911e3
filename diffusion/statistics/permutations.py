"""Permutations of labels: all if there are few, else a seeded random sample."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from math import factorial

import numpy as np
from numpy.typing import NDArray

Permutation = NDArray[np.intp]
# Up to this many members every order is tried, so that p is exact.
MAX_EXACT = 7


def sample_permutations(members: int, count: int, seed: int) -> Iterator[Permutation]:
    """Orders of `members` places: all of them if there are at most 5,040, else `count` at random.

    The identity is the first in both, so that p, the share of permutations at least as extreme
    as the observed order, is never 0.
    """
    if members <= MAX_EXACT:
        yield from (np.array(order, dtype=np.intp) for order in permutations(range(members)))
        return
    generator = np.random.default_rng(seed)
    yield np.arange(members)
    for _ in range(count):
        yield generator.permutation(members)


def count_permutations(members: int, count: int) -> int:
    """How many permutations there are, with the identity."""
    return factorial(members) if members <= MAX_EXACT else max(count, 0) + 1
