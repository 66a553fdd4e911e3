"""The changes that make a database hold a new graph: both are read once, in one order.

A change is a line whose first part says when it is due, so that the sorted changes can be written
as they come: edges go before their nodes, and nodes come before their edges.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import groupby
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from graph.formats.sorted_elements import DIVIDER, NODES, SortedElement
from graph.stores.neo4j.stored_graph import STORED_MARK


class WriteStep(IntEnum):
    """What is written, in this order."""

    REMOVE_EDGES = 1
    REMOVE_NODES = 2
    RELABEL_NODES = 3
    CHANGE_NODES = 4
    CHANGE_EDGES = 5
    ADD_NODES = 6
    ADD_EDGES = 7


class StoredChange(NamedTuple):
    """One change of a database.

    `group` is what the query of a step needs to know: labels joined by colons, a type, or a clause;
    changes of one step and group are written together. `kind` is the kind of node or type of edge.
    `row` is JSON: a new node or edge, the id of a stored element, or that id with its properties.
    """

    step: WriteStep
    group: str
    kind: str
    row: bytes

    def line(self) -> bytes:
        """The change as a line that sorts by step and group."""
        words = (b"%d" % self.step, to_json(self.group), to_json(self.kind), self.row)
        return DIVIDER.join(words) + b"\n"


def change_of(line: bytes) -> StoredChange:
    """The change of a line."""
    step, group, kind, row = line.rstrip(b"\n").split(DIVIDER)
    return StoredChange(WriteStep(int(step)), from_json(group), from_json(kind), row)


def changes(new: Iterable[SortedElement], stored: Iterable[bytes]) -> Iterator[StoredChange]:
    """The changes from what is stored to what is new, both sorted.

    In memory are the ids of the stored nodes that go, for the edges that start there.
    """
    elements = (SortedElement._make(line.rstrip(b"\n").split(DIVIDER)) for line in stored)
    gone: set[str] = set()
    for (section, _), group in groupby(heapq.merge(new, elements), lambda element: element[:2]):
        together = list(group)
        fresh = together.pop() if together[-1].table != STORED_MARK else None
        values = [from_json(element.json) for element in together]
        compare = _node_changes if section == NODES.encode() else _edge_changes
        yield from compare(fresh, values, gone)


def _node_changes(
    new: SortedElement | None, stored: Sequence[Any], gone: set[str]
) -> Iterator[StoredChange]:
    for element, labels, _ in stored if new is None else stored[1:]:
        gone.add(element)
        yield _removal(WriteStep.REMOVE_NODES, element, _kind_of(labels))
    if new is None:
        return
    node = from_json(new.json)
    kind = node["labels"][0]
    if not stored:
        yield StoredChange(WriteStep.ADD_NODES, ":".join(node["labels"]), kind, new.json)
        return
    element, labels, properties = stored[0]
    for word, others in (
        ("REMOVE", {*labels} - {*node["labels"]}),
        ("SET", {*node["labels"]} - {*labels}),
    ):
        if others:
            clause = f"{word} x{_label_text(others)}"
            yield StoredChange(WriteStep.RELABEL_NODES, clause, kind, to_json(element))
    if properties != node["properties"] or {*labels} != {*node["labels"]}:
        yield _change(WriteStep.CHANGE_NODES, element, node["properties"], kind)


def _edge_changes(
    new: SortedElement | None, stored: Sequence[Any], gone: set[str]
) -> Iterator[StoredChange]:
    if new is not None and not stored:
        type = new.table.decode().partition("-")[2]
        yield StoredChange(WriteStep.ADD_EDGES, type, type, new.json)
        return
    edge = from_json(new.json) if new is not None else None
    ends = [edge["start"], edge["type"], edge["end"]] if edge else None
    fits = [ends == stored_ends and start not in gone for _, start, stored_ends, _ in stored]
    place = fits.index(True) if True in fits else None
    for number, (element, _, (_, type, _), _) in enumerate(stored):
        if number != place:
            yield _removal(WriteStep.REMOVE_EDGES, element, type)
    if new is None or edge is None:
        return
    if place is None:
        yield StoredChange(WriteStep.ADD_EDGES, edge["type"], edge["type"], new.json)
        return
    element, _, _, properties = stored[place]
    if properties != edge["properties"]:
        yield _change(WriteStep.CHANGE_EDGES, element, edge["properties"], edge["type"])


def _removal(step: WriteStep, element: str, kind: str) -> StoredChange:
    return StoredChange(step, "", kind, to_json(element))


def _change(
    step: WriteStep, element: str, properties: Mapping[str, object], kind: str
) -> StoredChange:
    return StoredChange(step, "", kind, to_json([element, properties]))


def _kind_of(labels: Sequence[str]) -> str:
    """The kind of a stored node, whose labels are in no order."""
    return next((label for label in labels if label != "Thing"), "Thing")


def _label_text(labels: Iterable[str]) -> str:
    """Labels as Cypher writes them; labels of other programs may have any character."""
    return "".join(f":`{label.replace('`', '``')}`" for label in sorted(labels))
