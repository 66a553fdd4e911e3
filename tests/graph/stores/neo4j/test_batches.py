"""Changes as batches of rows: their order, their size, and a fault among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic_core import to_json

from graph.stores.neo4j.batches import BATCH, batches_made_ahead
from graph.stores.neo4j.stored_changes import StoredChange, WriteStep


def new_nodes(count: int, labels: str) -> Iterator[StoredChange]:
    """Nodes that are to be added, each with its number as its only property."""
    for number in range(count):
        row = to_json({"id": f"{labels}{number}", "properties": {"number": number}})
        yield StoredChange(WriteStep.ADD_NODES, labels, labels, row)


def test_every_change_is_in_a_batch_of_its_query_and_in_order() -> None:
    changes = [*new_nodes(BATCH + 2, "Place"), *new_nodes(3, "Source")]
    batches = list(batches_made_ahead(changes))
    assert [len(batch.rows) for batch in batches] == [BATCH, 2, 3]
    assert ["Source" in batch.query for batch in batches] == [False, False, True]
    first = [row["number"] for batch in batches[:2] for row in batch.rows]
    assert first == list(range(BATCH + 2))


def test_no_more_than_one_batch_is_made_ahead() -> None:
    read = 0

    def counted_changes() -> Iterator[StoredChange]:
        nonlocal read
        for change in new_nodes(5 * BATCH, "Place"):
            read += 1
            yield change

    batches = batches_made_ahead(counted_changes())
    next(batches)
    batches.close()  # waits for the batch that is being made
    assert read <= 2 * BATCH + 1


def test_a_fault_in_reading_comes_after_the_batches_before_it() -> None:
    def broken_changes() -> Iterator[StoredChange]:
        yield from new_nodes(BATCH, "Place")
        raise OSError("the disk is full")

    batches = batches_made_ahead(broken_changes())
    assert len(next(batches).rows) == BATCH
    with pytest.raises(OSError, match="disk is full"):
        next(batches)
