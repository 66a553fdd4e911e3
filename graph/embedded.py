"""The default store: a Cypher engine from a Python package, in a child process of its own.

The engine (ArcadeDB, with a Java of its own inside the wheel) serves Bolt on 127.0.0.1, so that
one driver serves it and Neo4j alike and no JVM lives in the app. It holds a database built from
the facts, opened read-only by the engine itself. A database is kept under the hash of what it
holds and is built aside and renamed when whole, so a broken build is never served.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import IO

from graph.bolt import BoltStore
from graph.embedded_server import DATABASE, READY, USER
from graph.property_graph import PropertyGraph
from graph.store import Answer, Limits, Parameter, StoreUnreachable
from ontology.constraints import constraints

CACHE = Path("build/stores")
# Bump when the way a database is built changes.
BUILD = "1"


class EmbeddedStore:
    """Read-only questions in Cypher to a child process; it ends with this one."""

    def __init__(
        self,
        child: subprocess.Popen[str],
        scratch: tempfile.TemporaryDirectory[str],
        bolt: BoltStore,
    ) -> None:
        self._child = child
        self._scratch = scratch
        self._bolt = bolt

    @classmethod
    def open(
        cls, graph: PropertyGraph, limits: Limits | None = None, cache: Path = CACHE
    ) -> EmbeddedStore:
        """A store that holds a property graph; built on first use, in seconds afterwards.

        Raises StoreUnreachable if the engine does not start.
        """
        limits = limits or Limits()
        whole = asdict(graph) | {"constraints": constraints()}
        content = json.dumps(whole, ensure_ascii=False, sort_keys=True)
        key = hashlib.sha256((BUILD + content).encode()).hexdigest()[:16]
        folder = cache.resolve() / key
        scratch = tempfile.TemporaryDirectory(prefix="learned-from-")
        log = Path(scratch.name, "engine.log")
        password, port, web_port = secrets.token_urlsafe(24), _free_port(), _free_port()
        with log.open("w", encoding="utf-8") as errors:
            child = _start(scratch.name, errors)
        order = {
            "folder": str(folder),
            "scratch": scratch.name,
            "password": password,
            "port": port,
            "web_port": web_port,
            "milliseconds": int(limits.seconds * 1000),
            "graph": None if folder.exists() else whole,
        }
        try:
            _send(child, order, log)
            address = f"bolt://127.0.0.1:{port}"
            bolt = BoltStore.open(address, USER, password, DATABASE, limits)
        except StoreUnreachable:
            child.kill()
            child.wait()
            scratch.cleanup()
            raise
        return cls(child, scratch, bolt)

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a Cypher query; see Store."""
        return self._bolt.ask(query, parameters)

    def close(self) -> None:
        """Ends the child process."""
        self._bolt.close()
        assert self._child.stdin is not None
        self._child.stdin.close()
        try:
            self._child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        if self._child.stdout is not None:
            self._child.stdout.close()
        self._scratch.cleanup()


def _start(scratch: str, errors: IO[str]) -> subprocess.Popen[str]:
    """The child, at work in a scratch folder, for the engine leaves its logs where it stands."""
    root = str(Path(__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-m", "graph.embedded_server"],
        cwd=scratch,
        env={**os.environ, "PYTHONPATH": root},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
    )


def _send(child: subprocess.Popen[str], order: Mapping[str, object], log: Path) -> None:
    """Gives the child its order and waits until it is ready."""
    assert child.stdin is not None and child.stdout is not None
    try:
        child.stdin.write(json.dumps(order) + "\n")
        child.stdin.flush()
    except OSError as error:
        raise StoreUnreachable(_tail(log)) from error
    for line in child.stdout:
        if line.strip() == READY:
            return
    raise StoreUnreachable(_tail(log))


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:])


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port
