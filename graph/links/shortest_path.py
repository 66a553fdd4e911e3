"""The shortest path between two things over stated links, hop by hop with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from graph.links.edge_bundles import EdgeBundle
from ontology.schema.kinds import Stance


@dataclass(frozen=True)
class Hop:
    """One step of a path, and all stated links between its ends, by id.

    A link may run against the step: `goes_along` says for each whether it starts where the step
    starts.
    """

    start: str
    end: str
    bundles: tuple[EdgeBundle, ...]

    @property
    def goes_along(self) -> tuple[bool, ...]:
        """Whether each link runs in the direction of the step."""
        return tuple(bundle.start == self.start for bundle in self.bundles)


@dataclass(frozen=True)
class ShortestPath:
    """The hops of a shortest path, and how many paths are as short; no hops if there is no path."""

    start: str
    end: str
    hops: tuple[Hop, ...]
    path_count: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The things along the path, with both ends."""
        return (self.start, *(hop.end for hop in self.hops))

    @property
    def bundles(self) -> tuple[EdgeBundle, ...]:
        """The links of all hops, in their order."""
        return tuple(bundle for hop in self.hops for bundle in hop.bundles)


def shortest_path(bundles: Iterable[EdgeBundle], start: str, end: str) -> ShortestPath:
    """A shortest path over the stated ones of these links, in whichever direction they run.

    Of several paths as short, the one whose codes come first is given. A thing has no path to
    itself.
    """
    graph = _stated_graph(bundles)
    if start == end or start not in graph or end not in graph:
        return ShortestPath(start, end, ())
    distances = nx.single_source_shortest_path_length(graph, end)
    if start not in distances:
        return ShortestPath(start, end, ())
    codes = [start]
    while codes[-1] != end:
        nearer = distances[codes[-1]] - 1
        codes.append(min(code for code in graph[codes[-1]] if distances[code] == nearer))
    hops = tuple(
        Hop(first, second, tuple(graph.edges[first, second]["bundles"]))
        for first, second in zip(codes, codes[1:], strict=False)
    )
    return ShortestPath(start, end, hops, _count(graph, distances, start))


def _stated_graph(bundles: Iterable[EdgeBundle]) -> nx.Graph[str]:
    """The things that stated links join; each edge holds its links by id."""
    graph: nx.Graph[str] = nx.Graph()
    for bundle in sorted(bundles, key=lambda bundle: bundle.id):
        if bundle.stance != Stance.STATED.value or bundle.start == bundle.end:
            continue
        if not graph.has_edge(*bundle.ends):
            graph.add_edge(*bundle.ends, bundles=[])
        graph.edges[bundle.ends]["bundles"].append(bundle)
    return graph


def _count(graph: nx.Graph[str], distances: dict[str, int], start: str) -> int:
    """How many shortest paths lead from the start to the thing that all distances are from."""
    counts = {start: 1}
    for distance in range(distances[start] - 1, -1, -1):
        further, counts = counts, {}
        for code, count in further.items():
            for other in graph[code]:
                if distances[other] == distance:
                    counts[other] = counts.get(other, 0) + count
    return sum(counts.values())
