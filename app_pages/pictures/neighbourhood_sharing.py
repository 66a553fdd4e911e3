"""Ways to share the picture around a thing: a citation, a step of a talk, a print, a frame."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.forms.explore_form import OPENED_KEY, PICK, PLACES, SHOWN_KINDS
from app_pages.panels.cite_control import cite_view
from app_pages.panels.selection import single_pick
from app_pages.pictures.explore_multiples import explore_multiples
from app_pages.pictures.multiples_panel import LinePick
from app_pages.pictures.picture_control import embed_view, frozen_neighbourhood, print_network
from app_pages.state.language import language, say
from app_pages.talk_making.add_step import MovedThings, add_evidence, add_view
from graph.drawing.layout.moved_things import move_nodes
from graph.drawing.neighbourhood_scene import Neighbourhood, neighbourhood_scene
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import StepView
from graph.model.facts import Facts
from texts.tables import APP

KEY = "explore"


def sharing_controls(
    facts: Facts,
    neighbours: Neighbourhood,
    choice: EdgeFilter,
    thing: str,
    pick: LinePick,
    container: DeltaGenerator,
) -> None:
    """What can be done with the picture, beneath it; small multiples stand in the `container`."""
    parts, page_language = {"thing": thing}, language()
    scene = neighbourhood_scene(facts, neighbours, page_language)
    moved_things = MovedThings(scene, PLACES)
    spots = {node["id"]: (node["x"], node["y"]) for node in scene["nodes"]}
    name = facts.display_name(thing, page_language)
    title = say("title_of_picture", page=say("page_explore"), what=name)
    with st.container(horizontal=True):
        cite_view(facts, title, "explore_picture", parts)
        _add_step(facts, neighbours, choice, thing, moved_things)
        print_network(facts, KEY, scene, title, parts, moved_things.places)
        embed_view(
            KEY,
            parts,
            lambda: frozen_neighbourhood(
                facts, neighbours, page_language, moved_things.places, spots
            ),
        )
        moved_scene = move_nodes(scene, moved_things.places)
        explore_multiples(facts, lambda: moved_scene, neighbours.bundles, title, pick, container)


def _add_step(
    facts: Facts,
    neighbours: Neighbourhood,
    choice: EdgeFilter,
    thing: str,
    moved_things: MovedThings,
) -> None:
    """The neighbourhood as a step of a talk; if only some kinds are shown, by its statements."""
    count = len(neighbours.all_bundles)

    def caption(lang: str) -> str:
        return APP.say("step_of_thing", lang, name=facts.display_name(thing, lang), count=count)

    if st.session_state.get(SHOWN_KINDS):
        ids = [id for bundle in neighbours.all_bundles for id in bundle.statements]
        add_evidence(facts, KEY, ids, caption)
        return
    choice = replace(choice, around=frozenset({thing, *st.session_state.get(OPENED_KEY, ())}))
    view = StepView(choice, "network", picked=single_pick(PICK))
    add_view(facts, KEY, view, neighbours.all_bundles, (), caption, moved_things)
