"""Choices that stand in the page's address, so that a link opens what its sender saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app_pages.parts.kept import kept


def choice(
    key: str,
    label: str,
    options: Sequence[str],
    name: Callable[[str], str],
    default: str,
) -> str:
    """One of the options, by its code in the address; the names may change with the language."""
    asked = st.query_params.get(key)
    if key not in st.session_state and asked in options:
        st.session_state[key] = asked
    if st.session_state.get(key) not in options:
        st.session_state[key] = default

    def draw(own: str) -> str:
        chosen: str = st.selectbox(label, options, format_func=name, key=own)
        return chosen

    chosen = kept(key, default, draw)
    st.query_params[key] = chosen
    return chosen
