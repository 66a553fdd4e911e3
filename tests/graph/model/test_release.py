"""The hash of a release is the same however its nodes and edges are added."""

from __future__ import annotations

import pytest
from pydantic_core import to_json

from graph.model.property_graph import Edge, Node, PropertyGraph
from graph.model.release import ReleaseHash, release_hash

NODES = tuple(Node(f"n{number}", ("Place",), {"name": "甲县"}) for number in range(7))
EDGES = tuple(Edge(f"e{number}", "n1", "JOINS", "n2", {}) for number in range(5))


@pytest.mark.parametrize("together", [1, 2, 3, 4, 100])
def test_elements_one_by_one_and_some_together_have_the_hash_of_their_graph(monkeypatch, together):
    monkeypatch.setattr("graph.model.release.BATCH_ELEMENTS", 3)
    in_turn, in_groups = ReleaseHash(), ReleaseHash()
    for section, elements in ((b"nodes", NODES), (b"edges", EDGES)):
        texts = list(map(to_json, elements))
        for text in texts:
            in_turn.add(section, text)
        for first in range(0, len(texts), together):
            in_groups.add_all(section, texts[first : first + together])
    expected = release_hash(PropertyGraph(NODES, EDGES))
    assert [in_turn.hexdigest(), in_groups.hexdigest()] == [expected, expected]
