"""An answer on the page: its table, its files, and the network of its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from app_pages.components.answer_downloads import files
from app_pages.components.network import NetworkPicture, network
from app_pages.panels.answer_chart import show_chart
from app_pages.panels.answer_table import answer_table
from app_pages.panels.cite_control import cite_statements
from app_pages.panels.evidence import evidence
from app_pages.state.language import language, say
from app_pages.state.widget_state import persistent_toggle
from app_pages.state.workspace import all_bundles, layout_of
from app_pages.talk_making.add_step import add_evidence
from graph.drawing.layout.column_layout import Layout
from graph.drawing.network_scene import network_layout, network_scene
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import limit_nodes
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.catalogue import Question
from queries.custom_queries.custom_question import CUSTOM_KEY
from queries.rendering.citations import ids_in_answer, statement_ids
from texts.tables import APP

# The height of a network, and of its heading.
MIN_HEIGHT_PX, MAX_HEIGHT_PX, HEADING_HEIGHT_PX = 300, 700, 130
# Whether the passages of all rows are shown, and the most statements shown at first.
PASSAGES = "ask_passages"
MAX_CARDS = 200
# Whether a network is drawn that has more links than are drawn at once.
NETWORK, MAX_LINKS_AT_ONCE = "ask_network", 30


def show_answer(
    facts: Facts,
    answer: Answer,
    question: Question | None,
    values: Mapping[str, str | int] = MappingProxyType({}),
) -> None:
    """Shows the rows by name, a selected row's evidence, the network, and the answer as files."""
    key = question.key if question else CUSTOM_KEY
    if not answer.rows:
        st.info(say("no_rows"))
        return
    st.caption(say("cut" if answer.is_cut else "row_count", count=len(answer.rows)))
    if answer.is_shortened:
        st.caption(say("shortened"))
    place = answer_table(facts, answer, question, values)
    wants_all = _wants_all_passages(facts, answer)
    if place is not None and (ids := list(dict.fromkeys(statement_ids(facts, answer.rows[place])))):
        title = say("row_number", number=place + 1)
        evidence(facts, ids, title, f"answer_{key}", is_revealed=True)
    if wants_all:
        ids = ids_in_answer(facts, answer)
        evidence(facts, ids, say("all_rows"), f"all_{key}_passages", first_cards=MAX_CARDS)
    files(facts, answer, question)
    with st.container(horizontal=True):
        cite_statements(facts, ids_in_answer(facts, answer), f"all_{key}")
        _add_step(facts, answer, question)
    if question is not None:
        show_chart(facts, answer, question, values)
    _network(facts, answer, key)


def _add_step(facts: Facts, answer: Answer, question: Question | None) -> None:
    """The statements of the answer as a step of a talk."""

    def caption(lang: str) -> str:
        return question.title.name(lang) if question else APP.say("custom_query", lang)

    add_evidence(facts, "answer", list(ids_in_answer(facts, answer)), caption)


def _wants_all_passages(facts: Facts, answer: Answer) -> bool:
    """Whether the reader wants the evidence of all rows at once."""
    count = len(ids_in_answer(facts, answer))
    label = say("all_passages", count=count)
    return bool(count) and persistent_toggle(PASSAGES, label, default=False)


def _network(facts: Facts, answer: Answer, key: str) -> None:
    """The edges that the answer's statements support, if there are any."""
    bundles = all_bundles().with_statements(ids_in_answer(facts, answer))
    drawn_bundles: list[EdgeBundle] = list(limit_nodes(bundles))
    if not drawn_bundles:
        return
    st.header(say("answer_network"))
    count = len(drawn_bundles)
    if count > MAX_LINKS_AT_ONCE and not _wants_network(count):
        return
    layout, height = _places(facts, drawn_bundles)
    scene = network_scene(facts, drawn_bundles, layout, language())
    state = f"answer_network_{key}"
    panel = f"network_{key}"
    network(state, NetworkPicture(scene, None, height, panel), on_pick=lambda: None)
    pick = (st.session_state.get(state) or {}).get("picked") or {}
    picked_bundles = [
        x for x in drawn_bundles if pick.get("edge") == x.id or pick.get("node") in x.ends
    ]
    if picked_bundles:
        bearing = dict.fromkeys(id for bundle in picked_bundles for id in bundle.statements)
        evidence(facts, list(bearing), say("answer_network"), panel)


def _wants_network(count: int) -> bool:
    """Whether the reader wants a network of many links, which few read and all would wait for."""
    return persistent_toggle(NETWORK, say("draw_answer_network", count=count), default=False)


def _places(facts: Facts, bundles: list[EdgeBundle]) -> tuple[Layout, int]:
    """The places of the Spread page, or closer ones if they are too far apart; and the height."""
    for layout in (layout_of(bundles), network_layout(facts, bundles)):
        ys = [layout.spots[code][1] for bundle in bundles for code in bundle.ends]
        height = int(max(ys) - min(ys) + HEADING_HEIGHT_PX)
        if height <= MAX_HEIGHT_PX:
            break
    return layout, max(MIN_HEIGHT_PX, min(MAX_HEIGHT_PX, height))
