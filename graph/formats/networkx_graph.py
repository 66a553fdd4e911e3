"""Nodes and edges as a networkx graph, for notebooks; properties stay together under one key."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from graph.model.property_graph import PropertyGraph


def networkx_graph(graph: PropertyGraph, types: Collection[str] | None = None) -> nx.MultiDiGraph:
    """The edges of these types (all, if None) between the nodes of a property graph.

    Nodes carry `labels` and `properties`, edges `type` and `properties`; an edge's key is its id.
    """
    result = nx.MultiDiGraph()
    for node in graph.nodes:
        result.add_node(node.id, labels=node.labels, properties=node.properties)
    for link in graph.edges:
        if types is None or link.type in types:
            result.add_edge(
                link.start, link.end, key=link.id, type=link.type, properties=link.properties
            )
    return result
