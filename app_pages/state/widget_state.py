"""Choices that outlast a change of language or page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from app_pages.state.language import language
from texts.tables import LANGUAGES

T = TypeVar("T")


def kept(key: str, default: T, draw: Callable[[str], T]) -> T:
    """What a widget holds; `draw` makes it under a key of its own in each language.

    A widget goes on showing the names that it was made with, so that each language needs one.
    """
    own = f"{key}-{language()}"
    if own not in st.session_state:
        st.session_state[own] = st.session_state.get(key, default)
    chosen = draw(own)
    st.session_state[key] = chosen
    return chosen


def held(key: str) -> Any:
    """What the widget of a key holds, also before it is drawn."""
    return st.session_state.get(f"{key}-{language()}", st.session_state.get(key))


def forget(key: str) -> None:
    """Lets go of what the widgets of a key hold, so that they are made anew."""
    for spoken in LANGUAGES:
        st.session_state.pop(f"{key}-{spoken}", None)
