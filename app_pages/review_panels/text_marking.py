"""A whole text in which words are marked for rows, and the rules' drafter for it."""

from __future__ import annotations

import streamlit as st

from app_pages.components.review import review_component
from app_pages.review_messages.component_data import marking_data
from app_pages.review_messages.message_handler import handle_message
from app_pages.review_messages.open_review import reopen_review, review_or_stop
from app_pages.review_panels.views import drafts_button
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import CHOSEN_SOURCE, OpenSource, readable_sources
from app_pages.review_sources.rule_drafts import draft_by_rules
from app_pages.state.markdown_escape import plain
from app_pages.state.widget_state import persistent_widget
from drafting.drafts.draft_file import BadDraftFile
from texts.system_errors import reason_with_file

MARKING_KEY = "text_marking"
DRAFT_COUNT_KEY = "review_drafted"


def text_marking(curator: str) -> None:
    """The choice of a text, the button that drafts it, and the text itself."""
    sources = readable_sources()
    if not sources:
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        source = sources[_choose(list(sources), {code: s.title for code, s in sources.items()})]
    with right:
        _rules(source)
    with st.container():  # always there: the text below stays where it is, with what is marked
        _show_drafts(curator, source)
    _show_text(curator, source.code)


def _show_drafts(curator: str, source: OpenSource) -> None:
    """How many rows the rules have just proposed, how many drafts wait, and the way to them."""
    if (count := st.session_state.pop(DRAFT_COUNT_KEY, None)) is not None:
        st.success(phrase("drafted", count=count))
        if source.article and not source.article.recognised_text.has_word_tables:
            st.info(phrase("rules_read_chinese"))
    cards = review_or_stop(curator).session.waiting_cards
    if count := sum(card.draft.source == source.code for card in cards):
        drafts_button(source.code, phrase("drafts_wait", count=count))


def _choose(codes: list[str], titles: dict[str, str]) -> str:
    if st.session_state.get(CHOSEN_SOURCE) not in codes:
        st.session_state[CHOSEN_SOURCE] = codes[-1]

    def draw(widget_key: str, value: str | None) -> str:
        choice: str = st.selectbox(
            phrase("source"), codes, format_func=titles.__getitem__, key=widget_key
        )
        return choice

    return persistent_widget(CHOSEN_SOURCE, codes[-1], draw)


def _rules(source: OpenSource) -> None:
    """The button that has the rules draft the text, and how many rows they propose."""
    if not st.button(phrase("draft_by_rules"), icon=":material/edit_note:", width="stretch"):
        return
    with st.status(phrase("drafting"), expanded=False) as status:
        try:
            count = draft_by_rules(source)
        except (BadDraftFile, OSError) as error:
            reason = reason_with_file(error) if isinstance(error, OSError) else error.sentence
            status.update(label=plain(phrase("not_written", reason=reason)), state="error")
            return
        status.update(label=phrase("drafted", count=count), state="complete")
    reopen_review()
    st.session_state[DRAFT_COUNT_KEY] = count
    st.rerun()


@st.fragment
def _show_text(curator: str, code: str) -> None:
    state = review_or_stop(curator)

    def on_message(name: str) -> None:
        handle_message(state, name, st.session_state[MARKING_KEY][name])

    review_component(MARKING_KEY, marking_data(state, code), on_message)
