"""Review: from a text to rows that a curator has decided on, and into the facts."""

from __future__ import annotations

import streamlit as st

from app_pages.forms.curator_form import CURATOR, choose_curator, curator_part
from app_pages.forms.open_text_form import open_text
from app_pages.review_messages.open_review import end_interrupted_settlement
from app_pages.review_panels.queue_panel import second_queue, whole_queue
from app_pages.review_panels.settlement_panel import settlement_panel
from app_pages.review_panels.text_marking import text_marking
from app_pages.review_panels.views import (
    QUEUE_VIEW,
    SECOND_VIEW,
    SETTLE_VIEW,
    TEXT_VIEW,
    choose_view,
    view_part,
)
from app_pages.review_sources.open_sources import readable_sources
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import say
from app_pages.state.release_choice import chosen_release
from app_pages.state.url_codec import UrlPart
from app_pages.state.workspace import facts_or_stop


def page() -> None:
    """The curator's name, then the tasks."""
    end_interrupted_settlement()
    facts_or_stop()
    st.title(say("page_review"))
    if chosen_release():
        st.info(say("review_present_only"), icon=":material/history:")
        return
    parts: list[UrlPart] = [curator_part(), view_part()]
    restore_from_url("review", parts)
    with st.container(horizontal=bool(st.session_state.get(CURATOR)), vertical_alignment="center"):
        curator = choose_curator()
        view = choose_view() if curator else ""
    if curator:
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


page()
