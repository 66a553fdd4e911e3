"""A real Neo4j of each line with the real facts, for all tests of the dialect."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import BoltStore, connect
from graph.stores.store import Limits
from tests.servers.neo4j_server import Server

LIMITS = Limits(seconds=30, rows=20_000)


@pytest.fixture(scope="module")
def real_neo4j(neo4j: Server, real_facts: Facts) -> Iterator[BoltStore]:
    """A server of each line that holds the real facts and nothing else."""
    with connect(neo4j.address, neo4j.user, neo4j.password) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        load(driver, None, property_graph(real_facts), lambda *_: None)
        yield BoltStore(driver, None, LIMITS)
        driver.execute_query("MATCH (n) DETACH DELETE n")
