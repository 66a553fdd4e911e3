"""The default store: a Cypher engine from a Python package, in its own child process.

The engine (ArcadeDB, with a Java of its own inside the wheel) serves Bolt on 127.0.0.1, so that one
driver serves it and Neo4j alike and no JVM lives in the app. It holds a database built from the
facts, opened read-only by the engine itself. A database is kept under the hash of its content, and
is built aside and renamed when complete, so a broken build is never served. An engine that does not
stop at its limit, or has run out of memory, is ended, and another takes its place.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from graph.formats.sorted_elements import GraphStream, stream_of
from graph.model.property_graph import PropertyGraph
from graph.stores.cache_folder import CACHE
from graph.stores.cypher.answer_columns import with_columns
from graph.stores.cypher.compatibility import (
    TOO_DEEP,
    EngineDiffers,
    EngineQuery,
    for_embedded_engine,
)
from graph.stores.cypher.guard import COMMON_PROCEDURES, QueryForbidden, check_query
from graph.stores.embedded.class_archive import ArchiveMaking
from graph.stores.embedded.pool import EnginePool, NoReadyEngine
from graph.stores.embedded.process import Engine, Progress, build_database
from graph.stores.embedded.spooled_graph import SpooledGraph
from graph.stores.embedded.strict_functions import REFUSAL_MARK
from graph.stores.messages import message
from graph.stores.neo4j.store import ConnectionLost, Convert
from graph.stores.neo4j.values import cell
from graph.stores.query_text import check_text, hidden_character
from graph.stores.store import (
    DATASET,
    Answer,
    BadQuery,
    Limits,
    Parameter,
    QueryRefused,
    QueryTooLarge,
    QueryTooLong,
    StoreUnreachable,
)
from graph.stores.timeout import GRACE_SECONDS, DeadlinePassed, run_within
from ontology.derive.neo4j_constraints import key_indexes

# The mark by which a function of `strict_functions` names the sentence of its refusal.
REFUSED_VALUE = re.compile(f"{REFUSAL_MARK}([a-z_]+)")
# Functions that Neo4j answers, but not in the same way in both of its lines.
DIFFERS = ("number_two_readings", "smallest_abs")
# How the engine says that a result does not fit into 64 bits.
OVERFLOW = "long overflow"
# How the engine says that a query would write.
READ_ONLY_WORDS = "read only database"
# If an engine ends after working on a query for longer than this, the query was the cause.
BLAMED_SECONDS = 1.0
# The ending of a file that has the name of the folder of a graph, by the graph's content key.
NOTE = ".database"
# Bump when the way a database is built changes.
BUILD = "6"


class EmbeddedStore:
    """Read-only questions in Cypher to a child process; it ends with this one."""

    def __init__(
        self,
        engines: EnginePool,
        limits: Limits,
        dataset: str,
        archive: ArchiveMaking | None = None,
    ) -> None:
        """`archive` is one that is being made of the engine's classes."""
        self._engines = engines
        self._archive = archive
        self._dataset = dataset
        self._limits = limits

    @classmethod
    def open(
        cls,
        graph: PropertyGraph | GraphStream,
        limits: Limits | None = None,
        cache: Path = CACHE,
        convert: Convert = cell,
        progress: Progress = lambda done, total: None,
        content_key: str = "",
        *,
        spare: bool = False,
    ) -> EmbeddedStore:
        """A store that holds a property graph; built on first use, in seconds afterwards.

        With `spare` a second engine is always ready, for a store with many readers. `convert`
        makes a cell of a value of the driver. `progress` hears how much of a build is done. A graph
        with a `content_key`, which no other graph may have, is not read once its database is built.
        Raises StoreUnreachable if the engine does not start.
        """
        limits = limits or Limits()
        stream = stream_of(graph) if isinstance(graph, PropertyGraph) else graph
        folder = _database(stream, cache.resolve(), progress, content_key)
        start = partial(Engine.start, folder, limits, convert)
        first = start()
        archive = first.make_archive()
        return cls(EnginePool(first, start, spare=spare), limits, stream.dataset, archive)

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a Cypher query; see Store."""
        until = time.monotonic() + self._limits.seconds + GRACE_SECONDS
        check_text(query, parameters)
        check_query(query, COMMON_PROCEDURES)
        sent = for_embedded_engine(query)
        try:
            answer = self._ask(sent.text, {DATASET: self._dataset, **parameters}, until)
        except DeadlinePassed:
            raise QueryTooLong(self._limits.message("time_limit")) from None
        except NoReadyEngine:
            raise QueryTooLong(self._limits.message("waited")) from None
        except (BadQuery, QueryRefused, StoreUnreachable) as error:
            if (refused := REFUSED_VALUE.search(str(error))) is not None:
                raise _refusal(refused[1]) from error
            if OVERFLOW in str(error):
                raise _overflow(query) from error
            if not isinstance(error, BadQuery):
                raise
            raise self._about_the_asked_query(error, sent, until) from error
        return with_columns(answer, query)

    def close(self) -> None:
        """Ends the child processes; one that makes the archive of classes may finish."""
        if self._archive is not None:
            self._archive.close()
        self._engines.close()

    def _about_the_asked_query(
        self, error: BadQuery, sent_query: EngineQuery, until: float
    ) -> BadQuery | EngineDiffers:
        """An error of a query that was rewritten, as an error of the query that was asked.

        The engine checks the query as it was before the rewrite. The rewrite is the cause only if
        that query has no fault and the rewritten query cannot be read.
        """
        if sent_query.text == sent_query.before_rewrite:
            return error
        if (fault := self._query_fault(sent_query.before_rewrite, until)) is not None:
            return BadQuery(fault)
        return (
            error if self._query_fault(sent_query.text, until) is None else EngineDiffers(TOO_DEEP)
        )

    def _query_fault(self, query: str, until: float) -> str | None:
        """The fault that the engine finds in a query without running it; None if there is none."""
        with self._engines.acquire(until) as engine:
            try:
                return run_within(until - time.monotonic(), lambda: engine.query_fault(query))
            except DeadlinePassed:
                self._engines.retire(engine)
                raise

    def _ask(
        self, query: str, parameters: Mapping[str, Parameter], until: float, tries: int = 2
    ) -> Answer:
        """Asks an engine, and another if it ended because of another reader's query."""
        begun = time.monotonic()
        with self._engines.acquire(until) as engine:
            try:
                return self._answer(engine, query, parameters, until)
            except DeadlinePassed:
                self._engines.retire(engine)
                raise
            except StoreUnreachable as error:
                if self._engines.closed:
                    raise StoreUnreachable(message("store_closed")) from error
                if not isinstance(error, ConnectionLost) and engine.runs:
                    raise BadQuery(str(error)) from error  # the engine refuses the query
                self._engines.retire(engine)
                if tries < 2 or time.monotonic() - begun > BLAMED_SECONDS:
                    raise QueryTooLarge(message("memory")) from error
        return self._ask(query, parameters, until, tries - 1)

    def _answer(
        self, engine: Engine, query: str, parameters: Mapping[str, Parameter], until: float
    ) -> Answer:
        try:
            return run_within(until - time.monotonic(), lambda: engine.bolt.ask(query, parameters))
        except QueryForbidden:
            raise
        except QueryRefused as refusal:
            fault = run_within(until - time.monotonic(), lambda: engine.query_fault(query))
            if fault is not None:
                raise BadQuery(hidden_character(query, "cypher") or fault) from refusal
            if READ_ONLY_WORDS in str(refusal):
                raise QueryForbidden(message("plan_writes")) from refusal
            raise


def _database(graph: GraphStream, cache: Path, progress: Progress, content_key: str) -> Path:
    """The folder with the database of a graph, which is built if it is not there."""
    note = cache / f"{_digest(BUILD, content_key, graph.iri)}{NOTE}"
    try:
        if content_key and (folder := _noted_folder(note)):
            return folder
        with SpooledGraph(graph) as spooled:
            folder = cache / _digest(BUILD, spooled.hash, graph.iri)
            if not folder.exists():
                build_database(folder, spooled, progress)
        if content_key:
            note.write_text(folder.name, encoding="utf-8")
        return folder
    except OSError as error:  # the temporary file could not be written
        raise StoreUnreachable(str(error)) from error


def _noted_folder(note: Path) -> Path | None:
    """The folder that a note names, if it is there."""
    try:
        folder = note.with_name(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # the file is missing or incomplete
        return None
    return folder if folder.is_dir() else None


def _digest(*parts: str) -> str:
    """A name for a file or folder of these parts, and of the indexes of a database."""
    return hashlib.sha256("\n".join((*parts, *key_indexes())).encode()).hexdigest()[:16]


def _refusal(key: str) -> BadQuery | EngineDiffers:
    """The refusal of a value, by the key of its sentence."""
    return EngineDiffers(message(key)) if key in DIFFERS else BadQuery(message(key))


def _overflow(query: str) -> BadQuery | EngineDiffers:
    """The refusal of a result beyond 64 bits, which Neo4j refuses too, but not in each division."""
    if "/" in query:
        return EngineDiffers(message("divided_overflow"))
    return BadQuery(message("integer_overflow"))
