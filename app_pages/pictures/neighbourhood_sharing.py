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
from graph.drawing.layout.moved_things import scene_with_moved
from graph.drawing.neighbourhood_scene import Neighbourhood, neighbourhood_scene
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import StepView
from graph.model.facts import Facts
from texts.tables import APP

KEY = "explore"


def sharing_controls(
    facts: Facts,
    around: Neighbourhood,
    choice: EdgeFilter,
    thing: str,
    picked: LinePick,
    room: DeltaGenerator,
) -> None:
    """What can be done with the picture, beneath it; small multiples stand in the `room`."""
    parts, spoken = {"thing": thing}, language()
    scene = neighbourhood_scene(facts, around, spoken)
    moved = MovedThings(scene, PLACES)
    here = {node["id"]: (node["x"], node["y"]) for node in scene["nodes"]}
    name = facts.display_name(thing, spoken)
    title = say("title_of_picture", page=say("page_explore"), what=name)
    with st.container(horizontal=True):
        cite_view(facts, title, "explore_picture", parts)
        _add_step(facts, around, choice, thing, moved)
        print_network(facts, KEY, scene, title, parts, moved.places)
        embed_view(
            KEY,
            parts,
            lambda: frozen_neighbourhood(facts, around, spoken, moved.places, here),
        )
        standing = scene_with_moved(scene, moved.places)
        explore_multiples(facts, lambda: standing, around.bundles, title, picked, room)


def _add_step(
    facts: Facts, around: Neighbourhood, choice: EdgeFilter, thing: str, moved: MovedThings
) -> None:
    """The neighbourhood as a step of a talk; if only some kinds are shown, by its statements."""
    count = len(around.all_bundles)

    def caption(spoken: str) -> str:
        return APP.say("step_of_thing", spoken, name=facts.display_name(thing, spoken), count=count)

    if st.session_state.get(SHOWN_KINDS):
        ids = [id for bundle in around.all_bundles for id in bundle.statements]
        add_evidence(facts, KEY, ids, caption)
        return
    choice = replace(choice, around=frozenset({thing, *st.session_state.get(OPENED_KEY, ())}))
    view = StepView(choice, "network", picked=single_pick(PICK))
    add_view(facts, KEY, view, around.all_bundles, (), caption, moved)
