"""Facts into a real Neo4j over Bolt, beside rdflib-neo4j and a bare loop over the driver."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pyoxigraph as ox

from bench.exports.import_files import PEERS
from bench.markdown_table import table
from graph.formats.rdf import rdf_quads
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph, property_graph
from graph.stores.neo4j.batches import BATCH
from graph.stores.neo4j.push import key_of, load
from graph.stores.neo4j.store import Driver, connect
from ontology.derive.neo4j_constraints import constraints, indexes
from tests.servers.neo4j_server import LONG_TERM, Server, server

HEADER = ("into Neo4j over Bolt", "statements", "s", "statements a s", "times ours")
# the transaction of 10^5 statements takes more than 2.7 GB, and 70 % of the heap are for it
HEAP = "6g"


def ours(facts: Facts, running: Server) -> float:
    """`push`: facts made a graph, constraints and indexes, then all in one transaction."""
    begun = perf_counter()
    graph = property_graph(facts)
    with connect(running.address, running.user, running.password) as driver:
        load(driver, None, graph, lambda *_: None)
        return perf_counter() - begun


def bare(facts: Facts, running: Server) -> float:
    """Facts made a graph, then batches of rows by UNWIND, each in a transaction of its own."""
    begun = perf_counter()
    graph = property_graph(facts)
    with connect(running.address, running.user, running.password) as driver:
        for line in (*constraints(), *indexes()):
            driver.execute_query(line)
        _bare(driver, graph)
        return perf_counter() - begun


def _bare(driver: Driver, graph: PropertyGraph) -> None:
    groups: dict[str, list[dict[str, object]]] = {}
    keys = {node.id: key_of(node) for node in graph.nodes}
    for node in graph.nodes:
        query = f"UNWIND $rows AS row CREATE (n:{':'.join(node.labels)}) SET n = row.held"
        groups.setdefault(query, []).append({"held": node.properties})
    for link in graph.edges:
        (a, item), (b, two) = keys[link.start], keys[link.end]
        query = (
            f"UNWIND $rows AS row MATCH (a:{a} {{{item}: row.a}}) MATCH (b:{b} {{{two}: row.b}}) "
            f"CREATE (a)-[r:{link.type}]->(b) SET r = row.held"
        )
        row: dict[str, object] = {"a": link.start, "b": link.end, "held": link.properties}
        groups.setdefault(query, []).append(row)
    for query, rows in groups.items():
        for first in range(0, len(rows), BATCH):
            driver.execute_query(query, {"rows": rows[first : first + BATCH]})


def rdflib_neo4j(facts: Facts, running: Server) -> float:
    """The same statements as triples; it keeps neither named graphs nor languages."""
    with TemporaryDirectory() as name:
        file = Path(name, "facts.nt")
        triples = (quad.triple for quad in rdf_quads(facts))
        ox.serialize(triples, output=str(file), format=ox.RdfFormat.N_TRIPLES)
        with connect(running.address, running.user, running.password) as driver:
            driver.execute_query(
                "CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS "
                "FOR (r:Resource) REQUIRE r.uri IS UNIQUE"
            )
        arguments = [file, running.address, running.user, running.password]
        done = subprocess.run(
            [PEERS, "bench/peers/rdflib_neo4j_load.py", *map(str, arguments)],
            capture_output=True,
            text=True,
            check=True,
        )
    return float(done.stdout.split()[-1])


def report(all_facts: Facts, peer_facts: Facts) -> str:
    """A Markdown table: each way on an empty server of its own, rdflib-neo4j with fewer facts."""
    rows: list[tuple[object, ...]] = []
    pushing: dict[int, float] = {}
    for facts, ways in ((all_facts, (ours, bare)), (peer_facts, (ours, rdflib_neo4j))):
        count = len(facts.statements)
        for way in ways:
            seconds = on_an_empty_server(partial(way, facts))
            pushing.setdefault(count, seconds)
            rows.append((way.__name__, count, seconds, count / seconds, seconds / pushing[count]))
    return table(HEADER, rows)


def on_an_empty_server(load: Callable[[Server], float]) -> float:
    """The output of a way of loading, on an empty server just started."""
    with TemporaryDirectory() as home, server(LONG_TERM, Path(home), heap=HEAP) as running:
        return load(running)
