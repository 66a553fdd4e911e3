"""Writes a property graph into a Neo4j database: complete or not at all, and only differences.

All is written in one transaction: readers see the old graph until it commits and the new one after,
and a loader that is killed leaves the old one. Other data in the database are never touched: all
our nodes and edges carry their `dataset`, and the constraints apply only to elements that have one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model.property_graph import Edge, Node, PropertyGraph
from graph.model.release import release_hash
from graph.stores.neo4j.store import Driver, Transaction, write_errors
from graph.stores.neo4j.stored_datasets import check_iri
from graph.stores.neo4j.stored_graph import Difference, StoredElement, difference
from ontology.derive.neo4j_constraints import RELEASE, constraints, indexes

BATCH = 5000

# Called after each batch: what is being written, how many are done, how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Loaded:
    """What a load changed: counts of nodes by kind and of edges by type.

    `restored` says that the same facts had been loaded before: the database had been changed since.
    """

    added: Mapping[str, int]
    removed: Mapping[str, int]
    changed: Mapping[str, int]
    restored: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the database already had exactly this graph."""
        return not (self.added or self.removed or self.changed)


def load(driver: Driver, database: str | None, graph: PropertyGraph, progress: Progress) -> Loaded:
    """Makes the database hold this graph for its dataset, in one transaction.

    Raises the errors of graph.store; the database then holds what it held before. OtherDataset
    is raised if it holds a dataset of this name with another base IRI.
    """
    release = release_hash(graph)
    values = {"dataset": graph.dataset, "iri": graph.iri, "hash": release, **_version(graph)}
    with write_errors(), driver.session(database=database) as session:
        for line in (*constraints(), *indexes()):
            session.run(line).consume()
        with session.begin_transaction() as transaction:
            before = _locked_release(transaction, graph)
            diff = difference(transaction, graph)
            _write(transaction, graph, diff, progress)
            transaction.run(
                f"MATCH (r:{RELEASE} {{dataset: $dataset}}) SET r.hash = $hash, r.iri = $iri, "
                "r.version = $version, r.day = $day",
                values,
            ).consume()
            transaction.commit()
    return _counts(diff, restored=before == release)


def _version(graph: PropertyGraph) -> dict[str, str | None]:
    """The version and day of the facts' release; null, which sets nothing, if there is none."""
    released = graph.released
    day = released.day.isoformat() if released else None
    return {"version": released.version if released else None, "day": day}


def _locked_release(transaction: Transaction, graph: PropertyGraph) -> str | None:
    """The hash of the last loaded graph; the release node is locked, so that loads take turns."""
    record = transaction.run(
        f"MERGE (r:{RELEASE} {{dataset: $dataset}}) SET r.dataset = $dataset "
        "RETURN r.hash AS hash, r.iri AS iri",
        {"dataset": graph.dataset},
    ).single(strict=True)
    check_iri(graph.dataset, record["iri"], graph.iri)
    release: str | None = record["hash"]
    return release


def _counts(diff: Difference, *, restored: bool) -> Loaded:
    """The counts of a difference that has been written."""
    added: list[Node | Edge] = [*diff.added_nodes, *diff.added_edges]
    changed: list[Node | Edge] = [
        *(node for _, node in diff.changed_nodes),
        *(edge for _, edge in diff.changed_edges),
    ]
    removed = (*diff.removed_nodes, *diff.removed_edges)
    return Loaded(
        added=Counter(map(_kind, added)),
        removed=Counter(_kind_of_labels(stored.labels) for stored in removed),
        changed=Counter(map(_kind, changed)),
        restored=restored,
    )


def _kind(value: Node | Edge) -> str:
    return value.labels[0] if isinstance(value, Node) else value.type


def _kind_of_labels(labels: Sequence[str]) -> str:
    """The kind of a stored node, whose labels are in no order, or the type of an edge."""
    return next((label for label in labels if label != "Thing"), "Thing")


@dataclass(frozen=True)
class WriteBatch:
    """One batch: what it does, its query, its rows."""

    what: str
    query: str
    rows: Sequence[Mapping[str, Any]]


BY_ELEMENT = {
    "node": "UNWIND $rows AS row MATCH (x) WHERE elementId(x) = row.element ",
    "edge": "UNWIND $rows AS row MATCH ()-[x]->() WHERE elementId(x) = row.element ",
}
ADD_NODES = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties"
ADD_EDGES = (
    "UNWIND $rows AS row "
    "MATCH (a:{start_label} {{dataset: $dataset, {start_key}: row.start}}) "
    "MATCH (b:{end_label} {{dataset: $dataset, {end_key}: row.end}}) "
    "CREATE (a)-[r:{type}]->(b) SET r = row.properties"
)


def _write(
    transaction: Transaction, graph: PropertyGraph, diff: Difference, progress: Progress
) -> None:
    steps = [
        *_removals("remove edges", "edge", diff.removed_edges),
        *_removals("remove nodes", "node", diff.removed_nodes),
        *_relabelling(diff.changed_nodes),
        *_changes("change nodes", "node", diff.changed_nodes),
        *_changes("change edges", "edge", diff.changed_edges),
        *_new_nodes(diff.added_nodes),
        *_new_edges(diff.added_edges, {node.id: node for node in graph.nodes}),
    ]
    total = sum(len(step.rows) for step in steps)
    done = 0
    for step in steps:
        values = {"rows": step.rows, "dataset": graph.dataset}
        transaction.run(step.query, values).consume()
        done += len(step.rows)
        progress(step.what, done, total)


def key_of(node: Node) -> tuple[str, str]:
    """The label and property by which a node is found."""
    return ("Thing", "code") if "Thing" in node.labels else (node.labels[0], "id")


def _removals(what: str, sort: str, elements: Sequence[StoredElement]) -> Iterator[WriteBatch]:
    rows = [{"element": stored.element} for stored in elements]
    yield from _batches(what, BY_ELEMENT[sort] + "DELETE x", rows)


def _changes(
    what: str, sort: str, pairs: Iterable[tuple[StoredElement, Node | Edge]]
) -> Iterator[WriteBatch]:
    rows = [
        {"element": stored.element, "properties": dict(value.properties)} for stored, value in pairs
    ]
    yield from _batches(what, BY_ELEMENT[sort] + "SET x = row.properties", rows)


def _relabelling(pairs: Iterable[tuple[StoredElement, Node]]) -> Iterator[WriteBatch]:
    """The labels that other programs have removed or added."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for stored, node in pairs:
        missing, extra = {*node.labels} - {*stored.labels}, {*stored.labels} - {*node.labels}
        for word, labels in (("REMOVE", extra), ("SET", missing)):
            if labels:
                groups[f"{word} x{_quoted(labels)}"].append({"element": stored.element})
    for clause, rows in groups.items():
        yield from _batches("change nodes", BY_ELEMENT["node"] + clause, rows)


def _quoted(labels: Iterable[str]) -> str:
    """Labels as Cypher writes them; labels of other programs may have any character."""
    return "".join(f":`{label.replace('`', '``')}`" for label in sorted(labels))


def _new_nodes(nodes: Iterable[Node]) -> Iterator[WriteBatch]:
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        groups[node.labels].append({"properties": dict(node.properties)})
    for labels, rows in groups.items():
        yield from _batches("add nodes", ADD_NODES.format(labels=":".join(labels)), rows)


def _new_edges(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> Iterator[WriteBatch]:
    groups: dict[tuple[Any, str, Any], list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        ends = key_of(nodes[edge.start]), edge.type, key_of(nodes[edge.end])
        row = {"start": edge.start, "end": edge.end, "properties": dict(edge.properties)}
        groups[ends].append(row)
    for (start, type, end), rows in groups.items():
        text = ADD_EDGES.format(
            type=type, start_label=start[0], start_key=start[1], end_label=end[0], end_key=end[1]
        )
        yield from _batches("add edges", text, rows)


def _batches(what: str, query: str, rows: Sequence[dict[str, Any]]) -> Iterator[WriteBatch]:
    for first in range(0, len(rows), BATCH):
        yield WriteBatch(what, query, rows[first : first + BATCH])
