"""Errors of a Neo4j server by their codes, and the check of its version.

Codes: https://neo4j.com/docs/status-codes/current/errors/all-errors/
"""

from __future__ import annotations

import re

from neo4j.exceptions import ClientError, Neo4jError

from graph.stores.store import (
    BadQuery,
    NoDatabase,
    QueryRefused,
    QueryTooLong,
    ServerFull,
    ServerReadOnly,
    StoreError,
    StoreUnreachable,
    WrongCredentials,
    WrongVersion,
)

REFUSALS = ("read-only", "readonly", "read only", "forbidden", "not allowed", "disabled", "write")
TIMEOUTS = ("timeout", "timed out", "time-out", "timedout")
TOO_MUCH = ("memory", "heap", "allowed by the setting", "maximum", "stackoverflow")
# The oldest version whose answers are tested; `push` needs its labels and types from parameters.
MIN_VERSION = (5, 26)
AGENT = re.compile(r"Neo4j/v?(\d+)\.(\d+)")

READ_ONLY_CODES = (
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
    "Neo.ClientError.Cluster.NotALeader",
    "Neo.ClientError.Security.Forbidden",
    "Neo.ClientError.Statement.AccessMode",
)
NO_SPACE_CODES = (
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.TransactionMemoryLimit",
    "Neo.TransientError.General.OutOfMemoryError",
    "Neo.TransientError.General.StackOverFlowError",
    "Neo.ClientError.General.TransactionOutOfMemoryError",
)
NO_SPACE = ("no space left", "disk is full", "disk full", "not enough space")
MISSING_DATABASE_CODES = (
    "Neo.ClientError.Database.DatabaseNotFound",
    "Neo.TransientError.General.DatabaseUnavailable",
    "Neo.TransientError.Database.DatabaseUnavailable",
)
CREDENTIALS = (
    "Neo.ClientError.Security.Unauthorized",
    "Neo.ClientError.Security.CredentialsExpired",
    "Neo.ClientError.Security.AuthenticationRateLimit",
    "Neo.ClientError.Security.AuthProviderFailed",
)


def connection_error(code: str, message: str) -> StoreError | None:
    """The error of a server that refuses the connection; None for other codes."""
    if code in CREDENTIALS:
        return WrongCredentials(message)
    return NoDatabase(message) if code in MISSING_DATABASE_CODES else None


def write_error(code: str, message: str) -> StoreError | None:
    """The error of a server that refuses a write; None for other codes and messages."""
    if code in READ_ONLY_CODES or "read only" in message.lower():
        return ServerReadOnly(message)
    full = code in NO_SPACE_CODES or any(words in message.lower() for words in NO_SPACE)
    return ServerFull(message) if full else None


def check_version(agent: str) -> None:
    """Raises WrongVersion for a server whose agent string names an older Neo4j."""
    match = AGENT.match(agent)
    if match and (int(match[1]), int(match[2])) < MIN_VERSION:
        raise WrongVersion(agent)


def query_error(error: Neo4jError) -> StoreError:
    """A refusal of a query as this package's error."""
    code, message = error.code or "", (error.message or "").strip()
    if "Syntax" in code:  # the message repeats the query, whose words are no part of it
        return BadQuery(message)
    words = f"{code} {message}".lower()
    if any(word in words for word in TIMEOUTS):
        return QueryTooLong(message)
    if any(word in words for word in (*REFUSALS, *TOO_MUCH)):
        return QueryRefused(message)
    return BadQuery(message) if isinstance(error, ClientError) else StoreUnreachable(message)
