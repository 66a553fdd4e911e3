"""Facts into a live Neo4j by its connector for Spark; readers see the old load or the new one.

The connector commits each batch by itself. So all is loaded under a name that no reader asks for,
and then one transaction turns the readers to it (see graph/stores/neo4j/loads.py). A batch may come
twice, for Spark does a task again that failed: nodes and edges are merged by their keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from py4j.protocol import Py4JError
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import DataFrame
from pyspark.sql import functions as f

from exports.spark.element_frames import OF_PROPERTY, ElementFrames, element_frames, property_names
from exports.spark.shared_facts import SharedFacts
from graph.stores.neo4j.loads import (
    ConnectorFailed,
    Load,
    connector_missing,
    prepare,
    remove_unseen,
    switch_readers,
)
from graph.stores.neo4j.store import Driver, write_errors
from ontology.derive.neo4j_constraints import edge_ends, key_properties

CONNECTOR = "org.neo4j.spark.DataSource"
PACKAGE = "org.neo4j:neo4j-connector-apache-spark_2.13:5.3.8_for_spark_3"
BATCH = 5000
# `event` is a row of a batch, as the connector calls it.
NODES = (
    "MERGE (n:{label} {{dataset: event.dataset, {key}: event.id}}) "
    "SET n:$(event.labels) SET n = {properties}"
)
EDGES = (
    "MATCH (a:{start} {{dataset: event.dataset, {start_key}: event.start}}) "
    "MATCH (b:{end} {{dataset: event.dataset, {end_key}: event.end}}) "
    "MERGE (a)-[r:$(event.type) {{id: event.id}}]->(b) "
    "SET r = {properties}"
)


@dataclass(frozen=True)
class Neo4jServer:
    """A Neo4j server for Spark's workers, and a driver on it for this process."""

    driver: Driver
    address: str
    user: str
    password: str
    database: str | None = None

    def options(self) -> dict[str, str]:
        """The connector's options for it."""
        options = {
            "url": self.address,
            "authentication.type": "basic",
            "authentication.basic.username": self.user,
            "authentication.basic.password": self.password,
            "batch.size": str(BATCH),
        }
        return options | ({"database": self.database} if self.database else {})


def load_by_spark(facts: SharedFacts, server: Neo4jServer, key: str) -> Load:
    """Makes the database hold these facts, as `push` does, and readers see them once all is there.

    `key` is one that no other load of the dataset has. Raises the errors of graph.stores; readers
    then see what they saw before, and what was written goes with the next load.
    """
    dataset = facts.reader.value.dataset
    load = Load(dataset.name, dataset.base_iri, key)
    with write_errors(), server.driver.session(database=server.database) as session:
        prepare(session, load)
        frames = element_frames(facts)
        with _connector_errors():
            _write(frames, server, load)
        frames.lines.unpersist()
        switch_readers(session, load, frames.node_count, frames.edge_count)
        remove_unseen(session, load.dataset)
    return load


def _write(frames: ElementFrames, server: Neo4jServer, load: Load) -> None:
    keys = key_properties()
    for label, key in keys.items():
        of_label = f.array_contains("labels", label)
        query = NODES.format(label=label, key=key, properties=_properties(frames.nodes))
        _save(frames.nodes.where(of_label), query, server, load)
    for (start, end), types in _types_by_ends(frames.edges).items():
        names = {"start": start, "start_key": keys[start], "end": end, "end_key": keys[end]}
        query = EDGES.format(**names, properties=_properties(frames.edges))
        # tasks side by side would wait for each other's locks on nodes with many edges
        _save(frames.edges.where(f.col("type").isin(types)).coalesce(1), query, server, load)


def _properties(frame: DataFrame) -> str:
    """The properties of a row as a map of Cypher; the connector passes no map within a row.

    `dataset` is the load's name from the first on: with the name of the facts, a node would for a
    moment have the key of the one that `push` wrote, which the server refuses.
    """
    names = (name for name in property_names(frame) if name != "dataset")
    pairs = (f"`{name}`: event.`{OF_PROPERTY}{name}`" for name in names)
    return f"{{{', '.join(('dataset: event.dataset', *pairs))}}}"


def _types_by_ends(edges: DataFrame) -> dict[tuple[str, str], list[str]]:
    """The edge types of a frame by the labels by which their ends are found."""
    types: dict[tuple[str, str], list[str]] = {}
    for row in edges.select("type").distinct().collect():
        types.setdefault(edge_ends(row.type), []).append(row.type)
    return types


def _save(rows: DataFrame, query: str, server: Neo4jServer, load: Load) -> None:
    rows_of_load = rows.withColumn("dataset", f.lit(load.name))
    writer = rows_of_load.write.format(CONNECTOR).mode("Overwrite").options(**server.options())
    writer.option("query", query).save()


@contextmanager
def _connector_errors() -> Iterator[None]:
    """Spark's errors as this package's."""
    try:
        yield
    except AnalysisException as error:
        raise connector_missing(PACKAGE) from error
    except (Py4JError, PySparkException) as error:
        raise ConnectorFailed(_reason(error)) from error


def _reason(error: Exception) -> str:
    """What the innermost exception of Java says; a failed task's is in the text of an outer one."""
    causes = [line for line in str(error).splitlines() if line.startswith("Caused by: ")]
    return (causes or str(error).splitlines())[-1].removeprefix("Caused by: ").strip()
