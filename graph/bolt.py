"""A store over Bolt: the one file that speaks to Neo4j's driver and translates its errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import neo4j
from neo4j import READ_ACCESS, GraphDatabase, Query
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)
from neo4j.graph import Node, Path, Relationship

from graph.store import (
    Answer,
    BadQuery,
    Cell,
    Limits,
    Parameter,
    QueryRefused,
    QueryTooLong,
    StoreError,
    StoreUnreachable,
    cut_rows,
)

Driver = neo4j.Driver
Transaction = neo4j.Transaction

REFUSALS = ("read-only", "readonly", "read only", "forbidden", "not allowed", "disabled", "write")
TIMEOUTS = ("timeout", "timed out", "time-out")


class BoltStore:
    """Read-only questions in Cypher to one database of a server."""

    def __init__(self, driver: neo4j.Driver, database: str | None, limits: Limits) -> None:
        self._driver = driver
        self._database = database
        self._limits = limits

    @classmethod
    def open(
        cls, address: str, user: str, password: str, database: str | None, limits: Limits
    ) -> BoltStore:
        """A connected store; raises StoreUnreachable."""
        return cls(connect(address, user, password), database, limits)

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a Cypher query; see Store."""
        timed: Any = Query(query, timeout=self._limits.seconds)
        with (
            translated(),
            self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as s,
        ):
            result = s.run(timed, dict(parameters))
            columns = result.keys()
            records = result.fetch(self._limits.rows + 1)
            rows = [tuple(cell(value) for value in record.values()) for record in records]
        return cut_rows(columns, rows, self._limits)

    def close(self) -> None:
        """Closes the connection."""
        self._driver.close()


def connect(address: str, user: str, password: str) -> Driver:
    """A driver whose server answers; raises StoreUnreachable."""
    try:
        driver = GraphDatabase.driver(
            address, auth=(user, password), notifications_min_severity="OFF"
        )
    except (ValueError, ConfigurationError) as error:
        raise StoreUnreachable(str(error)) from error
    try:
        with translated():
            driver.verify_connectivity()
    except StoreError:
        driver.close()
        raise
    return driver


def cell(value: Any) -> Cell:
    """A value of the driver as plain data; nodes and edges as their properties."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Node():
            labels = cell(sorted(value.labels))
            return {"labels": labels, **_properties(value)}
        case Relationship():
            return {"type": value.type, **_properties(value)}
        case Path():
            steps: list[Cell] = [cell(value.start_node)]
            for edge, node in zip(value.relationships, value.nodes[1:], strict=True):
                steps += [cell(edge), cell(node)]
            return steps
        case list() | tuple():
            return [cell(part) for part in value]
        case dict():
            return {str(key): cell(part) for key, part in value.items()}
        case _:
            return str(value)


def _properties(value: Node | Relationship) -> dict[str, Cell]:
    return {key: cell(part) for key, part in sorted(value.items())}


@contextmanager
def translated() -> Iterator[None]:
    """The driver's errors as this package's."""
    try:
        yield
    except (ServiceUnavailable, AuthError) as error:
        raise StoreUnreachable(str(error)) from error
    except Neo4jError as error:
        raise _query_error(error) from error
    except DriverError as error:
        raise StoreUnreachable(str(error)) from error


def _query_error(error: Neo4jError) -> Exception:
    message = (error.message or "").strip()
    lower = f"{error.code} {message}".lower()
    if any(word in lower for word in TIMEOUTS):
        return QueryTooLong(message)
    if any(word in lower for word in REFUSALS):
        return QueryRefused(message)
    if isinstance(error, ClientError):
        return BadQuery(message)
    return StoreUnreachable(message)
