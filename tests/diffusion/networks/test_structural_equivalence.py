"""Structural equivalence is what Burt's formula says, summed term by term."""

from __future__ import annotations

from math import sqrt

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from diffusion.networks.structural_equivalence import (
    equivalence_distances,
    equivalence_within,
    geodesics,
    inverse_weights,
    structural_equivalence,
)
from diffusion.study.errors import BadOption
from tests.diffusion.published import doctors, result

PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])


def matrix(pairs, size=6) -> csr_array:
    weights = np.zeros((size, size))
    for ego, alter in pairs:
        weights[ego, alter] = 1
    return csr_array(weights)


def distance_by_terms(z: np.ndarray, i: int, j: int) -> float:
    """Burt's distance as Valente (1995) prints it."""
    others = [k for k in range(len(z)) if k not in (i, j)]
    terms = ((z[i, k] - z[j, k]) ** 2 + (z[k, i] - z[k, j]) ** 2 for k in others)
    return sqrt((z[i, j] - z[j, i]) ** 2 + sum(terms))


@given(st.sets(PAIRS, max_size=15), st.sampled_from([0.5, 1.0, 2.0]))
def test_the_formula_term_by_term(pairs, cohesion):
    ties = matrix(pairs)
    graph = nx.DiGraph(pairs)
    graph.add_nodes_from(range(6))
    z = np.zeros((6, 6))
    for source, lengths in nx.all_pairs_shortest_path_length(graph):
        for target, length in lengths.items():
            z[source, target] = length
    np.testing.assert_array_equal(geodesics(ties, 6), z)
    z = z / (z.max() or 1)
    distances = equivalence_distances(ties)
    weights = structural_equivalence(ties, cohesion)
    for i in range(6):
        row = [distance_by_terms(z, i, j) if i != j else 0 for j in range(6)]
        assert distances[i] == pytest.approx(row, abs=1e-7)
        shares = [(max(row) - d) ** cohesion if j != i else 0 for j, d in enumerate(row)]
        if sum(shares) > 1e-3:
            expected = [share / sum(shares) for share in shares]
            assert weights[i] == pytest.approx(expected, abs=1e-3)


def test_two_who_name_the_same_are_nearest():
    # 0 and 1 both name 2 and 3; 4 names 0
    weights = structural_equivalence(matrix([(0, 2), (0, 3), (1, 2), (1, 3), (4, 0)], size=5))
    assert int(np.argmax(weights[1])) == 0
    assert weights.sum(axis=1) == pytest.approx([1] * 5)
    assert not weights.diagonal().any()


def test_the_higher_the_cohesion_the_more_the_nearest_counts():
    ties = matrix([(0, 2), (0, 3), (1, 2), (1, 3), (4, 0)], size=5)
    low, high = structural_equivalence(ties, 1)[1, 0], structural_equivalence(ties, 4)[1, 0]
    assert high > low


def test_groups_are_computed_apart_and_paths_end_at_their_steps():
    ties = matrix([(0, 1), (1, 2), (3, 4), (4, 5)])
    weights = equivalence_within(ties, ["a", "a", "a", "b", "b", "b"])
    assert not weights[:3, 3:].any() and not weights[3:, :3].any()
    assert weights[:3, :3] == pytest.approx(structural_equivalence(matrix([(0, 1), (1, 2)], 3)))
    assert geodesics(ties, 1)[0, 2] == 0
    assert geodesics(ties, 2)[0, 2] == 2


def test_the_inverse_leaves_zeros():
    assert inverse_weights(np.array([0.0, 0.5, 2.0])) == pytest.approx([0, 2, 0.5])


def test_thresholds_of_the_doctors_by_equivalence_are_shares_of_those_with_their_place():
    study = doctors()
    by_city = result("threshold", study, by="city", weight="equivalence", within="city").records()
    assert [row["adopters"] for row in by_city] == [62, 24, 21, 18, 125]
    every = result("exposure", study, weight="equivalence", within="city")
    last = max(every.column("period"))
    # with the end of the watch everybody with a place like another's is fully exposed
    shares = [row["exposure"] for row in every.records() if row["period"] == last]
    assert max(shares) == pytest.approx(1)
    assert set(np.round(shares, 9)) <= {0.0, 1.0}


@pytest.mark.parametrize(
    ("options", "right"),
    [({"within": "city"}, "equivalence"), ({"cohesion": "0"}, "cohesion > 0")],
)
def test_an_option_without_sense_is_refused(options, right):
    with pytest.raises(BadOption, match=right):
        result("threshold", doctors(), **options)
