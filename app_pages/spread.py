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
    MOST_LAID_OUT,
    all_bundles,
    facts_or_stop,
    is_one_layout,
    selected_bundles,
    stage_data,
)
from app_pages.talk_making.add_step import MovedThings, add_view
from exports.html.stage_page import stage_page
from graph.drawing.maps.adoption_areas import FINER
from graph.drawing.network_scene import undated
from graph.drawing.scene_types.network import NetworkScene
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.texts import say as word_of
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.links.edge_filter import MAX_NODES, EdgeFilter, Selection
from graph.links.talk import StepView, bundle_states, moment
from graph.links.timeline import state_at, timeline_years
from graph.model.facts import Facts
from graph.stores.common.base import Cell
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
        _shown(facts, choice, selection)
    else:
        others, _ = selected_bundles(replace(choice, types=frozenset(bundle_types())))
        say_nothing_fits(others.bundles)
    write_to_url("spread", view)


def _shown(facts: Facts, choice: EdgeFilter, selection: Selection) -> None:
    data = stage_data(choice, compared_mechanisms())
    stage(STAGE, data, _stand(selection), _height(data["network"]), _moved, has_filter=True)
    if not is_one_layout():
        st.caption(say("laid_out_apart", most=MOST_LAID_OUT))
    with st.container(horizontal=True):
        cite_view(facts, say("page_spread"), "spread_picture", {})
        _add_step(facts, selection, choice)
        _sharing_controls(facts, selection, choice)
    picked = LinePick(st.session_state.get(PICK), _pick, STAGE)
    in_panes = show_multiples(facts, choice, selection.bundles, compared_mechanisms(), picked)
    panel = st.container()
    _table(facts, selection)
    with panel:
        _evidence(facts, selection.bundles, in_panes)
    _export(facts, selection, data)


def _stand(selection: Selection) -> StageState:
    """The state of the stage, from the address or the reader."""
    picked = st.session_state.get(PICK)
    moment, since = (st.session_state.get(f"spread_{end}") for end in ("moment", "since"))
    return StageState(
        picture_selection(selection.bundles, picked),
        int(moment) if moment else None,
        int(since) if since else None,
        st.session_state.get("spread_layout", "all"),
        st.session_state.get("spread_undated", True),
        st.session_state.get("spread_places") or {},
        st.session_state.get("spread_level") or FINER,
    )


def _moved(name: str) -> None:
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
    lowest, highest = HEIGHTS
    return int(max(lowest, min(highest, max(ys) - min(ys) + 130)))


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
    picked_row(rows, ROW, on_select=lambda: _row_picked(selection.bundles))


def _sharing_controls(facts: Facts, selection: Selection, choice: EdgeFilter) -> None:
    """The network as files for print, and codes that embed the stage elsewhere."""
    data, spoken = stage_data(choice, compared_mechanisms()), language()
    state = _stand(selection)
    view = StepView(choice, year=state.moment, undated=state.undated)
    states = bundle_states(view, selection.bundles, data["years"])
    at = {id: moment_state.value for id, moment_state in states.items()}
    year = f" · {word_of('by_the_end', spoken, year=moment(view, data['years']))}"
    title = facts.dataset.title(spoken) + (year if data["years"] else "")
    print_network(facts, "spread", data["network"], title, {}, state.places, at)
    print_curve(facts, data, moment(view, data["years"]))
    frozen: StageScene = {**data, "places": state.places, "level": state.level}
    embed_view("spread", {}, lambda: stage_page(facts, selection.bundles, frozen, spoken))


def _add_step(facts: Facts, selection: Selection, choice: EdgeFilter) -> None:
    """The stage in its present state as a step of a talk."""
    state = _stand(selection)
    view = StepView(
        choice, state.layout, state.moment, single_pick(PICK), state.undated, state.level
    )
    key = "step_of_spread_by" if state.moment else "step_of_spread"
    _, counted = selected_bundles(choice)
    years = timeline_years([*selection.bundles, *counted])
    count = len(bundle_states(view, selection.bundles, years))
    add_view(
        facts,
        "spread",
        view,
        selection.bundles,
        counted,
        lambda spoken: APP.say(key, spoken, year=state.moment, count=count),
        MovedThings(stage_data(choice, compared_mechanisms())["network"], "spread_places"),
    )


def _row_picked(bundles: tuple[EdgeBundle, ...]) -> None:
    st.session_state[PICK] = selected_in_table(ROW, bundles)


def _columns(now: int) -> list[str]:
    keys = "from_thing", "relation", "to_thing", "year"
    rest = word("stance", language()), say("statements"), word("Source", language())
    return [*map(say, keys), say("by_moment", year=now), *rest]


def _row(facts: Facts, bundle: EdgeBundle, now: int, spoken: str) -> tuple[Cell, ...]:
    at = state_at(bundle.when, now)
    return (
        facts.display_name(bundle.start, spoken),
        word(bundle.type, spoken),
        facts.display_name(bundle.end, spoken),
        str(bundle.year or undated(spoken)),
        word_of(f"state_{at.value}", spoken),
        word(f"Stance.{bundle.stance}", spoken),
        len(bundle.statements),
        word_of("comma", spoken).join(sources_of(facts, bundle, spoken)),
    )


def _pick(id: str) -> None:
    st.session_state[PICK] = id


def _evidence(facts: Facts, selected: Sequence[EdgeBundle], in_panes: Sequence[EdgeBundle]) -> None:
    """The panel of what is picked: a bundle's statements, or those of all bundles of a thing.

    The panes of other mechanisms have bundles that the stage has not.
    """
    picked = st.session_state.get(PICK)
    only_these_button("spread", picked)
    bundles = bundles_at(selected, picked) or bundles_at(in_panes, picked)
    if not picked or not bundles:
        st.info(say("pick_hint"), icon=":material/touch_app:")
        return
    show_evidence(facts, bundles, picked, STAGE)


def _export(facts: Facts, selection: Selection, data: StageScene) -> None:
    """The stage as a file, written when it is asked for."""
    spoken = language()  # the file is written outside a run of the page
    state = _stand(selection)
    frozen: StageScene = {**data, "places": state.places, "level": state.level}
    st.download_button(
        say("export_network"),
        data=lambda: stage_page(facts, selection.bundles, frozen, spoken).encode(),
        file_name=f"learned-from-{spoken}.html",
        mime="text/html",
        icon=":material/download:",
        help=say("export_help"),
        on_click="ignore",  # a run of the page while the file is written would discard it
    )


page()
