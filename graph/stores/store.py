"""The interface of every store, its answers, limits and errors.

StoreError              the base of this package's errors
├── StoreUnreachable    the store does not start or does not answer
│   ├── WrongCredentials the server does not take this user and password
│   ├── WrongVersion     the server is too old, or none that is known here
│   └── NoDatabase       the server has no such database, or it is not started
├── ServerReadOnly      a write is refused: the database is read-only, or the server is no leader
├── ServerFull          the server has no memory or disk left for what is to be written
├── OtherDataset        a server holds a dataset of this name with another base IRI
├── DatasetMissing      a server does not hold the dataset
├── QueryRefused        the query would write, read files or is not allowed
├── QueryTooLong        the query ran into the time limit
├── QueryTooLarge       the query ran, and needed more memory than there is
└── BadQuery            the query is not well-formed, or asks for what is not there
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.stores.answer_size import size_rows
from graph.stores.messages import Message, message

# The values of a cell of an answer, for every engine.
Cell = str | int | float | bool | None | list["Cell"] | dict[str, "Cell"]
Parameter = str | int | float | None

# The parameter that every Cypher store fills in: the name that the dataset's nodes and edges carry.
DATASET = "dataset"


@dataclass(frozen=True)
class Limits:
    """How long a query may take, in seconds with waiting, and how much it may return.

    `cell_bytes` and `answer_bytes` are sizes in UTF-8: a longer cell is shortened, and an answer
    has no more rows once it is larger. `megabytes` is the memory that a process of the SPARQL
    engine may take.
    """

    seconds: float = 10
    rows: int = 1000
    cell_bytes: int = 20_000
    answer_bytes: int = 2_000_000
    megabytes: int = 2048

    def message(self, key: str) -> Message:
        """A message that names the limit of time."""
        return message(key, seconds=f"{self.seconds:g}")


@dataclass(frozen=True)
class Answer:
    """Rows under their columns.

    `is_cut`: there were more rows than the limits allow; `is_shortened`: a cell was longer.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_cut: bool = False
    is_shortened: bool = False


class StoreError(Exception):
    """The base of this package's errors.

    `reason` is a message of this package, in both languages, or the words of an engine as they are.
    """

    def __init__(self, reason: Message | str = "") -> None:
        self.reason = reason
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """The reason in `zh` or `en`."""
        return self.reason if isinstance(self.reason, str) else self.reason.text(language)


class UnknownStore(StoreError):
    """No store has this address."""


class StoreUnreachable(StoreError):
    """The store does not start or does not answer."""


class WrongCredentials(StoreUnreachable):
    """The server does not accept this user and password."""


class WrongVersion(StoreUnreachable):
    """The server is too old, or speaks no language that is known here."""


class NoDatabase(StoreUnreachable):
    """The server has no such database, or it is not started."""


class ServerReadOnly(StoreError):
    """The server takes no writes: a read-only database, no leader, or a user without the right."""


class ServerFull(StoreError):
    """The server has too little memory or disk for what is to be written."""


class OtherDataset(StoreError):
    """The server holds a dataset of this name with another base IRI."""


class DatasetMissing(StoreError):
    """The server does not hold the dataset."""


class QueryRefused(StoreError):
    """The query would write, or reach out of the store."""


class QueryTooLong(StoreError):
    """The query ran into the time limit."""


class QueryTooLarge(QueryRefused):
    """The query ran but needed more memory than there is."""


class BadQuery(StoreError):
    """The query is not well-formed."""


class Store(Protocol):
    """A store of the graph: open until it is closed, and never changed by a query."""

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        """The answer to a query.

        Raises QueryRefused, QueryTooLong, BadQuery or StoreUnreachable.
        """
        ...

    def close(self) -> None:
        """Ends all that the store has started."""
        ...


def limited_answer(
    columns: Sequence[str], rows: Iterable[tuple[Cell, ...]], limits: Limits
) -> Answer:
    """An answer within the limits; at most one row more is read."""
    sized = size_rows(rows, limits.rows, limits.cell_bytes, limits.answer_bytes)
    return Answer(tuple(columns), tuple(sized.rows), sized.is_cut, sized.is_shortened)
