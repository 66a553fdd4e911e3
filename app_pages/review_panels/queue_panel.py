"""The drafts that wait for a decision or for a second reader, one after the other."""

from __future__ import annotations

import streamlit as st

from app_pages.components.review import review_component
from app_pages.review_messages.component_data import queue_data
from app_pages.review_messages.message_handler import handle_message
from app_pages.review_messages.open_review import review_or_stop
from app_pages.review_panels.views import choose_queue_source
from app_pages.review_sources.open_sources import open_sources

QUEUE, SECOND_QUEUE = "review_queue", "second_queue"


@st.fragment
def whole_queue(curator: str) -> None:
    """All waiting drafts; a decision runs only this part of the page again."""
    _queue(curator, QUEUE, is_second=False)


@st.fragment
def second_queue(curator: str) -> None:
    """The rows that others have accepted, for a second reader."""
    _queue(curator, SECOND_QUEUE, is_second=True)


def _queue(curator: str, key: str, *, is_second: bool) -> None:
    state = review_or_stop(curator)

    def on_message(name: str) -> None:
        handle_message(state, name, st.session_state[key][name])

    waiting = state.session.second_queue if is_second else state.session.waiting_cards
    codes = dict.fromkeys(card.draft.source for card in waiting)
    titles = {code: source.title for code, source in open_sources().items()}
    of = choose_queue_source(codes, titles)
    review_component(key, queue_data(state, of, is_second=is_second), on_message)
