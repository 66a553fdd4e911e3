"""Rows of import tables as text, made while a node or edge is at hand, before all are sorted.

A row whose cells need no quotes is these cells with commas: it takes its place in the line of the
node or edge, and so nothing is parsed again. Any other row is left to the writer of CSV.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from pydantic_core import from_json

from exports.export_file import ExportError
from exports.facts.import_columns import Columns, first_columns
from graph.formats.sorted_elements import BATCH_ELEMENTS, DIVIDER, element_line, table_of
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import Edge, Node
from ontology.schema.value_types import SEPARATOR

# A cell that has one of these needs quotes; DIVIDER would end the row.
QUOTED_CHARACTERS = ('"', "\r", DIVIDER.decode())
# A table and the properties, sorted, that some of its rows have.
Shape = tuple[str, tuple[str, ...]]
# The last part of a line whose row is left to the writer of CSV.
NO_ROW = b"\0\0\n"


class NotImportable(ExportError):
    """A list item contains the separator; the message is the item."""


class ImportRows:
    """Makes rows of nodes and edges; the columns are those of all that were made into lines."""

    def __init__(self, columns: Columns) -> None:
        """`columns` are told of all nodes and edges that become lines."""
        self._columns = columns
        self._shapes: dict[Shape, int] = {}
        self._templates: dict[bytes, bytes] = {}

    def lines(self, elements: Iterable[Node | Edge]) -> Iterator[list[bytes]]:
        """Lines of nodes and edges as `element_lines` makes them, with two parts more: the number
        of the row's shape and its cells, or NO_ROW.

        Raises NotImportable.
        """
        elements = iter(elements)
        while lines := self._next_lines(elements):
            yield lines

    def row(self, table: bytes, json: bytes, shape: bytes, cells: bytes) -> bytes:
        """The row of a line by its parts; all lines have been made. Raises NotImportable."""
        if not shape:
            return csv_line(_cells(from_json(json), table.decode(), self._columns))
        template = self._templates.get(shape)
        if template is None:
            template = self._template(shape)
        return template % tuple(cells[:-1].split(b",")) if template else cells

    @without_garbage_collection()
    def _next_lines(self, elements: Iterator[Node | Edge]) -> list[bytes]:
        block = list(islice(elements, BATCH_ELEMENTS))
        alike: dict[object, list[int]] = defaultdict(list)
        for place, element in enumerate(block):
            alike[_table_key(element), tuple(element.properties)].append(place)
        lines = [b""] * len(block)
        for places in alike.values():
            group = [block[place] for place in places]
            for place, line in zip(places, self._lines_of_alike(group), strict=True):
                lines[place] = line
        return lines

    def _lines_of_alike(self, elements: Sequence[Node | Edge]) -> Iterator[bytes]:
        """The lines of nodes or edges of one table that have the same properties."""
        table = table_of(elements[0])
        self._columns.note(table, elements[0])
        names = tuple(sorted(elements[0].properties))
        number = self._shapes.setdefault((table, names), len(self._shapes) + 1)
        rows = _joined_cells(elements, names)
        row_parts = b"\0%d\0%%b\n" % number
        for element, row in zip(elements, rows, strict=True):
            yield element_line(element, table) + (row_parts % row if row else NO_ROW)

    def _template(self, shape: bytes) -> bytes:
        """The cells of a shape among the columns of its table; empty if it has all of them."""
        shapes = {b"%d" % number: shape for shape, number in self._shapes.items()}
        table, names = shapes[shape]
        filled_columns = [True] * len(first_columns(table))
        filled_columns += [name in names for name in self._columns.names(table)]
        cells = b",".join(b"%b" if is_filled else b"" for is_filled in filled_columns) + b"\n"
        template = b"" if all(filled_columns) else cells
        self._templates[shape] = template
        return template


def _table_key(element: Node | Edge) -> object:
    """A value that all nodes or edges of one table share; faster to compute than its name."""
    if isinstance(element, Edge):
        return element.type
    return element.labels, element.properties.get("kind")


def csv_line(cells: Sequence[object]) -> bytes:
    """A row as the standard writer of CSV writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode()


def _joined_cells(elements: Sequence[Node | Edge], names: Sequence[str]) -> Sequence[bytes]:
    """The cells of nodes or edges of one table that have the same properties; a row that needs
    quotes is empty."""
    properties = [element.properties for element in elements]
    cells = _first_cells(elements)
    cells += (_texts(list(map(itemgetter(name), properties))) for name in names)
    rows = list(map(",".join, zip(*cells, strict=True)))
    rows_text = "\n".join(rows)
    if _are_plain(rows_text, len(rows), len(cells)):
        return rows_text.encode().split(b"\n")
    return [row.encode() if _are_plain(row, 1, len(cells)) else b"" for row in rows]


def _are_plain(rows: str, count: int, columns: int) -> bool:
    """Whether no cell of some rows needs quotes."""
    if rows.count("\n") + 1 != count or rows.count(",") != count * (columns - 1):
        return False
    return not any(character in rows for character in QUOTED_CHARACTERS)


def _first_cells(elements: Sequence[Node | Edge]) -> list[Iterable[str]]:
    """The columns before the properties."""
    nodes = [element for element in elements if isinstance(element, Node)]
    if nodes:
        return [[node.id for node in nodes], [SEPARATOR.join(nodes[0].labels)] * len(nodes)]
    edges = [element for element in elements if isinstance(element, Edge)]
    ends = [edge.start for edge in edges], [edge.end for edge in edges]
    return [*ends, [edges[0].type] * len(edges)]


def _texts(values: Sequence[Any]) -> Iterable[str]:
    """The values of one property, all of one type, as text."""
    if isinstance(values[0], str):
        return values
    return map(_list_cell if isinstance(values[0], list) else str, values)


def _cells(element: Mapping[str, Any], table: str, columns: Columns) -> list[object]:
    """The cells of a node or edge that was read from JSON."""
    properties = element["properties"]
    values = (properties.get(name) for name in columns.names(table))
    cells = (_list_cell(value) if isinstance(value, list) else value for value in values)
    if "labels" in element:
        return [element["id"], SEPARATOR.join(element["labels"]), *cells]
    return [element["start"], element["end"], element["type"], *cells]


def _list_cell(items: list[str]) -> str:
    text = SEPARATOR.join(items)
    if text.count(SEPARATOR) >= max(len(items), 1):
        raise NotImportable(next(item for item in items if SEPARATOR in item))
    return text
