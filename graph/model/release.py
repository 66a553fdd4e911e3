"""The release of a dataset that a database holds, as a node of its own beside the graph.

Every property-graph store has it, so that counting all nodes gives the same everywhere.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from pydantic_core import to_json

from graph.model.property_graph import Node, PropertyGraph
from ontology.derive.neo4j_constraints import RELEASE

# elements whose text is in memory together
AT_ONCE = 10_000


def with_release(graph: PropertyGraph, release: str) -> PropertyGraph:
    """The graph and a node for each of its datasets that tells the release: its hash."""
    datasets = sorted({str(node.properties["dataset"]) for node in graph.nodes})
    return replace(graph, nodes=(*graph.nodes, *(release_node(one, release) for one in datasets)))


def release_node(dataset: str, release: str) -> Node:
    """The node that tells a dataset's release."""
    return Node(RELEASE, (RELEASE,), {"dataset": dataset, "hash": release})


def release_hash(graph: PropertyGraph) -> str:
    """The hash of all that a graph holds."""
    held = hashlib.sha256()
    for elements in (graph.nodes, graph.edges):
        for first in range(0, len(elements), AT_ONCE):
            held.update(to_json(elements[first : first + AT_ONCE]))
    return held.hexdigest()
