"""Changes of a stored graph in batches, each with the query that writes it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from types import TracebackType
from typing import Any, NamedTuple, Self

from pydantic_core import from_json

from graph.stores.neo4j.stored_changes import StoredChange, WriteStep
from ontology.derive.neo4j_constraints import edge_ends, key_properties

BATCH = 5000
BY_ELEMENT = {
    "node": "UNWIND $rows AS row MATCH (x) WHERE elementId(x) = row{element} ",
    "edge": "UNWIND $rows AS row MATCH ()-[x]->() WHERE elementId(x) = row{element} ",
}
# Labels and types come with the rows: a server that has just started takes a twentieth of a second
# to plan each query, and there are almost fifty kinds of nodes and types of edges.
ADD_NODES = (
    "UNWIND $rows AS group UNWIND group[1] AS properties "
    "CREATE (n:$(split(group[0], ':'))) SET n = properties"
)
ADD_EDGES = (
    "UNWIND $rows AS group UNWIND group[1] AS row "
    "MATCH (a:{start_label} {{dataset: $dataset, {start_key}: row[0]}}) "
    "MATCH (b:{end_label} {{dataset: $dataset, {end_key}: row[1]}}) "
    "CREATE (a)-[r:$(group[0])]->(b) SET r = row[2]"
)


class Batch(NamedTuple):
    """Rows of one query, how many changes they are, and the step of these.

    Rows of new nodes and edges are in groups: `[labels or type, rows]`.
    """

    step: WriteStep
    query: str
    rows: list[Any]
    size: int


# What is done with a batch.
Write = Callable[[Batch], object]


class BatchWriter:
    """Writes changes, of each query BATCH at a time; changes of one step before those of the next.

    A thread writes a batch while the caller makes the next one. `write` is called in that thread,
    `after` in the caller's, once a batch is written. Raises what `write` raises.
    """

    def __init__(
        self,
        write: Callable[[Batch], object],
        after: Callable[[Batch], object] = lambda batch: None,
    ) -> None:
        self._write, self._after = write, after
        self._step = WriteStep.REMOVE_EDGES
        self._unsent: dict[str, _UnsentRows] = {}
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._in_writing: tuple[Batch, Future[object]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._thread.shutdown()

    def add(self, change: StoredChange) -> None:
        """Takes a change; writes the changes of its query if they fill a batch."""
        if change.step != self._step:
            self.flush()
            self._step = change.step
        query = _query(change.step, change.group)
        unsent = self._unsent.setdefault(query, _UnsentRows())
        unsent.add(change)
        if unsent.size == BATCH:
            self._send(query, self._unsent.pop(query))

    def flush(self) -> None:
        """Writes all changes that were taken, and returns when the last one is written."""
        while self._unsent:
            self._send(*self._unsent.popitem())
        self._wait()

    def _send(self, query: str, unsent: _UnsentRows) -> None:
        batch = unsent.batch(self._step, query)
        self._wait()
        self._in_writing = batch, self._thread.submit(self._write, batch)

    def _wait(self) -> None:
        if self._in_writing:
            batch, writing = self._in_writing
            self._in_writing = None
            writing.result()
            self._after(batch)


class _UnsentRows:
    """Rows of one query, as JSON, by the group of their changes."""

    def __init__(self) -> None:
        self.size = 0
        self._rows: dict[str, list[bytes]] = {}

    def add(self, change: StoredChange) -> None:
        self._rows.setdefault(change.group, []).append(change.row)
        self.size += 1

    def batch(self, step: WriteStep, query: str) -> Batch:
        groups = {
            group: _values(step, from_json(b"[" + b",".join(rows) + b"]"))
            for group, rows in self._rows.items()
        }
        if step in (WriteStep.ADD_NODES, WriteStep.ADD_EDGES):
            return Batch(step, query, [[*group] for group in groups.items()], self.size)
        return Batch(step, query, [row for rows in groups.values() for row in rows], self.size)


def _values(step: WriteStep, changes: list[Any]) -> list[Any]:
    """What the query of a step needs of some changes: less is sent, and less is read there."""
    match step:
        case WriteStep.ADD_NODES:
            return [node["properties"] for node in changes]
        case WriteStep.ADD_EDGES:
            return [[edge["start"], edge["end"], edge["properties"]] for edge in changes]
        case _:
            return changes


@lru_cache
def _query(step: WriteStep, group: str) -> str:
    match step:
        case WriteStep.REMOVE_EDGES:
            return BY_ELEMENT["edge"].format(element="") + "DELETE x"
        case WriteStep.REMOVE_NODES:
            return BY_ELEMENT["node"].format(element="") + "DELETE x"
        case WriteStep.RELABEL_NODES:
            return BY_ELEMENT["node"].format(element="") + group
        case WriteStep.CHANGE_NODES:
            return BY_ELEMENT["node"].format(element="[0]") + "SET x = row[1]"
        case WriteStep.CHANGE_EDGES:
            return BY_ELEMENT["edge"].format(element="[0]") + "SET x = row[1]"
        case WriteStep.ADD_NODES:
            return ADD_NODES
        case WriteStep.ADD_EDGES:
            return _add_edges(group)


def _add_edges(type: str) -> str:
    start, end = edge_ends(type)
    keys = key_properties()
    return ADD_EDGES.format(
        start_label=start, start_key=keys[start], end_label=end, end_key=keys[end]
    )
