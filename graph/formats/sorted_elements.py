"""The nodes and edges of a graph as lines, sorted on the disk: the nodes, then the edges, by id.

So a graph that does not fit into memory can be hashed, compared and written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from pydantic_core import to_json

from graph.formats.sorted_lines import sorted_lines
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
TOGETHER = 5_000

# Hears of each node or edge with its table.
Note = Callable[[str, Node | Edge], object]


@dataclass(frozen=True)
class GraphStream:
    """The property graph of a dataset whose nodes and edges, in any order, are read once.

    The fields are those of PropertyGraph.
    """

    elements: Iterable[Node | Edge]
    dataset: str
    iri: str
    released: ReleasedVersion | None = None


class SortedElement(NamedTuple):
    """A node or edge: NODES or RELATIONSHIPS, its id, its table, and all of it as JSON."""

    section: bytes
    id: bytes
    table: bytes
    json: bytes


def stream_of_parts(
    parts: Iterable[Facts], dataset: Dataset, released: ReleasedVersion | None
) -> GraphStream:
    """The graph of facts in parts; all statements of a fact are in the same part."""
    elements = chain.from_iterable(map(graph_elements, parts))
    return GraphStream(elements, dataset.name, dataset.base_iri, released)


def stream_of(graph: PropertyGraph) -> GraphStream:
    """A graph that is in memory."""
    elements: chain[Node | Edge] = chain(graph.nodes, graph.edges)
    return GraphStream(elements, graph.dataset, graph.iri, graph.released)


def graph_elements(facts: Facts) -> Iterator[Node | Edge]:
    """All nodes and edges of some facts, not in order."""
    return chain(graph_nodes(facts), graph_edges(facts))


def sorted_elements(
    elements: Iterable[Node | Edge], note: Note = lambda table, element: None
) -> Iterator[SortedElement]:
    """The nodes by id, then the edges by id; `note` has heard of all before the first comes.

    Raises OSError if a temporary file cannot be written, and what reading the elements raises.
    """
    return elements_of(sorted_lines(element_lines(elements, note)))


def elements_of(blocks: Iterable[bytes]) -> Iterator[SortedElement]:
    """The nodes and edges of sorted lines of `element_lines`."""
    for block in blocks:
        for line in block.splitlines():
            yield SortedElement._make(line.split(DIVIDER))


def table_of(element: Node | Edge) -> str:
    """A name for the nodes and edges of the same columns: by label, kind of statement, or type.

    Nodes of one table have the same labels.
    """
    if isinstance(element, Edge):
        return f"{RELATIONSHIPS}-{element.type}"
    kind = element.properties.get("kind")
    return f"{NODES}-{element.labels[0]}-{kind}" if kind else f"{NODES}-{element.labels[0]}"


def element_lines(elements: Iterable[Node | Edge], note: Note) -> Iterator[bytes]:
    """The nodes and edges as lines, in blocks: sorted they stand as in `sorted_elements`."""
    elements = iter(elements)
    while block := _next_block(elements, note):
        yield block


@without_garbage_collection()
def _next_block(elements: Iterator[Node | Edge], note: Note) -> bytes:
    lines = bytearray()
    for element in islice(elements, TOGETHER):
        table = table_of(element)
        note(table, element)
        section = NODES if isinstance(element, Node) else RELATIONSHIPS
        lines += f"{section}\x00{element.id}\x00{table}\x00".encode() + to_json(element) + b"\n"
    return bytes(lines)
