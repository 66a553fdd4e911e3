"""The release of a dataset that a database holds, as a node of its own beside the graph.

Every property-graph store has it, so that all stores count the same number of nodes.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from pydantic_core import to_json

from graph.model.property_graph import Node, PropertyGraph
from ontology.derive.neo4j_constraints import RELEASE

# How many elements are made into text at a time.
AT_ONCE = 10_000


def with_release(graph: PropertyGraph, release: str) -> PropertyGraph:
    """The graph and a node for each of its datasets that holds its release: the hash."""
    datasets = sorted({str(node.properties["dataset"]) for node in graph.nodes})
    return replace(
        graph, nodes=(*graph.nodes, *(release_node(dataset, release) for dataset in datasets))
    )


def release_node(dataset: str, release: str) -> Node:
    """The node with a dataset's release."""
    return Node(RELEASE, (RELEASE,), {"dataset": dataset, "hash": release})


def release_hash(graph: PropertyGraph) -> str:
    """The SHA-256 of all nodes and edges of a graph, as hexadecimal text."""
    digest = hashlib.sha256()
    for elements in (graph.nodes, graph.edges):
        for first in range(0, len(elements), AT_ONCE):
            digest.update(to_json(elements[first : first + AT_ONCE]))
    return digest.hexdigest()
