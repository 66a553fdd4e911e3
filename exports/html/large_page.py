"""A large network as one HTML file: opens anywhere and asks no network for anything."""

from __future__ import annotations

from collections.abc import Sequence

from exports.html.stage_page import page_of
from graph.drawing.large_scene import NetworkPart, large_data, large_evidence, large_style
from graph.drawing.scene_types.large import LargeScene
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts

# Only the counts are below the picture.
PICTURE_HEIGHT_STYLE = "main.box { --high: calc(100vh - 210px); }\n"


def large_page(
    facts: Facts, bundles: Sequence[EdgeBundle], scene: LargeScene, part: NetworkPart, language: str
) -> str:
    """The whole file, to be written as UTF-8: the `scene` of these bundles, with their evidence."""
    data = {
        **large_data(facts, scene, part, language),
        **large_evidence(facts, bundles, language),
    }
    return page_of(
        facts, bundles, large_style() + PICTURE_HEIGHT_STYLE, "openLargePage", data, language
    )
