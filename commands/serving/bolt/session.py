"""One client's session in Bolt 5: the answer to each message.

A client says who it is, then runs queries and pulls their rows. After a failure each message is
ignored until a reset. There are transactions only in name: nothing is ever written.
https://neo4j.com/docs/bolt/current/bolt/message/
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from commands.serving.bolt.packstream import Structure
from commands.serving.bolt.parameters import NoParameter, driver_values
from commands.terminal.store_messages import store_error_sentence
from graph.stores.store import (
    Answer,
    BadQuery,
    QueryRefused,
    QueryTooLarge,
    QueryTooLong,
    StoreError,
)
from texts.tables import COMMANDS

USER = "reader"
HELLO, GOODBYE, RESET, RUN, BEGIN, COMMIT, ROLLBACK = 0x01, 0x02, 0x0F, 0x10, 0x11, 0x12, 0x13
DISCARD, PULL, TELEMETRY, ROUTE, LOGON, LOGOFF = 0x2F, 0x3F, 0x54, 0x66, 0x6A, 0x6B
SUCCESS, RECORD, IGNORED, FAILURE = 0x70, 0x71, 0x7E, 0x7F
# Drivers speak with a server of this name; the number is that of the Cypher that it answers.
AGENT, VERSION, DATABASE = "Neo4j/5.26.0 (Learned From)", "5.26.0", "neo4j"
ALL_ROWS = -1
# The narrower kinds stand first.
CODES: dict[type[StoreError], str] = {
    QueryTooLong: "Neo.ClientError.Transaction.TransactionTimedOut",
    QueryTooLarge: "Neo.ClientError.Statement.ResultTooLarge",
    QueryRefused: "Neo.ClientError.Security.Forbidden",
    BadQuery: "Neo.ClientError.Statement.SyntaxError",
    StoreError: "Neo.DatabaseError.General.UnknownError",
}
# Procedures that cypher-shell and Neo4j Browser call first, and that the engine does not have.
ANSWERS_OF_THE_SERVER: Mapping[str, Answer] = {
    "call db.ping()": Answer(("success",), ((True,),)),
    "call dbms.components() yield versions": Answer(("versions",), (([VERSION],),)),
    "call dbms.components() yield name, versions, edition": Answer(
        ("name", "versions", "edition"), (("Neo4j Kernel", [VERSION], "community"),)
    ),
}

Ask = Callable[[str, Mapping[str, Any]], Answer]


class SessionEnded(Exception):
    """The client has said goodbye, or is refused."""


class BoltSession:
    """The state of one connection; not for several threads."""

    def __init__(self, ask: Ask, password: str, language: str, address: str) -> None:
        """`ask` gives whole answers and raises StoreError; `address` is that of this server."""
        self._ask, self._password = ask, password
        self._language, self._address = language, address
        self.is_known = False
        self._failed = False
        self._in_transaction = False
        self._results: dict[int, Iterator[tuple[Any, ...]]] = {}
        self._following: dict[int, tuple[Any, ...] | None] = {}
        self._last = -1

    def answer(self, message: Structure) -> Iterator[Structure]:
        """The answers to a message; raises SessionEnded after the last one."""
        tag, fields = message.tag, message.fields
        if tag == GOODBYE:
            raise SessionEnded
        if tag in (HELLO, LOGON):
            yield from self._greet(tag, fields)
        elif not self.is_known:
            yield self._failure("Neo.ClientError.Security.Unauthorized", "bolt_password")
            raise SessionEnded
        elif tag == RESET:
            self._forget()
            yield _success()
        elif self._failed:
            yield Structure(IGNORED, ())
        else:
            yield from self._answer_of_known_client(tag, fields)

    def _greet(self, tag: int, fields: tuple[Any, ...]) -> Iterator[Structure]:
        """Who the client is: Bolt 5.0 says it in HELLO, later versions in LOGON."""
        words = fields[0] if fields and isinstance(fields[0], dict) else {}
        if tag == LOGON or "scheme" in words:
            password = str(words.get("credentials", ""))
            is_right = secrets.compare_digest(password.encode(), self._password.encode())
            if words.get("principal") != USER or not is_right:
                yield self._failure("Neo.ClientError.Security.Unauthorized", "bolt_password")
                raise SessionEnded
            self.is_known = True
        hello = {"server": AGENT, "connection_id": f"bolt-{id(self)}", "hints": {}}
        yield _success(**hello) if tag == HELLO else _success()

    def _answer_of_known_client(self, tag: int, fields: tuple[Any, ...]) -> Iterator[Structure]:
        if tag == RUN and len(fields) > 1 and isinstance(fields[1], dict):
            yield self._start_query(str(fields[0]), fields[1])
        elif tag in (PULL, DISCARD):
            extra = fields[0] if fields and isinstance(fields[0], dict) else {}
            yield from self._rows(extra, is_wanted=tag == PULL)
        elif tag in (BEGIN, COMMIT, ROLLBACK, LOGOFF, TELEMETRY):
            self._forget()
            self._in_transaction = tag == BEGIN
            self.is_known = tag != LOGOFF
            yield _success()
        elif tag == ROUTE:
            roles = [{"addresses": [self._address], "role": r} for r in ("READ", "WRITE", "ROUTE")]
            yield _success(rt={"ttl": 300, "db": DATABASE, "servers": roles})
        else:
            yield self._failure("Neo.ClientError.Request.Invalid", "bolt_message")

    def _start_query(self, query: str, values: dict[str, Any]) -> Structure:
        try:
            server_answer = ANSWERS_OF_THE_SERVER.get(
                " ".join(query.lower().rstrip("; \n").split())
            )
            answer = server_answer or self._ask(query, driver_values(values))
        except NoParameter:
            return self._failure("Neo.ClientError.Statement.TypeError", "bolt_parameter")
        except StoreError as error:
            code = next(code for kind, code in CODES.items() if isinstance(error, kind))
            return self._failed_with(code, store_error_sentence(error, self._language)[0])
        if not self._in_transaction:
            self._forget()
        self._last += 1
        rows = iter(answer.rows)
        self._results[self._last] = rows
        self._following[self._last] = next(rows, None)
        return _success(fields=list(answer.columns), t_first=0, qid=self._last)

    def _rows(self, extra: Mapping[str, Any], *, is_wanted: bool) -> Iterator[Structure]:
        """As many rows as are pulled, and whether there are more."""
        number = extra.get("qid", ALL_ROWS)
        number = self._last if number == ALL_ROWS else number
        if number not in self._results:
            yield self._failure("Neo.ClientError.Request.Invalid", "bolt_message")
            return
        left = extra.get("n", ALL_ROWS)
        rows, row = self._results[number], self._following[number]
        while row is not None and left != 0:
            if is_wanted:
                yield Structure(RECORD, (list(row),))
            row = next(rows, None)
            left -= 1
        self._following[number] = row
        if row is not None:
            yield _success(has_more=True)
            return
        del self._results[number], self._following[number]
        yield _success(type="r", t_last=0, db=DATABASE)

    def _forget(self) -> None:
        """No result, no transaction and no failure any more."""
        self._results.clear()
        self._following.clear()
        self._failed = self._in_transaction = False

    def _failure(self, code: str, key: str) -> Structure:
        return self._failed_with(code, COMMANDS.say(key, self._language))

    def _failed_with(self, code: str, text: str) -> Structure:
        self._forget()
        self._failed = True
        return Structure(FAILURE, ({"code": code, "message": text},))


def _success(**metadata: object) -> Structure:
    return Structure(SUCCESS, (metadata,))
