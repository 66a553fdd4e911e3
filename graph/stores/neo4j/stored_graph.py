"""The part of a database that belongs to a dataset, and its differences from a property graph.

All is read and compared, not only a mark that says what was written once: other programs may have
changed or deleted some of it since. One record holds a node and all edges that start there, because
one record for each edge takes five times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.model.property_graph import Edge, Node, PropertyGraph
from graph.stores.neo4j.store import Transaction
from ontology.derive.neo4j_constraints import key_properties
from ontology.schema.kinds import THINGS

LABELS = "|".join(sorted({*key_properties(), *(kind.__name__ for kind in THINGS)}))
READ = f"""
MATCH (n:{LABELS}) WHERE n.dataset = $dataset
OPTIONAL MATCH (n)-[r]->(b) WHERE r.dataset = $dataset
WITH n, collect(CASE WHEN r IS NOT NULL THEN [elementId(r), r.id, type(r),
  CASE b.dataset WHEN $dataset THEN coalesce(b.code, b.id) END, properties(r)] END) AS edges
RETURN elementId(n) AS element, coalesce(n.code, n.id) AS id, labels(n) AS labels,
  properties(n) AS properties, edges
"""
# Edges of the dataset whose start is not a node of it any more.
STRAY = f"""
MATCH (a)-[r]->() WHERE r.dataset = $dataset
  AND NOT coalesce(a:{LABELS} AND a.dataset = $dataset, false)
RETURN elementId(r) AS element, type(r) AS type
"""


@dataclass(frozen=True, slots=True)
class StoredElement:
    """A node or edge as the database holds it: its element id there, and its labels or type."""

    element: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """The elements that must be removed from a database, changed in it and added to it."""

    removed_edges: list[StoredElement] = field(default_factory=list)
    removed_nodes: list[StoredElement] = field(default_factory=list)
    changed_edges: list[tuple[StoredElement, Edge]] = field(default_factory=list)
    changed_nodes: list[tuple[StoredElement, Node]] = field(default_factory=list)
    added_nodes: list[Node] = field(default_factory=list)
    added_edges: list[Edge] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether the database holds exactly the graph."""
        return not any(vars(self).values())


def difference(transaction: Transaction, graph: PropertyGraph) -> Difference:
    """The differences of a database from a graph."""
    diff = Difference()
    nodes = {node.id: node for node in graph.nodes}
    edges = {edge.id: edge for edge in graph.edges}
    for row in transaction.run(READ, {"dataset": graph.dataset}):
        stored = StoredElement(row["element"], tuple(sorted(row["labels"])))
        node = _pop_node(nodes, row["id"])
        if node is None:
            diff.removed_nodes.append(stored)
        elif stored.labels != tuple(sorted(node.labels)) or row["properties"] != node.properties:
            diff.changed_nodes.append((stored, node))
        _compare_edges(diff, edges, row["edges"], node)
    for row in transaction.run(STRAY, {"dataset": graph.dataset}):
        diff.removed_edges.append(StoredElement(row["element"], (row["type"],)))
    diff.added_nodes.extend(nodes.values())
    diff.added_edges.extend(edges.values())
    return diff


def _compare_edges(
    diff: Difference, edges: dict[str, Edge], rows: Iterable[Sequence[Any]], start: Node | None
) -> None:
    """Compares the edges of a stored node, and removes those that exist from `edges`."""
    for element, id, type, end, properties in rows:
        stored = StoredElement(element, (type,))
        edge = edges.get(id) if isinstance(id, str) else None
        if (
            edge is None
            or start is None
            or (edge.start, edge.type, edge.end) != (start.id, type, end)
        ):
            diff.removed_edges.append(stored)
            continue
        del edges[id]
        if properties != edge.properties:
            diff.changed_edges.append((stored, edge))


def _pop_node(nodes: dict[str, Node], id: object) -> Node | None:
    """Removes and returns the node of this id, so that a second node of the id is surplus."""
    return nodes.pop(id, None) if isinstance(id, str) else None
