"""Spread: who learned from whom, played in the order of time, with the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.result_table import picked_row
from app_pages.components.stage import StageState, stage
from app_pages.forms.link_filter_form import only_these_button, say_nothing_fits
from app_pages.forms.spread_form import compared_mechanisms, spread_filters, spread_parts
from app_pages.panels.cite_control import cite_view
from app_pages.panels.selection import (
    bundles_at,
    picked_id,
    picture_selection,
    selected_in_table,
    show_evidence,
    single_pick,
    sources_of,
    withdrawn_pick,
)
from app_pages.pictures.multiples_panel import LinePick, multiples_parts, show_multiples
from app_pages.pictures.picture_control import embed_view, print_curve, print_network
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.workspace import (
    MAX_LAID_OUT_BUNDLES,
    all_bundles,
    facts_or_stop,
    is_one_layout,
    selected_bundles,
    stage_data,
)
from app_pages.talk_making.add_step import MovedThings, add_view
from exports.html.stage_page import stage_page
from graph.drawing.maps.adoption_areas import FINER_LEVEL
from graph.drawing.network_scene import undated_text
from graph.drawing.scene_types.network import NetworkScene
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.texts import say as word_of
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.links.edge_filter import MAX_NODES, EdgeFilter, Selection
from graph.links.talk import StepView, bundle_states, moment
from graph.links.timeline import state_at, timeline_years
from graph.model.facts import Facts
from graph.stores.store import Cell
from ontology.labels.labels import name as word
from texts.tables import APP

PICK, ROW, STAGE = "spread_pick", "spread_rows", "spread"
HEIGHTS = 460, 740
# The session's keys of those parts of the stage's state that have another name there.
KEYS = {"picked": PICK, "only": "spread_among"}


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    view = [*spread_parts(facts, all_bundles()), *multiples_parts()]
    restore_from_url("spread", view)
    withdrawn_pick(facts, "spread")
    choice = spread_filters(facts, all_bundles())
    selection, _ = selected_bundles(choice)
    if selection.over_limit:
        st.warning(say("no_room", most=MAX_NODES, count=selection.over_limit))
    if selection.bundles:
        _show_stage(facts, choice, selection)
    else:
        unfiltered, _ = selected_bundles(replace(choice, types=frozenset(bundle_types())))
        say_nothing_fits(unfiltered.bundles)
    write_to_url("spread", view)


def _show_stage(facts: Facts, choice: EdgeFilter, selection: Selection) -> None:
    data = stage_data(choice, compared_mechanisms())
    stage(
        STAGE,
        data,
        _stage_state(selection),
        _height(data["network"]),
        _keep_stage_change,
        has_filter=True,
    )
    if not is_one_layout():
        st.caption(say("laid_out_apart", most=MAX_LAID_OUT_BUNDLES))
    with st.container(horizontal=True):
        cite_view(facts, say("page_spread"), "spread_picture", {})
        _add_step(facts, selection, choice)
        _sharing_controls(facts, selection, choice)
    pick = LinePick(st.session_state.get(PICK), _pick, STAGE)
    in_panes = show_multiples(facts, choice, selection.bundles, compared_mechanisms(), pick)
    panel = st.container()
    _table(facts, selection)
    with panel:
        _evidence(facts, selection.bundles, in_panes)
    _export(facts, selection, data)


def _stage_state(selection: Selection) -> StageState:
    """The state of the stage, from the address or the reader."""
    pick = st.session_state.get(PICK)
    moment, since = (st.session_state.get(f"spread_{end}") for end in ("moment", "since"))
    return StageState(
        picture_selection(selection.bundles, pick),
        int(moment) if moment else None,
        int(since) if since else None,
        st.session_state.get("spread_layout", "all"),
        st.session_state.get("spread_undated", True),
        st.session_state.get("spread_places") or {},
        st.session_state.get("spread_level") or FINER_LEVEL,
    )


def _keep_stage_change(name: str) -> None:
    """Keeps the reader's changes of the stage."""
    value = getattr(st.session_state[STAGE], name)
    if name == "picked":
        value = picked_id(value)
    if name in ("moment", "since"):
        value = str(value) if value else None
    st.session_state[KEYS.get(name, f"spread_{name}")] = value


def _height(scene: NetworkScene) -> int:
    """The height that the drawn things need, within what a screen can show."""
    ys = [node["y"] for node in scene["nodes"]]
    minimum, maximum = HEIGHTS
    return int(max(minimum, min(maximum, max(ys) - min(ys) + 130)))


def _table(facts: Facts, selection: Selection) -> None:
    """The same bundles as rows, for readers who prefer a table."""
    years = timeline_years(selection.bundles)
    moment = st.session_state.get("spread_moment")
    now = int(moment) if moment else (years[-1] if years else 0)
    labels = _columns(now)
    cells = [_row(facts, bundle, now, language()) for bundle in selection.bundles]
    rows = [dict(zip(labels, row, strict=True)) for row in cells]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(say("same_as_table"), anchor=False, width="content")
        table_file(facts, rows, [bundle.statements for bundle in selection.bundles], "spread")
    picked_row(rows, ROW, on_select=lambda: _pick_row(selection.bundles))


def _sharing_controls(facts: Facts, selection: Selection, choice: EdgeFilter) -> None:
    """The network as files for print, and codes that embed the stage elsewhere."""
    data, page_language = stage_data(choice, compared_mechanisms()), language()
    state = _stage_state(selection)
    view = StepView(choice, year=state.moment, undated=state.undated)
    states = bundle_states(view, selection.bundles, data["years"])
    states_by_id = {id: moment_state.value for id, moment_state in states.items()}
    year = f" · {word_of('by_the_end', page_language, year=moment(view, data['years']))}"
    title = facts.dataset.title(page_language) + (year if data["years"] else "")
    print_network(facts, "spread", data["network"], title, {}, state.places, states_by_id)
    print_curve(facts, data, moment(view, data["years"]))
    frozen: StageScene = {**data, "places": state.places, "level": state.level}
    embed_view("spread", {}, lambda: stage_page(facts, selection.bundles, frozen, page_language))


def _add_step(facts: Facts, selection: Selection, choice: EdgeFilter) -> None:
    """The stage in its present state as a step of a talk."""
    state = _stage_state(selection)
    view = StepView(
        choice, state.layout, state.moment, single_pick(PICK), state.undated, state.level
    )
    key = "step_of_spread_by" if state.moment else "step_of_spread"
    _, bundles_of_curve = selected_bundles(choice)
    years = timeline_years([*selection.bundles, *bundles_of_curve])
    count = len(bundle_states(view, selection.bundles, years))
    add_view(
        facts,
        "spread",
        view,
        selection.bundles,
        bundles_of_curve,
        lambda lang: APP.say(key, lang, year=state.moment, count=count),
        MovedThings(stage_data(choice, compared_mechanisms())["network"], "spread_places"),
    )


def _pick_row(bundles: tuple[EdgeBundle, ...]) -> None:
    st.session_state[PICK] = selected_in_table(ROW, bundles)


def _columns(now: int) -> list[str]:
    keys = "from_thing", "relation", "to_thing", "year"
    last_columns = word("stance", language()), say("statements"), word("Source", language())
    return [*map(say, keys), say("by_moment", year=now), *last_columns]


def _row(facts: Facts, bundle: EdgeBundle, now: int, page_language: str) -> tuple[Cell, ...]:
    state = state_at(bundle.when, now)
    return (
        facts.display_name(bundle.start, page_language),
        word(bundle.type, page_language),
        facts.display_name(bundle.end, page_language),
        str(bundle.year or undated_text(page_language)),
        word_of(f"state_{state.value}", page_language),
        word(f"Stance.{bundle.stance}", page_language),
        len(bundle.statements),
        word_of("comma", page_language).join(sources_of(facts, bundle, page_language)),
    )


def _pick(id: str) -> None:
    st.session_state[PICK] = id


def _evidence(
    facts: Facts, stage_bundles: Sequence[EdgeBundle], in_panes: Sequence[EdgeBundle]
) -> None:
    """The panel of what is picked: a bundle's statements, or those of all bundles of a thing.

    The panes of other mechanisms have bundles that the stage has not.
    """
    pick = st.session_state.get(PICK)
    only_these_button("spread", pick)
    bundles = bundles_at(stage_bundles, pick) or bundles_at(in_panes, pick)
    if not pick or not bundles:
        st.info(say("pick_hint"), icon=":material/touch_app:")
        return
    show_evidence(facts, bundles, pick, STAGE)


def _export(facts: Facts, selection: Selection, data: StageScene) -> None:
    """The stage as a file, written when it is asked for."""
    page_language = language()  # the file is written outside a run of the page
    state = _stage_state(selection)
    frozen: StageScene = {**data, "places": state.places, "level": state.level}
    st.download_button(
        say("export_network"),
        data=lambda: stage_page(facts, selection.bundles, frozen, page_language).encode(),
        file_name=f"learned-from-{page_language}.html",
        mime="text/html",
        icon=":material/download:",
        help=say("export_help"),
        on_click="ignore",  # a run of the page while the file is written would discard it
    )


page()
