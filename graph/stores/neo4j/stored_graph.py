"""The part of a database that belongs to a dataset, as lines that sort like those of a new graph.

All is read, not only a mark that says what was written once: other programs may have changed or
deleted some of it since. One record holds a node and all edges that start there, because one record
for each edge takes five times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from graph.formats.sorted_elements import DIVIDER, NODES, RELATIONSHIPS
from graph.stores.neo4j.store import Transaction
from ontology.derive.neo4j_constraints import key_properties
from ontology.schema.kinds import THINGS

LABELS = "|".join(sorted({*key_properties(), *(kind.__name__ for kind in THINGS)}))
READ_QUERY = f"""
MATCH (n:{LABELS}) WHERE n.dataset = $dataset
OPTIONAL MATCH (n)-[r]->(b) WHERE r.dataset = $dataset
WITH n, collect(CASE WHEN r IS NOT NULL THEN [elementId(r), r.id, type(r),
  CASE b.dataset WHEN $dataset THEN coalesce(b.code, b.id) END, properties(r)] END) AS edges
RETURN elementId(n) AS element, coalesce(n.code, n.id) AS id, labels(n) AS labels,
  properties(n) AS properties, edges
"""
# Edges of the dataset whose start node is no longer in it.
STRAY = f"""
MATCH (a)-[r]->() WHERE r.dataset = $dataset
  AND NOT coalesce(a:{LABELS} AND a.dataset = $dataset, false)
RETURN elementId(r) AS element, type(r) AS type
"""
# The table of a stored element: it sorts a stored element before the new one of the same id.
STORED_MARK = b""
# The characters that no id of ours has, and an id that nothing new has.
FOREIGN_CHARACTERS = frozenset("\n\r\x00")
NO_ID = ""


# Neo4j keeps both numbers, so that these queries take no time in any database.
COUNTS = ("MATCH (n) RETURN count(n) AS number", "MATCH ()-[r]->() RETURN count(r) AS number")


def has_only_a_release(transaction: Transaction) -> bool:
    """Whether the database has one node, that of a release, and no edge: nothing to read.

    In an empty server, planning the questions of `stored_lines` takes a second of the processor.
    """
    nodes, edges = (transaction.run(query).single(strict=True)["number"] for query in COUNTS)
    return bool(nodes == 1 and edges == 0)


def stored_lines(transaction: Transaction, dataset: str) -> Iterator[bytes]:
    """A line for each stored node and edge, as `sorted_elements` has them, in no order.

    The JSON of a node is its element id, labels and properties; that of an edge its element id,
    the element id of its start, `[start, type, end]` and properties. Properties are null where no
    graph of ours can have them.
    """
    for row in transaction.run(READ_QUERY, {"dataset": dataset}):
        lines = [_line(NODES, row["id"], _node(row))]
        for element, id, type, end, properties in row["edges"]:
            ends = [row["id"] if isinstance(row["id"], str) else None, type, _text(end)]
            edge = [element, row["element"], ends, _own_properties(properties)]
            lines.append(_line(RELATIONSHIPS, id, edge))
        yield b"".join(lines)
    for row in transaction.run(STRAY, {"dataset": dataset}):
        edge = [row["element"], None, [None, row["type"], None], None]
        yield _line(RELATIONSHIPS, None, edge)


def _node(row: Mapping[str, Any]) -> Sequence[object]:
    return [row["element"], sorted(row["labels"]), _own_properties(row["properties"])]


def _line(section: str, id: object, content: Sequence[object]) -> bytes:
    key = id if isinstance(id, str) and FOREIGN_CHARACTERS.isdisjoint(id) else NO_ID
    parts = (section.encode(), key.encode(), STORED_MARK, to_json(content))
    return DIVIDER.join(parts) + b"\n"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _own_properties(properties: Mapping[str, object]) -> Mapping[str, object] | None:
    """Properties of the types that a graph of ours has; null if another program wrote others."""
    return properties if all(map(_is_plain, properties.values())) else None


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | int | float)
