"""A store over Bolt: queries by Neo4j's driver, whose errors become this package's."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import neo4j
from neo4j import READ_ACCESS, GraphDatabase, Query
from neo4j.exceptions import (
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
)

from graph.stores.cypher.guard import (
    CHECKED_VALUES,
    COMMON_PROCEDURES,
    FUNCTIONS,
    check_plan,
    check_query,
)
from graph.stores.messages import message
from graph.stores.neo4j.errors import check_version, connection_error, query_error, write_error
from graph.stores.neo4j.load_in_use import LoadInUse, Values
from graph.stores.neo4j.plans import EXPLAIN, PROFILE, PlanStep, plan_steps, without_prefix
from graph.stores.neo4j.values import cell
from graph.stores.query_text import check_text, hidden_character
from graph.stores.reference_count import CountedResource, ResourceClosed
from graph.stores.store import (
    Answer,
    BadQuery,
    Cell,
    Limits,
    Parameter,
    QueryTooLong,
    StoreError,
    StoreUnreachable,
    WrongVersion,
    limited_answer,
)
from graph.stores.timeout import GRACE_SECONDS, run_within

# Makes a cell of an answer from a value of the driver.
Convert = Callable[[Any], Cell]
Driver = neo4j.Driver
Transaction = neo4j.Transaction
Outcome = TypeVar("Outcome")
# A method of a session that runs a query with its values.
Run = Callable[[neo4j.Session, str, Values], Outcome]

CONNECT_SECONDS = 10
# Rows that a server sends at a time, so at most these are read beyond an answer's size.
FETCHED_ROWS = 100

# The driver's log only repeats the errors that it raises.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class ConnectionLost(StoreUnreachable):
    """The server answered before, but does not any more."""


class BoltStore:
    """Read-only questions in Cypher to one database of a server.

    A server that plans (Neo4j) is first asked for the plan, which shows what a query reaches for.
    `dataset` is what a query gets for $dataset. `convert` makes a cell of a value of the driver.
    """

    def __init__(
        self,
        driver: neo4j.Driver,
        database: str | None,
        limits: Limits,
        dataset: str | None = None,
        convert: Convert = cell,
        *,
        plans: bool = True,
    ) -> None:
        self._driver = CountedResource(driver)
        self._convert = convert
        self._load = LoadInUse(dataset)
        self._database = database
        self._limits = limits
        self._plans = plans

    @classmethod
    def open(
        cls,
        address: str,
        user: str,
        password: str,
        database: str | None,
        limits: Limits,
        dataset: str | None = None,
        convert: Convert = cell,
        *,
        plans: bool = True,
    ) -> BoltStore:
        """A connected store; raises StoreUnreachable."""
        return cls(
            connect(address, user, password), database, limits, dataset, convert, plans=plans
        )

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a Cypher query; see Store."""
        return self._run(self._answer, query, parameters)

    def profile(self, query: str, parameters: Mapping[str, Parameter]) -> list[PlanStep]:
        """What each step of a query cost; the query runs for it. Raises as `ask` does."""
        return self._run(self._profile, query, parameters)

    def _run(self, run: Run[Outcome], query: str, parameters: Mapping[str, Parameter]) -> Outcome:
        self._check(query, parameters)

        def ask_store() -> Outcome:
            with self._session() as session:
                return self._load.ask(session, lambda v: run(session, query, v), parameters)

        try:
            return run_within(self._limits.seconds + GRACE_SECONDS, ask_store)
        except QueryTooLong as error:
            raise type(error)(self._limits.message("time_limit")) from error
        except BadQuery as error:
            if (hidden := hidden_character(query, "cypher")) is not None:
                raise BadQuery(hidden) from error
            raise

    def _check(self, query: str, parameters: Mapping[str, Parameter]) -> None:
        """Returns if a query may be asked."""
        check_text(query, parameters)
        if self._plans:
            check_query(query)
        else:
            check_query(query, COMMON_PROCEDURES, FUNCTIONS | CHECKED_VALUES)

    @contextmanager
    def _session(self) -> Iterator[neo4j.Session]:
        with (
            driver_errors(),
            self._driver.acquire() as driver,
            driver.session(
                database=self._database,
                default_access_mode=READ_ACCESS,
                fetch_size=FETCHED_ROWS,
            ) as session,
        ):
            yield session

    def _answer(self, session: neo4j.Session, query: str, parameters: Values) -> Answer:
        if self._plans:
            self._check_plan(session, query, parameters)
        result = session.run(self._query_with_timeout(query), parameters)
        columns = result.keys()
        rows = (tuple(map(self._convert, record.values())) for record in result)
        return limited_answer(columns, rows, self._limits)

    def _profile(self, session: neo4j.Session, query: str, parameters: Values) -> list[PlanStep]:
        self._check_plan(session, query, parameters)
        profile = (
            session.run(self._query_with_timeout(PROFILE + query), parameters).consume().profile
        )
        return list(plan_steps(profile)) if profile else []

    def _check_plan(self, session: neo4j.Session, query: str, parameters: Values) -> None:
        try:
            with driver_errors():
                planned = session.run(
                    self._query_with_timeout(EXPLAIN + query), parameters
                ).consume()
        except BadQuery as error:
            raise BadQuery(without_prefix(str(error), EXPLAIN)) from error
        check_plan(planned.query_type, planned.plan)

    def _query_with_timeout(self, query: str) -> Any:
        return Query(query, timeout=self._limits.seconds)

    def close(self) -> None:
        """Closes the connection, when the last question that is being answered has its answer."""
        self._driver.close()


def connect(address: str, user: str, password: str) -> Driver:
    """A driver whose server answers within 10 s and is new enough; raises StoreUnreachable."""
    try:
        driver = GraphDatabase.driver(
            address,
            auth=(user, password),
            notifications_min_severity="OFF",
            connection_timeout=CONNECT_SECONDS,
            # how long a server may be silent after the handshake begins
            connection_acquisition_timeout=CONNECT_SECONDS,
        )
    except (ValueError, ConfigurationError) as error:
        raise StoreUnreachable(str(error)) from error
    try:
        with driver_errors():
            check_version(driver.get_server_info().agent)
    except StoreError:
        driver.close()
        raise
    return driver


@contextmanager
def driver_errors() -> Iterator[None]:
    """The driver's errors as this package's."""
    try:
        yield
    except (ServiceUnavailable, SessionExpired) as error:
        raise ConnectionLost(_first_line(error)) from error
    except ResourceClosed as error:
        raise StoreUnreachable(message("store_closed")) from error
    except UnsupportedServerProduct as error:
        raise WrongVersion(_first_line(error)) from error
    except Neo4jError as error:
        raise _store_error(error) from error
    except DriverError as error:
        raise StoreUnreachable(_first_line(error)) from error


@contextmanager
def write_errors() -> Iterator[None]:
    """The driver's errors while something is written, as this package's."""
    try:
        with driver_errors():
            yield
    except StoreError as error:
        cause = error.__cause__
        if isinstance(cause, Neo4jError):
            refusal = write_error(cause.code or "", cause.message or "")
            if refusal is not None:
                raise refusal from cause
        raise


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _store_error(error: Neo4jError) -> Exception:
    return connection_error(error.code or "", error.message or "") or query_error(error)
