"""A property graph in parts, in which it is sent to the process that builds a database of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from graph.model.property_graph import Edge, Node, PropertyGraph

# How many nodes or edges a part holds.
PART = 2_000

Item = TypeVar("Item", Node, Edge)


def schema_of(graph: PropertyGraph) -> dict[str, list[str]]:
    """The sets of labels, each as `A:B`, and the types of edges that a graph has."""
    return {
        "labels": list(_by((":".join(node.labels), node) for node in graph.nodes)),
        "types": list(_by((edge.type, edge) for edge in graph.edges)),
    }


def parts(graph: PropertyGraph) -> Iterator[dict[str, Any]]:
    """The graph in parts, nodes first, each of one set of labels or of one type of edges."""
    for labels, nodes in _by((":".join(node.labels), node) for node in graph.nodes).items():
        for some_nodes in _groups(nodes):
            rows = [node.properties for node in some_nodes]
            yield {"labels": labels, "ids": [node.id for node in some_nodes], "rows": rows}
    for type, edges in _by((edge.type, edge) for edge in graph.edges).items():
        for some_edges in _groups(edges):
            ends = [(edge.start, edge.end) for edge in some_edges]
            yield {"type": type, "ends": ends, "rows": [edge.properties for edge in some_edges]}


def _by(items: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    """The items by their key, each key where it comes first."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for key, item in items:
        groups[key].append(item)
    return groups


def _groups(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for first in range(0, len(items), PART):
        yield items[first : first + PART]
