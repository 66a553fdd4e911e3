"""The drafts that wait for a decision or for a second reader, one after the other."""

from __future__ import annotations

import streamlit as st

from app_pages.components.review_desk import review_desk
from app_pages.reviewing.answers import answer
from app_pages.reviewing.desk import queue_data
from app_pages.reviewing.desk_state import desk_or_stop

DESK, SECOND_DESK = "review_desk", "second_desk"


@st.fragment
def whole_queue(curator: str) -> None:
    """The desk with all waiting drafts; a decision runs only this part of the page again."""
    _queue(curator, DESK, is_second=False)


@st.fragment
def second_queue(curator: str) -> None:
    """The desk with the rows that others have accepted, for a second reader."""
    _queue(curator, SECOND_DESK, is_second=True)


def _queue(curator: str, key: str, is_second: bool) -> None:
    state = desk_or_stop(curator)

    def hear(name: str) -> None:
        answer(state, name, st.session_state[key][name])

    review_desk(key, queue_data(state, is_second), hear)
