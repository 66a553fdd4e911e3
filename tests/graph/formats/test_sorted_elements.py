"""The nodes and edges of a graph sorted on the disk are those of the graph, in its order."""

from __future__ import annotations

from pydantic_core import from_json

from graph.formats import sorted_lines
from graph.formats.sorted_elements import NODES, graph_elements, sorted_elements, table_of
from graph.model.property_graph import Node


def test_all_come_once_in_the_order_of_a_graph(small_facts, small_graph, monkeypatch):
    """With runs so small that many files are merged."""
    monkeypatch.setattr(sorted_lines.sorted_lists, "__defaults__", (2_000,))
    noted = []
    elements = sorted_elements(graph_elements(small_facts), lambda *row: noted.append(row))
    first = next(elements)
    graph = (*small_graph.nodes, *small_graph.edges)
    assert len(noted) == len(graph)
    together = [first, *elements]
    assert [element.id.decode() for element in together] == [element.id for element in graph]
    assert [element.table.decode() for element in together] == list(map(table_of, graph))
    sections = [element.section == NODES.encode() for element in together]
    assert sections == [isinstance(element, Node) for element in graph]
    properties = [from_json(element.json)["properties"] for element in together]
    assert properties == [element.properties for element in graph]
