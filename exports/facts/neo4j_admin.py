"""A property graph as CSV that `neo4j-admin database import full` takes as it is.

One file for each label, each kind of statement and each edge type; the header says each column's
type. The release node is there too, so that a later `push` of the same facts finds nothing to
change.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

from exports.atomic_write import ExportError, write_parts_atomically
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import Edge, Node, PropertyGraph, PropertyValue
from graph.model.release import release_node
from ontology.schema.value_types import SEPARATOR

TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
# The separator of list items and labels, the same as in the tables of the facts.
OPTIONS = (f"--array-delimiter={SEPARATOR}", "--multiline-fields=true")


class NotImportable(ExportError):
    """A list item holds the separator; the message is the item."""


@without_garbage_collection()
def write_import(graph: PropertyGraph, folder: Path) -> list[str]:
    """Writes the files into a folder and returns the arguments of neo4j-admin for them.

    Raises NotImportable and NotWritable.
    """
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in (*graph.nodes, release_node(graph)):
        nodes[_table(node)].append(node)
    links: dict[str, list[Edge]] = defaultdict(list)
    for link in graph.edges:
        links[link.type].append(link)
    arguments = [*OPTIONS]
    for name, group in sorted(nodes.items()):
        path = folder / f"nodes-{name}.csv"
        starts = ([node.id, SEPARATOR.join(node.labels)] for node in group)
        _write(path, [":ID", ":LABEL"], starts, [node.properties for node in group])
        arguments.append(f"--nodes={path}")
    for type, edges in sorted(links.items()):
        path = folder / f"relationships-{type}.csv"
        starts = ([link.start, link.end, link.type] for link in edges)
        columns = [":START_ID", ":END_ID", ":TYPE"]
        _write(path, columns, starts, [link.properties for link in edges])
        arguments.append(f"--relationships={path}")
    return arguments


def _table(node: Node) -> str:
    """The file of a node: statements of one kind are together, with the same columns."""
    kind = node.properties.get("kind")
    return f"{node.labels[0]}-{kind}" if kind else node.labels[0]


def _write(
    path: Path,
    first: Sequence[str],
    starts: Iterable[Sequence[str]],
    properties: Sequence[Mapping[str, PropertyValue]],
) -> None:
    kinds = _types(properties)
    lists = [name for name, kind in kinds.items() if kind == TYPES[list]]

    def write(binary: IO[bytes]) -> None:
        file = io.TextIOWrapper(binary, encoding="utf-8", newline="", write_through=True)
        table = csv.writer(file, lineterminator="\n")
        table.writerow([*first, *(f"{name}:{kind}" for name, kind in kinds.items())])
        table.writerows(
            [*start, *map(_joined(values, lists).get, kinds)]
            for start, values in zip(starts, properties, strict=True)
        )
        file.detach()

    write_parts_atomically(path, write)


def _types(properties: Iterable[Mapping[str, PropertyValue]]) -> dict[str, str]:
    """The type of every property, by name."""
    types: dict[str, type] = {}
    for values in properties:
        types.update(zip(values, map(type, values.values()), strict=True))
    return {name: TYPES[types[name]] for name in sorted(types)}


def _joined(properties: Mapping[str, PropertyValue], lists: Sequence[str]) -> Mapping[str, PropertyValue]:
    """The properties with their lists as text; raises NotImportable."""
    texts: dict[str, PropertyValue] = {}
    for name in lists:
        if name in properties:
            items = properties[name]
            assert isinstance(items, list)
            text = SEPARATOR.join(items)
            if text.count(SEPARATOR) >= max(len(items), 1):
                raise NotImportable(next(item for item in items if SEPARATOR in item))
            texts[name] = text
    return {**properties, **texts} if texts else properties
