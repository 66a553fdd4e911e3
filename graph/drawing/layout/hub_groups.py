"""Hubs with more neighbours than fit: links of one type are one node until they are opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.drawing.edge_looks import REVERSED_TYPES, edge_look
from graph.drawing.layout.edge_path import Point, straight
from graph.drawing.scene_types.network import SceneEdge, SceneNode
from graph.drawing.texts import say
from graph.drawing.theme import wrap_name
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts
from ontology.labels.labels import name as word

# The most links of one type that are drawn one by one at first, and how many a click opens.
MAX_SPOKES, SPOKES_PER_CLICK = 40, 12
# Whether the hub is the start or the end of a group's links.
OUTWARD, INWARD = "out", "in"
SIGN = "⊞"


@dataclass(frozen=True)
class HubGroup:
    """The links of a hub that are drawn as one node: all of a type that are not opened yet."""

    hub: str
    type: str
    side: str
    bundles: tuple[EdgeBundle, ...]

    @property
    def id(self) -> str:
        """The id of its node."""
        return f"{self.hub}-{self.type}-{self.side}"

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The things at the other ends, in the order in which they are opened."""
        return tuple(
            bundle.end if self.side == OUTWARD else bundle.start for bundle in self.bundles
        )


def group_spokes(
    bundles: Sequence[EdgeBundle], hubs: Sequence[str], opened_counts: Mapping[str, int]
) -> tuple[list[EdgeBundle], tuple[HubGroup, ...]]:
    """The bundles that are drawn one by one, and the groups of the others.

    `opened_counts` is how often each group, by its id, has been opened. The first in the order of
    years are opened first.
    """
    spokes: dict[tuple[str, str, str], list[EdgeBundle]] = defaultdict(list)
    for bundle in bundles:
        for hub, side in ((bundle.start, OUTWARD), (bundle.end, INWARD)):
            if hub in hubs:
                spokes[hub, bundle.type, side].append(bundle)
    groups = []
    for (hub, type_name, side), members in spokes.items():
        if len(members) > MAX_SPOKES:
            group = HubGroup(hub, type_name, side, tuple(sorted(members, key=_rank)))
            hidden_bundles = group.bundles[opened_counts.get(group.id, 0) * SPOKES_PER_CLICK :]
            groups.append(HubGroup(hub, type_name, side, hidden_bundles))
    in_groups = {bundle.id for group in groups for bundle in group.bundles}
    single_bundles = [bundle for bundle in bundles if bundle.id not in in_groups]
    return single_bundles, tuple(group for group in groups if group.bundles)


def group_spots(
    groups: Sequence[HubGroup], spots: Mapping[str, Point], visible: set[str]
) -> dict[str, Point]:
    """The place of each group's node: that of its first neighbour that is not drawn itself."""
    places: dict[str, Point] = {}
    for group in groups:
        free_spots = (
            spots[code] for code in group.neighbours if code in spots and code not in visible
        )
        occupied_spots = set(places.values())
        x, y = spots[group.hub]
        places[group.id] = next(
            (spot for spot in free_spots if spot not in occupied_spots), (x, y + 70.0)
        )
    return places


def group_node(facts: Facts, group: HubGroup, spot: Point, language: str) -> SceneNode:
    """The node of a group, in the look of the things that it stands for."""
    count = len(group.bundles)
    label = say("group_label", language, relation=word(group.type, language), count=count)
    return {
        "id": group.id,
        "label": wrap_name(f"{SIGN} {label}", 20, 3),
        "title": say("group_title", language, count=count, first=min(count, SPOKES_PER_CLICK)),
        "group": type(facts.things[group.neighbours[0]]).__name__,
        "x": spot[0],
        "y": spot[1],
        "many": count,
    }


def group_edge(group: HubGroup, hub: Point, spot: Point, language: str) -> SceneEdge:
    """The edge between a hub and the node of one of its groups, as wide as one of them."""
    from_hub = (group.side == OUTWARD) != (group.type in REVERSED_TYPES)
    ends = (group.hub, group.id) if from_hub else (group.id, group.hub)
    places = (hub, spot) if from_hub else (spot, hub)
    return {
        "id": f"{group.id}-all",
        "from": ends[0],
        "to": ends[1],
        "title": say(
            "group_label", language, relation=word(group.type, language), count=len(group.bundles)
        ),
        "path": straight(*places),
        **edge_look(group.type, group.bundles[0].stance),
    }


def _rank(bundle: EdgeBundle) -> tuple[int, str]:
    return bundle.year or 9999, bundle.id
