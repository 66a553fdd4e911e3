"""The stage of Spread, and talks, as the site plays them: the scenes of the app and the exports.

The outlines of the map are most of a scene; all scenes and languages share one file of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exports.talk.slides import Json
from graph.drawing.layout.column_layout import close_gaps
from graph.drawing.network_scene import network_layout
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.stage_scene import stage_scene
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles
from graph.lookup.coordinates import coordinates
from graph.model.facts import Facts

# As in the app: more lines than this are not laid out together, and a picture of more pixels than
# this has no empty rows.
MAX_LAID_OUT_LINES, MAX_HEIGHT_PX = 5_000, 1_200
# The parts of a map that are the same in every scene and language.
SHARED_MAP_PARTS = ("areas", "borders", "inset")


def spread_scene(facts: Facts, language: str) -> StageScene | None:
    """The stage with which the app's page Spread begins; None if there is no line to draw."""
    choice, index = EdgeFilter(), bundle_index(facts)
    selection = select_bundles(facts, choice, index)
    if not selection.bundles:
        return None
    bundles = index if len(index) <= MAX_LAID_OUT_LINES else selection.bundles
    places = network_layout(facts, bundles)
    heights = [places.spots[code][1] for code in selection.codes]
    if max(heights) - min(heights) > MAX_HEIGHT_PX:
        places = close_gaps(places, selection.codes)
    curve_lines = curve_bundles(facts, choice, index)
    return stage_scene(facts, selection, curve_lines, places, coordinates(facts), language)


def without_outlines(scene: StageScene | None, outlines: Json) -> Mapping[str, Any] | None:
    """A scene without the outlines of its map, which are put into `outlines`."""
    if scene is None or not scene["map"]:
        return scene
    return {**scene, "map": _split(scene["map"], outlines)}


def talk_without_outlines(data: Json, outlines: Json) -> Json:
    """The data of a talk without the outlines of its maps."""
    return data | {"ground": {key: _split(part, outlines) for key, part in data["ground"].items()}}


def _split(ground: Mapping[str, Any], outlines: Json) -> Json:
    """A map without the parts that all share; a map that has others keeps them."""
    for key in SHARED_MAP_PARTS:
        if key in ground:
            outlines.setdefault(key, ground[key])
    return {k: v for k, v in ground.items() if k not in SHARED_MAP_PARTS or v != outlines[k]}
