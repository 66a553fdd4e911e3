"""Things that a reader has put elsewhere in a picture, and their places in another picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import dist

from graph.drawing.layout.column_layout import Layout
from graph.drawing.scene_types.network import NetworkScene, SceneNode

Spots = Mapping[str, Sequence[float]]


def move_things(layout: Layout, moved_things: Iterable[tuple[str, float, float]]) -> Layout:
    """A layout with things, by code, at other places in pixels; unknown things are ignored."""
    spots = {code: (x, y) for code, x, y in moved_things if code in layout.spots}
    return replace(layout, spots={**layout.spots, **spots}) if spots else layout


def move_nodes(scene: NetworkScene, moved_spots: Spots) -> NetworkScene:
    """A scene with nodes at the places where they were put; edges keep their own paths."""
    return scene | {"nodes": [_moved_node(node, moved_spots) for node in scene["nodes"]]}


def _moved_node(node: SceneNode, moved_spots: Spots) -> SceneNode:
    if node["id"] not in moved_spots:
        return node
    x, y = moved_spots[node["id"]]
    return node | {"x": x, "y": y}


def moved_elsewhere(
    moved_spots: Spots, spots: Spots, other_spots: Spots
) -> tuple[tuple[str, float, float], ...]:
    """Where moved things of one picture stand in another picture of the same things.

    A thing was put beside another thing, or a little away from its own place: it stands as far from
    that spot as before. `spots` and `other_spots` are the places in both pictures before anything
    moved.
    """
    both = spots.keys() & other_spots.keys()
    unmoved = sorted(both - moved_spots.keys())
    places = []
    for code, (x, y) in sorted(moved_spots.items()):
        if code not in both:
            continue
        anchor = min([code, *unmoved], key=lambda other: dist(spots[other], (x, y)))
        across, down = x - spots[anchor][0], y - spots[anchor][1]
        left, top = other_spots[anchor]
        places.append((code, round(left + across, 1), round(top + down, 1)))
    return tuple(places)
