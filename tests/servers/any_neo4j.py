"""A Neo4j for tests by the first way that there is: a server of one's own, Docker, Maven's jars.

NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD name a server of one's own. Tests empty its database over
and over, so only one that is empty is taken; nothing is left in it at the end.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from graph.stores.neo4j.store import connect
from ontology.derive.neo4j_constraints import constraints, indexes
from settings import NEO4J_PASSWORD, NEO4J_URI, Settings
from tests.servers.neo4j_server import CALENDAR, LONG_TERM, PASSWORD, USER, NoServer, Server, server

USER_SERVER = NEO4J_URI
# Where a Docker engine listens, unless the environment names another place.
ENGINE, OWN_ENGINE = "/var/run/docker.sock", "DOCKER_HOST"


class NotEmpty(Exception):
    """The database at NEO4J_URI holds data, which the tests would delete."""


def lines() -> list[str]:
    """What is tested against: one's own server, or each line of Neo4j."""
    return [USER_SERVER] if USER_SERVER in os.environ else [LONG_TERM, CALENDAR]


@contextlib.contextmanager
def any_neo4j(line: str, home: Path, heap: str = "512m") -> Iterator[Server]:
    """An empty server of a line; raises NoServer if there is no way."""
    with contextlib.ExitStack() as stack:
        try:
            running = stack.enter_context(in_docker(line, home, heap))
        except NoServer:
            running = stack.enter_context(server(line, home, heap))
        yield running


@contextlib.contextmanager
def user_server(home: Path) -> Iterator[Server]:
    """The server at NEO4J_URI, emptied again at the end; raises NotEmpty."""
    address, user = os.environ[USER_SERVER], Settings.from_environment().neo4j_user
    password = os.environ[NEO4J_PASSWORD]
    with connect(address, user, password) as driver:
        if driver.execute_query("MATCH (n) RETURN count(n) AS n")[0][0]["n"]:
            raise NotEmpty(f"the database at {address} holds data: give the tests an empty one")
        yield Server(address, user, password, USER_SERVER, None, home)
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for line in (*constraints(), *indexes()):
            kind, name = line.replace("FULLTEXT ", "").split()[1:3]
            driver.execute_query(f"DROP {kind} {name} IF EXISTS")


@contextlib.contextmanager
def in_docker(line: str, home: Path, heap: str) -> Iterator[Server]:
    """A server in a container; raises NoServer if no Docker engine runs or the image is not had."""
    if OWN_ENGINE not in os.environ and not Path(ENGINE).exists():
        raise NoServer("no Docker engine runs here")
    try:
        from docker.errors import DockerException
        from testcontainers.community.neo4j import Neo4jContainer
    except ImportError as error:
        raise NoServer("testcontainers is not installed") from error
    try:
        container = Neo4jContainer(f"neo4j:{line}-community", password=PASSWORD, username=USER)
        container.with_env("NEO4J_server_memory_heap_max__size", heap)
        container.with_env("NEO4J_dbms_cypher_min__replan__interval", "1h")
        container.start()
    except (DockerException, OSError) as error:
        raise NoServer(f"Docker: {error}") from error
    try:
        yield Server(container.get_connection_url(), USER, PASSWORD, line, None, home)
    finally:
        container.stop()
