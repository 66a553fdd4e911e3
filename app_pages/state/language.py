"""The interface's texts in Chinese and English, and which of the two the reader has chosen."""

from __future__ import annotations

import streamlit as st

from texts.tables import APP, LANGUAGES

NAMES = {"zh": "中文", "en": "English"}
KEY = "lang"


def language() -> str:
    """The language of the page: as chosen, else as in the address, else as the browser's."""
    code = st.session_state.get(KEY) or st.query_params.get(KEY)
    if code in LANGUAGES:
        return str(code)
    return "en" if (st.context.locale or "zh").lower().startswith("en") else "zh"


def say(key: str, /, **values: object) -> str:
    """A text in the reader's language."""
    return APP.say(key, language(), **values)


def choose_language() -> None:
    """The choice of language, kept in the address."""
    st.session_state[KEY] = language()
    st.sidebar.segmented_control(
        "语言 · Language",
        LANGUAGES,
        format_func=NAMES.__getitem__,
        key=KEY,
        required=True,
    )
    st.query_params[KEY] = language()
