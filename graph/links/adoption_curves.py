"""Several mechanisms on one chart: who adopted each, and how many have no statement on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter, curve_bundles, matching_bundles
from graph.model.facts import Facts

# Readers cannot distinguish more curves than this by hue and shape.
MAX_CURVES = 6


@dataclass(frozen=True)
class Uptake:
    """The bundles of those who adopted a mechanism or a narrower one.

    `silent_count` is how many adopted something while no source says that they adopted this
    mechanism; that is no denial.
    """

    mechanism: str
    bundles: tuple[EdgeBundle, ...]
    silent_count: int


def uptakes(
    facts: Facts,
    choice: EdgeFilter,
    mechanisms: Sequence[str],
    index: EdgeBundleIndex | None = None,
) -> tuple[Uptake, ...]:
    """The counts for the curves of these mechanisms, under the filter without its own mechanism."""
    if not mechanisms:
        return ()
    index = bundle_index(facts) if index is None else index
    any_mechanism = replace(choice, mechanism=None, types=frozenset({"ADOPTED"}))
    adopters = {bundle.start for bundle in matching_bundles(facts, any_mechanism, index)}
    curves = []
    for code in mechanisms[:MAX_CURVES]:
        bundles = curve_bundles(facts, replace(choice, mechanism=code), index)
        silent_count = len(adopters - {bundle.start for bundle in bundles})
        curves.append(Uptake(code, tuple(bundles), silent_count))
    return tuple(curves)
