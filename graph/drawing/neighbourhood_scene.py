"""The neighbourhood of a thing: the bundles to its neighbours and, once opened, to theirs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.drawing.layout.column_layout import Column, Layout
from graph.drawing.layout.edge_path import Point, arc
from graph.drawing.layout.hub_groups import (
    HubGroup,
    group_edge,
    group_node,
    group_spokes,
    group_spots,
)
from graph.drawing.layout.ring_layout import ring_spots
from graph.drawing.network_scene import legend_of, thing_node, unrouted_scene, with_routes
from graph.drawing.scene_types.network import NetworkScene
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle, bundle_types
from graph.links.edge_filter import MAX_NODES, EdgeFilter, filter_bundles, limit_nodes
from graph.model.closure import transitive_closure
from graph.model.facts import Facts

# The bends of lines that join the same two things: each line has its own.
BENDS = (0.0, 0.18, -0.18, 0.34, -0.34, 0.5, -0.5)


@dataclass(frozen=True)
class Neighbourhood:
    """The bundles to draw, the places of things, and how many bundles were left out or had no room.

    The bundles of `groups` are drawn as one node each.
    """

    bundles: tuple[EdgeBundle, ...]
    spots: Mapping[str, Point]
    left_out_count: int
    no_room: int
    groups: tuple[HubGroup, ...] = ()

    @property
    def all_bundles(self) -> tuple[EdgeBundle, ...]:
        """The bundles that are drawn, one by one or as a group."""
        grouped_bundles = {bundle.id: bundle for group in self.groups for bundle in group.bundles}
        return (*self.bundles, *grouped_bundles.values())

    @property
    def codes(self) -> set[str]:
        """The things at the ends of the bundles."""
        return {code for bundle in self.bundles for code in bundle.ends}

    @property
    def stances(self) -> Mapping[str, int]:
        """How many bundles have each stance as their firmest."""
        return Counter(bundle.stance for bundle in self.all_bundles)


def neighbourhood(
    facts: Facts,
    index: EdgeBundleIndex,
    opened_things: Sequence[str],
    choice: EdgeFilter,
    kinds: Collection[str] = (),
    opened_counts: Mapping[str, int] | None = None,
) -> Neighbourhood:
    """The bundles at the things in `opened_things`; the first of these is the start.

    `index` holds all bundles of the facts; a page that draws often makes it once.
    `kinds` are those of the neighbours that are wanted; none means all. `opened_counts` is how
    often each group of a hub's links has been opened, by its id.
    """
    candidates = index.bundles_at(opened_things)
    spots = ring_spots(candidates, opened_things)
    matching_bundles = [
        bundle
        for bundle in filter_bundles(facts, choice, index, candidates)
        if _joins_chosen_kinds(facts, bundle, opened_things, kinds)
    ]
    single_bundles, groups = group_spokes(matching_bundles, opened_things, opened_counts or {})
    placed_bundles = [
        bundle for bundle in single_bundles if bundle.start in spots and bundle.end in spots
    ]
    bundles = limit_nodes(_connected_bundles(placed_bundles, opened_things[0]), MAX_NODES)
    in_sight = {opened_things[0], *(code for bundle in bundles for code in bundle.ends)}
    groups = tuple(group for group in groups if group.hub in in_sight)
    around = Neighbourhood(bundles, spots, len(candidates) - len(matching_bundles), 0, groups)
    return replace(around, no_room=len(matching_bundles) - len(around.all_bundles))


def usual_types(index: EdgeBundleIndex, start: str) -> tuple[str, ...]:
    """The types of link that say how a reform spread, or all if none of these is stated here."""
    is_told = any(
        bundle.type in MAIN_EDGE_TYPES and bundle.stance == "stated"
        for bundle in index.bundles_at([start])
    )
    return MAIN_EDGE_TYPES if is_told else bundle_types()


def neighbourhood_scene(facts: Facts, shown_part: Neighbourhood, language: str) -> NetworkScene:
    """The picture of a neighbourhood as plain values, for the same JavaScript as any other."""
    left = min((x for x, _ in shown_part.spots.values()), default=0.0) - 1
    scene = unrouted_scene(
        facts, shown_part.bundles, Layout(shown_part.spots, (Column("", left, left),)), language
    )
    scene["columns"] = []
    _add_groups(facts, shown_part, scene, language)
    pairs: Counter[frozenset[str]] = Counter()
    for edge in scene["edges"][: len(shown_part.bundles)]:
        pair = frozenset((edge["from"], edge["to"]))
        # without this, two lines of opposite directions would coincide
        turn = 1 if edge["from"] <= edge["to"] else -1
        roundness = turn * BENDS[pairs[pair] % len(BENDS)]
        edge["path"] = arc(shown_part.spots[edge["from"]], shown_part.spots[edge["to"]], roundness)
        pairs[pair] += 1
    return with_routes(scene)


def _add_groups(
    facts: Facts, shown_part: Neighbourhood, scene: NetworkScene, language: str
) -> None:
    """Adds the node and the edge of each group, and the hubs that have nothing else."""
    codes, spots = shown_part.codes, shown_part.spots
    places = group_spots(shown_part.groups, spots, codes)
    hubs = dict.fromkeys(group.hub for group in shown_part.groups)
    named = {*codes, *hubs, *(group.neighbours[0] for group in shown_part.groups)}
    scene["legend"] = legend_of(facts, sorted(named), shown_part.all_bundles, language)
    scene["nodes"] += [
        thing_node(facts, hub, spots[hub], language) for hub in hubs if hub not in codes
    ]
    for group in shown_part.groups:
        at = places[group.id]
        scene["nodes"].append(group_node(facts, group, at, language))
        scene["edges"].append(group_edge(group, spots[group.hub], at, language))


def _joins_chosen_kinds(
    facts: Facts, bundle: EdgeBundle, opened_things: Sequence[str], kinds: Collection[str]
) -> bool:
    others = [code for code in bundle.ends if code not in opened_things]
    return not kinds or all(type(facts.things[code]).__name__ in kinds for code in others)


def _connected_bundles(bundles: Sequence[EdgeBundle], start: str) -> list[EdgeBundle]:
    """The bundles that lead back to the start: a filter may leave others without a way to it."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for bundle in bundles:
        for end, other in (bundle.ends, bundle.ends[::-1]):
            neighbours[end].append(other)
    connected_codes = transitive_closure([start], lambda code: neighbours.get(code, ()))
    return [bundle for bundle in bundles if connected_codes.issuperset(bundle.ends)]
