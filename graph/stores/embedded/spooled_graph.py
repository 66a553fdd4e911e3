"""A property graph in a temporary file: its hash is known before it is sent, in parts.

So no process holds all nodes and edges, neither to tell whether their database is there nor to
build it.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import IO, Self

from pydantic_core import to_json

from graph.formats.sorted_elements import DIVIDER, GraphStream, sorted_elements, table_of
from graph.model.property_graph import Edge, Node
from graph.model.release import ReleaseHash, node_of_release

# How many nodes or edges a part holds.
PART = 2_000
LABELS, TYPES = "labels", "types"


class SpooledGraph:
    """A graph that was read once. A context, at whose end the file is gone.

    `hash` is that of its release, whose node it has too, unless it is an empty graph of no dataset.
    `schema` has the sets of labels, each as `A:B`, and the types of edges.
    """

    def __init__(self, graph: GraphStream) -> None:
        """Reads the graph; raises OSError if the file cannot be written."""
        self.dataset, self.iri = graph.dataset, graph.iri
        self.count = 0
        self._groups: dict[str, tuple[str, str]] = {}
        with ExitStack() as files:
            self._file: IO[bytes] = files.enter_context(tempfile.TemporaryFile())
            self.hash = self._spool(graph)
            self._release = self._release_node(graph)
            self._files = files.pop_all()  # it stays open until __exit__

    @property
    def schema(self) -> dict[str, list[str]]:
        """The sets of labels and the types of edges."""
        groups = sorted(set(self._groups.values()))
        return {sort: [name for kind, name in groups if kind == sort] for sort in (LABELS, TYPES)}

    def parts(self) -> Iterator[tuple[int, bytes]]:
        """Lines of JSON, all nodes first, each with how many nodes and edges came before it.

        A line has the elements of one set of labels, `{"labels": "A:B", "elements": [...]}`, or of
        one type.
        """
        done, before = 0, LABELS
        waiting: dict[tuple[str, str], list[bytes]] = defaultdict(list)
        for group, json in self._elements():
            if group[0] != before:  # the first edge: no node may come later
                yield from _parts(waiting, done)
                done += sum(map(len, waiting.values()))
                waiting.clear()
                before = group[0]
            waiting[group].append(json)
            if len(waiting[group]) == PART:
                yield from _parts({group: waiting.pop(group)}, done)
                done += PART
        yield from _parts(waiting, done)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._files.close()

    def _spool(self, graph: GraphStream) -> str:
        """Writes the graph into the file; its hash."""
        hash = ReleaseHash()
        for element in sorted_elements(graph.elements, self._note):
            hash.add(element.section, element.json)
            self._file.write(element.table + DIVIDER + element.json + b"\n")
            self.count += 1
        return hash.hexdigest()

    def _release_node(self, graph: GraphStream) -> Node | None:
        if not graph.dataset:
            return None
        node = node_of_release(graph.dataset, graph.iri, graph.release, self.hash)
        self._note(table_of(node), node)
        self.count += 1
        return node

    def _note(self, table: str, element: Node | Edge) -> None:
        if isinstance(element, Node):
            self._groups[table] = (LABELS, ":".join(element.labels))
        else:
            self._groups[table] = (TYPES, element.type)

    def _elements(self) -> Iterator[tuple[tuple[str, str], bytes]]:
        """The group and the JSON of each node and edge, the release first."""
        if self._release is not None:
            yield self._groups[table_of(self._release)], to_json(self._release)
        self._file.seek(0)
        for line in self._file:
            table, _, json = line.rstrip(b"\n").partition(DIVIDER)
            yield self._groups[table.decode()], json


def _parts(
    groups: Mapping[tuple[str, str], Sequence[bytes]], done_count: int
) -> Iterator[tuple[int, bytes]]:
    for (sort, name), elements in groups.items():
        words = (sort.encode(), to_json(name), b",".join(elements))
        yield done_count, b'{"%s":%s,"elements":[%s]}\n' % words
        done_count += len(elements)
