"""Loads that are not one transaction: readers see the old one or the new one, never a part.

The nodes and edges of such a load carry a `dataset` of its own: the dataset's name, a space and a
key. The release node names the load that readers see, and one transaction makes it name another;
without a name on it they see what `push` wrote, which carries the dataset's name alone. What no
reader sees is removed afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

import neo4j

from graph.stores.messages import message
from graph.stores.neo4j.load_in_use import loaded_name
from graph.stores.neo4j.schema import create_schema
from graph.stores.neo4j.stored_datasets import check_iri
from graph.stores.neo4j.stored_graph import LABELS
from graph.stores.store import StoreError
from ontology.derive.neo4j_constraints import RELEASE

# No IRI has this character, so no name of another dataset has it.
BEFORE_KEY = " "
IRI = f"MATCH (r:{RELEASE} {{dataset: $dataset}}) RETURN r.iri AS iri"
LOCK = f"MERGE (r:{RELEASE} {{dataset: $dataset}}) SET r.dataset = $dataset RETURN r.iri AS iri"
TURN = (
    f"MATCH (r:{RELEASE} {{dataset: $dataset}}) SET r.loaded_as = $name, r.iri = $iri, "
    "r.hash = null, r.version = null, r.day = null"
)
COUNT_NODES = f"MATCH (n:{LABELS}) WHERE n.dataset = $name RETURN count(n) AS count"
COUNT_EDGES = (
    f"MATCH (n:{LABELS})-[r]->() WHERE n.dataset = $name AND r.dataset = $name "
    "RETURN count(r) AS count"
)
UNSEEN_ELEMENTS = "(n.dataset = $dataset OR n.dataset STARTS WITH $loads) AND n.dataset <> $seen "
# In transactions of their own, so that memory does not grow with the load.
REMOVALS = (
    f"MATCH (n:{LABELS})-[r]->() WHERE {UNSEEN_ELEMENTS} AND r.dataset = n.dataset "
    "CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    # a node to which another program has tied an edge of its own stays
    f"MATCH (n:{LABELS}) WHERE {UNSEEN_ELEMENTS} AND NOT EXISTS {{ (n)--() }} "
    "CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
)


class LoadIncomplete(StoreError):
    """The server does not hold all nodes and edges of a load."""


class ConnectorFailed(StoreError):
    """Spark has no connector for Neo4j, or it could not write."""


def connector_missing(package: str) -> ConnectorFailed:
    """The error that names the missing package of Spark."""
    return ConnectorFailed(message("no_connector", package=package))


@dataclass(frozen=True)
class Load:
    """A load of a dataset, by its name and base IRI, and the key that no other load of it has."""

    dataset: str
    iri: str
    key: str

    @property
    def name(self) -> str:
        """What its nodes and edges carry as their `dataset`."""
        return f"{self.dataset}{BEFORE_KEY}{self.key}"


def prepare(session: neo4j.Session, load: Load) -> None:
    """Makes the constraints and indexes, and removes what loads left that were killed.

    Raises OtherDataset if the server holds a dataset of this name with another base IRI.
    """
    create_schema(session)
    session.run("CALL db.awaitIndexes()").consume()
    record = session.run(IRI, {"dataset": load.dataset}).single()
    check_iri(load.dataset, record["iri"] if record else None, load.iri)
    remove_unseen(session, load.dataset)


def switch_readers(session: neo4j.Session, load: Load, nodes: int, edges: int) -> None:
    """Makes readers see a load, in one transaction; raises LoadIncomplete and OtherDataset.

    The load must have so many nodes and edges. The release node is locked, so that loads and
    `push` take turns.
    """
    with session.begin_transaction() as transaction:
        record = transaction.run(LOCK, {"dataset": load.dataset}).single(strict=True)
        check_iri(load.dataset, record["iri"], load.iri)
        there = [
            transaction.run(query, {"name": load.name}).single(strict=True)["count"]
            for query in (COUNT_NODES, COUNT_EDGES)
        ]
        if there != [nodes, edges]:
            counts = {"nodes": there[0], "edges": there[1], "all_nodes": nodes, "all_edges": edges}
            raise LoadIncomplete(message("load_incomplete", **counts))
        values = {"dataset": load.dataset, "iri": load.iri, "name": load.name}
        transaction.run(TURN, values).consume()
        transaction.commit()


def remove_unseen(session: neo4j.Session, dataset: str) -> None:
    """Removes the nodes and edges of all loads of a dataset that readers do not see."""
    visible_name, loads = loaded_name(session, dataset), f"{dataset}{BEFORE_KEY}"
    for query in REMOVALS:
        session.run(query, {"dataset": dataset, "loads": loads, "seen": visible_name}).consume()
