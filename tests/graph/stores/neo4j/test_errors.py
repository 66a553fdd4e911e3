"""Servers that fail: each is told in one sentence with its exit code, and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from graph.model.property_graph import property_graph
from graph.stores.neo4j import store as bolt
from graph.stores.neo4j.errors import check_version, connection_error, write_error
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import connect, write_errors
from graph.stores.store import (
    NoDatabase,
    ServerFull,
    ServerReadOnly,
    StoreUnreachable,
    WrongCredentials,
    WrongVersion,
)
from settings import NEO4J_PASSWORD, NEO4J_USER
from tests.servers.neo4j_server import LONG_TERM, NoServer, Server, server

UNREACHABLE = 3


def push(address: str, password: str, *more: str, facts: str = "tests/small") -> tuple[int, str]:
    """The exit code of a push in a process of its own, and what it said."""
    done = subprocess.run(
        [sys.executable, "cli.py", "push", address, "--facts", facts, "--lang", "en", *more],
        env={**os.environ, NEO4J_USER: "neo4j", NEO4J_PASSWORD: password},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def one_sentence(said: str) -> bool:
    return "Traceback" not in said and len(said.strip().splitlines()) == 1


@contextlib.contextmanager
def listening(answer: bytes | None) -> Iterator[str]:
    """The address of a socket that takes connections and says this, or nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while answer is not None:
                    caller, _ = listener.accept()
                    with caller:
                        caller.recv(64)
                        caller.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"


# --- without a server ---------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_where_nothing_listens_is_told_at_once(scheme):
    code, said = push(f"{scheme}://127.0.0.1:1", "any")
    assert code == UNREACHABLE and one_sentence(said) and "cannot be reached" in said


@pytest.mark.parametrize("scheme", ["bolt", "bolt+ssc", "neo4j"])
def test_a_server_that_says_nothing_is_waited_for_a_while_only(scheme, monkeypatch):
    monkeypatch.setattr(bolt, "CONNECT_SECONDS", 1)
    began = time.monotonic()
    with listening(None) as address, pytest.raises(StoreUnreachable):
        connect(address.replace("bolt", scheme), "neo4j", "any")
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("answer", [b"\0\0\0\0", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_what_speaks_no_bolt_of_ours_is_told(answer):
    with listening(answer) as address, pytest.raises(StoreUnreachable):
        connect(address, "neo4j", "any")


def test_no_common_version_of_bolt_is_a_wrong_version():
    with listening(b"\0\0\0\0") as address:
        code, said = push(address, "any")
    assert code == UNREACHABLE and one_sentence(said) and "Neo4j 5.26 or newer" in said


@pytest.mark.parametrize("agent", ["Neo4j/4.4.38", "Neo4j/3.5.1", "Neo4j/5.25.1"])
def test_an_older_server_is_told(agent):
    with pytest.raises(WrongVersion):
        check_version(agent)


@pytest.mark.parametrize(
    "agent", ["Neo4j/5.26.30", "Neo4j/2026.08.1", "Neo4j/5.27-aura", "Neo4j/v5.26.0 of others"]
)
def test_a_newer_server_is_not(agent):
    check_version(agent)


def test_the_codes_of_a_cluster_mean_what_they_say():
    assert isinstance(write_error("Neo.ClientError.Cluster.NotALeader", ""), ServerReadOnly)
    full = "Neo.DatabaseError.Statement.ExecutionFailed", "No space left on device"
    assert isinstance(write_error(*full), ServerFull)
    assert write_error("Neo.ClientError.Statement.SyntaxError", "") is None
    assert isinstance(
        connection_error("Neo.ClientError.Security.CredentialsExpired", ""), WrongCredentials
    )
    assert isinstance(connection_error("Neo.ClientError.Database.DatabaseNotFound", ""), NoDatabase)


# --- on real servers ----------------------------------------------------------------------------


def test_wrong_credentials_are_told_in_one_sentence(neo4j):
    code, said = push(neo4j.address, "wrong")
    assert code == UNREACHABLE and one_sentence(said) and "user and password" in said


def test_a_database_that_is_not_there_is_told(neo4j):
    code, said = push(neo4j.address, neo4j.password, "--database", "elsewhere")
    assert code == UNREACHABLE and one_sentence(said) and "no such database" in said


@pytest.fixture(scope="module")
def home(tmp_path_factory, small_facts):
    """A home whose database holds the small facts, of a server that does not run."""
    made = tmp_path_factory.mktemp("troubled")
    with troubled(made, {}) as running, connect(running.address, "neo4j", running.password) as d:
        load(d, None, property_graph(small_facts), lambda *_: None)
    return made


@contextlib.contextmanager
def troubled(home, settings: dict[str, str]) -> Iterator[Server]:
    try:
        with server(LONG_TERM, home, more=settings) as running:
            yield running
    except NoServer as missing:
        pytest.skip(str(missing))


def nodes(running: Server) -> int:
    with connect(running.address, running.user, running.password) as driver:
        return driver.execute_query("MATCH (n) RETURN count(n) AS n")[0][0]["n"]


def test_a_read_only_database_is_told_and_holds_what_it_held(home):
    with troubled(home, {"server.databases.default_to_read_only": "true"}) as running:
        before = nodes(running)
        code, said = push(running.address, running.password, facts="facts")
        assert code == UNREACHABLE and one_sentence(said) and "read-only" in said
        assert nodes(running) == before > 0


def test_too_little_memory_for_the_transaction_is_told_and_nothing_is_lost(home):
    with troubled(home, {"db.memory.transaction.max": "2m"}) as running:
        before = nodes(running)
        code, said = push(running.address, running.password, facts="facts")
        assert code == UNREACHABLE and one_sentence(said) and "memory" in said
        assert nodes(running) == before > 0


def test_a_server_that_is_killed_during_a_load_is_told(home, real_facts):
    with troubled(home, {}) as running:
        graph = property_graph(real_facts)

        def kill(*_: object) -> None:
            running.process.send_signal(signal.SIGKILL)

        with (
            connect(running.address, running.user, running.password) as driver,
            pytest.raises(StoreUnreachable),
        ):
            load(driver, None, graph, kill)


def test_an_error_of_no_server_is_left_as_it_is():
    with pytest.raises(ZeroDivisionError), write_errors():
        raise ZeroDivisionError
