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
from graph.stores.sparql.process import Child, Gone, TooSlow

# How many questions are worked on at a time, and how much each may take.
MOST_CHILDREN = 3
MEGABYTES = 2048
LONGEST = 100_000

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# What can hide or look like a keyword: IRIs, strings, comments, variables, prefixed names.
NOT_KEYWORDS = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|"{3}(?:[^\\]|\\.)*?"{3}|'{3}(?:[^\\]|\\.)*?'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[?$]\w+|@[\w-]+""",
    re.DOTALL,
)
UPDATES = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"}
# A prefixed name may look like one; with a brace after it, it is one, unless a graph is named so.
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
            "megabytes": MEGABYTES,
        }
        self._closed = False
        self._turn = threading.Condition()  # guards the three below
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._starting = 0
        self._back(self._taken())

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a SPARQL query; see Store."""
        if len(query) > LONGEST:
            raise QueryRefused(f"a query has at most {LONGEST} characters")
        if calls_service(query):
            raise QueryRefused("SERVICE asks other machines, which queries may not")
        # a query that names its graphs is about these; any other about all that there is
        message = {"query": bound(query, parameters), "all": "FROM" not in _words(query)}
        got = self._exchange(message)
        match got.get("error"):
            case None:
                rows = [tuple(row) for row in got["rows"]]
                return cut_rows(got["columns"], rows, self._limits)
            case "bad" if (words := _words(query)) and words[0] in UPDATES:
                raise QueryRefused(f"queries are read only: {words[0]}")
            case "bad":
                raise BadQuery(got["message"])
            case "memory":
                raise QueryRefused("the query needs more memory than the engine has")
            case _:
                raise QueryRefused(got["message"])

    def close(self) -> None:
        """Ends the child processes."""
        with self._turn:
            self._closed = True
            children = [*self._idle, *self._busy]
            self._idle.clear()
            self._turn.notify_all()
        for child in children:
            child.end()

    def _exchange(self, message: Mapping[str, object]) -> dict[str, Any]:
        """One child's answer; a child that takes too long or eats too much is replaced."""
        child = self._taken()
        try:
            got = child.exchange(message, self._limits.seconds)
        except TooSlow:
            self._replace(child)
            raise QueryTooLong(f"{self._limits.seconds} s") from None
        except Gone:
            self._replace(child)
            if self._closed:
                raise StoreUnreachable("the store is closed") from None
            raise QueryRefused("the query needs more memory than the engine has") from None
        self._back(child)
        return got

    def _taken(self) -> Child:
        """A child that is free: an idle one, else a new one, else the first to come back."""
        with self._turn:
            while not self._closed and not self._idle and self._children >= MOST_CHILDREN:
                self._turn.wait()
            while self._idle:
                child = self._idle.pop()
                if child.runs:
                    self._busy.add(child)
                    return child
                child.end()
            self._starting += 1
        return self._started()

    @property
    def _children(self) -> int:
        return len(self._idle) + len(self._busy) + self._starting

    def _started(self) -> Child:
        """A new child at work; `_starting` has counted it already."""
        child = None
        try:
            if self._closed:
                raise StoreUnreachable("the store is closed")
            child = Child(self._order)
        finally:
            with self._turn:
                self._starting -= 1
                if child is not None:
                    self._busy.add(child)
                self._turn.notify()
        return child

    def _back(self, child: Child) -> None:
        """Lets the next question have a child."""
        with self._turn:
            self._busy.discard(child)
            if not self._closed:
                self._idle.append(child)
            self._turn.notify()

    def _replace(self, child: Child) -> None:
        """Ends a child and starts the next one, while the asker is already told."""
        child.end()
        with self._turn:
            self._busy.discard(child)
            self._starting += 1

        def start() -> None:
            with contextlib.suppress(StoreUnreachable):  # the next question will tell
                self._back(self._started())

        threading.Thread(target=start, daemon=True).start()


def bound(query: str, parameters: Mapping[str, Parameter]) -> str:
    """The query with each parameter in place of its example, `VALUES ?name { "example" }`.

    The query runs as it stands in any SPARQL tool, on its example. A value is written as an RDF
    literal, so that no value can end the clause. Raises BadQuery if a parameter has no VALUES.
    """
    for name, value in parameters.items():
        clause = re.compile(rf'VALUES \?{re.escape(name)} \{{ (?:"[^"\\]*"|\d+) \}}')
        literal = "UNDEF" if value is None else str(ox.Literal(value))
        query, found = clause.subn(f"VALUES ?{name} {{ {_plain(literal)} }}", query)
        if found != 1:
            raise BadQuery(f"VALUES ?{name}")
    return query


def _plain(replacement: str) -> str:
    """A replacement in which no backslash means anything to re.sub."""
    return replacement.replace("\\", r"\\")


def _words(query: str) -> list[str]:
    """The key words of a query after its prologue, in capitals."""
    spelled = ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    found: list[str] = re.findall(r"[A-Z]+", _bare(spelled).upper())
    return [word for word in found if word not in ("BASE", "PREFIX")]


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
