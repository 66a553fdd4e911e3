"""The RDF dataset as a store: SPARQL 1.1 on oxigraph, in a child process that can be stopped."""

from __future__ import annotations

import contextlib
import json
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.facts import Facts
from graph.rdf import nquads, prefixes
from graph.store import (
    Answer,
    BadQuery,
    Limits,
    Parameter,
    QueryRefused,
    QueryTooLong,
    StoreUnreachable,
    cut_rows,
)

START_SECONDS = 60
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
    """Questions in SPARQL to a child process; it ends with this one."""

    def __init__(self, facts: Facts, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._turn = threading.Lock()  # one child, one question at a time
        self._closed = False
        self._order = {
            "nquads": nquads(facts).decode(),
            "prefixes": prefixes(facts),
            "rows": self._limits.rows,
            "megabytes": MEGABYTES,
        }
        self._start()

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a SPARQL query; see Store."""
        if len(query) > LONGEST:
            raise QueryRefused(f"a query has at most {LONGEST} characters")
        if calls_service(query):
            raise QueryRefused("SERVICE asks other machines, which queries may not")
        # a query that names its graphs is about these; any other about all that there is
        message = {"query": bound(query, parameters), "all": "FROM" not in _words(query)}
        with self._turn:
            self._ready()
            got = self._exchange(message, self._limits.seconds)
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
        """Ends the child process."""
        self._closed = True
        with self._turn:
            self._end()

    def _end(self) -> None:
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()

    def _start(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "graph.sparql_server"],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_read, args=(self._child, self._lines), daemon=True).start()
        self._exchange(self._order, START_SECONDS)

    def _ready(self) -> None:
        """Starts the child again if it has been ended."""
        if self._child.poll() is not None and not self._closed:
            self._end()
            self._start()

    def _replace(self) -> None:
        """Ends the child and starts the next one, while the asker is already told."""
        self._end()

        def start() -> None:
            with self._turn, contextlib.suppress(StoreUnreachable):  # the next question will tell
                self._ready()

        threading.Thread(target=start, daemon=True).start()

    def _exchange(self, message: Mapping[str, object], seconds: float) -> dict[str, Any]:
        """Sends one line, reads one line; a child that takes too long is ended and replaced."""
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps(message) + "\n")
            self._child.stdin.flush()
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            self._replace()
            raise QueryTooLong(f"{seconds} s") from None
        except OSError:
            line = ""
        if not line:
            if message is self._order:
                self._end()
                raise StoreUnreachable("the SPARQL engine did not start")
            self._replace()
            raise QueryRefused("the query needs more memory than the engine has")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _read(child: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
    """Every line of a child's output into a queue, then an empty one."""
    assert child.stdout is not None
    try:
        for line in child.stdout:
            lines.put(line)
    except ValueError:
        pass  # closed while reading: the child has been ended
    lines.put("")


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
