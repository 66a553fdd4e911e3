"""The changes that make a database hold a new graph: both are read once, in one order.

A change is a line whose first part says when it is due, so that the sorted changes can be written
as they come: edges go before their nodes, and nodes come before their edges.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from graph.formats.sorted_elements import DIVIDER, NODES, SortedElement
from graph.model.property_graph import Node
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


# Changes of how many groups and kinds are made into lines, and back, without JSON.
REMEMBERED_GROUPS = 1_000
# The step, group and kind of a change.
ChangeWords = tuple[WriteStep, str, str]


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
        return _head(int(self.step), self.group, self.kind) + self.row + b"\n"


@lru_cache(REMEMBERED_GROUPS)
def _head(step: int, group: str, kind: str) -> bytes:
    """The beginning of a line, with the DIVIDER before its row."""
    return DIVIDER.join((b"%d" % step, to_json(group), to_json(kind), b""))


def change_of(line: bytes) -> StoredChange:
    """The change of a line."""
    head, _, row = line.rstrip(b"\n").rpartition(DIVIDER)
    return StoredChange(*_words(head), row)


@lru_cache(REMEMBERED_GROUPS)
def _words(head: bytes) -> ChangeWords:
    step, group, kind = head.split(DIVIDER)
    return WriteStep(int(step)), from_json(group), from_json(kind)


def changes(new: Iterable[SortedElement], stored_lines: Iterable[bytes]) -> Iterator[StoredChange]:
    """The changes from what is stored to what is new, both sorted.

    In memory are the ids of the stored nodes that go, for the edges that start there.
    """
    elements = (SortedElement._make(line.rstrip(b"\n").split(DIVIDER)) for line in stored_lines)
    additions, gone = Additions(), set[str]()
    for (section, _), group in groupby(heapq.merge(new, elements), itemgetter(0, 1)):
        together = list(group)
        fresh = together.pop() if together[-1].table != STORED_MARK else None
        if fresh is not None and not together:
            yield additions.change(fresh)
            continue
        values = [from_json(element.json) for element in together]
        compare = _node_changes if section == NODES.encode() else _edge_changes
        yield from compare(fresh, values, gone)


class Additions:
    """New nodes and edges as changes: those of a table differ in nothing but their rows."""

    def __init__(self) -> None:
        self._words_by_table: dict[bytes, ChangeWords] = {}

    def change(self, element: SortedElement) -> StoredChange:
        """The change that adds a new node or edge."""
        words = self._words_by_table.get(element.table)
        if words is None:
            words = self._words_by_table[element.table] = _addition_words(element)
        return StoredChange(*words, element.json)


def node_addition(node: Node) -> StoredChange:
    """The change that adds a node."""
    row = to_json({"properties": node.properties})
    return StoredChange(WriteStep.ADD_NODES, ":".join(node.labels), node.labels[0], row)


def _addition_words(element: SortedElement) -> ChangeWords:
    content = from_json(element.json)
    if element.section == NODES.encode():
        return WriteStep.ADD_NODES, ":".join(content["labels"]), content["labels"][0]
    return WriteStep.ADD_EDGES, content["type"], content["type"]


def _node_changes(
    new: SortedElement | None, stored_nodes: Sequence[Any], removed_ids: set[str]
) -> Iterator[StoredChange]:
    for element, labels, _ in stored_nodes if new is None else stored_nodes[1:]:
        removed_ids.add(element)
        yield _removal(WriteStep.REMOVE_NODES, element, _kind_of(labels))
    if new is None:
        return
    node = from_json(new.json)
    kind = node["labels"][0]
    element, labels, properties = stored_nodes[0]
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
    new: SortedElement | None, stored_edges: Sequence[Any], removed_ids: set[str]
) -> Iterator[StoredChange]:
    edge = from_json(new.json) if new is not None else None
    ends = [edge["start"], edge["type"], edge["end"]] if edge else None
    fits = [
        ends == stored_ends and start not in removed_ids
        for _, start, stored_ends, _ in stored_edges
    ]
    place = fits.index(True) if True in fits else None
    for number, (element, _, (_, type, _), _) in enumerate(stored_edges):
        if number != place:
            yield _removal(WriteStep.REMOVE_EDGES, element, type)
    if new is None or edge is None:
        return
    if place is None:
        yield StoredChange(WriteStep.ADD_EDGES, edge["type"], edge["type"], new.json)
        return
    element, _, _, properties = stored_edges[place]
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
