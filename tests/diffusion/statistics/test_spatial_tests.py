"""Join counts and quadratic assignment: published values, and all orders by brute force."""

from __future__ import annotations

import re
from itertools import permutations, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffusion.statistics.spatial_tests import join_counts, network_overlap, pair_indices

LATTICE = [
    (str(a), str(b)) for a, b in nx.convert_node_labels_to_integers(nx.grid_2d_graph(4, 4)).edges
]
CELLS = [str(n) for n in range(16)]

# Ties of the 16 families as in Padgett and Ansell (1993), first letters.
MARRIAGE = (
    "Acc-Med Alb-Gin Alb-Gua Alb-Med Bar-Cas Bar-Med Bis-Gua Bis-Per Bis-Str Cas-Per Cas-Str "
    "Gua-Lam Gua-Tor Med-Rid Med-Sal Med-Tor Paz-Sal Per-Str Rid-Str Rid-Tor"
)
BUSINESS = (
    "Bar-Cas Bar-Gin Bar-Med Bar-Per Bis-Gua Bis-Lam Bis-Per Cas-Lam Cas-Per Gin-Med Gua-Lam "
    "Lam-Per Med-Paz Med-Sal Med-Tor"
)
# The Pucci married into none of the others.
FAMILIES = sorted({*re.findall("[A-Z][a-z]+", MARRIAGE), "Puc"})


def ties(text: str) -> list[tuple[str, str]]:
    return [(pair[:3], pair[4:]) for pair in text.split()]


def test_the_join_counts_of_the_lattice_are_those_of_the_documentation_of_esda():
    found = join_counts(CELLS, LATTICE, CELLS[:8], permutations=999, seed=12345)
    assert (found.both, found.mixed, found.none) == (10, 4, 10)
    assert found.both_p < 0.02 and found.mixed_p < 0.02
    assert found.permutations == 1000


def test_the_expected_join_count_is_that_of_sampling_without_replacement():
    """24 joins, 8 of 16 adopters: 24 (8 × 7) / (16 × 15) = 5.6 (Cliff and Ord 1981)."""
    found = join_counts(CELLS, LATTICE, CELLS[:8], permutations=4000, seed=2)
    assert found.both_expected == pytest.approx(5.6, abs=0.15)


def test_the_florentine_families_correlate_as_published():
    found = network_overlap(
        16,
        pair_indices(FAMILIES, ties(MARRIAGE), mutual=True),
        pair_indices(FAMILIES, ties(BUSINESS), mutual=True),
        permutations=1999,
        seed=3,
    )
    assert found.correlation == pytest.approx(0.372, abs=0.0005)
    assert (found.pairs, found.first_ties, found.second_ties, found.shared_ties) == (
        240,
        40,
        30,
        16,
    )
    assert found.p_more < 0.01


def test_the_marriages_are_those_that_networkx_has():
    known = {frozenset((a[:3], b[:3])) for a, b in nx.florentine_families_graph().edges}
    assert {frozenset(pair) for pair in ties(MARRIAGE)} == known


def test_a_network_goes_wholly_with_itself_and_not_with_what_it_is_not():
    held = {("a", "b"), ("c", "d"), ("e", "a")}
    one = pair_indices("abcdef", held, mutual=False)
    rest = pair_indices("abcdef", set(product("abcdef", repeat=2)) - held, mutual=False)
    assert network_overlap(6, one, one).correlation == pytest.approx(1)
    assert network_overlap(6, one, rest).correlation == pytest.approx(-1)


def test_a_network_without_ties_or_with_all_has_no_correlation():
    found = network_overlap(
        3, pair_indices("abc", [], mutual=False), pair_indices("abc", [("a", "b")], mutual=False)
    )
    assert (found.correlation, found.shared_ties, found.p_more, found.p_fewer) == (None, 0, 1, 1)
    assert (
        network_overlap(
            0, pair_indices("", [], mutual=True), pair_indices("", [], mutual=True)
        ).permutations
        == 1
    )


def test_strangers_pairs_of_one_and_what_is_said_twice_are_left_out():
    pairs = [("a", "a"), ("a", "x"), ("b", "a"), ("b", "a")]
    assert pair_indices("ab", pairs, mutual=False).tolist() == [[1, 0]]
    assert pair_indices("ab", pairs, mutual=True).tolist() == [[0, 1], [1, 0]]


def test_nobody_near_anybody_says_nothing():
    found = join_counts("abcd", [], ["a"])
    assert (found.both, found.mixed, found.none, found.both_p, found.mixed_p) == (0, 0, 0, 1, 1)


PAIRS = st.sets(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")))


@settings(max_examples=30, deadline=None)
@given(PAIRS, PAIRS)
def test_the_overlap_of_few_members_is_set_against_every_order(first, second):
    one, other = (np.zeros((5, 5)) for _ in range(2))
    for held, pairs in ((one, first), (other, second)):
        for a, b in pairs:
            held["abcde".index(a), "abcde".index(b)] = a != b
    found = network_overlap(
        5, pair_indices("abcde", first, mutual=False), pair_indices("abcde", second, mutual=False)
    )

    def shared(order):
        return sum(one[order[i], order[j]] * other[i, j] for i, j in product(range(5), repeat=2))

    dealt = [shared(order) for order in permutations(range(5))]
    assert found.shared_ties == shared(range(5))
    assert found.p_more == pytest.approx(np.mean([n >= found.shared_ties for n in dealt]))
    assert found.shared_expected == pytest.approx(np.mean(dealt))
    off = ~np.eye(5, dtype=bool)
    if one[off].std() and other[off].std():
        assert found.correlation == pytest.approx(np.corrcoef(one[off], other[off])[0, 1])


@settings(max_examples=30, deadline=None)
@given(PAIRS, st.sets(st.sampled_from("abcde")))
def test_the_join_counts_are_those_of_brute_force(near, adopters):
    joins = {frozenset(pair) for pair in near if len(set(pair)) == 2}
    found = join_counts("abcde", near, adopters)
    kinds = [len(pair & adopters) for pair in joins]
    assert (found.both, found.mixed, found.none) == (kinds.count(2), kinds.count(1), kinds.count(0))


@settings(max_examples=30, deadline=None)
@given(PAIRS, st.sets(st.sampled_from("abcde")), st.permutations("abcde"))
def test_new_names_change_nothing(near, adopters, names):
    new = dict(zip("abcde", names, strict=True))
    renamed = join_counts("abcde", [(new[a], new[b]) for a, b in near], {new[a] for a in adopters})
    assert renamed == join_counts("abcde", near, adopters)
