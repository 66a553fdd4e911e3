"""Spread: who learned from whom, in the order of time, and what bears it out."""

from __future__ import annotations

import streamlit as st

from app_pages.parts.choosing import choose
from app_pages.parts.evidence import evidence
from app_pages.parts.language import language, say
from app_pages.parts.network import network
from app_pages.parts.session import facts_or_stop, graph, places
from app_pages.parts.tables import picked_row
from graph.drawing import drawing
from graph.facts import Facts
from graph.filters import MOST_NODES, Chosen, chosen
from graph.lines import Line
from graph.picture import name_of, picture, undated
from ontology.words import name as word

PICK, ROW = "spread_pick", "spread_rows"
HEIGHTS = 460, 740


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_spread"))
    choice = choose(facts, graph())
    found = chosen(facts, graph(), choice)
    _counted(found)
    if not found.lines:
        st.info(say("nothing_drawn"))
        return
    drawn = picture(facts, found.lines, places(), language())
    network("spread", drawn, st.session_state.get(PICK), _height(drawn), on_pick=_network_picked)
    panel = st.container()
    _table(facts, found)
    with panel:
        _evidence(facts, found)
    _export(facts, found)


def _counted(found: Chosen) -> None:
    st.caption(
        say(
            "drawn_count",
            drawn=len(found.lines),
            things=len(found.codes),
            undated=found.undated,
            left_out=found.left_out,
        )
    )
    if found.no_room:
        st.warning(say("no_room", most=MOST_NODES, count=found.no_room))


def _height(drawn: dict[str, list[dict[str, float]]]) -> int:
    """As high as the drawn things need, within what a screen can show."""
    ys = [node["y"] for node in drawn["nodes"]]
    least, most = HEIGHTS
    return int(max(least, min(most, max(ys) - min(ys) + 130)))


def _network_picked() -> None:
    st.session_state[PICK] = st.session_state["spread"].picked


def _table(facts: Facts, found: Chosen) -> None:
    """The same lines as rows: for those who read rather than look."""
    st.subheader(say("same_as_table"))
    rows = [_row(facts, line) for line in found.lines]
    picked_row(rows, ROW, on_select=lambda: _row_picked(found.lines))


def _row_picked(lines: tuple[Line, ...]) -> None:
    rows = st.session_state[ROW]["selection"]["rows"]
    st.session_state[PICK] = {"edge": lines[rows[0]].id} if rows else None


def _row(facts: Facts, line: Line) -> dict[str, object]:
    ids = line.statements
    return {
        say("from_thing"): name_of(facts, line.start, language()),
        say("relation"): word(line.type, language()),
        say("to_thing"): name_of(facts, line.end, language()),
        say("year"): str(line.year or undated(language())),
        word("stance", language()): word(f"Stance.{line.stance}", language()),
        say("statements"): len(ids),
        word("Source", language()): say("comma").join(
            sorted({name_of(facts, facts.statements[id].source, language()) for id in ids})
        ),
    }


def _evidence(facts: Facts, found: Chosen) -> None:
    """The panel of what is picked: a line's statements, or those of all lines of a thing."""
    picked = st.session_state.get(PICK) or {}
    if code := picked.get("node"):
        lines = [line for line in found.lines if code in line.ends]
        title = name_of(facts, code, language())
    else:
        lines = [line for line in found.lines if line.id == picked.get("edge")]
        title = "".join(
            f"{name_of(facts, line.start, language())} {word(line.type, language())} "
            f"{name_of(facts, line.end, language())}"
            for line in lines
        )
    if not lines:
        st.info(say("pick_hint"), icon=":material/touch_app:")
        return
    ids = dict.fromkeys(id for line in lines for id in line.statements)
    evidence(facts, list(ids), title, "spread")


def _export(facts: Facts, found: Chosen) -> None:
    """The network as a file, written when it is asked for."""
    spoken, at = language(), places()  # by then there is no reader to ask
    st.download_button(
        say("export_network"),
        data=lambda: drawing(facts, found.lines, at, spoken).encode(),
        file_name=f"learned-from-{spoken}.html",
        mime="text/html",
        icon=":material/download:",
        help=say("export_help"),
    )


page()
