"""The RDF dataset as a store: SPARQL 1.1 on oxigraph, in child processes that can be stopped."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from graph.formats.rdf import nquads, prefixes
from graph.model.facts import Facts
from graph.stores.common.base import (
    Answer,
    BadQuery,
    Limits,
    Parameter,
    QueryRefused,
    QueryTooLong,
    StoreUnreachable,
    cut_rows,
)
from graph.stores.common.messages import message
from graph.stores.sparql.process import EngineProcess, ProcessGone, ProcessTooSlow

# How many questions are answered at a time.
MAX_PROCESSES = 3
MAX_CHARACTERS = 100_000

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# What can hide or resemble a keyword: IRIs, strings, comments, variables, prefixed names.
NOT_KEYWORDS = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|"{3}(?:[^\\]|\\.)*?"{3}|'{3}(?:[^\\]|\\.)*?'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[?$]\w+|@[\w-]+""",
    re.DOTALL,
)
UPDATES = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"}
# A prefixed name may resemble the keyword; before a brace it is the keyword, but not after GRAPH.
PREFIXED = re.compile(r"[\w.-]*:[\w.:%-]*")
GLUED = re.compile(r"(GRAPH\s*[\w.-]*)?SERVICE[\w.-]*:[\w.:%-]*\s*\{", re.IGNORECASE)


class SparqlStore:
    """Questions in SPARQL to child processes, which end with this one.

    Each child answers one question at a time. Another is started when all are busy, up to a few,
    so that one reader's long question holds up nobody else's.
    """

    def __init__(self, facts: Facts, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._order = {
            "nquads": nquads(facts).decode(),
            "prefixes": prefixes(facts),
            "rows": self._limits.rows,
            "megabytes": self._limits.megabytes,
        }
        self._closed = False
        self._turn = threading.Condition()  # guards the three below
        self._idle: list[EngineProcess] = []
        self._busy: set[EngineProcess] = set()
        self._starting = 0
        self._release(self._acquire())

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a SPARQL query; see Store."""
        if len(query) > MAX_CHARACTERS:
            raise QueryRefused(message("query_length", limit=MAX_CHARACTERS))
        if calls_service(query):
            raise QueryRefused(message("service"))
        # a query that names its graphs is about these; any other about all that there is
        request = {"query": bind_parameters(query, parameters), "all": "FROM" not in _words(query)}
        reply = self._exchange(request)
        match reply.get("error"):
            case None:
                rows = [tuple(row) for row in reply["rows"]]
                return cut_rows(reply["columns"], rows, self._limits)
            case "bad" if (words := _words(query)) and words[0] in UPDATES:
                raise QueryRefused(message("update", word=words[0]))
            case "bad":
                raise BadQuery(reply["message"])
            case "memory":
                raise QueryRefused(message("memory"))
            case _:
                raise QueryRefused(reply["message"])

    def close(self) -> None:
        """Ends the child processes."""
        with self._turn:
            self._closed = True
            children = [*self._idle, *self._busy]
            self._idle.clear()
            self._turn.notify_all()
        for child in children:
            child.end()

    def _exchange(self, request: Mapping[str, object]) -> dict[str, Any]:
        """One child's answer; a child that takes too long or takes too much memory is replaced."""
        child = self._acquire()
        try:
            reply = child.exchange(request, self._limits.seconds)
        except ProcessTooSlow:
            self._replace(child)
            raise QueryTooLong(f"{self._limits.seconds} s") from None
        except ProcessGone:
            self._replace(child)
            if self._closed:
                raise StoreUnreachable(message("store_closed")) from None
            raise QueryRefused(message("memory")) from None
        self._release(child)
        return reply

    def _acquire(self) -> EngineProcess:
        """A child that is free: an idle one, else a new one, else the first to come back."""
        with self._turn:
            while not self._closed and not self._idle and self._children >= MAX_PROCESSES:
                self._turn.wait()
            while self._idle:
                child = self._idle.pop()
                if child.runs:
                    self._busy.add(child)
                    return child
                child.end()
            self._starting += 1
        return self._start()

    @property
    def _children(self) -> int:
        return len(self._idle) + len(self._busy) + self._starting

    def _start(self) -> EngineProcess:
        """A new child at work; `_starting` has counted it already."""
        child = None
        try:
            if self._closed:
                raise StoreUnreachable(message("store_closed"))
            child = EngineProcess(self._order)
        finally:
            with self._turn:
                self._starting -= 1
                if child is not None:
                    self._busy.add(child)
                self._turn.notify()
        return child

    def _release(self, child: EngineProcess) -> None:
        """Lets the next question have a child."""
        with self._turn:
            self._busy.discard(child)
            if not self._closed:
                self._idle.append(child)
            self._turn.notify()

    def _replace(self, child: EngineProcess) -> None:
        """Ends a child and starts the next one in the background."""
        child.end()
        with self._turn:
            self._busy.discard(child)
            self._starting += 1

        def start() -> None:
            with contextlib.suppress(StoreUnreachable):  # the next question reports it
                self._release(self._start())

        threading.Thread(target=start, daemon=True).start()


def bind_parameters(query: str, parameters: Mapping[str, Parameter]) -> str:
    """The query with each parameter in place of its example, `VALUES ?name { "example" }`.

    The query runs as it stands in any SPARQL tool, on its example. A value is written as an RDF
    literal, so that no value can end the clause. Raises BadQuery if a parameter has no VALUES.
    """
    for name, value in parameters.items():
        clause = re.compile(rf'VALUES \?{re.escape(name)} \{{ (?:"[^"\\]*"|\d+) \}}')
        literal = "UNDEF" if value is None else str(ox.Literal(value))
        query, replacements = clause.subn(f"VALUES ?{name} {{ {_plain(literal)} }}", query)
        if replacements != 1:
            raise BadQuery(message("parameter_without_values", name=name))
    return query


def _plain(replacement: str) -> str:
    """A replacement whose backslashes re.sub takes as they are."""
    return replacement.replace("\\", r"\\")


def _words(query: str) -> list[str]:
    """The key words of a query after its prologue, in capitals."""
    spelled = ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    words: list[str] = re.findall(r"[A-Z]+", _bare(spelled).upper())
    return [word for word in words if word not in ("BASE", "PREFIX")]


def _bare(query: str) -> str:
    return PREFIXED.sub(" ", NOT_KEYWORDS.sub(" ", query))


def calls_service(query: str) -> bool:
    """Whether a query asks another server: SERVICE as a keyword, however it is spelled."""
    spelled = ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    return any(_says_service(NOT_KEYWORDS.sub(" ", text)) for text in (query, spelled))


def _says_service(text: str) -> bool:
    """Whether the key word is in a text without strings, comments, variables and addresses."""
    if any(not match[1] for match in GLUED.finditer(text)):
        return True
    return "SERVICE" in PREFIXED.sub(" ", text).upper()
