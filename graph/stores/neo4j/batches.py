"""Changes of a stored graph as batches of rows, each with the query that writes them."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, islice
from typing import Any, NamedTuple

from pydantic_core import from_json

from graph.stores.neo4j.stored_changes import StoredChange, WriteStep
from ontology.derive.neo4j_constraints import edge_ends, key_properties

BATCH = 5000
BY_ELEMENT = {
    "node": "UNWIND $rows AS row MATCH (x) WHERE elementId(x) = row{element} ",
    "edge": "UNWIND $rows AS row MATCH ()-[x]->() WHERE elementId(x) = row{element} ",
}
ADD_NODES = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
ADD_EDGES = (
    "UNWIND $rows AS row "
    "MATCH (a:{start_label} {{dataset: $dataset, {start_key}: row[0]}}) "
    "MATCH (b:{end_label} {{dataset: $dataset, {end_key}: row[1]}}) "
    "CREATE (a)-[r:{type}]->(b) SET r = row[2]"
)


class Batch(NamedTuple):
    """Rows of one query: the step, the query, and what it reads of each change."""

    step: WriteStep
    query: str
    rows: list[Any]


def batches_made_ahead(due: Iterable[StoredChange]) -> Generator[Batch, None, None]:
    """Changes in their order, of each query BATCH at a time.

    A thread makes the next batch while the caller writes one; no more than one waits. Raises what
    the changes raise.
    """
    batches = _batches(due)
    with ThreadPoolExecutor(max_workers=1) as thread:
        upcoming = thread.submit(next, batches, None)
        while (batch := upcoming.result()) is not None:
            upcoming = thread.submit(next, batches, None)
            yield batch


def _batches(due: Iterable[StoredChange]) -> Iterator[Batch]:
    """Changes in their order, of each query BATCH at a time."""
    for (step, group), together in groupby(due, key=lambda change: change[:2]):
        query = _query(step, group)
        while json := b",".join(change.row for change in islice(together, BATCH)):
            yield Batch(step, query, _rows(step, from_json(b"[" + json + b"]")))


def _rows(step: WriteStep, changes: list[Any]) -> list[Any]:
    """What the query of a step needs of some changes: less is sent, and less is read there."""
    match step:
        case WriteStep.ADD_NODES:
            return [node["properties"] for node in changes]
        case WriteStep.ADD_EDGES:
            return [[edge["start"], edge["end"], edge["properties"]] for edge in changes]
        case _:
            return changes


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
            return ADD_NODES.format(labels=group)
        case WriteStep.ADD_EDGES:
            return _add_edges(group)


def _add_edges(type: str) -> str:
    start, end = edge_ends(type)
    keys = key_properties()
    return ADD_EDGES.format(
        type=type, start_label=start, start_key=keys[start], end_label=end, end_key=keys[end]
    )
