"""The release of a dataset that a database holds, as a separate node beside the graph.

Every property-graph store has it, so that all stores count the same number of nodes. It names the
dataset by its base IRI: the name that nodes and edges carry is only the last part of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from pydantic_core import to_json

from graph.model.dataset import ReleasedVersion
from graph.model.property_graph import Node, PropertyGraph
from ontology.derive.neo4j_constraints import RELEASE

# The number of elements that become text at a time.
BATCH_ELEMENTS = 10_000


def with_release(graph: PropertyGraph) -> PropertyGraph:
    """The graph and the node of its release; an empty graph of no dataset has none."""
    return replace(graph, nodes=(*graph.nodes, release_node(graph))) if graph.dataset else graph


def release_node(graph: PropertyGraph) -> Node:
    """The node that says which release of which dataset this is, with its version if it has one."""
    return node_of_release(graph.dataset, graph.iri, graph.release, release_hash(graph))


def node_of_release(dataset: str, iri: str, release: ReleasedVersion | None, hash: str) -> Node:
    """The node of a release by the hash of its graph; see `release_node`."""
    properties = {"dataset": dataset, "iri": iri, "hash": hash}
    if release is not None:
        properties |= {"version": release.version, "day": release.day.isoformat()}
    return Node(RELEASE, (RELEASE,), properties)


def release_hash(graph: PropertyGraph) -> str:
    """The SHA-256 of all nodes and edges of a graph, as hexadecimal text."""
    digest = hashlib.sha256()
    for elements in (graph.nodes, graph.edges):
        for first in range(0, len(elements), BATCH_ELEMENTS):
            digest.update(to_json(elements[first : first + BATCH_ELEMENTS]))
    return digest.hexdigest()


class ReleaseHash:
    """The hash of `release_hash` for the nodes of a graph and then its edges, one by one."""

    def __init__(self) -> None:
        self._digest, self._section = hashlib.sha256(), b""
        self._waiting: list[bytes] = []

    def add(self, section: bytes, element: bytes) -> None:
        """Adds the next node or edge as JSON; all nodes have one section, all edges another."""
        self._free_places(section)
        self._waiting.append(element)

    def add_all(self, section: bytes, elements: Sequence[bytes]) -> None:
        """Adds the next nodes or edges; see `add`."""
        start = 0
        while start < len(elements):
            end = start + self._free_places(section)
            self._waiting += elements[start:end]
            start = end

    def hexdigest(self) -> str:
        """The hash of all that was added, as hexadecimal text; nothing is added afterwards."""
        self._end_of_list()
        return self._digest.hexdigest()

    def _free_places(self, section: bytes) -> int:
        """How many more the list of a section takes, which is begun if it is not the last."""
        if section != self._section or len(self._waiting) == BATCH_ELEMENTS:
            self._end_of_list()
            self._section = section
        return BATCH_ELEMENTS - len(self._waiting)

    def _end_of_list(self) -> None:
        if self._waiting:
            for text in (b"[", b",".join(self._waiting), b"]"):
                self._digest.update(text)
            self._waiting.clear()
