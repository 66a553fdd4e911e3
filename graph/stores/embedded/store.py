"""The default store: a Cypher engine from a Python package, in a child process of its own.

The engine (ArcadeDB, with a Java of its own inside the wheel) serves Bolt on 127.0.0.1, so that
one driver serves it and Neo4j alike and no JVM lives in the app. It holds a database built from
the facts, opened read-only by the engine itself. A database is kept under the hash of what it
holds and is built aside and renamed when whole, so a broken build is never served. An engine
that does not stop at its limit, or has run out of memory, is ended and started again.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from graph.model.property_graph import PropertyGraph
from graph.model.release import release_hash, with_release
from graph.stores.common.base import (
    Answer,
    BadQuery,
    Limits,
    Parameter,
    QueryRefused,
    StoreUnreachable,
)
from graph.stores.common.messages import message
from graph.stores.common.timeout import GRACE_SECONDS, Overdue, within
from graph.stores.cypher.compatibility import (
    TOO_DEEP,
    EngineDiffers,
    EngineQuery,
    for_embedded_engine,
)
from graph.stores.cypher.guard import COMMON_PROCEDURES, QueryForbidden, check_query
from graph.stores.cypher.tokens import CypherText
from graph.stores.embedded.process import Engine
from graph.stores.neo4j.store import ConnectionLost
from ontology.derive.neo4j_constraints import key_indexes

CACHE = Path("build/stores")
# Bump when the way a database is built changes.
BUILD = "3"


class EmbeddedStore:
    """Read-only questions in Cypher to a child process; it ends with this one."""

    def __init__(self, engine: Engine, folder: Path, limits: Limits) -> None:
        self._engine = engine
        self._folder = folder
        self._limits = limits
        self._turn = threading.Lock()  # one thread starts the engine again
        self._closed = False

    @classmethod
    def open(
        cls, graph: PropertyGraph, limits: Limits | None = None, cache: Path = CACHE
    ) -> EmbeddedStore:
        """A store that holds a property graph; built on first use, in seconds afterwards.

        Raises StoreUnreachable if the engine does not start.
        """
        limits = limits or Limits()
        release = release_hash(graph)
        build_key = "\n".join((BUILD, release, *key_indexes()))
        folder = cache.resolve() / hashlib.sha256(build_key.encode()).hexdigest()[:16]
        contents = None if folder.exists() else _contents(with_release(graph, release))
        return cls(Engine.start(folder, contents, limits), folder, limits)

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a Cypher query; see Store."""
        check_query(query, COMMON_PROCEDURES)
        sent = for_embedded_engine(query)
        try:
            answer = self._ask(sent.text, parameters)
        except BadQuery as error:
            raise self._about_the_asked_query(error, sent) from error
        return _with_columns(answer, query)

    def _about_the_asked_query(
        self, error: BadQuery, sent: EngineQuery
    ) -> BadQuery | EngineDiffers:
        """An error of a query that was rewritten, as an error of the query that was asked.

        The engine is asked what is wrong with the query before the rewrite. Only where nothing is,
        and the rewritten query cannot be read, is the rewrite to blame.
        """
        if sent.text == sent.before_rewrite:
            return error
        if (fault := self._query_fault(sent.before_rewrite)) is not None:
            return BadQuery(fault)
        return error if self._query_fault(sent.text) is None else EngineDiffers(TOO_DEEP)

    def _query_fault(self, query: str) -> str | None:
        """What the engine finds wrong with a query without running it; None if nothing is."""
        engine = self._running()
        try:
            return within(self._limits.seconds + GRACE_SECONDS, lambda: engine.query_fault(query))
        except Overdue:
            self._replace(engine)
            raise

    def _ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        engine = self._running()
        until = time.monotonic() + self._limits.seconds + GRACE_SECONDS
        try:
            return self._answer(engine, query, parameters, until)
        except Overdue:
            self._replace(engine)
            raise
        except StoreUnreachable as error:
            if self._closed:
                raise
            if engine.stopped:  # because of another query: ask again
                return self._ask(query, parameters)
            if not isinstance(error, ConnectionLost):  # the engine answered that it cannot do this
                raise BadQuery(str(error)) from error
            self._replace(engine)
            raise QueryRefused(message("memory")) from error

    def _answer(
        self, engine: Engine, query: str, parameters: Mapping[str, Parameter], until: float
    ) -> Answer:
        try:
            return engine.bolt.ask(query, parameters)
        except QueryForbidden:
            raise
        except QueryRefused as refusal:
            fault = within(until - time.monotonic(), lambda: engine.query_fault(query))
            if fault is None:
                raise
            raise BadQuery(fault) from refusal

    def close(self) -> None:
        """Ends the child process."""
        self._closed = True
        with self._turn:
            self._engine.close()

    def _running(self) -> Engine:
        """The engine, started again if it has ended."""
        with self._turn:
            if not self._engine.runs and not self._closed:
                self._engine.close()
                self._engine = Engine.start(self._folder, None, self._limits)
            return self._engine

    def _replace(self, engine: Engine) -> None:
        """Ends an engine and starts the next one in the background."""
        engine.stop()

        def start() -> None:
            with contextlib.suppress(StoreUnreachable):  # the next question reports it
                self._running()

        threading.Thread(target=start, daemon=True).start()


def _contents(graph: PropertyGraph) -> dict[str, object]:
    """What a database is built from."""
    return {"nodes": graph.nodes, "links": graph.edges, "indexes": key_indexes()}


def _with_columns(answer: Answer, query: str) -> Answer:
    """The answer under the columns that the query names; raises EngineDiffers if one is missing.

    The engine names no columns where there are no rows.
    """
    named = CypherText(query).columns()
    if named is None or len(answer.columns) >= len(named):
        return answer
    if answer.rows:
        raise EngineDiffers(TOO_DEEP)
    return Answer(named, ())
