"""The nodes and edges of a graph as lines, sorted on the disk: the nodes, then the edges, by id.

So a graph that does not fit into memory can be hashed, compared and written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from pydantic_core import to_json

from graph.formats.sorted_lines import sorted_lists
from graph.model.dataset import Dataset, ReleasedVersion
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import (
    Edge,
    Node,
    PropertyGraph,
    graph_edges,
    graph_nodes,
)

NODES, RELATIONSHIPS = "nodes", "relationships"
# Between the parts of a line: no id has this character, and JSON escapes it.
DIVIDER = b"\x00"
# How many nodes and edges are made into lines at a time.
BATCH_ELEMENTS = 5_000

# Called with each node or edge and its table.
Note = Callable[[str, Node | Edge], object]


@dataclass(frozen=True)
class GraphStream:
    """The property graph of a dataset whose nodes and edges, in any order, are read once.

    The fields are those of PropertyGraph.
    """

    elements: Iterable[Node | Edge]
    dataset: str
    iri: str
    release: ReleasedVersion | None = None


class SortedElement(NamedTuple):
    """A node or edge: NODES or RELATIONSHIPS, its id, its table, and all of it as JSON."""

    section: bytes
    id: bytes
    table: bytes
    json: bytes


def stream_of_parts(
    parts: Iterable[Facts], dataset: Dataset, release: ReleasedVersion | None
) -> GraphStream:
    """The graph of facts in parts; all statements of a fact are in the same part."""
    elements = chain.from_iterable(map(graph_elements, parts))
    return GraphStream(elements, dataset.name, dataset.base_iri, release)


def stream_of(graph: PropertyGraph) -> GraphStream:
    """A graph that is in memory."""
    elements: chain[Node | Edge] = chain(graph.nodes, graph.edges)
    return GraphStream(elements, graph.dataset, graph.iri, graph.release)


def graph_elements(facts: Facts) -> Iterator[Node | Edge]:
    """All nodes and edges of some facts, not in order."""
    return chain(graph_nodes(facts), graph_edges(facts))


def sorted_elements(
    elements: Iterable[Node | Edge], note: Note = lambda table, element: None
) -> Iterator[SortedElement]:
    """The nodes by id, then the edges by id; `note` has heard of all before the first comes.

    Raises OSError if a temporary file cannot be written, and what reading the elements raises.
    """
    for lines in sorted_lists(element_lines(elements, note)):
        yield from _elements(lines)


def _elements(lines: Iterable[bytes]) -> Iterator[SortedElement]:
    return (SortedElement._make(line.rstrip(b"\n").split(DIVIDER)) for line in lines)


def table_of(element: Node | Edge) -> str:
    """A name for the nodes and edges of the same columns: by label, kind of statement, or type.

    Nodes of one table have the same labels.
    """
    if isinstance(element, Edge):
        return f"{RELATIONSHIPS}-{element.type}"
    kind = element.properties.get("kind")
    return f"{NODES}-{element.labels[0]}-{kind}" if kind else f"{NODES}-{element.labels[0]}"


def element_lines(elements: Iterable[Node | Edge], note: Note) -> Iterator[list[bytes]]:
    """The nodes and edges as lines, some together: sorted they stand as in `sorted_elements`."""
    elements = iter(elements)
    while lines := _next_lines(elements, note):
        yield lines


@without_garbage_collection()
def _next_lines(elements: Iterator[Node | Edge], note: Note) -> list[bytes]:
    lines = []
    for element in islice(elements, BATCH_ELEMENTS):
        table = table_of(element)
        note(table, element)
        lines.append(element_line(element, table) + b"\n")
    return lines


def element_line(element: Node | Edge, table: str) -> bytes:
    """The line of a node or edge of a table, without its newline."""
    # A dict is made into JSON in half the time that its dataclass takes.
    id, properties = element.id, element.properties
    if isinstance(element, Node):
        section = NODES
        json = to_json({"id": id, "labels": element.labels, "properties": properties})
    else:
        section, start, end = RELATIONSHIPS, element.start, element.end
        ends = {"id": id, "start": start, "type": element.type, "end": end}
        json = to_json({**ends, "properties": properties})
    return f"{section}\x00{id}\x00{table}\x00".encode() + json
