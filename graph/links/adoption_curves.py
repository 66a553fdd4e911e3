"""Several mechanisms on one curve: who took up each of them, and of how many nobody says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter, curve_bundles, matching_bundles
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph

# As many as can be told apart by hue and shape, and named beside their lines.
MAX_CURVES = 6


@dataclass(frozen=True)
class Uptake:
    """The lines of those who took up a mechanism or a narrower one.

    `unsaid` counts who took up anything, of whom no source says that they took up this: that is
    no denial.
    """

    mechanism: str
    bundles: tuple[EdgeBundle, ...]
    silent_count: int


def uptakes(
    facts: Facts,
    graph: PropertyGraph,
    choice: EdgeFilter,
    mechanisms: Sequence[str],
    known: EdgeBundleIndex | None = None,
) -> tuple[Uptake, ...]:
    """What the curves of these mechanisms count, under the same filters as all else.

    The choice's own mechanism does not matter to them.
    """
    if not mechanisms:
        return ()
    known = bundle_index(graph) if known is None else known
    anything = replace(choice, mechanism=None, types=frozenset({"ADOPTED"}))
    all_of_them = {line.start for line in matching_bundles(facts, graph, anything, known)}
    found = []
    for code in mechanisms[:MAX_CURVES]:
        lines = curve_bundles(facts, graph, replace(choice, mechanism=code), known)
        unsaid = len(all_of_them - {line.start for line in lines})
        found.append(Uptake(code, tuple(lines), unsaid))
    return tuple(found)
