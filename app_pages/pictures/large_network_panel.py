"""The whole network of the links that fit a choice: as a picture, as a table, with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.network import NetworkPicture, large_network
from app_pages.components.result_table import picked_row
from app_pages.forms.explore_form import (
    LARGE_NETWORK_PLACES_KEY,
    PICK,
    keep_large_network_change,
    large_network_part,
)
from app_pages.panels.selection import (
    bundles_at,
    picked_id,
    picture_selection,
    selected_in_table,
    show_evidence,
)
from app_pages.pictures.large_network_sharing import LargeNetworkView, sharing_controls
from app_pages.pictures.multiples_panel import LinePick
from app_pages.state.facts_cache import cached_facts
from app_pages.state.language import language, say
from app_pages.state.workspace import all_bundles, facts_stamp
from app_pages.tables.link_rows import link_row
from graph.drawing.large_scene import home_spots, large_scene, spots_for
from graph.drawing.layout.edge_path import Point
from graph.drawing.scene_types.large import LargeScene
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import MAX_DRAWN_THINGS, EdgeFilter, limit_nodes, matching_bundles
from graph.model.facts import Facts

NETWORK, ROW, EVIDENCE = "explore_whole", "explore_whole_rows", "explore"
HEIGHT = 420
# More rows than this are not written: a page with them would be slow.
MAX_ROWS = 500


@dataclass(frozen=True)
class LargeNetwork:
    """The links that fit a choice, the number of links without room, and the picture."""

    bundles: tuple[EdgeBundle, ...]
    no_room: int
    spots: dict[str, Point]
    scene: LargeScene


def large_network_panel(
    facts: Facts, choice: EdgeFilter, kinds: Sequence[str], start: str, counts: DeltaGenerator
) -> None:
    """The network of a choice; with `kinds`, of links between things of these alone.

    `start` is brought into sight. `counts` has room for how many links there are.
    """
    network = _network(*facts_stamp(), choice, tuple(kinds), language())
    counts.caption(say("whole_drawn", count=len(network.bundles)))
    if network.no_room:
        st.warning(say("whole_no_room", most=MAX_DRAWN_THINGS, count=network.no_room))
    if not network.bundles:
        st.info(say("nothing_drawn"))
        return
    pick: str | None = st.session_state.get(PICK)
    places = st.session_state.get(LARGE_NETWORK_PLACES_KEY) or {}
    selection = picture_selection(network.bundles, pick)
    large_network(
        NETWORK,
        NetworkPicture(network.scene, selection, HEIGHT, EVIDENCE, start, places),
        large_network_part(),
        on_pick=lambda: _keep_pick(picked_id(st.session_state[NETWORK].picked)),
        on_change=lambda name: keep_large_network_change(NETWORK, name),
    )
    view = LargeNetworkView(
        choice, tuple(kinds), network.bundles, network.spots, large_network_part(), places
    )
    panes, bearing = st.container(), st.container()
    sharing_controls(facts, view, start, LinePick(pick, _keep_pick, EVIDENCE), panes)
    bundles = bundles_at(network.bundles, pick)
    with bearing:
        if pick and bundles:
            show_evidence(facts, bundles, pick, EVIDENCE)
        else:
            st.info(say("pick_hint"), icon=":material/touch_app:")
    _table(facts, bundles or network.bundles)


def _keep_pick(pick: str | None) -> None:
    st.session_state[PICK] = pick


def _table(facts: Facts, bundles: Sequence[EdgeBundle]) -> None:
    """The links of what is picked as rows, or the first of all; a row picks its link."""
    listed_bundles = sorted(bundles, key=lambda bundle: (bundle.year or 9999, bundle.id))[:MAX_ROWS]
    st.subheader(say("same_as_table"), anchor=False)
    if len(listed_bundles) < len(bundles):
        st.caption(say("whole_rows", first=len(listed_bundles), count=len(bundles)))
    rows = [link_row(facts, bundle) for bundle in listed_bundles]
    picked_row(rows, ROW, on_select=lambda: _keep_pick(selected_in_table(ROW, listed_bundles)))


@st.cache_resource(max_entries=16, show_spinner=False)
def _network(
    folder: str, stamp: str, choice: EdgeFilter, kinds: tuple[str, ...], page_language: str
) -> LargeNetwork:
    facts = cached_facts(folder, stamp)
    matching = [
        bundle
        for bundle in matching_bundles(facts, choice, all_bundles())
        if not kinds or all(type(facts.things[code]).__name__ in kinds for code in bundle.ends)
    ]
    bundles = limit_nodes(matching, MAX_DRAWN_THINGS)
    spots = dict(spots_for(bundles, _spots(folder, stamp, choice.types)))
    scene = large_scene(facts, bundles, spots, page_language)
    return LargeNetwork(bundles, len(matching) - len(bundles), spots, scene)


@st.cache_resource(max_entries=4, show_spinner=False)
def _spots(folder: str, stamp: str, types: frozenset[str]) -> dict[str, Point]:
    return home_spots(all_bundles(), types)
