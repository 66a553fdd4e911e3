"""The path between two things: as a picture, as a table, and with the evidence of each step."""

from __future__ import annotations

import streamlit as st

from app_pages.components.network import NetworkPicture, network
from app_pages.components.picker import pick_one
from app_pages.components.result_table import picked_row
from app_pages.panels.evidence import evidence
from app_pages.panels.selection import (
    picked_id,
    picture_selection,
    selected_in_table,
    show_evidence,
    sources_of,
)
from app_pages.state.language import language, say
from app_pages.state.widget_state import persistent_toggle
from app_pages.state.workspace import all_bundles
from graph.drawing.neighbourhood_scene import Neighbourhood, neighbourhood_scene
from graph.drawing.network_scene import undated_text
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.links.shortest_path import Hop, ShortestPath, shortest_path
from graph.model.facts import Facts
from graph.stores.store import Cell
from ontology.labels.labels import name as word

NETWORK, ROW, EVIDENCE = "explore_path", "explore_path_rows", "explore"
HEIGHT_PX, COLUMN_WIDTH_PX, ROW_HEIGHT_PX = 300, 260.0, 70.0
PLACE_TYPES = ("WITHIN", "BORDERS")


def path_panel(facts: Facts, start: str, keys: tuple[str, str, str]) -> None:
    """A shortest path from a thing to another.

    `keys` are those of the other end, of whether links of place count, and of the pick.
    """
    end_key, places_key, pick_key = keys
    end, along_places = _choose_end(facts, end_key, places_key)
    if end is None or end == start:
        st.info(say("path_hint" if end is None else "path_same"))
        return
    path = shortest_path(all_bundles().of_types(_types(along_places=along_places)), start, end)
    names = {
        "start": facts.display_name(start, language()),
        "end": facts.display_name(end, language()),
    }
    if not path.hops:
        st.info(say("path_none", **names) + _hint_of_places(start, end, along_places=along_places))
        return
    st.text(say("path_length", count=len(path.hops), paths=path.path_count, **names))
    pick = _picture(facts, path, pick_key)
    _table(facts, path, pick_key)
    if bundles := [bundle for bundle in path.bundles if pick in (bundle.id, *bundle.ends)]:
        show_evidence(facts, bundles, str(pick), EVIDENCE)
    else:
        ids = dict.fromkeys(id for bundle in path.bundles for id in bundle.statements)
        evidence(facts, list(ids), say("path_evidence", **names), EVIDENCE)


def _choose_end(facts: Facts, end_key: str, places_key: str) -> tuple[str | None, bool]:
    """The other end, and whether the path may run along links of place."""
    end_column, switch_column = st.columns([3, 1.4], vertical_alignment="bottom")
    with end_column:
        end = pick_one(facts, end_key, say("path_to"), list(facts.things))

    with switch_column:
        return end, persistent_toggle(places_key, say("path_places"), default=False)


def _types(*, along_places: bool) -> tuple[str, ...]:
    """The types of link of a path: without those of place, which join nearly everything."""
    return tuple(type for type in bundle_types() if along_places or type not in PLACE_TYPES)


def _hint_of_places(start: str, end: str, *, along_places: bool) -> str:
    """Says that links of place would give a path, if they were not tried."""
    further = () if along_places else shortest_path(all_bundles(), start, end).hops
    return " " + say("path_by_places", count=len(further)) if further else ""


def _picture(facts: Facts, path: ShortestPath, pick_key: str) -> str | None:
    """The path from left to right; returns what is picked of it."""
    spots = {
        code: (index * COLUMN_WIDTH_PX, index % 2 * ROW_HEIGHT_PX)
        for index, code in enumerate(path.codes)
    }
    pick: str | None = st.session_state.get(pick_key)

    def keep_pick() -> None:
        st.session_state[pick_key] = picked_id(st.session_state[NETWORK].picked)

    scene = neighbourhood_scene(facts, Neighbourhood(path.bundles, spots, 0, 0), language())
    selection = picture_selection(path.bundles, pick)
    network(NETWORK, NetworkPicture(scene, selection, HEIGHT_PX, EVIDENCE), on_pick=keep_pick)
    return pick


def _table(facts: Facts, path: ShortestPath, pick_key: str) -> None:
    """The links of each step as rows; a row picks its link."""
    rows = [
        _row(facts, step, hop, bundle, goes_along=goes_along)
        for step, hop in enumerate(path.hops, 1)
        for bundle, goes_along in zip(hop.bundles, hop.goes_along, strict=True)
    ]

    def pick() -> None:
        st.session_state[pick_key] = selected_in_table(ROW, path.bundles)

    picked_row(rows, ROW, on_select=pick)


def _row(
    facts: Facts, step: int, hop: Hop, bundle: EdgeBundle, *, goes_along: bool
) -> dict[str, Cell]:
    """A link of a step: the step's ends, and the link with its own direction."""
    return {
        say("path_step"): step,
        say("from_thing"): facts.display_name(hop.start, language()),
        say("to_thing"): facts.display_name(hop.end, language()),
        say("relation"): word(bundle.type, language()),
        say("path_direction"): say("path_along" if goes_along else "path_against"),
        say("year"): str(bundle.year or undated_text(language())),
        say("statements"): len(bundle.statements),
        word("Source", language()): say("comma").join(sources_of(facts, bundle, language())),
    }
