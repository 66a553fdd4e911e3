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
    OPENED_KEY,
    PATH_KEYS,
    PICK,
    PLACES,
    THING,
    VIEW,
    VIEWS,
    explore_filters,
    explore_parts,
    keep_network_change,
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
        _large_network_view(facts, thing)
    else:
        _neighbourhood_view(facts, thing)
    write_to_url("explore", [*explore_parts(facts, all_bundles(), thing), multiples_part()])


def _view() -> str:
    """Whether to show the neighbourhood of the thing, or all statements about it."""
    labels = {view: say(f"view_{view}") for view in VIEWS}
    return persistent_choice(VIEW, say("view"), labels)


def _filters_and_counts(
    facts: Facts, thing: str
) -> tuple[DeltaGenerator, DeltaGenerator, EdgeFilter, Sequence[str]]:
    """The room for counts, the panel of filters, and the chosen bundles and kinds of thing."""
    counts, panel_column = st.columns([5, 1], vertical_alignment="center")
    panel = panel_column.popover(say("filters"), icon=":material/tune:", width="stretch")
    with panel:
        choice, kinds = explore_filters(facts, all_bundles(), thing)
    return counts, panel, choice, kinds


def _large_network_view(facts: Facts, thing: str) -> None:
    """The whole network of the links that fit the filters."""
    counts, _, choice, kinds = _filters_and_counts(facts, thing)
    with counts:
        show_all_button("explore")
    large_network_panel(facts, choice, kinds, thing, counts)


def _neighbourhood_view(facts: Facts, thing: str) -> None:
    """The neighbourhood as a picture and as a table, and the evidence of what is picked."""
    counts, panel, choice, kinds = _filters_and_counts(facts, thing)
    if choice.among:
        choice = replace(choice, among=choice.among | {thing})
    opened_codes = [thing, *(x for x in st.session_state.get(OPENED_KEY, ()) if x != thing)]
    neighbours = neighbourhood(
        facts, all_bundles(), opened_codes, choice, kinds, st.session_state.get(GROUPS)
    )
    with panel:
        _choose_opened_things(facts, neighbours, thing)
    with counts:
        _say_counts(neighbours)
        show_all_button("explore")
    if not neighbours.all_bundles:
        any_type = replace(choice, types=frozenset(bundle_types()))
        say_nothing_fits(neighbourhood(facts, all_bundles(), opened_codes, any_type, kinds).bundles)
        return
    pick = st.session_state.get(PICK)
    network(
        NETWORK,
        NetworkPicture(
            neighbourhood_scene(facts, neighbours, language()),
            picture_selection(neighbours.all_bundles, pick),
            HEIGHT,
            EVIDENCE,
            thing,
            st.session_state.get(PLACES) or {},
        ),
        on_pick=lambda: st.session_state.update(
            {PICK: picked_id(st.session_state[NETWORK].picked)}
        ),
        on_change=lambda name: keep_network_change(facts, all_bundles(), NETWORK, name),
    )
    panes, bearing = st.container(), st.container()
    sharing_controls(facts, neighbours, choice, thing, LinePick(pick, _pick, EVIDENCE), panes)
    _table(facts, neighbours)
    with bearing:
        _evidence(facts, neighbours, pick)


def _pick(id: str) -> None:
    st.session_state[PICK] = id


def _say_counts(neighbours: Neighbourhood) -> None:
    """How many bundles of each stance are drawn, and how many are not."""
    counts = say("comma").join(
        f"{word(f'Stance.{stance}', language())} {count}"
        for stance, count in sorted(neighbours.stances.items())
    )
    summary = say(
        "drawn_around",
        drawn=len(neighbours.all_bundles),
        told=counts,
        left_out=neighbours.left_out_count,
    )
    st.caption(
        summary
        if neighbours.all_bundles
        else say("none_around", left_out=neighbours.left_out_count)
    )
    if neighbours.no_room:
        st.warning(say("no_room_around", count=neighbours.no_room))


def _choose_opened_things(facts: Facts, neighbours: Neighbourhood, thing: str) -> None:
    """The things whose own neighbours are shown too: the list does the same as a double click."""
    labels = names(facts, language())
    opened_codes = list(st.session_state.get(OPENED_KEY, ()))
    options = [
        *opened_codes,
        *sorted(neighbours.codes - {thing, *opened_codes}, key=labels.__getitem__),
    ]
    if options:
        pick_several(facts, OPENED_KEY, say("opened_out"), options, say("open_out"))


def _table(facts: Facts, neighbours: Neighbourhood) -> None:
    """The same bundles as rows, for readers who prefer a table."""
    bundles = sorted(neighbours.all_bundles, key=lambda bundle: (bundle.year or 9999, bundle.id))
    rows = [link_row(facts, bundle) for bundle in bundles]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(say("same_as_table"), anchor=False, width="content")
        table_file(facts, rows, [bundle.statements for bundle in bundles], "explore")
    state = st.session_state
    picked_row(rows, ROW, lambda: state.update({PICK: selected_in_table(ROW, bundles)}))


def _evidence(facts: Facts, neighbours: Neighbourhood, pick: str | None) -> None:
    """The panel of what is picked: a bundle's statements, or those of all bundles of a thing."""
    only_these_button("explore", pick)
    bundles = bundles_at(neighbours.all_bundles, pick)
    if not pick or not bundles:
        st.info(say("explore_hint"), icon=":material/touch_app:")
        return
    if pick in facts.things and pick != st.session_state[THING]:
        label = say("start_here", name=plain(facts.display_name(pick, language())))
        start = partial(start_from, all_bundles(), pick)
        st.button(label, on_click=start, icon=":material/my_location:")
    show_evidence(facts, bundles, pick, EVIDENCE)


page()
