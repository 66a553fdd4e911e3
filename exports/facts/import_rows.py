"""Rows of import tables as text, made while a node or edge is at hand, before all are sorted.

A row whose cells need no quotes is these cells with commas: it takes its place in the line of the
node or edge, and so nothing is parsed again. Any other row is left to the writer of CSV.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from pydantic_core import from_json

from exports.atomic_write import ExportError
from exports.facts.import_columns import Columns, first_columns
from graph.formats.sorted_elements import TOGETHER, element_line, table_of
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import Edge, Node
from ontology.schema.value_types import SEPARATOR

# A cell with a comma needs quotes too; commas are counted. DIVIDER would end the row.
_has_special = re.compile('["\r\n\0]').search
# A table and the properties, sorted, that some of its rows have.
Shape = tuple[str, tuple[str, ...]]


class NotImportable(ExportError):
    """A list item holds the separator; the message is the item."""


class ImportRows:
    """Makes rows of nodes and edges; the columns are those of all that were made into lines."""

    def __init__(self, columns: Columns) -> None:
        """`columns` hear of all nodes and edges that become lines."""
        self._columns = columns
        self._shapes: dict[Shape, int] = {}
        self._templates: dict[bytes, bytes] = {}

    def lines(self, elements: Iterable[Node | Edge]) -> Iterator[list[bytes]]:
        """Lines of nodes and edges as `element_lines` makes them; most have their row at the end.

        Raises NotImportable.
        """
        elements = iter(elements)
        while lines := self._next_lines(elements):
            yield lines

    def row(self, table: bytes, json: bytes, shape: bytes = b"", cells: bytes = b"") -> bytes:
        """The row of a line; all lines have been made. Raises NotImportable."""
        if not shape:
            return csv_line(_cells(from_json(json), table.decode(), self._columns))
        template = self._templates.get(shape) or self._template(shape)
        return template % tuple(cells.split(b","))

    @without_garbage_collection()
    def _next_lines(self, elements: Iterator[Node | Edge]) -> list[bytes]:
        block = list(islice(elements, TOGETHER))
        tables = [table_of(element) for element in block]
        alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, (table, element) in enumerate(zip(tables, block, strict=True)):
            alike[table, *element.properties].append(place)
        rows = [b""] * len(block)
        for (table, *names), places in alike.items():
            self._columns.note(table, block[places[0]])
            shape = (table, tuple(sorted(names)))
            number = self._shapes.setdefault(shape, len(self._shapes) + 1)
            cells = _joined_cells([block[place] for place in places], shape[1])
            for place, text in zip(places, cells, strict=True):
                if text is not None:
                    rows[place] = f"\0{number}\0{text}".encode()
        lines = map(element_line, block, tables)
        return [b"%b%b\n" % both for both in zip(lines, rows, strict=True)]

    def _template(self, shape: bytes) -> bytes:
        """The cells of a shape among the columns of its table."""
        shapes = {b"%d" % number: shape for shape, number in self._shapes.items()}
        table, names = shapes[shape]
        filled = [True] * len(first_columns(table))
        filled += [name in names for name in self._columns.names(table)]
        template = b",".join(b"%b" if is_filled else b"" for is_filled in filled) + b"\n"
        self._templates[shape] = template
        return template


def csv_line(cells: Sequence[object]) -> bytes:
    """A row as the standard writer of CSV writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode()


def _joined_cells(elements: Sequence[Node | Edge], names: Sequence[str]) -> Iterator[str | None]:
    """The cells of nodes or edges of one table that have the same properties; None for a row that
    needs quotes."""
    properties = [element.properties for element in elements]
    cells = _first_cells(elements)
    cells += (_texts(list(map(itemgetter(name), properties))) for name in names)
    commas = len(cells) - 1
    for row in map(",".join, zip(*cells, strict=True)):
        yield None if row.count(",") != commas or _has_special(row) else row


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
    return map(_joined if isinstance(values[0], list) else str, values)


def _cells(element: Mapping[str, Any], table: str, columns: Columns) -> list[object]:
    """The cells of a node or edge that was read from JSON."""
    properties = element["properties"]
    values = (properties.get(name) for name in columns.names(table))
    cells = (_joined(value) if isinstance(value, list) else value for value in values)
    if "labels" in element:
        return [element["id"], SEPARATOR.join(element["labels"]), *cells]
    return [element["start"], element["end"], element["type"], *cells]


def _joined(items: list[str]) -> str:
    text = SEPARATOR.join(items)
    if text.count(SEPARATOR) >= max(len(items), 1):
        raise NotImportable(next(item for item in items if SEPARATOR in item))
    return text
