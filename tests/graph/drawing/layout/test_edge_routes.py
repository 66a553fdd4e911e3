"""No line runs through a node that it does not belong to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.drawing import network_scene
from graph.drawing.layout.edge_path import straight
from graph.drawing.layout.edge_routes import crossed_boxes, route
from graph.drawing.network_scene import network_layout, node_box, unrouted_scene, with_routes
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import STANCES, bundle_types
from graph.links.edge_filter import EdgeFilter, select_bundles

WIDE_BOX, HIGH_BOX = 100.0, 40.0


def crossings(drawing):
    """The edges that run through the box of a node at neither of their ends."""
    boxes = {node["id"]: node_box(node) for node in drawing["nodes"]}
    for edge in drawing["edges"]:
        ends = edge["from"], edge["to"]
        others = np.array([box for code, box in boxes.items() if code not in ends])
        if len(crossed_boxes(edge["path"], others.reshape(-1, 4), 0)):
            yield edge["id"]


@settings(max_examples=60, deadline=None)
@given(
    cells=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 7)), min_size=2, max_size=24),
    data=st.data(),
)
def test_no_line_of_a_random_graph_crosses_a_foreign_node(cells, data):
    """Nodes stand in columns and rows with the gaps that a picture has."""
    nodes = sorted(cells)
    middles = {str(at): (x * 120.0, y * 48.0) for at, (x, y) in enumerate(nodes)}
    boxes = {
        code: (x - WIDE_BOX / 2, y - HIGH_BOX / 2, x + WIDE_BOX / 2, y + HIGH_BOX / 2)
        for code, (x, y) in middles.items()
    }
    start, end = data.draw(st.permutations(sorted(middles)))[:2]
    path = route(straight(middles[start], middles[end]), boxes, (start, end))
    others = np.array([box for code, box in boxes.items() if code not in (start, end)])
    assert path[0] == middles[start] and path[-1] == middles[end]
    assert len(path) % 3 == 1
    assert not len(crossed_boxes(path, others.reshape(-1, 4), 0))


def test_a_line_that_is_clear_stays_as_it_is():
    path = straight((0.0, 0.0), (300.0, 0.0))
    boxes = {"a": (-9, -9, 9, 9), "b": (291, -9, 309, 9), "c": (100, 20, 200, 60)}
    assert route(path, boxes, ("a", "b")) == path
    assert route(path, boxes | {"d": (100, -9, 200, 9)}, ("a", "b")) != path


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("story_only", [True, False])
def test_no_line_of_the_facts_crosses_a_foreign_node(real_facts, language, story_only):
    bundles = bundle_index(real_facts)
    selection = select_bundles(real_facts, EdgeFilter(story_only=story_only), bundles)
    places = network_layout(real_facts, bundles)
    drawing = unrouted_scene(real_facts, selection.bundles, places, language)
    assert list(crossings(drawing))
    assert list(crossings(with_routes(drawing))) == []


def test_no_line_of_the_largest_picture_crosses_a_foreign_node(real_facts):
    """Every type and stance, as many things as a picture holds."""
    bundles = bundle_index(real_facts)
    choice = EdgeFilter(types=frozenset(bundle_types()), stances=frozenset(STANCES))
    selection = select_bundles(real_facts, choice, bundles)
    places = network_layout(real_facts, bundles)
    drawing = unrouted_scene(real_facts, selection.bundles, places, "en")
    assert len(drawing["edges"]) > 500
    assert list(crossings(with_routes(drawing))) == []


def test_a_picture_that_is_too_large_to_route_says_so(small_facts, monkeypatch):
    bundles = bundle_index(small_facts)
    drawing = unrouted_scene(small_facts, bundles, network_layout(small_facts, bundles), "en")
    monkeypatch.setattr(network_scene, "MAX_ROUTED_EDGES", 2)
    larger = unrouted_scene(small_facts, bundles, network_layout(small_facts, bundles), "en")
    assert with_routes(larger)["edges"] == drawing["edges"]
    (note,) = set(larger["legend"]["notes"]) - set(drawing["legend"]["notes"])
    assert "more than 2 are drawn" in note
