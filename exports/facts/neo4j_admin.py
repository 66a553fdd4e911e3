"""A property graph as CSV that `neo4j-admin database import full` takes as it is.

One file for each label, each kind of statement and each edge type; the header says each column's
type. The release node is there too, so that a later `push` of the same facts finds nothing to
change. Nodes and edges are sorted on the disk: memory does not grow with the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice, repeat
from pathlib import Path

from pydantic_core import from_json, to_json

from exports.atomic_write import ExportError, NotWritable
from exports.facts.import_tables import ImportTables
from graph.formats.sorted_elements import (
    NODES,
    TOGETHER,
    GraphStream,
    SortedElement,
    sorted_elements,
    stream_of_parts,
    table_of,
)
from graph.model.dataset import Dataset, ReleasedVersion
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import Edge, Node
from graph.model.release import ReleaseHash, node_of_release
from ontology.schema.value_types import SEPARATOR
from texts.system_errors import reason_of

TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
# The separator of list items and labels, the same as in the tables of the facts.
OPTIONS = (f"--array-delimiter={SEPARATOR}", "--multiline-fields=true")
NODE_COLUMNS, EDGE_COLUMNS = (":ID", ":LABEL"), (":START_ID", ":END_ID", ":TYPE")


class NotImportable(ExportError):
    """A list item holds the separator; the message is the item."""


@dataclass
class Columns:
    """The types of the properties that the rows of each table have, by table and property."""

    types: dict[str, dict[str, type]] = field(default_factory=lambda: defaultdict(dict))
    _shapes: set[tuple[str, ...]] = field(default_factory=set)

    def note(self, table: str, element: Node | Edge) -> None:
        """Notes the properties of a node or edge; one property of a table is always of one type."""
        properties = element.properties
        shape = (table, *properties)
        if shape not in self._shapes:
            self._shapes.add(shape)
            types = map(type, properties.values())
            self.types[table].update(zip(properties, types, strict=True))

    def names(self, table: str) -> Sequence[str]:
        """The properties of a table, in order, once those of all rows are noted."""
        return self._names[table]

    def places_of_lists(self, table: str) -> Sequence[int]:
        """The places of the columns that have lists, once those of all rows are noted."""
        first, types = len(_first_columns(table)), self.types[table]
        return [n for n, name in enumerate(self.names(table), first) if types[name] is list]

    def headers(self) -> dict[str, list[str]]:
        """The columns of each table with their types, once those of all rows are noted."""
        return {table: self._header(table) for table in sorted(self.types)}

    def _header(self, table: str) -> list[str]:
        types = self.types[table]
        return [*_first_columns(table), *(f"{name}:{TYPES[types[name]]}" for name in self.names(table))]

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        return {table: sorted(types) for table, types in self.types.items()}


def _first_columns(table: str) -> Sequence[str]:
    return NODE_COLUMNS if table.startswith(NODES) else EDGE_COLUMNS


def write_import(
    parts: Iterable[Facts], dataset: Dataset, released: ReleasedVersion | None, folder: Path
) -> list[str]:
    """Writes the files into a folder and returns the arguments of neo4j-admin for them.

    All statements of a fact are in the same part. Raises NotImportable and NotWritable, and what
    reading the parts raises; the files that were there are then as they were.
    """
    return write_stream(stream_of_parts(parts, dataset, released), folder)


def write_stream(graph: GraphStream, folder: Path) -> list[str]:
    """Writes the nodes and edges of a graph; see `write_import`."""
    columns = Columns()
    return write_sorted(sorted_elements(graph.elements, columns.note), columns, graph, folder)


def write_sorted(
    elements: Iterator[SortedElement], columns: Columns, graph: GraphStream, folder: Path
) -> list[str]:
    """Writes the nodes and edges of a graph, which are sorted already; see `write_import`.

    `columns` have heard of all before the first comes.
    """
    try:
        return _write(elements, columns, graph, folder)
    except OSError as error:
        raise NotWritable(folder, reason_of(error)) from error


def _write(
    elements: Iterator[SortedElement], columns: Columns, graph: GraphStream, folder: Path
) -> list[str]:
    first = next(elements, None)  # after this all columns are known
    unhashed = _release(graph, "")
    columns.note(table_of(unhashed), unhashed)
    with ImportTables(folder, columns.headers()) as tables:
        hash = _add_rows(chain([first] if first else [], elements), columns, tables)
        node = _release(graph, hash)
        _add(table_of(node), [to_json(node)], columns, tables)
    options = (f"--{name.partition('-')[0]}={path}" for name, path in tables.paths.items())
    return [*OPTIONS, *options]


def _release(graph: GraphStream, hash: str) -> Node:
    return node_of_release(graph.dataset, graph.iri, graph.released, hash)


def _add_rows(
    elements: Iterator[SortedElement], columns: Columns, tables: ImportTables
) -> str:
    """Adds the rows of sorted nodes and edges to their tables; the hash of them all."""
    hash = ReleaseHash()
    while _add_block(islice(elements, TOGETHER), hash, columns, tables):
        pass
    return hash.hexdigest()


@without_garbage_collection()
def _add_block(
    block: Iterable[SortedElement], hash: ReleaseHash, columns: Columns, tables: ImportTables
) -> bool:
    """Adds some rows together, those of each table in their order; whether there were any."""
    rows: dict[bytes, list[bytes]] = defaultdict(list)
    for section, _, table, json in block:
        hash.add(section, json)
        rows[table].append(json)
    for table, jsons in rows.items():
        _add(table.decode(), jsons, columns, tables)
    return bool(rows)


def _add(table: str, jsons: list[bytes], columns: Columns, tables: ImportTables) -> None:
    """Adds the rows of some nodes or edges of a table."""
    # Values are seldom the same: a cache of all strings takes longer than it saves.
    elements = from_json(b"[%b]" % b",".join(jsons), cache_strings="keys")
    names, empty = columns.names(table), repeat("")
    rows: list[list[object]]
    if table.startswith(NODES):
        rows = [
            [node["id"], SEPARATOR.join(node["labels"]), *map(node["properties"].get, names, empty)]
            for node in elements
        ]
    else:
        rows = [
            [edge["start"], edge["end"], edge["type"], *map(edge["properties"].get, names, empty)]
            for edge in elements
        ]
    for place in columns.places_of_lists(table):
        for row in rows:
            if isinstance(items := row[place], list):
                row[place] = _joined(items)
    tables.add(table, rows)


def _joined(items: list[str]) -> str:
    text = SEPARATOR.join(items)
    if text.count(SEPARATOR) >= max(len(items), 1):
        raise NotImportable(next(item for item in items if SEPARATOR in item))
    return text
