"""The release of a dataset that a database holds, as a node of its own beside the graph.

Every property-graph store has it, so that counting all nodes gives the same everywhere.
"""

from __future__ import annotations

import hashlib
import json

from graph.property_graph import Node, PropertyGraph
from ontology.constraints import RELEASE


def release_node(graph: PropertyGraph, dataset: str) -> Node:
    """The node that says of which dataset a graph is, and its hash."""
    return Node(RELEASE, (RELEASE,), {"dataset": dataset, "hash": release_hash(graph)})


def release_hash(graph: PropertyGraph) -> str:
    """The hash of all that a graph holds."""
    parts = [[n.id, n.labels, dict(n.properties)] for n in graph.nodes]
    parts += [[e.id, e.start, e.type, e.end, dict(e.properties)] for e in graph.links]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
