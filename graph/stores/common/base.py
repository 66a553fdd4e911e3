"""What every store is: somewhere to ask a query and get an answer.

StoreError              the base of this package's errors
├── StoreUnreachable    the store does not start or does not answer
│   ├── WrongCredentials the server does not take this user and password
│   ├── WrongVersion     the server is too old, or none that is known here
│   └── NoDatabase       the server has no such database, or it is not started
├── ServerReadOnly      what is to be written is not taken: read-only, or no leader of a cluster
├── ServerFull          the server has no memory or disk left for what is to be written
├── QueryRefused        the query would write, read files or is not allowed
├── QueryTooLong        the query ran into the time limit
└── BadQuery            the query is not well-formed, or asks for what is not there
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

# What a cell of an answer can be, whichever engine gave it.
Cell = str | int | float | bool | None | list["Cell"] | dict[str, "Cell"]
Parameter = str | int | float | None


@dataclass(frozen=True)
class Limits:
    """How long a query may run, in seconds, and how many rows it may give."""

    seconds: float = 10
    rows: int = 1000


@dataclass(frozen=True)
class Answer:
    """Rows under their columns; `cut` says that there were more rows than the limit."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False


class StoreError(Exception):
    """The base of this package's errors."""


class UnknownStore(StoreError):
    """No store has this address."""


class StoreUnreachable(StoreError):
    """The store does not start or does not answer."""


class WrongCredentials(StoreUnreachable):
    """The server does not take this user and password."""


class WrongVersion(StoreUnreachable):
    """The server is too old, or speaks no language that is known here."""


class NoDatabase(StoreUnreachable):
    """The server has no such database, or it is not started."""


class ServerReadOnly(StoreError):
    """The server takes no writes: a read-only database, no leader, or a user without the right."""


class ServerFull(StoreError):
    """The server has not memory or disk enough for what is to be written."""


class QueryRefused(StoreError):
    """The query would write, or reach out of the store."""


class QueryTooLong(StoreError):
    """The query ran into the time limit."""


class BadQuery(StoreError):
    """The query is not well-formed."""


class Store(Protocol):
    """A place to ask: open until closed, never changed by a question."""

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a query.

        Raises QueryRefused, QueryTooLong, BadQuery or StoreUnreachable.
        """
        ...

    def close(self) -> None:
        """Ends all that the store has started."""
        ...


def cut_rows(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]], limits: Limits) -> Answer:
    """An answer of at most the limit's rows; one row more than that must be given to see a cut."""
    return Answer(tuple(columns), tuple(rows[: limits.rows]), cut=len(rows) > limits.rows)
