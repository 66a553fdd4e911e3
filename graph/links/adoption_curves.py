"""Several mechanisms on one curve: who took up each of them, and of how many nobody says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.links.aggregated_link import EdgeBundle
from graph.links.link_filter import Choice, fitting, spreading
from graph.links.link_index import EdgeBundleIndex, all_lines
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph

# As many as can be told apart by hue and shape, and named beside their lines.
MOST_CURVES = 6


@dataclass(frozen=True)
class Uptake:
    """The lines of those who took up a mechanism or a narrower one.

    `unsaid` counts who took up anything, of whom no source says that they took up this: that is
    no denial.
    """

    mechanism: str
    lines: tuple[EdgeBundle, ...]
    unsaid: int


def uptakes(
    facts: Facts,
    graph: PropertyGraph,
    choice: Choice,
    mechanisms: Sequence[str],
    known: EdgeBundleIndex | None = None,
) -> tuple[Uptake, ...]:
    """What the curves of these mechanisms count, under the same filters as all else.

    The choice's own mechanism does not matter to them.
    """
    if not mechanisms:
        return ()
    known = all_lines(graph) if known is None else known
    anything = replace(choice, mechanism=None, types=frozenset({"ADOPTED"}))
    all_of_them = {line.start for line in fitting(facts, graph, anything, known)}
    found = []
    for code in mechanisms[:MOST_CURVES]:
        lines = spreading(facts, graph, replace(choice, mechanism=code), known)
        unsaid = len(all_of_them - {line.start for line in lines})
        found.append(Uptake(code, tuple(lines), unsaid))
    return tuple(found)
