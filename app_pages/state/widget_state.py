"""Choices that are kept when the language or the page changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar

import streamlit as st

from app_pages.state.language import language
from texts.tables import LANGUAGES

T = TypeVar("T")


def persistent_widget(key: str, default: T, draw: Callable[[str, T | None], T]) -> T:
    """The value of a widget; `draw` makes it with a separate key in each language.

    A widget keeps showing the names that it was made with, so each language needs its own widget.

    `draw` gets the widget's key and its value, which is what the widget must be drawn with at
    first: the browser may first draw it in a later run, when a panel is opened, and by then it has
    lost the value that the session set. The value is None in the run that sets it.
    """
    widget_key = f"{key}-{language()}"
    is_new = widget_key not in st.session_state
    if is_new:
        st.session_state[widget_key] = st.session_state.get(key, default)
    value = draw(widget_key, None if is_new else st.session_state[widget_key])
    st.session_state[key] = value
    return value


def persistent_choice(
    key: str,
    label: str,
    labels: Mapping[str, str],
    default: str | None = None,
    label_visibility: Literal["visible", "collapsed"] = "collapsed",
) -> str:
    """One of a few options side by side, by their labels; at first the default, or the first."""

    def draw(widget_key: str, value: str | None) -> str:
        choice = st.segmented_control(
            label,
            list(labels),
            format_func=labels.__getitem__,
            key=widget_key,
            required=True,
            label_visibility=label_visibility,
        )
        return str(choice)

    return persistent_widget(key, next(iter(labels)) if default is None else default, draw)


def persistent_toggle(key: str, label: str, *, default: bool) -> bool:
    """Whether a switch is on; at first the default."""
    return persistent_widget(
        key, default, lambda widget_key, value: st.toggle(label, bool(value), key=widget_key)
    )


def widget_value(key: str) -> Any:
    """The value of the widget of a key, also before it is drawn."""
    return st.session_state.get(f"{key}-{language()}", st.session_state.get(key))


def forget(key: str) -> None:
    """Drops the values of the widgets of a key, so that they are made again."""
    for lang in LANGUAGES:
        st.session_state.pop(f"{key}-{lang}", None)
