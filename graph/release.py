"""The release of a dataset that a database holds, as a node of its own beside the graph.

Every property-graph store has it, so that counting all nodes gives the same everywhere.
"""

from __future__ import annotations

import hashlib

from pydantic_core import to_json

from graph.property_graph import Node, PropertyGraph
from ontology.constraints import RELEASE

# elements whose text is in memory together
AT_ONCE = 10_000


def release_node(graph: PropertyGraph, dataset: str) -> Node:
    """The node that says of which dataset a graph is, and its hash."""
    return Node(RELEASE, (RELEASE,), {"dataset": dataset, "hash": release_hash(graph)})


def release_hash(graph: PropertyGraph) -> str:
    """The hash of all that a graph holds."""
    held = hashlib.sha256()
    for elements in (graph.nodes, graph.links):
        for first in range(0, len(elements), AT_ONCE):
            held.update(to_json(elements[first : first + AT_ONCE]))
    return held.hexdigest()
