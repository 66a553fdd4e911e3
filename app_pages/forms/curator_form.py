"""The form for the curator's name, which is asked for once and kept in the address."""

from __future__ import annotations

import streamlit as st

from app_pages.review_rows.texts import phrase
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ShortText

CURATOR = "curator"
# The longest name: a name and an office fit in.
MAX_NAME_LENGTH = 80


def curator_part() -> ShortText:
    """The curator's name in the address."""
    return ShortText("curator", CURATOR, None, is_name)


def is_name(text: str) -> bool:
    """Whether a text can stand as a name in the log of decisions."""
    return 0 < len(text.strip()) <= MAX_NAME_LENGTH and text.isprintable()


def choose_curator() -> str:
    """The curator's name; "" until it is entered. It can be changed later."""
    name: str = st.session_state.get(CURATOR) or ""
    if not name:
        st.write(phrase("intro"))
        st.info(phrase("who_first"), icon=":material/signature:")
        _form()
        return ""
    with st.popover(phrase("curator_is", name=plain(name)), icon=":material/signature:"):
        _form()
    return name


def _form() -> None:
    """A field for the name; a name that the log cannot hold is refused."""
    with st.form("curator_form", border=False):
        typed_text = st.text_input(
            phrase("curator"), max_chars=MAX_NAME_LENGTH, help=phrase("curator_help")
        ).strip()
        if st.form_submit_button(phrase("begin")):
            if is_name(typed_text):
                st.session_state[CURATOR] = typed_text
                st.rerun()
            st.warning(phrase("no_name"))
