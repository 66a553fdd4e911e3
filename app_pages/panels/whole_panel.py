"""The whole network of the links that fit a choice: as a picture, as a table, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app_pages.components.network import large_network
from app_pages.components.result_table import picked_row
from app_pages.panels.selection import (
    bundles_at,
    picked_id,
    picture_selection,
    selected_in_table,
    show_evidence,
)
from app_pages.rows.link_rows import link_row
from app_pages.state.facts_cache import cached_facts
from app_pages.state.language import language, say
from app_pages.state.workspace import all_bundles, facts_stamp
from graph.drawing.large_view import MOST_DRAWN, large_scene, large_spots
from graph.drawing.layout.spring_layout import Point
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter, limit_nodes, matching_bundles
from graph.model.facts import Facts

NETWORK, ROW, EVIDENCE = "explore_whole", "explore_whole_rows", "explore"
HEIGHT = 480
# More rows than this are not written: a page with them would be slow.
MOST_ROWS = 500


@dataclass(frozen=True)
class Whole:
    """The links that fit a choice, so many that had no room, and the picture of the former."""

    lines: tuple[EdgeBundle, ...]
    no_room: int
    scene: dict[str, Any]


def whole_panel(
    facts: Facts, choice: EdgeFilter, kinds: Sequence[str], start: str, keys: tuple[str, str]
) -> None:
    """The network of a choice; with `kinds`, of links between things of these alone.

    `start` is brought into sight. `keys` are those of the pick and of the places of moved things.
    """
    pick_key, places_key = keys
    whole = _whole(*facts_stamp(), choice, tuple(kinds), language())
    st.caption(say("whole_drawn", count=len(whole.lines)))
    if whole.no_room:
        st.warning(say("whole_no_room", most=MOST_DRAWN, count=whole.no_room))
    if not whole.lines:
        st.info(say("nothing_drawn"))
        return
    picked: str | None = st.session_state.get(pick_key)

    def keep(key: str, value: object) -> None:
        st.session_state[key] = value

    large_network(
        NETWORK,
        whole.scene,
        picture_selection(whole.lines, picked),
        HEIGHT,
        on_pick=lambda: keep(pick_key, picked_id(st.session_state[NETWORK].picked)),
        evidence=EVIDENCE,
        start=start,
        places=st.session_state.get(places_key),
        on_change=lambda name: keep(places_key, getattr(st.session_state[NETWORK], name)),
    )
    lines = bundles_at(whole.lines, picked)
    if picked and lines:
        show_evidence(facts, lines, picked, EVIDENCE)
    else:
        st.info(say("pick_hint"), icon=":material/touch_app:")
    _table(facts, lines or whole.lines, pick_key)


def _table(facts: Facts, lines: Sequence[EdgeBundle], pick_key: str) -> None:
    """The links of what is picked as rows, or the first of all; a row picks its link."""
    shown = sorted(lines, key=lambda line: (line.year or 9999, line.id))[:MOST_ROWS]
    st.subheader(say("same_as_table"), anchor=False)
    if len(shown) < len(lines):
        st.caption(say("whole_rows", first=len(shown), count=len(lines)))

    def pick() -> None:
        st.session_state[pick_key] = selected_in_table(ROW, shown)

    picked_row([link_row(facts, line) for line in shown], ROW, on_select=pick)


@st.cache_resource(max_entries=16, show_spinner=False)
def _whole(
    folder: str, stamp: str, choice: EdgeFilter, kinds: tuple[str, ...], spoken: str
) -> Whole:
    facts = cached_facts(folder, stamp)
    matching = [
        line
        for line in matching_bundles(facts, choice, all_bundles())
        if not kinds or all(type(facts.things[code]).__name__ in kinds for code in line.ends)
    ]
    lines = limit_nodes(matching, MOST_DRAWN)
    spots = _spots(folder, stamp, tuple(sorted(choice.types)))
    if any(code not in spots for line in lines for code in line.ends):
        spots = large_spots(lines)
    return Whole(lines, len(matching) - len(lines), large_scene(facts, lines, spots, spoken))


@st.cache_resource(max_entries=4, show_spinner=False)
def _spots(folder: str, stamp: str, types: tuple[str, ...]) -> Mapping[str, Point]:
    """The places of things, the same whatever part of these types of link is drawn."""
    return large_spots(limit_nodes(all_bundles().of_types(types), MOST_DRAWN))
