"""A property graph as CSV that `neo4j-admin database import full` takes as it is.

One file for each label, each kind of statement and each edge type; the header says each column's
type. The release node is there too, so that a later `push` of the same facts finds nothing to
change. Nodes and edges are sorted on the disk: memory does not grow with the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from exports.atomic_write import ExportError, NotWritable
from exports.facts.import_tables import ImportTables
from graph.formats.sorted_lines import sorted_lines
from graph.model.dataset import Dataset, ReleasedVersion
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import Edge, Node, graph_edges, graph_nodes
from graph.model.release import ReleaseHash, node_of_release
from ontology.schema.value_types import SEPARATOR
from texts.system_errors import reason_of

TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
# The separator of list items and labels, the same as in the tables of the facts.
OPTIONS = (f"--array-delimiter={SEPARATOR}", "--multiline-fields=true")
NODE_COLUMNS, EDGE_COLUMNS = (":ID", ":LABEL"), (":START_ID", ":END_ID", ":TYPE")
NODES, RELATIONSHIPS = "nodes", "relationships"
# Between the parts of a sorted line: no id has this character, and JSON escapes it.
DIVIDER = b"\x00"
# How many nodes and edges are made into lines at a time.
TOGETHER = 5_000


class NotImportable(ExportError):
    """A list item holds the separator; the message is the item."""


@dataclass
class Columns:
    """The types of the properties that the rows of each table have, by table and property."""

    types: dict[str, dict[str, type]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, table: str, properties: Mapping[str, object]) -> None:
        """Notes the properties of a row."""
        self.types[table].update(zip(properties, map(type, properties.values()), strict=True))

    def names(self, table: str) -> Sequence[str]:
        """The properties of a table, in order, once those of all rows are noted."""
        return self._names[table]

    def headers(self) -> dict[str, list[str]]:
        """The columns of each table with their types, once those of all rows are noted."""
        return {table: self._header(table) for table in sorted(self.types)}

    def _header(self, table: str) -> list[str]:
        first = NODE_COLUMNS if table.startswith(NODES) else EDGE_COLUMNS
        types = self.types[table]
        return [*first, *(f"{name}:{TYPES[types[name]]}" for name in self.names(table))]

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        return {table: sorted(types) for table, types in self.types.items()}


def write_import(
    parts: Iterable[Facts], dataset: Dataset, released: ReleasedVersion | None, folder: Path
) -> list[str]:
    """Writes the files into a folder and returns the arguments of neo4j-admin for them.

    All statements of a fact are in the same part. Raises NotImportable and NotWritable, and what
    reading the parts raises; the files that were there are then as they were.
    """
    elements = chain.from_iterable(map(graph_elements, parts))
    name, iri = dataset.name, dataset.base_iri
    return write_elements(elements, lambda hash: node_of_release(name, iri, released, hash), folder)


def graph_elements(facts: Facts) -> Iterator[Node | Edge]:
    """All nodes and edges of some facts, not in order."""
    return chain(graph_nodes(facts), graph_edges(facts))


def write_elements(
    elements: Iterable[Node | Edge], release: Callable[[str], Node], folder: Path
) -> list[str]:
    """Writes nodes and edges in any order; `release` makes the release's node from their hash."""
    try:
        return _write_elements(elements, release, folder)
    except OSError as error:
        raise NotWritable(folder, reason_of(error)) from error


def _write_elements(
    elements: Iterable[Node | Edge], release: Callable[[str], Node], folder: Path
) -> list[str]:
    columns = Columns()
    lines = chain.from_iterable(map(bytes.splitlines, sorted_lines(_lines(elements, columns))))
    first = next(lines, None)  # after this all columns are known
    unhashed = release("")
    columns.note(_table(unhashed), unhashed.properties)
    with ImportTables(folder, columns.headers()) as tables:
        hash = _add_rows(chain([first] if first else [], lines), columns, tables)
        node = release(hash)
        _add_node(_table(node), node.id, node.labels, node.properties, columns, tables)
    options = (f"--{name.partition('-')[0]}={path}" for name, path in tables.paths.items())
    return [*OPTIONS, *options]


def _lines(elements: Iterable[Node | Edge], columns: Columns) -> Iterator[bytes]:
    """The nodes and edges as lines that sort nodes first, by id, in blocks; notes their columns."""
    elements = iter(elements)
    while block := _next_lines(elements, columns):
        yield block


@without_garbage_collection()
def _next_lines(elements: Iterator[Node | Edge], columns: Columns) -> bytes:
    lines = bytearray()
    for element in islice(elements, TOGETHER):
        table = _table(element)
        columns.note(table, element.properties)
        names = f"{table.partition('-')[0]}\x00{element.id}\x00{table}\x00".encode()
        lines += names + to_json(element) + b"\n"
    return bytes(lines)


def _add_rows(lines: Iterable[bytes], columns: Columns, tables: ImportTables) -> str:
    """Adds the rows of sorted lines to their tables; the hash of the nodes and edges."""
    hash, before = ReleaseHash(), b""
    for line in lines:
        section, _, table, json = line.split(DIVIDER)
        if section != before:
            hash.end_of_elements()
            before = section
        hash.add(json)
        element, name = from_json(json), table.decode()
        properties = element["properties"]
        if "labels" in element:
            _add_node(name, element["id"], element["labels"], properties, columns, tables)
        else:
            first = (element["start"], element["end"], element["type"])
            tables.add(name, [*first, *_cells(properties, columns.names(name))])
    hash.end_of_elements()
    return hash.hexdigest()


def _add_node(
    table: str,
    id: str,
    labels: Iterable[str],
    properties: Mapping[str, Any],
    columns: Columns,
    tables: ImportTables,
) -> None:
    cells = _cells(properties, columns.names(table))
    tables.add(table, [id, SEPARATOR.join(labels), *cells])


def _table(element: Node | Edge) -> str:
    """The file of a node or edge: statements of one kind are together, with the same columns."""
    if isinstance(element, Edge):
        return f"{RELATIONSHIPS}-{element.type}"
    kind = element.properties.get("kind")
    return f"{NODES}-{element.labels[0]}-{kind}" if kind else f"{NODES}-{element.labels[0]}"


def _cells(properties: Mapping[str, Any], names: Iterable[str]) -> Iterator[object]:
    """The values of some properties, lists as text; raises NotImportable."""
    for name in names:
        value = properties.get(name)
        yield _joined(value) if isinstance(value, list) else value


def _joined(items: list[str]) -> str:
    text = SEPARATOR.join(items)
    if text.count(SEPARATOR) >= max(len(items), 1):
        raise NotImportable(next(item for item in items if SEPARATOR in item))
    return text
