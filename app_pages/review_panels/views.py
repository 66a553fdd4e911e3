"""The tasks of the Review page, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import drafts_folder
from app_pages.state.url_codec import ChoicePart, UrlPart
from app_pages.state.widget_state import forget, persistent_choice, persistent_widget

VIEW, QUEUE_SOURCE = "review_view", "review_queue_source"
QUEUE_VIEW, TEXT_VIEW, SECOND_VIEW, SETTLE_VIEW = VIEWS = ("queue", "text", "second", "settle")


def view_part() -> UrlPart:
    """The task in the address."""
    return ChoicePart("view", VIEW, VIEWS, _first_view())


def choose_view() -> str:
    """The task that the curator chooses."""
    labels = {view: phrase(f"view_{view}") for view in VIEWS}
    return persistent_choice(VIEW, phrase("view"), labels, _first_view())


def _first_view() -> str:
    """The review of drafts, if there are any; without drafts a curator begins with a text."""
    return QUEUE_VIEW if any(drafts_folder().glob("*.jsonl")) else TEXT_VIEW


def drafts_button(source: str, label: str) -> None:
    """A button that leads to the drafts of a source."""
    icon, key = ":material/arrow_forward:", "go-to-drafts"
    st.button(label, key=key, icon=icon, type="primary", on_click=go_to_drafts, args=(source,))


def go_to_drafts(source: str) -> None:
    """Turns to the drafts of a source in the next run."""
    for key, value in ((VIEW, QUEUE_VIEW), (QUEUE_SOURCE, source)):
        forget(key)
        st.session_state[key] = value


def choose_queue_source(codes: Collection[str], titles: Mapping[str, str]) -> str:
    """The source whose drafts are shown, "" for all; asked if several have drafts that wait."""
    if st.session_state.get(QUEUE_SOURCE) not in codes:
        forget(QUEUE_SOURCE)
        st.session_state[QUEUE_SOURCE] = ""
    if len(codes) < 2:
        return ""

    def label(source: str) -> str:
        return titles.get(source, source) if source else phrase("all_sources")

    def draw(widget_key: str, value: str | None) -> str:
        options = ["", *codes]
        choice: str = st.selectbox(phrase("source"), options, format_func=label, key=widget_key)
        return choice

    return persistent_widget(QUEUE_SOURCE, "", draw)
