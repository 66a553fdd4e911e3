"""A child process that builds a database of the embedded engine by the engine's own batches.

It reads the folder and the schema as one line of JSON from its standard input, then the graph in
parts, a line each, so that neither process holds the graph as one text. Batches take a quarter of
the CPU time of Cypher's UNWIND at 20,000 statements, and a ninth at 100,000.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.stores.cache_folder import DATABASE

# How many edges the engine collects before it writes.
FLUSH_EDGES = 20_000

# The second compiler is off: for code that runs once it takes more time than it saves.
JVM = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]


def build(
    arcadedb: Any, schema: Mapping[str, Sequence[str]], lines: Iterable[str], folder: Path
) -> None:
    """Builds a database aside and renames it when complete, unless another process was first.

    `schema` has the `indexes`, `labels` and `types`; `lines` are the parts, each as JSON. A line
    that is no part, for example when the other process ended, ends the build without a database.
    """
    aside = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    try:
        _fill(arcadedb, schema, lines, aside)
        aside.rename(folder)
    except OSError:
        if not folder.exists():
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _fill(
    arcadedb: Any, schema: Mapping[str, Sequence[str]], lines: Iterable[str], folder: Path
) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    database = arcadedb.create_database(str(folder / DATABASE))
    for index in schema["indexes"]:
        database.command("opencypher", index)
    names = _create_types(database, schema)
    batch = arcadedb.graph_batch.GraphBatch.create(
        database.get_java_database(), use_wal=False, batch_size=FLUSH_EDGES
    )
    _write(batch, names, lines)
    batch.close()
    database.close()


def _create_types(database: Any, schema: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Creates all types; the engine's name of each set of labels.

    Cypher gives a set of labels its type with the first such node, so that one is created and
    deleted, while the database is empty: a node of more labels would match as well.
    """
    for labels in schema["labels"]:
        for query in (f"CREATE (n:{labels})", f"MATCH (n:{labels}) DELETE n"):
            with database.transaction():
                database.command("opencypher", query)
    for type in schema["types"]:
        database.get_java_database().getSchema().createEdgeType(type)
    rows = database.query("sql", "select name from schema:types")
    names = {frozenset(name.split("~")): name for name in (str(row.get("name")) for row in rows)}
    return {labels: names[frozenset(labels.split(":"))] for labels in schema["labels"]}


def _write(batch: Any, names: Mapping[str, str], lines: Iterable[str]) -> None:
    """Writes parts by a batch; `names` are the engine's types by their labels."""
    import jpype

    vertices = jpype.JClass("com.arcadedb.python.VertexBatcher")
    edges = jpype.JClass("com.arcadedb.python.EdgeBatcher")
    java_batch = batch._java_graph_batch
    records: dict[str, str] = {}
    for line in lines:
        part = json.loads(line)
        elements = part["elements"]
        if "labels" in part:
            rows = json.dumps([element["properties"] for element in elements])
            created = vertices.createVerticesJson(java_batch, names[part["labels"]], rows)
            ids = [element["id"] for element in elements]
            records.update(zip(ids, str(created).split(";"), strict=True))
        else:
            rows = json.dumps([_edge_row(element, records) for element in elements])
            edges.newEdgesJson(java_batch, part["types"], rows)


def _edge_row(edge: Mapping[str, Any], records: Mapping[str, str]) -> dict[str, Any]:
    """The properties of an edge with the engine's own ids of its ends."""
    ends = {"_src": records[edge["start"]], "_dst": records[edge["end"]]}
    return {**ends, **edge["properties"]}


def main() -> None:
    """Builds what the standard input says, if it comes to its end: an empty line."""
    os.dup2(2, 1)  # the engine prints messages that nobody reads
    order = json.loads(sys.stdin.readline())
    import arcadedb_embedded as arcadedb

    arcadedb.jvm.start_jvm(heap_size="1g", jvm_args=[*JVM, *order.get("java", [])])
    build(arcadedb, order["schema"], iter(sys.stdin.readline, "\n"), Path(order["folder"]))
    os._exit(0)


if __name__ == "__main__":
    main()
