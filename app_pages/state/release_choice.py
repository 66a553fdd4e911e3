"""The release that all pages show: chosen in the side bar, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from app_pages.state.language import say
from app_pages.state.markdown_escape import plain
from app_pages.state.widget_state import persistent_widget
from graph.model.dataset import ReleasedVersion

KEY = "as_of"
PRESENT = ""


def chosen_release() -> str:
    """The version that the pages show; "" for the present facts."""
    return str(st.session_state.get(KEY, st.query_params.get(KEY, PRESENT)))


def choose_release(releases: Sequence[ReleasedVersion]) -> None:
    """The control, if there are releases; the top of the page says which one is chosen."""
    days = {entry.version: entry.day for entry in releases}
    version = chosen_release()
    if version and version not in days:
        versions = say("comma").join(days) or "—"
        st.warning(say("as_of_unknown", version=plain(version), versions=plain(versions)))
        version = PRESENT
    st.session_state[KEY] = version
    if days:
        version = persistent_widget(KEY, PRESENT, lambda key, _: _control(days, key))
    if version:
        st.query_params[KEY] = version
        label = say("as_of_release", version=plain(version), day=days[version])
        st.info(label, icon=":material/history:")
    elif KEY in st.query_params:
        del st.query_params[KEY]


def _control(days: Mapping[str, date], key: str) -> str:
    labels = {name: f"{name} ({days[name]})" for name in reversed(list(days))}
    labels = {PRESENT: say("as_of_present"), **labels}
    version: str = st.sidebar.selectbox(
        say("as_of"), list(labels), format_func=labels.__getitem__, key=key, help=say("as_of_help")
    )
    return version
