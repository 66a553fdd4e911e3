"""A property graph into a Neo4j database: whole or not at all, and only what has changed.

All is written in one transaction: readers see the old graph until it commits and the new one
after, and a loader that is killed leaves the old one. What the database holds besides is never
touched: everything of ours carries its `dataset`, and the constraints bind only what has one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model.property_graph import Edge, Node, PropertyGraph, PropertyValue
from graph.model.release import release_hash
from graph.stores.neo4j.store import Driver, Transaction, write_errors
from ontology.derive.neo4j_constraints import RELEASE, constraints, indexes

BATCH = 5000

# Told after each batch: what is being written, how many are done, how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Loaded:
    """What a load changed."""

    added: int
    removed: int
    changed: int

    @property
    def nothing(self) -> bool:
        """Whether the database already held just this."""
        return self == Loaded(0, 0, 0)


@dataclass(frozen=True)
class StoredGraph:
    """What the database holds of a dataset, by id."""

    nodes: Mapping[str, Node]
    links: Mapping[str, Edge]


def load(
    driver: Driver, database: str | None, graph: PropertyGraph, dataset: str, progress: Progress
) -> Loaded:
    """Makes the database hold this graph for this dataset, in one transaction.

    Raises the errors of graph.store; the database then holds what it held before.
    """
    release = release_hash(graph)
    with write_errors(), driver.session(database=database) as session:
        for line in (*constraints(), *indexes()):
            session.run(line).consume()
        with session.begin_transaction() as transaction:
            if _locked_release(transaction, dataset) == release:
                return Loaded(0, 0, 0)
            loaded = _write(transaction, graph, dataset, progress)
            transaction.run(
                f"MATCH (r:{RELEASE} {{dataset: $dataset}}) SET r.hash = $hash",
                {"dataset": dataset, "hash": release},
            ).consume()
            transaction.commit()
    return loaded


def _locked_release(transaction: Transaction, dataset: str) -> str | None:
    """The hash of what is held; the release node is locked, so that loads take turns."""
    record = transaction.run(
        f"MERGE (r:{RELEASE} {{dataset: $dataset}}) SET r.dataset = $dataset RETURN r.hash AS hash",
        {"dataset": dataset},
    ).single(strict=True)
    release: str | None = record["hash"]
    return release


def _write(
    transaction: Transaction, graph: PropertyGraph, dataset: str, progress: Progress
) -> Loaded:
    old = _stored_graph(transaction, dataset)
    nodes = {node.id: node for node in graph.nodes}
    links = {link.id: link for link in graph.edges}
    old_links = [link for id, link in old.links.items() if links.get(id) != link]
    new_links = [link for id, link in links.items() if old.links.get(id) != link]
    old_nodes = [node for id, node in old.nodes.items() if id not in nodes]
    new_nodes = [node for id, node in nodes.items() if id not in old.nodes]
    changed = [node for id, node in nodes.items() if id in old.nodes and old.nodes[id] != node]
    steps = [
        *_link_steps("remove links", REMOVE_LINKS, old_links, {**nodes, **old.nodes}),
        *_node_steps("remove nodes", REMOVE_NODES, old_nodes),
        *_node_steps("change nodes", CHANGE_NODES, changed),
        *_node_steps("add nodes", ADD_NODES, new_nodes),
        *_link_steps("add links", ADD_LINKS, new_links, nodes),
    ]
    total = sum(len(step.rows) for step in steps)
    done = 0
    for step in steps:
        transaction.run(step.query, {"rows": step.rows, "dataset": dataset}).consume()
        done += len(step.rows)
        progress(step.what, done, total)
    return Loaded(
        added=len(new_nodes) + len([e for e in new_links if e.id not in old.links]),
        removed=len(old_nodes) + len([e for e in old_links if e.id not in links]),
        changed=len(changed) + len([e for e in new_links if e.id in old.links]),
    )


@dataclass(frozen=True)
class WriteBatch:
    """One batch: what it does, its query, its rows."""

    what: str
    query: str
    rows: Sequence[Mapping[str, Any]]


ADD_NODES = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties"
CHANGE_NODES = (
    "UNWIND $rows AS row MATCH (n:{label} {{dataset: $dataset, {key}: row.id}}) "
    "SET n = row.properties"
)
REMOVE_NODES = "UNWIND $rows AS row MATCH (n:{label} {{dataset: $dataset, {key}: row.id}}) DELETE n"
ENDS = (
    "UNWIND $rows AS row "
    "MATCH (a:{start_label} {{dataset: $dataset, {start_key}: row.start}}) "
    "MATCH (b:{end_label} {{dataset: $dataset, {end_key}: row.end}}) "
)
ADD_LINKS = ENDS + "CREATE (a)-[r:{type}]->(b) SET r = row.properties"
REMOVE_LINKS = ENDS + "MATCH (a)-[r:{type} {{dataset: $dataset, id: row.id}}]->(b) DELETE r"


def key_of(node: Node) -> tuple[str, str]:
    """The label and property by which a node is found."""
    return ("Thing", "code") if "Thing" in node.labels else (node.labels[0], "id")


def _node_steps(what: str, query: str, nodes: Sequence[Node]) -> Iterator[WriteBatch]:
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    keys = {}
    for node in nodes:
        groups[node.labels].append({"id": node.id, "properties": dict(node.properties)})
        keys[node.labels] = key_of(node)
    for labels, rows in groups.items():
        label, key = keys[labels]
        text = query.format(labels=":".join(labels), label=label, key=key)
        yield from _batches(what, text, rows)


def _link_steps(
    what: str, query: str, links: Sequence[Edge], nodes: Mapping[str, Node]
) -> Iterator[WriteBatch]:
    groups: dict[tuple[Any, str, Any], list[dict[str, Any]]] = defaultdict(list)
    for link in links:
        ends = key_of(nodes[link.start]), link.type, key_of(nodes[link.end])
        properties: Mapping[str, PropertyValue] = dict(link.properties)
        row = {"id": link.id, "start": link.start, "end": link.end, "properties": properties}
        groups[ends].append(row)
    for (start, type, end), rows in groups.items():
        text = query.format(
            type=type, start_label=start[0], start_key=start[1], end_label=end[0], end_key=end[1]
        )
        yield from _batches(what, text, rows)


def _batches(what: str, query: str, rows: Sequence[dict[str, Any]]) -> Iterator[WriteBatch]:
    for first in range(0, len(rows), BATCH):
        yield WriteBatch(what, query, rows[first : first + BATCH])


def _stored_graph(transaction: Transaction, dataset: str) -> StoredGraph:
    """All nodes and edges of the dataset that the database holds."""
    node_rows = transaction.run(
        "MATCH (n:Thing|Statement|Measurement) WHERE n.dataset = $dataset "
        "RETURN coalesce(n.code, n.id) AS id, labels(n) AS labels, properties(n) AS properties",
        {"dataset": dataset},
    )
    nodes = {
        row["id"]: Node(row["id"], _in_order(row["labels"]), row["properties"]) for row in node_rows
    }
    link_rows = transaction.run(
        "MATCH (a:Thing|Statement|Measurement)-[r]->(b) "
        "WHERE a.dataset = $dataset AND r.dataset = $dataset "
        "RETURN r.id AS id, coalesce(a.code, a.id) AS start, type(r) AS type, "
        "coalesce(b.code, b.id) AS end, properties(r) AS properties",
        {"dataset": dataset},
    )
    links = {row["id"]: Edge(**row.data()) for row in link_rows}
    return StoredGraph(nodes, links)


def _in_order(labels: Sequence[str]) -> tuple[str, ...]:
    """The kind first, as the property graph has it; a database keeps no order of labels."""
    return tuple(sorted(labels, key=lambda label: (label == "Thing", label)))
