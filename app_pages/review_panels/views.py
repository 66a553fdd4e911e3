"""The tasks of the Review page, and the way from one to the next."""

from __future__ import annotations

import streamlit as st

from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import drafts_folder
from app_pages.state.url_codec import ChoicePart, UrlPart
from app_pages.state.widget_state import forget, persistent_choice

VIEW = "review_view"
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


def view_button(view: str, label: str) -> None:
    """A button that leads to another task."""
    icon = ":material/arrow_forward:"
    st.button(label, key=f"go-{view}", icon=icon, type="primary", on_click=go_to, args=(view,))


def go_to(view: str) -> None:
    """Turns to another task in the next run."""
    forget(VIEW)
    st.session_state[VIEW] = view
