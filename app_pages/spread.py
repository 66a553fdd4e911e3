"""Spread: who learned from whom, played in the order of time, and what bears it out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.result_table import picked_row
from app_pages.components.stage import Stand, stage
from app_pages.forms.link_filter_form import say_none_fits
from app_pages.forms.spread_form import choose, compared, parts
from app_pages.panels.selection import (
    bear_out,
    in_picture,
    of_picture,
    of_table,
    sources_of,
    touched,
)
from app_pages.state.address import opened, stood
from app_pages.state.language import language, say
from app_pages.state.workspace import (
    MOST_LAID_OUT,
    facts_or_stop,
    is_whole,
    known_lines,
    staged,
)
from app_pages.state.workspace import found as found_lines
from exports.html.stage_page import drawing
from graph.drawing.network_view import name_of, undated
from graph.drawing.texts import say as word_of
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.links.edge_filter import MAX_NODES, EdgeFilter, Selection
from graph.links.timeline import state_at, timeline_years
from graph.model.facts import Facts
from graph.stores.common.base import Cell
from ontology.labels.labels import name as word

PICK, ROW, STAGE = "spread_pick", "spread_rows", "spread"
HEIGHTS = 460, 740


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    view = parts(facts, known_lines())
    opened("spread", view)
    choice = choose(facts, known_lines())
    found, _ = found_lines(choice)
    if found.over_limit:
        st.warning(say("no_room", most=MAX_NODES, count=found.over_limit))
    if not is_whole():
        st.caption(say("laid_out_apart", most=MOST_LAID_OUT))
    if found.bundles:
        _shown(facts, choice, found)
    else:
        others, _ = found_lines(replace(choice, types=frozenset(bundle_types())))
        say_none_fits(others.bundles)
    stood("spread", view)


def _shown(facts: Facts, choice: EdgeFilter, found: Selection) -> None:
    data = staged(choice, compared())
    stage(STAGE, data, _stand(found), _height(data["picture"]), _moved)
    panel = st.container()
    _table(facts, found)
    with panel:
        _evidence(facts, found)
    _export(facts, found, data)


def _stand(found: Selection) -> Stand:
    """Where the stage stands, as the address or the reader has it."""
    picked, moment = st.session_state.get(PICK), st.session_state.get("spread_moment")
    return Stand(
        in_picture(found.bundles, picked),
        int(moment) if moment else None,
        st.session_state.get("spread_layout", "all"),
        st.session_state.get("spread_undated", True),
    )


def _moved(name: str) -> None:
    """Keeps what the reader did on the stage."""
    value = getattr(st.session_state[STAGE], name)
    if name == "picked":
        value = of_picture(value)
    if name == "moment":
        value = str(value) if value else None
    st.session_state[f"spread_{'pick' if name == 'picked' else name}"] = value


def _height(drawn: dict[str, list[dict[str, float]]]) -> int:
    """As high as the drawn things need, within what a screen can show."""
    ys = [node["y"] for node in drawn["nodes"]]
    least, most = HEIGHTS
    return int(max(least, min(most, max(ys) - min(ys) + 130)))


def _table(facts: Facts, found: Selection) -> None:
    """The same lines as rows: for those who read rather than look."""
    years = timeline_years(found.bundles)
    moment = st.session_state.get("spread_moment")
    now = int(moment) if moment else (years[-1] if years else 0)
    called = _columns(now)
    cells = [_row(facts, line, now, language()) for line in found.bundles]
    rows = [dict(zip(called, row, strict=True)) for row in cells]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(say("same_as_table"), anchor=False)
        table_file(facts, rows, [line.statements for line in found.bundles], "spread")
    picked_row(rows, ROW, on_select=lambda: _row_picked(found.bundles))


def _row_picked(lines: tuple[EdgeBundle, ...]) -> None:
    st.session_state[PICK] = of_table(ROW, lines)


def _columns(now: int) -> list[str]:
    keys = "from_thing", "relation", "to_thing", "year"
    rest = word("stance", language()), say("statements"), word("Source", language())
    return [*map(say, keys), say("by_moment", year=now), *rest]


def _row(facts: Facts, line: EdgeBundle, now: int, spoken: str) -> tuple[Cell, ...]:
    at = state_at(line.when, now)
    return (
        name_of(facts, line.start, spoken),
        word(line.type, spoken),
        name_of(facts, line.end, spoken),
        str(line.year or undated(spoken)),
        word_of(f"state_{at.value}", spoken),
        word(f"Stance.{line.stance}", spoken),
        len(line.statements),
        word_of("comma", spoken).join(sources_of(facts, line, spoken)),
    )


def _evidence(facts: Facts, found: Selection) -> None:
    """The panel of what is picked: a line's statements, or those of all lines of a thing."""
    picked = st.session_state.get(PICK)
    lines = touched(found.bundles, picked)
    if not picked or not lines:
        st.info(say("pick_hint"), icon=":material/touch_app:")
        return
    bear_out(facts, lines, picked, STAGE)


def _export(facts: Facts, found: Selection, data: dict[str, Any]) -> None:
    """The stage as a file, written when it is asked for."""
    spoken = language()  # by then there is no reader to ask
    st.download_button(
        say("export_network"),
        data=lambda: drawing(facts, found.bundles, data, spoken).encode(),
        file_name=f"learned-from-{spoken}.html",
        mime="text/html",
        icon=":material/download:",
        help=say("export_help"),
    )


page()
