"""The property graph as two tables for spreadsheets and data frames.

The keys `_id`, `_start` and `_end` are a label and an id, such as `Place:410100`: no program takes
them for numbers, whatever rows it looks at first, and the two tables join on them. The files begin
with a byte-order mark, without which spreadsheets read Chinese in another encoding.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from exports.facts.flat_properties import flat_properties
from graph.formats.csv_injection import escape_formula
from graph.model.property_graph import Node, PropertyGraph
from ontology.schema.value_types import SEPARATOR

CSV_ENCODING = "utf-8-sig"


def nodes_csv(graph: PropertyGraph) -> bytes:
    """A row for each node: its key, its labels and every property."""
    rows = [
        {
            "_id": _key(node),
            "_labels": SEPARATOR.join(node.labels),
            **flat_properties(node.properties),
        }
        for node in graph.nodes
    ]
    return _csv(["_id", "_labels"], rows)


def edges_csv(graph: PropertyGraph) -> bytes:
    """A row for each edge: the keys of its ends, its type, its id and every property."""
    keys = {node.id: _key(node) for node in graph.nodes}
    rows = [
        {
            "_start": keys[edge.start],
            "_type": edge.type,
            "_end": keys[edge.end],
            "_id": f"{edge.type}:{edge.id}",
            **flat_properties(edge.properties),
        }
        for edge in graph.edges
    ]
    return _csv(["_start", "_type", "_end", "_id"], rows)


def _key(node: Node) -> str:
    return f"{node.labels[0]}:{node.id}"


def _csv(first_columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> bytes:
    columns = [*first_columns, *sorted({name for row in rows for name in row} - set(first_columns))]
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, columns, lineterminator="\n")
    table.writeheader()
    table.writerows({name: escape_formula(cell) for name, cell in row.items()} for row in rows)
    return file.getvalue().encode(CSV_ENCODING)
