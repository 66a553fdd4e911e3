"""The network, the map and the curve of an answer, as on Spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app_pages.components.stage import Pick, StageState, stage
from app_pages.panels.evidence import evidence
from app_pages.panels.selection import picked_id, picked_things
from app_pages.state.language import language, say
from app_pages.state.workspace import all_bundles, layout_of, place_coordinates
from app_pages.workbench.result_links import links_of_answer
from app_pages.workbench.texts import phrase
from graph.drawing.stage_scene import stage_scene
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import Selection, limit_nodes
from graph.model.facts import Facts
from graph.stores.store import Answer

HEIGHT = 560
# The curve counts who has learned.
CURVE_TYPE = "LEARNED_FROM"


def show_stage(facts: Facts, answer: Answer, layout: str) -> None:
    """Shows the stage, at first in a layout, and the evidence of what is picked on it."""
    bundles = links_of_answer(facts, answer, all_bundles())
    if not bundles:
        st.info(phrase("no_links"))
        return
    drawn_bundles = tuple(limit_nodes(bundles))
    selection = Selection(drawn_bundles, 0, len(bundles) - len(drawn_bundles))
    lessons = [bundle for bundle in drawn_bundles if bundle.type == CURVE_TYPE]
    data = stage_scene(
        facts, selection, lessons, layout_of(drawn_bundles), place_coordinates(), language()
    )
    key = f"custom_{layout}"
    state = st.session_state.setdefault(f"{key}_stand", StageState(layout=layout))
    stage(
        key,
        data,
        replace(state, picked=_pick_in_answer(state, drawn_bundles)),
        HEIGHT,
        lambda n: _keep_stage_change(key, n),
    )
    if picked_bundles := _bundles_at(state, drawn_bundles):
        ids = dict.fromkeys(id for link in picked_bundles for id in link.statements)
        evidence(facts, list(ids), say("answer_network"), key)


def _keep_stage_change(key: str, name: str) -> None:
    """Keeps the reader's change of the stage."""
    state: StageState = st.session_state[f"{key}_stand"]
    value = getattr(st.session_state[key], name)
    st.session_state[f"{key}_stand"] = replace(state, **{name: value})


def _bundles_at(state: StageState, bundles: Sequence[EdgeBundle]) -> list[EdgeBundle]:
    ids = set(picked_things(picked_id(state.picked)))
    return [bundle for bundle in bundles if bundle.id in ids or not ids.isdisjoint(bundle.ends)]


def _pick_in_answer(state: StageState, bundles: Sequence[EdgeBundle]) -> Pick | None:
    """What is picked, unless the answer no longer has it."""
    return state.picked if _bundles_at(state, bundles) else None
