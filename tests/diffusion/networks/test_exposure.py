"""Exposure, thresholds, infection and Moran's I are what their definitions say, node by node."""

from __future__ import annotations

from math import isnan

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.networks.adopter_classes import classify, cross_table, cut_offs
from diffusion.networks.exposure import adopter_thresholds, exposure_matrix
from diffusion.networks.infection import (
    exponential_discounts,
    infectiousness,
    linear_discounts,
    susceptibility,
)
from diffusion.statistics.moran import geodesic_weights, moran_index
from diffusion.study.panel import adjacency, build_panel
from diffusion.study.study import NumericInterval, Study, StudyNode, Tie
from tests.diffusion.published import result

NODES = "abcdef"
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES))
TIES = st.sets(PAIRS, max_size=20)
TIMES = st.dictionaries(st.sampled_from(NODES), st.integers(1, 5), min_size=2)


def study(ties, times) -> Study:
    """Six nodes who name one another, and when some of them adopted."""
    named = tuple(Tie(learner, teacher) for learner, teacher in sorted(ties))
    adoptions = {node: NumericInterval(time, time) for node, time in times.items()}
    return Study({n: StudyNode(n) for n in NODES}, {"it": adoptions}, named, named)


def panel_and_contacts(world: Study):
    watched = build_panel(world, world.cascades["it"])
    return watched, adjacency(world.contacts, watched.nodes)


@given(TIES, TIMES)
def test_exposure_is_the_share_of_the_named_that_had_adopted(ties, times):
    watched, weights = panel_and_contacts(study(ties, times))
    found = exposure_matrix(weights, watched.has_adopted.astype(float))
    for i, node in enumerate(watched.nodes):
        named = [other for one, other in ties if one == node != other]
        for t, period in enumerate(watched.periods):
            had = [other for other in named if times.get(other, 99) <= period]
            assert found[i, t] == pytest.approx(len(had) / len(named) if named else 0)


@given(TIES, TIMES)
def test_a_lag_moves_exposure_by_whole_periods(ties, times):
    watched, weights = panel_and_contacts(study(ties, times))
    adopted = watched.has_adopted.astype(float)
    now, later = exposure_matrix(weights, adopted), exposure_matrix(weights, adopted, lag=1)
    assert np.isnan(later[:, 0]).all()
    np.testing.assert_array_equal(later[:, 1:], now[:, :-1])


@given(TIES, TIMES)
def test_a_threshold_is_the_exposure_at_adoption_and_nobody_elses(ties, times):
    watched, weights = panel_and_contacts(study(ties, times))
    held = exposure_matrix(weights, watched.has_adopted.astype(float))
    for i, one in enumerate(adopter_thresholds(held, watched)):
        time = times.get(watched.nodes[i])
        assert isnan(one) if time is None else one == held[i, list(watched.periods).index(time)]


@given(TIES, TIMES, st.permutations(NODES))
def test_thresholds_do_not_change_with_the_nodes_names(ties, times, names):
    called = dict(zip(NODES, names, strict=True))
    one = result("threshold", study(ties | {("a", "b")}, times))
    renamed = {(called[a], called[b]) for a, b in ties | {("a", "b")}}
    other = result("threshold", study(renamed, {called[n]: t for n, t in times.items()}))
    shares = {called[str(node)]: rest for node, *rest in one.rows}
    assert shares == {node: rest for node, *rest in other.rows}


def test_the_example_of_valente_is_met():
    """Five names four, and is named by three (Valente et al. 2015)."""
    ties = [(5, 1), (5, 2), (5, 3), (5, 4), (6, 5), (7, 5), (8, 5)]
    times = dict(zip(range(1, 9), (1, 2, 5, 5, 3, 4, 5, 5), strict=True))
    named = tuple(Tie(str(one), str(other)) for one, other in ties)
    adoptions = {str(node): NumericInterval(time, time) for node, time in times.items()}
    world = Study({str(n): StudyNode(str(n)) for n in times}, {"it": adoptions}, named, named)
    rows = {row["node"]: row for row in result("infection", world).records()}
    assert rows["5"]["susceptibility"] == pytest.approx(1 / 2)
    assert rows["5"]["infection"] == pytest.approx(1 / 3)


@given(TIES, TIMES, st.integers(1, 3), st.booleans())
def test_infection_and_susceptibility_are_the_sums_of_their_formulas(ties, times, count, normal):
    watched, weights = panel_and_contacts(study(ties, times))
    first, last = min(times.values()), max(times.values())
    found = {
        1: infectiousness(weights, watched, linear_discounts(count), normalized=normal),
        -1: susceptibility(weights, watched, linear_discounts(count), normalized=normal),
    }
    for i, node in enumerate(watched.nodes):
        for ahead, shares in found.items():
            if node not in times:
                assert isnan(shares[i])
                continue
            mine = {
                (b if ahead == -1 else a)
                for a, b in ties
                if (a if ahead == -1 else b) == node and a != b
            }
            above = below = everyone = 0.0
            for k in range(1, min(count, last - first) + 1):
                then = times[node] + ahead * k
                if not first <= then <= last:
                    continue
                at = [n for n in times if times[n] == then]
                above += len(mine & set(at)) / k
                below += sum(ahead * (times[n] - then) >= 0 for n in mine & times.keys()) / k
                everyone += len(at) / k
            share = above / below if below else 0
            if normal:
                share = share / everyone if everyone else 0
            assert shares[i] == pytest.approx(share)


def test_discounts_are_those_of_the_definition():
    assert linear_discounts(3).tolist() == [1, 2, 3]
    assert exponential_discounts(3, 0.5).tolist() == [1, 1.5, 2.25]


def test_an_index_whose_sums_cancel_out_is_nought():
    ties = [Tie("a", "b"), Tie("b", "c"), Tie("c", "d"), Tie("d", "c")]
    weights = geodesic_weights(adjacency(ties, tuple("abcd")))
    assert moran_index(np.array([1.0, 0, 0, 0]), weights).observed == 0  # -7.4e-17 as it is summed


@given(TIES, st.lists(st.integers(0, 1), min_size=6, max_size=6))
def test_morans_index_and_its_moments_are_those_of_all_permutations(ties, values):
    """Under randomisation mean and deviation are taken over every order of the values."""
    from itertools import permutations

    weights = geodesic_weights(adjacency([Tie(a, b) for a, b in ties], tuple(NODES)))
    x = np.array(values, dtype=float)
    found = moran_index(x, weights)
    if len(set(values)) == 1 or not any(a != b for a, b in ties):
        assert found is None
        return

    dense = weights.toarray()

    def index(order):
        z = np.array(order, dtype=float) - x.mean()
        return 6 / dense.sum() * (z @ dense @ z) / (z @ z)

    assert found.observed == pytest.approx(index(values))
    every = [index(order) for order in permutations(values)]
    assert found.expected == pytest.approx(np.mean(every), abs=1e-9)
    assert found.deviation == pytest.approx(np.std(every), abs=1e-9)


@given(TIES, st.integers(1, 6))
def test_weights_are_those_of_the_shortest_paths(ties, steps):
    graph = nx.DiGraph([(a, b) for a, b in ties if a != b])
    graph.add_nodes_from(NODES)
    found = geodesic_weights(adjacency([Tie(a, b) for a, b in ties], tuple(NODES)), steps).toarray()
    for i, one in enumerate(NODES):
        paths = nx.single_source_shortest_path_length(graph, one, cutoff=steps)
        near = {other: 1 / length for other, length in paths.items() if length}
        wanted = [near.get(other, 0) / sum(near.values()) if near else 0 for other in NODES]
        assert found[i].tolist() == pytest.approx(wanted)


def test_weights_fall_with_the_path_and_end_after_so_many_steps():
    chain = adjacency([Tie("a", "b"), Tie("b", "c"), Tie("c", "d")], tuple("abcd"))
    assert geodesic_weights(chain, 2).toarray()[0].tolist() == pytest.approx([0, 2 / 3, 1 / 3, 0])


def test_a_value_at_a_cut_off_is_of_the_class_above():
    values = np.array([0.0, 1.0, 2.0, 3.0, np.nan])
    cuts = np.array([1.0, 2.0, 3.0])
    assert classify(values, cuts).tolist() == [1, 2, 3, 4, 0]
    assert cut_offs(values).tolist() == pytest.approx([1.5 - 1.2910, 1.5, 1.5 + 1.2910], abs=1e-4)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_a_crossed_table_counts_every_node_once(pairs):
    one, other = (np.array([pair[i] for pair in pairs], dtype=np.intp) for i in (0, 1))
    table = cross_table(one, other)
    assert table.sum() == len(pairs)
    assert all(table[i, j] == pairs.count((i, j)) for i in range(5) for j in range(5))
