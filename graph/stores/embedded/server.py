"""The child process of the embedded store: builds the database if need be, then serves it.

It reads one line of JSON from its standard input (the order) and says READY on its standard
output. Each further line is a query, to which it says what is wrong with its grammar (JSON; null
if nothing is). It ends when its standard input does, that is, with its parent.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.stores.cypher.guard import COMMON_PROCEDURES
from graph.stores.embedded.strict_functions import register

READY = "READY"
USER = "root"
DATABASE = "facts"
BATCH = 1000
MODE = "READ_ONLY"

# No file and no network from Cypher, whatever the query says.
NO_FILES = [
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
]
# By these, Cypher's stDev and stDevP are computed.
SQL_BEHIND_CYPHER = {"stddev", "stddevp"}
# An engine without memory answers nobody: it ends, and the store starts the next one.
EXIT_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError"
REGISTRIES = {
    "com.arcadedb.query.opencypher.procedures.CypherProcedureRegistry": "getProcedureNames",
    "com.arcadedb.function.procedure.ProcedureRegistry": "getProcedureNames",
    "com.arcadedb.function.CypherFunctionRegistry": "getFunctionNames",
    "com.arcadedb.function.FunctionRegistry": "getFunctionNames",
}


def main() -> None:
    """Serves until the standard input ends."""
    order = json.loads(sys.stdin.readline())
    # the engine prints to the standard output; only READY may stand there
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    import arcadedb_embedded as arcadedb

    arcadedb.jvm.start_jvm(heap_size="512m", jvm_args=[*NO_FILES, EXIT_WITHOUT_MEMORY])
    folder = Path(order["folder"])
    if order["graph"] is not None:
        build(arcadedb, order["graph"], folder)
    limit(order["milliseconds"])
    server = arcadedb.create_server(
        root_path=order["scratch"],
        root_password=order["password"],
        config={
            "host": "127.0.0.1",
            "http_port": order["web_port"],
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": order["port"],
            "bolt_defaultDatabase": DATABASE,
            "server_defaultDatabaseMode": MODE,
            "server_databaseDirectory": str(folder),
        },
    )
    server.start()
    harden_engine()
    register()
    print(READY, file=out, flush=True)
    grammar = server.get_database(DATABASE).get_java_database().getQueryEngine("opencypher")
    for line in sys.stdin:
        print(json.dumps(query_fault(grammar, json.loads(line))), file=out, flush=True)
    os._exit(0)


def limit(milliseconds: int) -> None:
    """Sets the limit of time for queries; call it after the database is built."""
    import jpype

    settings = jpype.JClass("com.arcadedb.GlobalConfiguration")
    settings.COMMAND_TIMEOUT.setValue(jpype.JLong(milliseconds))


def harden_engine() -> None:
    """Removes the procedures and functions with a dot in their names that queries may not call.

    The engine has some three hundred of them, such as sleep, SQL and graph algorithms.
    """
    import jpype

    for registry, names in REGISTRIES.items():
        functions = jpype.JClass(registry)
        for name in [str(name) for name in getattr(functions, names)()]:
            if "." in name and name not in COMMON_PROCEDURES:
                functions.unregister(name)
    sql = jpype.JClass("com.arcadedb.function.sql.DefaultSQLFunctionFactory").getInstance()
    validator = jpype.JClass("com.arcadedb.query.opencypher.parser.FunctionValidator")
    keep = {str(name) for name in validator.getKnownFunctionNames()} | SQL_BEHIND_CYPHER
    for name in [str(name) for name in sql.getFunctionNames()]:
        if name not in keep:
            sql.unregister(name)


def query_fault(grammar: Any, query: str) -> str | None:
    """What is wrong with a query's grammar.

    A read-only server refuses what it cannot read as if it were a write, so it is asked here.
    """
    import jpype

    try:
        grammar.analyze(query)
    except jpype.JException as error:
        return str((error.getCause() or error).getMessage())
    return None


def build(arcadedb: Any, graph: dict[str, Any], folder: Path) -> None:
    """Builds a database aside and renames it when complete, unless another process was first."""
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    database = arcadedb.create_database(str(part / DATABASE))
    for index in graph["indexes"]:
        database.command("opencypher", index)
    records = _add_nodes(database, graph["nodes"])
    _add_links(database, graph["links"], records)
    database.close()
    try:
        part.rename(folder)
    except OSError:
        shutil.rmtree(part)


def _add_nodes(database: Any, nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Creates the nodes; where each is kept, by its id."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        groups[":".join(node["labels"])].append(node)
    records = {}
    for labels, group in groups.items():
        query = f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row RETURN n"
        for batch in _batches(group):
            rows = {"rows": [node["properties"] for node in batch]}
            with database.transaction():
                created = database.command("opencypher", query, rows)
                for node, record in zip(batch, created, strict=True):
                    records[node["id"]] = record.get_raw("n").getIdentity()
    return records


def _add_links(database: Any, links: list[dict[str, Any]], records: dict[str, Any]) -> None:
    """Creates the edges where their ends are kept: to look each up by its code takes longer."""
    schema = database.get_java_database().getSchema()
    for type in {link["type"] for link in links}:
        schema.createEdgeType(type)
    for batch in _batches(links):
        properties = _java([link["properties"] for link in batch])
        with database.transaction():
            for link, values in zip(batch, properties, strict=True):
                start = records[link["start"]].asVertex()
                start.newEdge(link["type"], records[link["end"]]).set(values).save()


def _java(rows: list[dict[str, Any]]) -> Any:
    """Rows of text and lists of text as Java maps, all at one crossing of the border."""
    import jpype

    parser = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
    return parser(json.dumps({"rows": rows})).toMap().get("rows")


def _batches(items: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for first in range(0, len(items), BATCH):
        yield items[first : first + BATCH]


if __name__ == "__main__":
    main()
