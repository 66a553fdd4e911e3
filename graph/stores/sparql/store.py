"""The RDF dataset as a store: SPARQL 1.1 on oxigraph, in child processes that can be stopped."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from graph.formats.nquads import nquads
from graph.formats.rdf import prefixes
from graph.model.facts import Facts
from graph.stores.messages import Message, message
from graph.stores.query_text import check_text, hidden_character, other_language
from graph.stores.sparql.pool import NoFreeProcess, ProcessPool
from graph.stores.sparql.process import ProcessGone, ProcessTooSlow
from graph.stores.store import (
    Answer,
    BadQuery,
    Limits,
    Parameter,
    QueryRefused,
    QueryTooLarge,
    QueryTooLong,
    StoreUnreachable,
)

MAX_CHARACTERS = 100_000

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# Text that can hide or resemble a keyword: IRIs, strings, comments, variables, prefixed names.
NOT_KEYWORDS = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|"{3}(?:[^\\]|\\.)*?"{3}|'{3}(?:[^\\]|\\.)*?'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[?$]\w+|@[\w-]+""",
    re.DOTALL,
)
UPDATES = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"}
# A prefixed name may resemble the keyword; before a brace it is the keyword, but not after GRAPH.
PREFIXED_NAME = re.compile(r"[\w.-]*:[\w.:%-]*")
GLUED_SERVICE = re.compile(r"(GRAPH\s*[\w.-]*)?SERVICE[\w.-]*:[\w.:%-]*\s*\{", re.IGNORECASE)


@dataclass(frozen=True)
class FormattedAnswer:
    """A whole answer as a text, and its media type."""

    media_type: str
    content: bytes


class SparqlStore:
    """Questions in SPARQL to child processes, which end with this one.

    With `spare` one child more than are at work is ready, for a store with many readers.
    """

    def __init__(self, facts: Facts, limits: Limits | None = None, *, spare: bool = False) -> None:
        self._limits = limits or Limits()
        order = {
            "nquads": nquads(facts).decode(),
            "prefixes": prefixes(facts),
            "rows": self._limits.rows,
            "cell_bytes": self._limits.cell_bytes,
            "answer_bytes": self._limits.answer_bytes,
            "megabytes": self._limits.megabytes,
        }
        self._pool = ProcessPool(order, spare=spare)

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a SPARQL query; see Store."""
        reply = self._reply(query, parameters, {})
        rows = tuple(tuple(row) for row in reply["rows"])
        return Answer(tuple(reply["columns"]), rows, reply["cut"], reply["shortened"])

    def ask_in_format(self, query: str, results: str, graph: str) -> FormattedAnswer:
        """The whole answer to a query as a text of a media type.

        `results` is the media type for solutions and truth values, `graph` that for triples.
        Raises QueryTooLarge for an answer beyond the limits, and what `ask` raises.
        """
        reply = self._reply(query, {}, {"results": results, "graph": graph})
        return FormattedAnswer(reply["media_type"], reply["text"].encode())

    def _reply(
        self, query: str, parameters: Mapping[str, Parameter], wishes: Mapping[str, str]
    ) -> dict[str, Any]:
        """A child's answer to a query; raises its error."""
        check_text(query, parameters)
        if len(query) > MAX_CHARACTERS:
            raise QueryRefused(message("query_length", limit=MAX_CHARACTERS))
        if calls_service(query):
            raise QueryRefused(message("service"))
        # a query that names its graphs is about these; any other is about all graphs
        request = {"query": bind_parameters(query, parameters), "all": "FROM" not in _words(query)}
        reply = self._exchange({**request, **wishes})
        match reply.get("error"):
            case None:
                return reply
            case "rows":
                raise QueryTooLarge(message("rows_exceeded", limit=self._limits.rows))
            case "size":
                megabytes = f"{self._limits.answer_bytes / 1e6:g}"
                raise QueryTooLarge(message("size_exceeded", megabytes=megabytes))
            case "bad" if (words := _words(query)) and words[0] in UPDATES:
                raise QueryRefused(message("update", word=words[0]))
            case "bad":
                raise BadQuery(_fault(query) or reply["message"])
            case "memory":
                raise QueryTooLarge(message("memory"))
            case _:
                raise QueryRefused(reply["message"])

    def close(self) -> None:
        """Ends the child processes."""
        self._pool.close()

    def _exchange(self, request: Mapping[str, object]) -> dict[str, Any]:
        """One child's answer; a child that takes too long or takes too much memory is ended.

        The limit of time holds for waiting and answering together.
        """
        until = time.monotonic() + self._limits.seconds
        try:
            child = self._pool.acquire(until)
        except NoFreeProcess:
            raise QueryTooLong(self._limits.message("waited")) from None
        try:
            reply = child.exchange(request, max(until - time.monotonic(), 0))
        except ProcessTooSlow:
            self._pool.discard(child)
            raise QueryTooLong(self._limits.message("time_limit")) from None
        except ProcessGone:
            self._pool.discard(child)
            if self._pool.closed:
                raise StoreUnreachable(message("store_closed")) from None
            raise QueryTooLarge(message("memory")) from None
        self._pool.release(child)
        return reply


def bind_parameters(query: str, parameters: Mapping[str, Parameter]) -> str:
    """The query with each parameter in place of its example, `VALUES ?name { "example" }`.

    The query runs as it stands in any SPARQL tool, on its example. A value is written as an RDF
    literal, so that no value can end the clause. Raises BadQuery if a parameter has no VALUES.
    """
    for name, value in parameters.items():
        clause = re.compile(rf'VALUES \?{re.escape(name)} \{{ (?:"[^"\\]*"|\d+) \}}')
        literal = "UNDEF" if value is None else str(ox.Literal(value))
        query, replacements = clause.subn(
            f"VALUES ?{name} {{ {_escape_backslashes(literal)} }}", query
        )
        if replacements != 1:
            raise BadQuery(message("parameter_without_values", name=name))
    return query


def _fault(query: str) -> Message | None:
    """Why a query cannot be read, if the engine's message does not say it."""
    words = _words(query)
    if not words:
        return message("empty_query")
    return hidden_character(query, "sparql") or other_language(words[0], "sparql")


def _escape_backslashes(replacement: str) -> str:
    """A replacement whose backslashes re.sub takes as they are."""
    return replacement.replace("\\", r"\\")


def _words(query: str) -> list[str]:
    """The key words of a query after its prologue, in capitals."""
    spelled = ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    words: list[str] = re.findall(r"[A-Z]+", _without_names(spelled).upper())
    return [word for word in words if word not in ("BASE", "PREFIX")]


def _without_names(query: str) -> str:
    return PREFIXED_NAME.sub(" ", NOT_KEYWORDS.sub(" ", query))


def calls_service(query: str) -> bool:
    """Whether a query asks another server: SERVICE as a keyword, however it is spelled."""
    spelled = ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    return any(_says_service(NOT_KEYWORDS.sub(" ", text)) for text in (query, spelled))


def _says_service(text: str) -> bool:
    """Whether the key word is in a text without strings, comments, variables and addresses."""
    if any(not match[1] for match in GLUED_SERVICE.finditer(text)):
        return True
    return "SERVICE" in PREFIXED_NAME.sub(" ", text).upper()
