"""The embedded engine as it is served, but that it may be written to: one engine, many graphs.

Building a database takes seconds, filling one again a tenth of a second.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from graph.model.property_graph import PropertyGraph
from graph.model.release import with_release
from graph.stores.embedded import process as embedded_engine
from graph.stores.embedded import server as embedded_server
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.push import key_of
from graph.stores.store import Limits

Row = dict[str, object]


class Refillable:
    """A store whose graph can be changed for another."""

    def __init__(self, store: EmbeddedStore) -> None:
        self.store = store
        engine = store._engines.current
        assert engine is not None
        self._driver = engine.bolt._driver

    def refill(self, graph: PropertyGraph) -> None:
        """Takes out all that is there and puts this graph in."""
        with self._driver.acquire() as driver, driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()
            self.store._dataset = graph.dataset
            for query, rows in writes(with_release(graph)):
                session.run(query, {"rows": rows}).consume()


def writes(graph: PropertyGraph) -> Iterator[tuple[str, list[Row]]]:
    """The queries that write a graph's nodes, then its edges, each with its rows."""
    keys = {node.id: key_of(node) for node in graph.nodes}
    nodes: defaultdict[str, list[Row]] = defaultdict(list)
    links: defaultdict[tuple[tuple[str, str], str, tuple[str, str]], list[Row]] = defaultdict(list)
    for node in graph.nodes:
        nodes[":".join(node.labels)].append(dict(node.properties))
    for link in graph.edges:
        row: Row = {"start": link.start, "end": link.end, "properties": dict(link.properties)}
        links[keys[link.start], link.type, keys[link.end]].append(row)
    for labels, rows in nodes.items():
        yield f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", rows
    for (start, type, end), rows in links.items():
        ends = f"(a:{start[0]} {{{start[1]}: row.start}}), (b:{end[0]} {{{end[1]}: row.end}})"
        yield (
            f"UNWIND $rows AS row MATCH {ends} CREATE (a)-[r:{type}]->(b) SET r = row.properties",
            rows,
        )


@contextlib.contextmanager
def refillable(cache: Path, limits: Limits) -> Iterator[Refillable]:
    """An engine with nothing in it."""
    with patch.object(embedded_engine, "SERVER", "tests.servers.writable_engine"):
        store = EmbeddedStore.open(PropertyGraph((), ()), limits, cache)
    try:
        yield Refillable(store)
    finally:
        store.close()


if __name__ == "__main__":
    embedded_server.MODE = "READ_WRITE"
    embedded_server.main()
