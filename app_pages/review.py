"""Review: from a text to rows that a curator has decided on, and into the facts."""

from __future__ import annotations

import streamlit as st

from app_pages.forms.curator_form import choose_curator, curator_part
from app_pages.forms.open_text_form import open_text
from app_pages.review_messages.open_review import end_interrupted_settlement
from app_pages.review_panels.queue_panel import second_queue, whole_queue
from app_pages.review_panels.settlement_panel import settlement_panel
from app_pages.review_panels.text_marking import text_marking
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import readable_sources
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import say
from app_pages.state.release_choice import chosen_release
from app_pages.state.url_codec import OneOf, UrlPart
from app_pages.state.widget_state import persistent_choice
from app_pages.state.workspace import facts_or_stop

VIEW = "review_view"
QUEUE_VIEW, TEXT_VIEW, SECOND_VIEW, SETTLE_VIEW = VIEWS = ("queue", "text", "second", "settle")


def page() -> None:
    """The curator's name, then the tasks."""
    end_interrupted_settlement()
    facts_or_stop()
    st.title(say("page_review"))
    if chosen_release():
        st.info(say("review_present_only"), icon=":material/history:")
        return
    st.write(phrase("intro"))
    parts: list[UrlPart] = [curator_part(), OneOf("view", VIEW, VIEWS, QUEUE_VIEW)]
    restore_from_url("review", parts)
    if curator := choose_curator():
        view = _choose_view()
        if view == QUEUE_VIEW:
            whole_queue(curator)
        elif view == TEXT_VIEW:
            open_text(curator, is_first=not readable_sources())
            text_marking(curator)
        elif view == SECOND_VIEW:
            second_queue(curator)
        elif view == SETTLE_VIEW:
            settlement_panel(curator)
    write_to_url("review", parts)


def _choose_view() -> str:
    labels = {view: phrase(f"view_{view}") for view in VIEWS}
    return persistent_choice(VIEW, phrase("view"), labels, QUEUE_VIEW)


page()
