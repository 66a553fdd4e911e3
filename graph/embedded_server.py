"""The child process of the embedded store: builds the database if need be, then serves it.

It reads one line of JSON from its standard input (the order), says READY on its standard output,
and ends when its standard input does, that is, with its parent.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

READY = "READY"
USER = "root"
DATABASE = "facts"
BATCH = 1000

# No file and no network from Cypher, whatever the query says.
CLOSED = [
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
]


def main() -> None:
    """Serves until the standard input ends."""
    order = json.loads(sys.stdin.readline())
    # the engine prints to the standard output; only READY may stand there
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    import arcadedb_embedded as arcadedb

    timeout = f"-Darcadedb.command.timeout={order['milliseconds']}"
    arcadedb.jvm.start_jvm(heap_size="512m", jvm_args=[*CLOSED, timeout])
    folder = Path(order["folder"])
    if order["graph"] is not None:
        build(arcadedb, order["graph"], folder)
    server = arcadedb.create_server(
        root_path=order["scratch"],
        root_password=order["password"],
        config={
            "host": "127.0.0.1",
            "http_port": order["web_port"],
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": order["port"],
            "bolt_defaultDatabase": DATABASE,
            "server_defaultDatabaseMode": "READ_ONLY",
            "server_databaseDirectory": str(folder),
        },
    )
    server.start()
    print(READY, file=out, flush=True)
    sys.stdin.read()
    os._exit(0)


def build(arcadedb: Any, graph: dict[str, Any], folder: Path) -> None:
    """Builds a database aside and renames it when whole; keeps another's if that came first."""
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    database = arcadedb.create_database(str(part / DATABASE))
    for constraint in graph["constraints"]:
        database.command("opencypher", constraint)
    for labels, rows in _by_labels(graph["nodes"]).items():
        _run(database, f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", rows)
    for (start, type, end), rows in _by_ends(graph).items():
        _run(
            database,
            f"UNWIND $rows AS row MATCH (a:{start[0]} {{{start[1]}: row.start}}), "
            f"(b:{end[0]} {{{end[1]}: row.end}}) CREATE (a)-[r:{type}]->(b) SET r = row.properties",
            rows,
        )
    database.close()
    try:
        part.rename(folder)
    except OSError:
        shutil.rmtree(part)


def _run(database: Any, query: str, rows: list[dict[str, Any]]) -> None:
    for first in range(0, len(rows), BATCH):
        with database.transaction():
            database.command("opencypher", query, {"rows": rows[first : first + BATCH]})


def _by_labels(nodes: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        groups[":".join(node["labels"])].append(node["properties"])
    return groups


def _by_ends(graph: dict[str, Any]) -> dict[tuple[Any, str, Any], list[dict[str, Any]]]:
    """Edges by how their ends are found and their type: one query a group."""
    keys = {}
    for node in graph["nodes"]:
        thing = "Thing" in node["labels"]
        keys[node["id"]] = ("Thing", "code") if thing else (node["labels"][0], "id")
    groups: dict[tuple[Any, str, Any], list[dict[str, Any]]] = defaultdict(list)
    for link in graph["links"]:
        groups[keys[link["start"]], link["type"], keys[link["end"]]].append(link)
    return groups


if __name__ == "__main__":
    main()
