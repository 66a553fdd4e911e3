"""A small picture of what is around a thing: its closest neighbours, and how many it leaves out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.drawing.layout.ring_layout import ring_spots
from graph.drawing.neighbourhood_scene import Neighbourhood, neighbourhood_scene
from graph.drawing.scene_types.network import NetworkScene
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle
from graph.model.facts import Facts

MAX_NEIGHBOURS = 10


@dataclass(frozen=True)
class Surroundings:
    """The scene of the closest neighbours, as `network_scene` gives it, and how many are hidden."""

    scene: NetworkScene
    hidden_count: int


def surroundings(
    facts: Facts, index: EdgeBundleIndex, code: str, language: str
) -> Surroundings | None:
    """The picture around a thing in `zh` or `en`; None if nothing joins it to any other.

    Closest is what the main types of link join to it as stated, then what most statements do.
    """
    by_neighbour: dict[str, list[EdgeBundle]] = defaultdict(list)
    for bundle in index.bundles_at([code]):
        other = bundle.end if bundle.start == code else bundle.start
        if other != code and other in facts.things:
            by_neighbour[other].append(bundle)
    closest = sorted(by_neighbour, key=lambda other: _rank(by_neighbour[other], other))
    bundles = tuple(bundle for other in closest[:MAX_NEIGHBOURS] for bundle in by_neighbour[other])
    if not bundles:
        return None
    around = Neighbourhood(bundles, ring_spots(bundles, [code]), 0, 0)
    hidden = max(0, len(closest) - MAX_NEIGHBOURS)
    return Surroundings(neighbourhood_scene(facts, around, language), hidden)


def _rank(bundles: list[EdgeBundle], other: str) -> tuple[bool, int, str]:
    is_main = any(
        bundle.type in MAIN_EDGE_TYPES and bundle.stance == "stated" for bundle in bundles
    )
    return not is_main, -sum(len(bundle.statements) for bundle in bundles), other
