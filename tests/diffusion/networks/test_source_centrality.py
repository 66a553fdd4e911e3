"""Standing as a source: by hand and against networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.networks.source_centrality import MAX_MEMBERS, flow_network, source_standings
from diffusion.study.study import NumericInterval, Tie


def ties(*pairs: str) -> list[Tie]:
    """`ab`: a learned from b."""
    return [Tie(pair[0], pair[1], NumericInterval(0, 0)) for pair in pairs]


def by_node(*pairs: str):
    return {one.node: one for one in source_standings(ties(*pairs))}


def test_a_hub_reaches_all_and_its_learners_nobody():
    found = by_node("ao", "bo", "co")
    assert (found["o"].learners, found["o"].reach, found["o"].trophic_level) == (3, 1.0, 1.0)
    assert (found["a"].learners, found["a"].reach, found["a"].trophic_level) == (0, 0.0, 2.0)


def test_who_learns_from_two_levels_stands_one_above_their_mean():
    """Levine's definition by hand: c learns from o (1) and from a (2), so 1 + 1.5."""
    found = by_node("ao", "co", "ca")
    assert found["c"].trophic_level == pytest.approx(2.5)
    assert found["c"].teachers == 2


def test_a_circle_with_a_teacher_outside_has_levels_by_levines_equations():
    """a = 1 + (o + b) / 2, b = 1 + a, o = 1: a = 4, b = 5."""
    found = by_node("ao", "ab", "ba")
    assert found["a"].trophic_level == pytest.approx(4)
    assert found["b"].trophic_level == pytest.approx(5)


def test_a_circle_that_nobody_teaches_leaves_levels_open_for_all_below_it():
    found = by_node("ab", "ba", "ca", "co", "do")
    assert {node: one.trophic_level for node, one in found.items()} == {
        "a": None,
        "b": None,
        "c": None,
        "o": 1.0,
        "d": 2.0,
    }


def test_ties_to_oneself_and_repeated_ties_count_for_nothing():
    assert source_standings(ties("ao", "ao", "oo")) == source_standings(ties("ao"))
    assert source_standings(ties("aa")) == source_standings([]) == []


PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).map("".join))


@given(PAIRS)
def test_reach_is_the_local_reaching_centrality_of_networkx(pairs):
    network = flow_network(ties(*pairs))
    for one in source_standings(ties(*pairs)):
        assert one.reach == pytest.approx(nx.local_reaching_centrality(network, one.node))


@given(PAIRS)
def test_every_level_is_one_more_than_the_mean_of_the_teachers(pairs):
    found = by_node(*pairs)
    network = flow_network(ties(*pairs))
    for node, one in found.items():
        levels = [found[teacher].trophic_level for teacher in network.predecessors(node)]
        if one.trophic_level is None:
            assert levels
        elif levels:
            assert one.trophic_level == pytest.approx(1 + sum(levels) / len(levels))
        else:
            assert one.trophic_level == 1


@given(PAIRS)
def test_the_levels_are_those_of_networkx_where_nobody_learns_from_a_rootless_circle(pairs):
    found = by_node(*pairs)
    if found and all(one.trophic_level is not None for one in found.values()):
        levels = nx.trophic_levels(flow_network(ties(*pairs)))
        assert {n: one.trophic_level for n, one in found.items()} == pytest.approx(levels)


def test_a_network_of_very_many_has_levels_but_no_reach():
    chain = [Tie(str(n + 1), str(n), NumericInterval(0, 0)) for n in range(MAX_MEMBERS)]
    found = source_standings(chain)
    assert {one.reach for one in found} == {None}
    assert max(one.trophic_level for one in found) == pytest.approx(MAX_MEMBERS + 1)


@given(PAIRS, st.permutations("abcdef"))
def test_new_names_change_nothing_but_the_names(pairs, names):
    new = dict(zip("abcdef", names, strict=True))
    before = {new[one.node]: one for one in source_standings(ties(*pairs))}
    for one in source_standings(ties(*(new[a] + new[b] for a, b in pairs))):
        was = before[one.node]
        assert (one.learners, one.reach) == (was.learners, was.reach)
        assert one.trophic_level == pytest.approx(was.trophic_level)
