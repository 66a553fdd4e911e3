"""Network, map and curve as a part of a page: the stage of graph/drawing/web as a component."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from app_pages.components.component import VARIABLES, component
from app_pages.state.placed_things import MovedPlaces
from graph.drawing.maps.adoption_areas import FINER_LEVEL
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.stage_scene import stage_style

# What is picked in a picture: a thing, a line, or several things.
Pick = dict[str, str | list[str]]
LAYOUTS = ("all", "network", "map", "curve")


@dataclass(frozen=True)
class StageState:
    """The state of a stage: the pick, the time, the layout, the undated lines, and moved things.

    `level` is the key of the size of the areas on a map of adoptions.

    `picked` is `{"node": id}`, `{"edge": id}`, `{"nodes": ids}` or None; a `moment` of None is the
    last one. The window of time ends at the moment and begins with `since`; None leaves it open.
    `places` are those of the things that the reader has moved, by code.
    """

    picked: Pick | None = None
    moment: int | None = None
    since: int | None = None
    layout: str = "all"
    undated: bool = True
    places: MovedPlaces = field(default_factory=dict)
    level: str = FINER_LEVEL


@cache
def _mount() -> Any:
    style = VARIABLES + stage_style()
    return component("stage", '<div class="box"></div>', style, draws_network=True)


def stage(
    key: str,
    scene: StageScene,
    state: StageState,
    height: int,
    on_change: Callable[[str], None],
    *,
    has_filter: bool = False,
) -> None:
    """Draws a stage; `on_change` is called with the name of the part of its state that changed.

    With `has_filter` the page draws only some things itself when it is told `only`; else the stage
    hides the others. The new value is an attribute of the session's `key`, which is also that of
    the panel of evidence beneath.
    """
    _mount()(
        key=key,
        data={
            "stage": scene,
            "evidence": key,
            "has_filter": has_filter,
            "height": height,
            "picked": state.picked,
            "moment": state.moment,
            "since": state.since,
            "layout": state.layout,
            "level": state.level,
            "undated": state.undated,
            "places": {code: list(spot) for code, spot in state.places.items()},
        },
        on_picked_change=lambda: on_change("picked"),
        on_moment_change=lambda: on_change("moment"),
        on_since_change=lambda: on_change("since"),
        on_layout_change=lambda: on_change("layout"),
        on_level_change=lambda: on_change("level"),
        on_undated_change=lambda: on_change("undated"),
        on_places_change=lambda: on_change("places"),
        on_only_change=lambda: on_change("only"),
    )
