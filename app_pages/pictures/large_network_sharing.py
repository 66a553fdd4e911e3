"""Ways to share the whole network: a citation, a step of a talk, a print, a frame elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.forms.explore_form import PICK
from app_pages.panels.cite_control import cite_view
from app_pages.panels.selection import single_pick
from app_pages.pictures.explore_multiples import explore_multiples
from app_pages.pictures.multiples_panel import LinePick
from app_pages.pictures.picture_control import embed_view, print_picture, source_line
from app_pages.state.language import language, say
from app_pages.state.placed_things import MovedPlaces
from app_pages.talk_making.add_step import add_large_view
from exports.html.large_page import large_page
from exports.pictures.large_picture import large_picture
from exports.pictures.print_style import PrintStyle
from graph.drawing.large_scene import NetworkPart, large_groups, large_scene, plain_scene
from graph.drawing.layout.edge_path import Point
from graph.drawing.scene_types.large import PlainScene
from graph.drawing.theme import LIGHT
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import StepView
from graph.model.facts import Facts
from texts.tables import APP

KEY = "whole"


@dataclass(frozen=True)
class LargeNetworkView:
    """The whole network of a choice and of links between these `kinds` (none: any).

    `spots` are the places of things before any moved, `places` those of the moved things; `part`
    is what the reader draws of the bundles.
    """

    choice: EdgeFilter
    kinds: tuple[str, ...]
    bundles: tuple[EdgeBundle, ...]
    spots: Mapping[str, Point]
    part: NetworkPart
    places: MovedPlaces

    @property
    def present_spots(self) -> dict[str, Point]:
        """The present position of each thing."""
        moved_spots = {code: (float(x), float(y)) for code, (x, y) in self.places.items()}
        return {
            **self.spots,
            **{code: moved_spots[code] for code in moved_spots.keys() & self.spots.keys()},
        }


def sharing_controls(
    facts: Facts, view: LargeNetworkView, thing: str, pick: LinePick, container: DeltaGenerator
) -> None:
    """What can be done with the picture, beneath it; small multiples stand in the `container`."""
    parts = {"thing": thing, "view": KEY}
    title = say("title_of_picture", page=say("page_explore"), what=say("view_whole"))
    page_language = language()
    with st.container(horizontal=True):
        cite_view(facts, title, KEY, parts)
        _add_step(facts, view)
        print_picture(facts, KEY, title, parts, lambda style: _picture(facts, view, style, title))
        embed_view(KEY, parts, lambda: frozen_network(facts, view, page_language))
        bundles = view.part.bundles(facts, view.bundles)

        def scene() -> PlainScene:
            return plain_scene(large_scene(facts, bundles, view.present_spots, page_language))

        explore_multiples(facts, scene, bundles, title, pick, container)


def frozen_network(facts: Facts, view: LargeNetworkView, page_language: str) -> str:
    """The network as one file that does not change, with the evidence of its links."""
    scene = large_scene(facts, view.bundles, view.present_spots, page_language)
    return large_page(facts, view.bundles, scene, view.part, page_language)


def _picture(facts: Facts, view: LargeNetworkView, style: PrintStyle, title: str) -> str:
    bundles = view.part.bundles(facts, view.bundles)
    scene = large_scene(facts, bundles, view.present_spots, language())
    span = f" · {view.part.span[0]}–{view.part.span[1]}" if view.part.span else ""
    texts = {"title": title + span, "source": source_line(facts)}
    return large_picture(scene, large_groups(LIGHT), style, texts)


def _add_step(facts: Facts, view: LargeNetworkView) -> None:
    """The network in its present state as a step of a talk, with all statements of its links.

    Where kinds are hidden the step draws what its own statements say.
    """
    bundles = view.part.bundles(facts, view.bundles)
    choice = replace(view.choice, years=view.part.years(view.choice.years))
    is_part = bool(view.kinds or view.part.hidden_kinds)

    def caption(lang: str) -> str:
        return APP.say("step_of_whole", lang, count=len(bundles))

    step = StepView(choice, KEY, picked=single_pick(PICK))
    add_large_view(facts, KEY, step, bundles, caption, (view.spots, view.places), is_part=is_part)
