"""Changes as batches of rows: their order, their size, and a fault while one is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic_core import to_json

from graph.stores.neo4j.batches import BATCH, Batch, BatchWriter
from graph.stores.neo4j.stored_changes import StoredChange, WriteStep


def new_nodes(count: int, labels: str) -> Iterator[StoredChange]:
    """Nodes that are to be added, each with its number as its only property."""
    for number in range(count):
        row = to_json({"properties": {"number": number}})
        yield StoredChange(WriteStep.ADD_NODES, labels, labels, row)


def new_edge(type: str) -> StoredChange:
    row = to_json({"start": "a", "end": "b", "properties": {}})
    return StoredChange(WriteStep.ADD_EDGES, type, type, row)


def batches_of(changes: Iterator[StoredChange] | list[StoredChange]) -> list[Batch]:
    """The batches in the order in which they are written."""
    batches: list[Batch] = []
    with BatchWriter(batches.append) as writer:
        for change in changes:
            writer.add(change)
        writer.flush()
    return batches


def test_nodes_of_all_labels_share_batches_and_keep_their_labels() -> None:
    batches = batches_of([*new_nodes(BATCH - 1, "Place:Thing"), *new_nodes(3, "Source:Thing")])
    assert [batch.size for batch in batches] == [BATCH, 2]
    assert len({batch.query for batch in batches}) == 1
    groups = [(labels, len(rows)) for batch in batches for labels, rows in batch.rows]
    assert groups == [("Place:Thing", BATCH - 1), ("Source:Thing", 1), ("Source:Thing", 2)]


def test_edges_share_a_query_if_their_ends_have_the_same_labels() -> None:
    types = ["IN", "ABOUT", "CONTRADICTS"]
    batches = batches_of([new_edge(type) for type in types])
    assert sorted([type for type, _ in batch.rows] for batch in batches) == [
        ["CONTRADICTS"],
        ["IN", "ABOUT"],
    ]


def test_changes_of_a_step_are_written_before_those_of_the_next() -> None:
    removal = StoredChange(WriteStep.REMOVE_NODES, "", "Place", to_json("4:x:1"))
    steps = [batch.step for batch in batches_of([removal, *new_nodes(2, "Place"), new_edge("IN")])]
    assert steps == [WriteStep.REMOVE_NODES, WriteStep.ADD_NODES, WriteStep.ADD_EDGES]


def test_rows_of_a_removal_are_not_in_groups() -> None:
    removals = [
        StoredChange(WriteStep.REMOVE_EDGES, "", type, to_json(element))
        for type, element in (("IN", "5:x:1"), ("ABOUT", "5:x:2"))
    ]
    [batch] = batches_of(removals)
    assert (batch.rows, batch.size) == (["5:x:1", "5:x:2"], 2)


def test_after_is_called_for_each_batch_when_it_is_written() -> None:
    events: list[tuple[str, int]] = []
    with BatchWriter(
        lambda batch: events.append(("written", batch.size)),
        lambda batch: events.append(("after", batch.size)),
    ) as writer:
        for change in new_nodes(BATCH + 1, "Place"):
            writer.add(change)
        writer.flush()
    assert [event for event in events if event[1] == BATCH] == [
        ("written", BATCH),
        ("after", BATCH),
    ]
    assert [event for event in events if event[1] == 1] == [("written", 1), ("after", 1)]


def test_a_fault_in_writing_stops_the_caller_before_the_batch_after_next() -> None:
    sizes: list[int] = []

    def refuse(batch: Batch) -> None:
        sizes.append(batch.size)
        raise OSError("the server is gone")

    with BatchWriter(refuse) as writer, pytest.raises(OSError, match="server is gone"):
        for change in new_nodes(3 * BATCH, "Place"):
            writer.add(change)
    assert sizes == [BATCH]
