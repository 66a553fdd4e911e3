"""The query part of the SPARQL 1.1 Protocol over HTTP, for programs on this machine.

A query comes by GET or by POST, as a form or as it is. Updates are refused, as is each request
that names another host than this machine: a page of the web could otherwise have its own name
lead here. Only the origins that the user allows may read an answer in a browser.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from commands.serving.media_types import GRAPH_TYPES, RESULT_TYPES, best_type
from commands.terminal.store_messages import store_error_sentence
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import (
    BadQuery,
    QueryRefused,
    QueryTooLarge,
    QueryTooLong,
    StoreError,
)
from texts.tables import COMMANDS

PATH = "/sparql"
HOSTS = {"127.0.0.1", "localhost"}
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
MAX_BODY_BYTES = 1_000_000
# The narrower kinds stand first; any other error is the server's.
STATUS: dict[type[StoreError], HTTPStatus] = {
    QueryTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    QueryTooLong: HTTPStatus.SERVICE_UNAVAILABLE,
    QueryRefused: HTTPStatus.FORBIDDEN,
    BadQuery: HTTPStatus.BAD_REQUEST,
    StoreError: HTTPStatus.INTERNAL_SERVER_ERROR,
}


class RequestRefused(Exception):
    """A request that is no query: its status, and the key of the sentence that says why."""

    def __init__(self, status: HTTPStatus, key: str) -> None:
        self.status, self.key = status, key
        super().__init__(key)


class SparqlServer(ThreadingHTTPServer):
    """A server of a store on 127.0.0.1; raises OSError or OverflowError if it has no such port.

    `origins` are the addresses of web pages that may read its answers.
    """

    daemon_threads = True

    def __init__(
        self, port: int, store: SparqlStore, language: str, origins: Collection[str] = ()
    ) -> None:
        super().__init__(("127.0.0.1", port), SparqlRequest)
        self.store, self.language, self.origins = store, language, frozenset(origins)

    @property
    def address(self) -> str:
        """The address of its endpoint."""
        return f"http://127.0.0.1:{self.server_port}{PATH}"


class SparqlRequest(BaseHTTPRequestHandler):
    """One connection: each request is a query or is refused in a sentence."""

    server: SparqlServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "LearnedFrom", ""
    timeout = 60

    def do_GET(self) -> None:
        """A query in the address."""
        self._answer(lambda: self._query_of_form(urlsplit(self.path).query))

    def do_POST(self) -> None:
        """A query in the body, as a form or as it is."""
        self._answer(lambda: self._posted_query(self._body()))

    def do_OPTIONS(self) -> None:
        """What a page of another origin may ask."""
        self._send(HTTPStatus.NO_CONTENT, "text/plain", b"")

    def log_message(self, format: str, *args: object) -> None:
        """Writes no log: a query may contain something private."""

    def _answer(self, query: Callable[[], str]) -> None:
        accept = self.headers.get("Accept", "")
        types = best_type(accept, RESULT_TYPES), best_type(accept, GRAPH_TYPES)
        try:
            self._check_address()
            answer = self.server.store.ask_in_format(query(), *types)
        except RequestRefused as error:
            self.close_connection = True
            text = COMMANDS.say(error.key, self.server.language)
            self._send(error.status, "text/plain", text.encode())
        except StoreError as error:
            text = store_error_sentence(error, self.server.language)[0]
            self._send(_status(error), "text/plain", text.encode())
        else:
            self._send(HTTPStatus.OK, answer.media_type, answer.content)

    def _check_address(self) -> None:
        """Returns for the endpoint of this machine."""
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        if host not in HOSTS:
            raise RequestRefused(HTTPStatus.MISDIRECTED_REQUEST, "sparql_other_host")
        if urlsplit(self.path).path.rstrip("/") not in ("", PATH):
            raise RequestRefused(HTTPStatus.NOT_FOUND, "sparql_no_query")

    def _body(self) -> str:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MAX_BODY_BYTES:
            raise RequestRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "sparql_body")
        return self.rfile.read(int(length)).decode("utf-8", errors="replace")

    def _posted_query(self, body: str) -> str:
        kind = self.headers.get_content_type()
        if kind == QUERY:
            self._query_of_form(urlsplit(self.path).query, is_complete=False)
            return body
        if kind == FORM:
            return self._query_of_form(f"{urlsplit(self.path).query}&{body}")
        key = "sparql_update" if kind == "application/sparql-update" else "sparql_no_query"
        raise RequestRefused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, key)

    def _query_of_form(self, form: str, *, is_complete: bool = True) -> str:
        """The query of a form; raises RequestRefused for an update or for graphs of its own."""
        fields = parse_qs(form, max_num_fields=100)
        if "update" in fields:
            raise RequestRefused(HTTPStatus.FORBIDDEN, "sparql_update")
        if fields.keys() & {"default-graph-uri", "named-graph-uri"}:
            raise RequestRefused(HTTPStatus.BAD_REQUEST, "sparql_graphs")
        queries = fields.get("query", [])
        if is_complete and len(queries) != 1:
            raise RequestRefused(HTTPStatus.BAD_REQUEST, "sparql_no_query")
        return queries[0] if queries else ""

    def _send(self, status: HTTPStatus, media_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Vary", "Accept, Origin")
        origin = self.headers.get("Origin", "")
        if origin in self.server.origins:
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Access-Control-Allow-Headers", "Accept, Content-Type")
            self.send_header("Access-Control-Allow-Private-Network", "true")
        self.end_headers()
        self.wfile.write(content)


def _status(error: StoreError) -> HTTPStatus:
    return next(status for kind, status in STATUS.items() if isinstance(error, kind))
