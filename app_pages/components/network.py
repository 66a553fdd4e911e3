"""Networks as parts of pages, small and large: vis-network, with our own JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from typing import Any

from app_pages.components.component import component
from app_pages.components.stage import Pick
from app_pages.state.language import language, say
from app_pages.state.placed_things import Places
from app_pages.state.workspace import facts_or_stop
from graph.drawing.large_view import large_groups
from graph.drawing.network_view import OPTIONS, about
from graph.drawing.texts import all_texts
from graph.drawing.theme import THEMES, groups

HTML = """<div class="top"><div class="legend"></div>
<button class="full" type="button" hidden></button>
<span class="saving"></span></div>
<div class="frame"><div class="hands"></div><div class="net" tabindex="0" role="application"></div>
<div class="more" hidden></div></div>"""
LARGE_HTML = """<div class="top"><div class="legend"></div>
<button class="full" type="button" hidden></button></div>
<div class="choices"></div>
<div class="frame"><div class="hands"></div><div class="net" tabindex="0" role="application"></div>
</div><p class="counts" aria-live="polite"></p>"""
# Names are 15 pixels high, and at the start never shown smaller than 14.
MIN_SCALE = 14 / 15


@cache
def _mount() -> Any:
    return component("network", HTML, draws_network=True)


@cache
def _mount_large() -> Any:
    return component("large_network", LARGE_HTML, draws_network=True)


def network(
    key: str,
    scene: dict[str, Any],
    picked: Pick | None,
    height: int,
    on_pick: Callable[[], None],
    evidence: str,
    start: str | None = None,
    places: Places | None = None,
    on_change: Callable[[str], None] = lambda name: None,
) -> None:
    """Draws a network; the reader's pick, `{"node": id}` or `{"edge": id}`, is its state.

    `places` are those of the things that the reader has moved, by code.
    `evidence` is the key of the panel of what is picked; it is brought into sight.
    With a start the network is drawn around it and can grow. `on_change` is called with the name of
    what the reader has done: `places`; `grow` is the id of the thing that is opened, `join` that of
    the thing clicked with Shift; `group` is `{"id": id, "by": 1 or -1}`, a hub's group opened or
    closed. Nothing in sight moves.
    """
    _mount()(
        key=key,
        data={
            **_drawn(scene, picked, places, height, start, evidence),
            "words": _words(start),
            "about": about(facts_or_stop(), language()),
        },
        on_picked_change=on_pick,
        on_grow_change=lambda: on_change("grow"),
        on_join_change=lambda: on_change("join"),
        on_places_change=lambda: on_change("places"),
        on_group_change=lambda: on_change("group"),
    )


def large_network(
    key: str,
    scene: dict[str, Any],
    picked: Pick | None,
    height: int,
    on_pick: Callable[[], None],
    evidence: str,
    start: str | None = None,
    places: Places | None = None,
    on_change: Callable[[str], None] = lambda name: None,
) -> None:
    """Draws a scene of `large_view`; the parameters and the state are those of `network`.

    `start` is brought into sight while nothing is picked. Nothing grows, for all is drawn.
    """
    _mount_large()(
        key=key,
        data={
            **_drawn(scene, picked, places, height, start, evidence),
            "words": {**_words(None), "title": say("large_help")},
            "groups": {name: large_groups(theme) for name, theme in THEMES.items()},
        },
        on_picked_change=on_pick,
        on_places_change=lambda: on_change("places"),
    )


def _drawn(
    scene: dict[str, Any],
    picked: Pick | None,
    places: Places | None,
    height: int,
    start: str | None,
    evidence: str,
) -> dict[str, Any]:
    """What is drawn, and the look that all networks share."""
    return {
        "scene": scene,
        "picked": picked,
        "places": {code: list(spot) for code, spot in (places or {}).items()},
        "height": height,
        "start": start,
        "evidence": evidence,
        "min_scale": MIN_SCALE,
        "groups": {name: groups(theme) for name, theme in THEMES.items()},
        "themes": {name: asdict(theme) for name, theme in THEMES.items()},
        "options": OPTIONS,
    }


def _words(start: str | None) -> dict[str, str]:
    """What is written around a picture, which grows if it has a start."""
    return {
        "title": say("growing_help" if start else "network_help"),
        "full": say("whole_picture"),
        "more": say("drag_for_more"),
        **all_texts(language()),
    }
