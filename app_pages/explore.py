"""Explore: search for a thing, and see its neighbours and statements, as far as you like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.answer_downloads import table_file
from app_pages.components.network import NetworkPicture, network
from app_pages.components.picker import pick_several
from app_pages.components.result_table import picked_row
from app_pages.forms.explore_form import (
    GROUPS,
    GROWN,
    PATH_KEYS,
    PICK,
    PLACES,
    THING,
    VIEW,
    VIEWS,
    explore_filters,
    explore_parts,
    picture_changed,
    start_from,
    start_thing,
)
from app_pages.forms.link_filter_form import only_these_button, say_nothing_fits, show_all_button
from app_pages.forms.thing_search import thing_search
from app_pages.panels.path_panel import path_panel
from app_pages.panels.selection import (
    bundles_at,
    picked_id,
    picture_selection,
    selected_in_table,
    show_evidence,
    withdrawn_pick,
)
from app_pages.panels.thing_profile import identity, profile
from app_pages.pictures.explore_multiples import multiples_part
from app_pages.pictures.large_network_panel import large_network_panel
from app_pages.pictures.multiples_panel import LinePick
from app_pages.pictures.neighbourhood_sharing import sharing_controls
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.widget_state import persistent_choice
from app_pages.state.workspace import all_bundles, facts_or_stop
from app_pages.tables.link_rows import link_row
from exports.cards.statement_words import names
from graph.drawing.neighbourhood_scene import Neighbourhood, neighbourhood, neighbourhood_scene
from graph.links.edge_bundles import bundle_types
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.labels.labels import name as word

NETWORK, ROW, EVIDENCE = "explore", "explore_rows", "explore"
HEIGHT = 420


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    title, search, view_of = st.columns([1, 2.2, 3.2], vertical_alignment="center")
    title.title(say("page_explore"))
    thing = start_thing(facts)
    if thing is None:
        st.info(say("nothing_here"))
        return
    view = [*explore_parts(facts, all_bundles(), thing), multiples_part()]
    restore_from_url("explore", view)
    withdrawn_pick(facts, "explore")
    with view_of:
        view_name = _view()
    hits = st.container()
    with search:
        thing_search(facts, "explore_search", lambda code: start_from(all_bundles(), code), hits)
    thing = st.session_state[THING]
    identity(facts, thing)
    if view_name == "told":
        profile(facts, thing)
    elif view_name == "path":
        path_panel(facts, thing, PATH_KEYS)
    elif view_name == "whole":
        _whole(facts, thing)
    else:
        _around(facts, thing)
    write_to_url("explore", [*explore_parts(facts, all_bundles(), thing), multiples_part()])


def _view() -> str:
    """Whether to show the neighbourhood of the thing, or all statements about it."""
    labels = {view: say(f"view_{view}") for view in VIEWS}
    return persistent_choice(VIEW, say("view"), labels)


def _filtered(
    facts: Facts, thing: str
) -> tuple[DeltaGenerator, DeltaGenerator, EdgeFilter, Sequence[str]]:
    """The room for counts, the panel of filters, and the chosen bundles and kinds of thing."""
    counts, more = st.columns([5, 1], vertical_alignment="center")
    panel = more.popover(say("filters"), icon=":material/tune:", width="stretch")
    with panel:
        choice, kinds = explore_filters(facts, all_bundles(), thing)
    return counts, panel, choice, kinds


def _whole(facts: Facts, thing: str) -> None:
    """The whole network of the links that fit the filters."""
    counts, _, choice, kinds = _filtered(facts, thing)
    with counts:
        show_all_button("explore")
    large_network_panel(facts, choice, kinds, thing, counts)


def _around(facts: Facts, thing: str) -> None:
    """The neighbourhood as a picture and as a table, and the evidence of what is picked."""
    counts, panel, choice, kinds = _filtered(facts, thing)
    if choice.among:
        choice = replace(choice, among=choice.among | {thing})
    grown = [thing, *(code for code in st.session_state.get(GROWN, ()) if code != thing)]
    around = neighbourhood(facts, all_bundles(), grown, choice, kinds, st.session_state.get(GROUPS))
    with panel:
        _opened_out(facts, around, thing)
    with counts:
        _counted(around)
        show_all_button("explore")
    if not around.all_bundles:
        any_type = replace(choice, types=frozenset(bundle_types()))
        say_nothing_fits(neighbourhood(facts, all_bundles(), grown, any_type, kinds).bundles)
        return
    picked = st.session_state.get(PICK)
    network(
        NETWORK,
        NetworkPicture(
            neighbourhood_scene(facts, around, language()),
            picture_selection(around.all_bundles, picked),
            HEIGHT,
            EVIDENCE,
            thing,
            st.session_state.get(PLACES) or {},
        ),
        on_pick=lambda: st.session_state.update(
            {PICK: picked_id(st.session_state[NETWORK].picked)}
        ),
        on_change=lambda name: picture_changed(facts, all_bundles(), NETWORK, name),
    )
    panes, bearing = st.container(), st.container()
    sharing_controls(facts, around, choice, thing, LinePick(picked, _pick, EVIDENCE), panes)
    _table(facts, around)
    with bearing:
        _evidence(facts, around, picked)


def _pick(id: str) -> None:
    st.session_state[PICK] = id


def _counted(around: Neighbourhood) -> None:
    """How many bundles of each stance are drawn, and how many are not."""
    counts = say("comma").join(
        f"{word(f'Stance.{stance}', language())} {count}"
        for stance, count in sorted(around.stances.items())
    )
    summary = say(
        "drawn_around", drawn=len(around.all_bundles), told=counts, left_out=around.left_out
    )
    st.caption(summary if around.all_bundles else say("none_around", left_out=around.left_out))
    if around.no_room:
        st.warning(say("no_room_around", count=around.no_room))


def _opened_out(facts: Facts, around: Neighbourhood, thing: str) -> None:
    """The things whose own neighbours are shown too: the list does the same as a double click."""
    labels = names(facts, language())
    now = list(st.session_state.get(GROWN, ()))
    options = [*now, *sorted(around.codes - {thing, *now}, key=labels.__getitem__)]
    if options:
        pick_several(facts, GROWN, say("opened_out"), options, say("open_out"))


def _table(facts: Facts, around: Neighbourhood) -> None:
    """The same bundles as rows, for readers who prefer a table."""
    bundles = sorted(around.all_bundles, key=lambda bundle: (bundle.year or 9999, bundle.id))
    rows = [link_row(facts, bundle) for bundle in bundles]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(say("same_as_table"), anchor=False, width="content")
        table_file(facts, rows, [bundle.statements for bundle in bundles], "explore")
    state = st.session_state
    picked_row(rows, ROW, lambda: state.update({PICK: selected_in_table(ROW, bundles)}))


def _evidence(facts: Facts, around: Neighbourhood, picked: str | None) -> None:
    """The panel of what is picked: a bundle's statements, or those of all bundles of a thing."""
    only_these_button("explore", picked)
    bundles = bundles_at(around.all_bundles, picked)
    if not picked or not bundles:
        st.info(say("explore_hint"), icon=":material/touch_app:")
        return
    if picked in facts.things and picked != st.session_state[THING]:
        label = say("start_here", name=plain(facts.display_name(picked, language())))
        start = partial(start_from, all_bundles(), picked)
        st.button(label, on_click=start, icon=":material/my_location:")
    show_evidence(facts, bundles, picked, EVIDENCE)


page()
