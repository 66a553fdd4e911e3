"""Networks as parts of pages, small and large: vis-network, with our own JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from app_pages.components.component import VARIABLES, WEB_FOLDER, component
from app_pages.components.stage import Pick
from app_pages.state.language import language, say
from app_pages.state.placed_things import MovedPlaces
from app_pages.state.workspace import facts_or_stop
from graph.drawing.large_scene import NetworkPart, large_data, large_style
from graph.drawing.network_scene import OPTIONS, picture_credit
from graph.drawing.scene_types.large import LargeScene
from graph.drawing.scene_types.network import NetworkScene
from graph.drawing.script_bundle import style_sheets
from graph.drawing.texts import all_texts
from graph.drawing.theme import by_theme, groups

HTML = """<div class="box"><div class="top"><div class="legend"></div>
<span class="tools"><button class="full quiet" type="button" hidden></button>
<span class="saving"></span></span></div>
<div class="frame"><div class="gestures"></div>
<div class="net" tabindex="0" role="application"></div>
<div class="more" hidden></div></div></div>"""
# Names are 15 pixels high, and at the start never shown smaller than 14.
MIN_SCALE = 14 / 15


Scene = TypeVar("Scene", NetworkScene, LargeScene)


@dataclass(frozen=True)
class NetworkPicture(Generic[Scene]):
    """What is drawn of a network, and what of it is picked.

    `height` is in pixels. `evidence` is the key of the panel of what is picked, which is brought
    into sight. A small network with a `start` is drawn around it and can grow; a large one brings
    it into sight while nothing is picked. `places` are those of the things that the reader has
    moved, by code.
    """

    scene: Scene
    picked: Pick | None
    height: int
    evidence: str
    start: str | None = None
    places: MovedPlaces = field(default_factory=dict)

    @property
    def data(self) -> dict[str, Any]:
        """The values as a component takes them."""
        places = {code: list(spot) for code, spot in self.places.items()}
        return {name: getattr(self, name) for name in self.__dataclass_fields__} | {
            "places": places
        }


@cache
def _mount() -> Any:
    network_css = (WEB_FOLDER / "network" / "network.css").read_text(encoding="utf-8")
    style = VARIABLES + style_sheets("network/network.css") + network_css
    return component("network", HTML, style, draws_network=True)


@cache
def _mount_large() -> Any:
    style = VARIABLES + large_style()
    return component("large_network", '<div class="box"></div>', style, draws_network=True)


def network(
    key: str,
    picture: NetworkPicture[NetworkScene],
    on_pick: Callable[[], None],
    on_change: Callable[[str], None] = lambda name: None,
) -> None:
    """Draws a network; the reader's pick, `{"node": id}` or `{"edge": id}`, is its state.

    `on_change` is called with the name of what the reader has done: `places`; `grow` is the id of
    the thing that is opened, `join` that of the thing clicked with Shift; `group` is
    `{"id": id, "by": 1 or -1}`, a hub's group opened or closed. Nothing in sight moves.
    """
    _mount()(
        key=key,
        data={
            **picture.data,
            "min_scale": MIN_SCALE,
            "groups": by_theme(groups),
            "themes": by_theme(asdict),
            "options": OPTIONS,
            "words": _words(picture.start),
            "about": picture_credit(facts_or_stop(), language()),
        },
        on_picked_change=on_pick,
        on_grow_change=lambda: on_change("grow"),
        on_join_change=lambda: on_change("join"),
        on_places_change=lambda: on_change("places"),
        on_group_change=lambda: on_change("group"),
    )


def large_network(
    key: str,
    picture: NetworkPicture[LargeScene],
    part: NetworkPart,
    on_pick: Callable[[], None],
    on_change: Callable[[str], None] = lambda name: None,
) -> None:
    """Draws a scene of `large_scene`; nothing grows, for all is drawn.

    `part` is the reader's choice of kinds and years. `on_change` is called with `places`, and with
    `choice`, which is `{"hidden": kinds, "span": [first, last] or None}`.
    """
    _mount_large()(
        key=key,
        data={**picture.data, **large_data(facts_or_stop(), picture.scene, part, language())},
        on_picked_change=on_pick,
        on_places_change=lambda: on_change("places"),
        on_choice_change=lambda: on_change("choice"),
    )


def _words(start: str | None) -> dict[str, str]:
    """What is written around a picture, which grows if it has a start."""
    return {
        "title": say("growing_help" if start else "network_help"),
        "full": say("whole_picture"),
        "more": say("drag_for_more"),
        **all_texts(language()),
    }
