"""The child process of the embedded store: serves a database.

It reads one line of JSON from its standard input (the order) and says READY on its standard output.
Each further line is a query, and the answer is the fault in its grammar (JSON; null if there is
none). The process ends when its standard input does, that is, with its parent.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from typing import Any

from graph.stores.cache_folder import DATABASE
from graph.stores.cypher.guard import COMMON_PROCEDURES
from graph.stores.embedded.strict_functions import register

READY = "READY"
USER = "root"
MODE = "READ_ONLY"

# No file and no network from Cypher, whatever the query says.
NO_FILES = [
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
]
# Cypher's stDev and stDevP are computed by these.
SQL_BEHIND_CYPHER = {"stddev", "stddevp"}
# An engine without memory cannot answer: it ends, and the store starts the next one.
# One thread collects garbage because an engine answers few queries at a time in little memory.
JVM = ["-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"]
# The second compiler takes more time than short questions: it gets only what runs ten times as
# often as by default, so that long questions still have it.
JVM += [
    "-XX:Tier4InvocationThreshold=100000",
    "-XX:Tier4MinInvocationThreshold=20000",
    "-XX:Tier4CompileThreshold=300000",
    "-XX:Tier4BackEdgeThreshold=800000",
]
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
    arcadedb = start_java(order["java"])
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
            "server_databaseDirectory": order["folder"],
        },
    )
    server.start()
    harden_engine()
    register()
    grammar = server.get_database(DATABASE).get_java_database().getQueryEngine("opencypher")
    # an engine whose parent ended while it started must end too, and Java would keep it alive
    with contextlib.suppress(OSError):
        print(READY, file=out, flush=True)
        for line in sys.stdin:
            print(json.dumps(query_fault(grammar, json.loads(line))), file=out, flush=True)
    # a parent that was killed, or ended while Java started and made folders, leaves this to us
    shutil.rmtree(order["scratch"], ignore_errors=True)
    os._exit(0)


def start_java(options: list[str]) -> Any:
    """Starts the JVM with further options; the engine's Python package."""
    import arcadedb_embedded as arcadedb

    arcadedb.jvm.start_jvm(heap_size="512m", jvm_args=[*NO_FILES, *JVM, *options])
    return arcadedb


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
    """The fault in a query's grammar.

    A read-only server refuses what it cannot read as if it were a write, so it is asked here.
    """
    import jpype

    try:
        grammar.analyze(query)
    except jpype.JException as error:
        return str((error.getCause() or error).getMessage())
    return None


if __name__ == "__main__":
    main()
