"""Facts as N-Quads, line by line: sorted in bounded memory, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

import pyoxigraph as ox

from graph.formats.dataset_iris import Triple
from graph.formats.rdf import rdf_graphs
from graph.formats.sorted_lines import sorted_lists
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection

# How many quads are written as N-Quads at a time.
BATCH_QUADS = 20_000


def nquads(facts: Facts) -> bytes:
    """The dataset as N-Quads, its lines sorted."""
    return b"".join(nquads_blocks(facts))


def nquads_blocks(facts: Facts) -> Iterator[bytes]:
    """The content of `nquads` in blocks; its memory does not grow with the facts."""
    return map(b"".join, sorted_lists(nquads_lines(facts)))


def joined_nquads_blocks(parts: Iterable[Facts]) -> Iterator[bytes]:
    """The content of `nquads` for the parts of a dataset together, in any order.

    A part is Facts that know the kinds of all codes that its rows name. What several parts say
    (a spot, a direct triple) is written once.
    """
    lines = chain.from_iterable(map(nquads_lines, parts))
    return map(b"".join, sorted_lists(lines, only_distinct=True))


def nquads_lines(facts: Facts) -> Iterator[list[bytes]]:
    """The dataset as lines of N-Quads, some at a time, in the order of the facts."""
    for graph, triples in rdf_graphs(facts).items():
        each = iter(triples)
        while lines := lines_of(islice(each, BATCH_QUADS), graph):
            yield lines


@without_garbage_collection()
def lines_of(triples: Iterable[Triple], graph: ox.NamedNode) -> list[bytes]:
    """Triples of a graph as lines of N-Quads.

    A term as text is the term in N-Quads. Quads of pyoxigraph would take twice as long: here the
    text of a subject stays for all its triples, and that of a property for all.
    """
    lines = []
    last, first = None, ""
    properties: dict[ox.NamedNode, str] = {}
    end = f" {graph} .\n"
    for subject, property, object in triples:
        if subject is not last:
            last, first = subject, f"{subject} "
        middle = properties.get(property)
        if middle is None:
            middle = properties[property] = f"{property} "
        lines.append(f"{first}{middle}{object}{end}".encode())
    return lines
