"""A copy of the talk in the making in the reader's browser: a reload does not lose it.

The copy never leaves the machine on which the page is open, except to the app itself. Each facts
folder has its own, by the address of its dataset.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.state.language import say
from app_pages.talk_making.draft_state import DRAFT_KEY, draft, keep_draft
from graph.model.facts import Facts
from loaders.talks.draft_json import draft_from_json, draft_json

KEY = "talk_copy"


@cache
def _mount() -> Any:
    return component(KEY)


def keep_in_browser(facts: Facts) -> None:
    """Writes the draft of this session to the browser; a new session reads the browser's copy."""
    is_new = DRAFT_KEY not in st.session_state
    data = {
        "name": f"learned-from-talk {facts.dataset.base_iri}",
        "draft": None if is_new else draft_json(draft()),
    }
    _mount()(key=KEY, data=data, on_stored_change=_keep_browser_draft)


def _keep_browser_draft() -> None:
    """The browser's copy becomes the draft of a session that has none yet."""
    text = st.session_state[KEY].stored
    if DRAFT_KEY in st.session_state or not isinstance(text, str):
        return
    if (copy := draft_from_json(text)) is not None:
        keep_draft(copy)
        st.toast(say("talk_restored", count=len(copy.steps)), icon=":material/slideshow:")
