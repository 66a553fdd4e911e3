"""Forests as arrays, beside a plain walk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.networks import tree_arrays as tree_arrays_module
from diffusion.networks.learning_tree import generations
from diffusion.networks.tree_arrays import tree_arrays

MEMBERS = st.sampled_from("abcdefgh")


def subtree_size(parents: dict[str, str], top: str) -> int:
    """The members at and below one, counted from each of them upwards."""
    count = 0
    for member in {*parents, *parents.values()}:
        way = [member]
        while way[-1] in parents and way[-1] != top:
            way.append(parents[way[-1]])
        count += way[-1] == top
    return count


@given(st.dictionaries(MEMBERS, MEMBERS), st.sampled_from([0, 50]))
def test_origins_depths_and_sizes_are_those_of_a_plain_walk(
    parents: dict[str, str], members_a_level: int
) -> None:
    """Circles, which a choice of ties may not have but a mapping may, are left out by both.

    Sizes are added by level with 0 `members_a_level`, and one by one with many.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree_arrays_module, "MEMBERS_A_LEVEL", members_a_level)
        trees = tree_arrays(parents)
    placed = {
        name: (trees.names[origin], depth)
        for name, origin, depth in zip(trees.names, trees.origins, trees.depths, strict=True)
    }
    assert placed == generations(parents)
    acyclic = {learner: teacher for learner, teacher in parents.items() if learner in placed}
    sizes = dict(zip(trees.names, trees.sizes, strict=True))
    assert sizes == {name: subtree_size(acyclic, name) for name in placed}


def test_deep_tree_has_all_its_depths() -> None:
    trees = tree_arrays({str(n): str(n - 1) for n in range(1, 5001)})
    assert dict(zip(trees.names, trees.depths, strict=True))["5000"] == 5000
    assert dict(zip(trees.names, trees.sizes, strict=True))["0"] == 5001
