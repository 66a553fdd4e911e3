"""Paths between two things: the shortest, over stated links alone, with every link of a hop."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import EdgeBundle
from graph.links.shortest_path import shortest_path


def link(start: str, end: str, stance: str = "stated", type: str = "LEARNED_FROM") -> EdgeBundle:
    return EdgeBundle(f"{start}-{type}-{end}", start, type, end, stance, None, (f"{start}{end}",))


def test_a_path_may_run_against_links_and_says_so():
    links = [link("a", "b"), link("c", "b"), link("c", "d")]
    path = shortest_path(links, "a", "d")
    assert path.codes == ("a", "b", "c", "d")
    assert [hop.goes_along for hop in path.hops] == [(True,), (False,), (True,)]
    assert path.path_count == 1


def test_all_stated_links_of_a_hop_bear_it_out():
    links = [link("a", "b"), link("b", "a", type="ENDORSES"), link("a", "b", "planned", "ADOPTED")]
    (hop,) = shortest_path(links, "a", "b").hops
    assert [bundle.id for bundle in hop.bundles] == ["a-LEARNED_FROM-b", "b-ENDORSES-a"]
    assert hop.goes_along == (True, False)


def test_of_paths_as_short_the_first_is_given_and_all_are_counted():
    links = [link(*pair) for pair in ("ac", "cd", "ab", "bd", "ax", "xy", "yd")]
    path = shortest_path(links, "a", "d")
    assert (path.codes, path.path_count) == (("a", "b", "d"), 2)


@pytest.mark.parametrize("pair", ["ac", "aa", "az", "zz"])
def test_where_no_stated_path_leads_there_is_none(pair):
    links = [link("a", "b"), link("b", "c", "planned"), link("c", "d")]
    path = shortest_path(links, *pair)
    assert (path.hops, path.path_count, path.codes) == ((), 0, (pair[0],))


def test_on_facts_it_is_as_short_as_networkx_finds(small_facts):
    links = list(bundle_index(small_facts))
    graph = nx.Graph([line.ends for line in links if line.stance == "stated"])
    for end in sorted(nx.node_connected_component(graph, "12") - {"12"}):
        path = shortest_path(links, "12", end)
        assert len(path.hops) == nx.shortest_path_length(graph, "12", end)
        assert path.path_count == len(list(nx.all_shortest_paths(graph, "12", end)))
