"""A load by Spark is what `push` writes, node by node and edge by edge."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.model.property_graph import PropertyGraph, property_graph
from graph.stores.neo4j.loads import remove_unseen
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import Driver, connect
from tests.exports.spark.conftest import QUICK_JVM
from tests.servers.any_neo4j import lines

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
NODES = "MATCH (n) WHERE n.dataset IS NOT NULL AND n.hash IS NULL AND n.iri IS NULL RETURN "


@pytest.fixture(scope="module")
def server(neo4j_servers, connector):
    """A real Neo4j of one line, and Spark with its connector; else the test is skipped."""
    if connector is None:
        pytest.skip("Maven could not fetch the connector")
    return neo4j_servers(lines()[0])


@pytest.fixture
def driver(server) -> Iterator[Driver]:
    with connect(server.address, server.user, server.password) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver


def loaded(spark, folder: Path, driver: Driver, server, key: str) -> None:
    from exports.spark.neo4j_load import Neo4jServer, load_by_spark
    from exports.spark.shared_facts import shared_facts

    address = Neo4jServer(driver, server.address, server.user, server.password)
    load_by_spark(shared_facts(spark, folder), address, key)


def pushed(driver: Driver, graph: PropertyGraph) -> None:
    load(driver, None, graph, lambda *_: None)


def contents(driver: Driver) -> tuple[set[str], list[object], list[object]]:
    """What all nodes and edges carry as their dataset, and all else of them."""
    nodes = driver.execute_query(f"{NODES} labels(n) AS labels, properties(n) AS all").records
    edges = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN [coalesce(a.code, a.id), type(r), coalesce(b.code, b.id)] "
        "AS labels, properties(r) AS all"
    ).records
    datasets = {row["all"].pop("dataset") for row in (*nodes, *edges)}
    return datasets, _sorted_rows(nodes), _sorted_rows(edges)


def _sorted_rows(rows) -> list[object]:
    plain = [(sorted(row["labels"]), sorted(row["all"].items())) for row in rows]
    return sorted(plain, key=repr)


def test_a_load_is_that_of_push_and_push_takes_its_place(spark, server, driver, real_facts, root):
    loaded(spark, root / "facts", driver, server, "first")
    datasets, *by_spark = contents(driver)
    assert datasets == {"china-health first"}
    pushed(driver, property_graph(real_facts))
    datasets, *by_push = contents(driver)
    assert datasets == {"china-health"}
    assert len(by_push[0]) > 1_500
    assert len(by_push[1]) > 4_000
    assert by_spark == by_push


COUNT = "MATCH (n) WHERE n.dataset STARTS WITH $start RETURN count(n) AS count"


def count_of(driver: Driver, start: str) -> int:
    """How many nodes have a dataset that begins so."""
    count: int = driver.execute_query(COUNT, start=start).records[0]["count"]
    return count


@contextmanager
def load_in_a_process(root: Path, server, connector: str) -> Iterator[subprocess.Popen[bytes]]:
    """The load of the real facts by spark-submit; its whole group is killed in the end."""
    submit = shutil.which("spark-submit", path=Path(sys.executable).parent)
    assert submit is not None
    # one shuffle partition, for the facts are few
    settings = ["--jars", connector, "--conf", "spark.sql.shuffle.partitions=1"]
    settings += ["--driver-java-options", QUICK_JVM]
    names = {"NEO4J_USER": server.user, "NEO4J_PASSWORD": server.password}
    child = subprocess.Popen(
        [submit, *settings, str(root / "push_spark.py"), str(root / "facts"), server.address],
        env={**os.environ, **names, "PYSPARK_PYTHON": sys.executable},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def test_a_killed_load_is_not_seen_and_goes_with_the_next(
    server, driver, connector, real_facts, root
):
    graph = property_graph(real_facts)
    pushed(driver, graph)
    before = contents(driver)
    with load_in_a_process(root, server, connector) as child:
        while not count_of(driver, "china-health "):
            assert child.poll() is None, "the load ended before it wrote"
            time.sleep(0.1)
    unseen = count_of(driver, "china-health ")
    assert 0 < unseen < len(graph.nodes)
    with driver.session() as session:
        remove_unseen(session, graph.dataset)  # as the next load begins
    assert contents(driver) == before
