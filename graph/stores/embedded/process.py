"""The process of the embedded engine: starts it, checks the grammar of a query, ends it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from pydantic_core import to_json

from graph.stores.cache_folder import DATABASE
from graph.stores.embedded.class_archive import (
    ArchiveMaking,
    DumpProcess,
    archive_path,
    java_options,
)
from graph.stores.embedded.server import READY, USER
from graph.stores.embedded.spooled_graph import SpooledGraph
from graph.stores.neo4j.store import BoltStore, Convert
from graph.stores.neo4j.values import cell
from graph.stores.store import Limits, StoreUnreachable
from ontology.derive.neo4j_constraints import key_indexes

# The modules that are child processes.
BUILDER, SERVER = "graph.stores.embedded.build", "graph.stores.embedded.server"
ARCHIVER = "graph.stores.embedded.class_archive"
# Each child works in a scratch folder of its own, and has its log there.
SCRATCH, LOG, CLASS_LIST = "learned-from-", "engine.log", "classes"
# How long an idle engine may take to end by itself.
CLOSE_SECONDS = 2
# A new engine's first answers take long because it loads its classes and pages then.
WARM_UP = (
    "MATCH (a)-[r]->(b) RETURN count(r) AS n",
    "MATCH (a) WHERE a.code STARTS WITH 'x' OR a.name_zh IN ['x'] RETURN labels(a), a ORDER BY 1",
    "UNWIND [1, 2] AS x WITH x ORDER BY x RETURN collect(DISTINCT x), toString(x) LIMIT 1",
)

# Called with the nodes and edges sent to the process that builds a database, and with their total.
Progress = Callable[[int, int], object]


class Engine:
    """A running engine, its scratch folder, and the way to ask it."""

    def __init__(
        self,
        process: subprocess.Popen[str],
        scratch: tempfile.TemporaryDirectory[str],
        bolt: BoltStore,
    ) -> None:
        self.process = process
        self.scratch = scratch
        self.bolt = bolt
        self.stopped = False
        self._turn = threading.Lock()  # one check of grammar at a time

    @classmethod
    def start(cls, folder: Path, limits: Limits, convert: Convert = cell) -> Engine:
        """An engine that serves the database in a folder.

        `convert` makes a cell of a value of the driver. Raises StoreUnreachable if it does not
        start.
        """
        scratch = tempfile.TemporaryDirectory(prefix=SCRATCH)
        log = Path(scratch.name, LOG)
        password, port, web_port = secrets.token_urlsafe(24), _free_port(), _free_port()
        with log.open("w", encoding="utf-8") as errors:
            process = _start(SERVER, scratch.name, errors)
        order = {
            "folder": str(folder),
            "scratch": scratch.name,
            "password": password,
            "port": port,
            "web_port": web_port,
            "milliseconds": int(limits.seconds * 1000),
            "java": java_options(archive_path(), Path(scratch.name, CLASS_LIST)),
        }
        try:
            _send(process, order, log)
            address = f"bolt://127.0.0.1:{port}"
            # its EXPLAIN gives no plan; the engine itself limits what a query may reach
            bolt = BoltStore.open(
                address, USER, password, DATABASE, limits, plans=False, convert=convert
            )
        except StoreUnreachable:
            process.kill()
            _close(process)
            scratch.cleanup()
            raise
        return cls(process, scratch, bolt)

    @property
    def runs(self) -> bool:
        """Whether it can take questions."""
        return not self.stopped and self.process.poll() is None

    def query_fault(self, query: str) -> str | None:
        """The fault in a query's grammar, which the server refuses as if it were a write."""
        assert self.process.stdin is not None and self.process.stdout is not None
        with self._turn:
            try:
                self.process.stdin.write(json.dumps(query) + "\n")
                self.process.stdin.flush()
            except (OSError, ValueError):  # it has ended
                return None
            fault: str | None = json.loads(self.process.stdout.readline() or "null")
        return fault

    def make_archive(self) -> ArchiveMaking | None:
        """Begins to make the archive of the engine's classes; None if it is there."""
        archive, class_list = archive_path(), Path(self.scratch.name, CLASS_LIST)
        if archive.is_file() or not class_list.is_file():
            return None

        def start() -> DumpProcess:
            with class_list.with_name(f"{CLASS_LIST}.log").open("w", encoding="utf-8") as errors:
                return DumpProcess(_start(ARCHIVER, self.scratch.name, errors), class_list)

        return ArchiveMaking(archive, self.warm, start)

    def warm(self) -> None:
        """Asks typical questions, so that the next ones find the classes and pages loaded."""
        for query in WARM_UP:
            self.bolt.ask(query, {})

    def stop(self) -> None:
        """Ends the process at once, whatever it is doing; it is still to be closed."""
        self.stopped = True
        self.process.kill()

    def close(self) -> None:
        """Ends the process and leaves nothing behind."""
        self.stopped = True
        self.bolt.close()
        _close(self.process)
        self.scratch.cleanup()


def _start(module: str, scratch: str, errors: IO[str]) -> subprocess.Popen[str]:
    """The process, in a scratch folder because the engine writes its logs to the working folder."""
    root = str(Path(__file__).parents[3])
    return subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=scratch,
        env={**os.environ, "PYTHONPATH": root},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
    )


def build_database(folder: Path, graph: SpooledGraph, progress: Progress) -> None:
    """Makes a child build the database; raises StoreUnreachable if it fails."""
    schema = {**graph.schema, "indexes": key_indexes()}
    order = {"folder": str(folder), "schema": schema, "java": java_options(archive_path(), None)}
    with tempfile.TemporaryDirectory(prefix=SCRATCH) as scratch:
        log = Path(scratch, LOG)
        with log.open("w", encoding="utf-8") as errors:
            child = _start(BUILDER, scratch, errors)
        assert child.stdin is not None
        try:
            child.stdin.write(to_json(order).decode() + "\n")
            for done, part in graph.parts():
                progress(done, graph.count)
                child.stdin.write(part.decode())
            child.stdin.write("\n")
            child.stdin.close()
            if child.wait() != 0:
                raise StoreUnreachable(_tail(log))
        except OSError as error:
            raise StoreUnreachable(_tail(log)) from error
        finally:
            child.kill()
            _close(child)


def _send(child: subprocess.Popen[str], order: Mapping[str, object], log: Path) -> None:
    """Sends the child its order and waits until it is ready."""
    assert child.stdin is not None and child.stdout is not None
    try:
        child.stdin.write(to_json(order).decode() + "\n")
        child.stdin.flush()
    except OSError as error:
        raise StoreUnreachable(_tail(log)) from error
    for line in child.stdout:
        if line.strip() == READY:
            return
    raise StoreUnreachable(_tail(log))


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:])


def _close(child: subprocess.Popen[str]) -> None:
    """Ends a child by ending its input, or by force, and closes its pipes."""
    assert child.stdin is not None and child.stdout is not None
    with contextlib.suppress(OSError):  # it may have ended already
        child.stdin.close()
    try:
        child.wait(timeout=CLOSE_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    child.stdout.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port
