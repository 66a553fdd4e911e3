"""The reader's inputs for a measure: its options, the time window and the step."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app_pages.state.language import say
from app_pages.state.url_codec import ShortText, UrlPart
from app_pages.state.widget_state import persistent_widget
from diffusion.study.from_facts import FactSelection
from diffusion.study.selection import TypedWindow, parse_step, parse_window, with_window
from diffusion.study.study import Study

MAX_OPTION_LENGTH = 60
WINDOW, STEP = "analyse_window", "analyse_step"


@dataclass(frozen=True)
class ChosenStudy:
    """A study, and the choice of facts that gives it; None for a reader's own tables."""

    study: Study
    choice: FactSelection | None = None


def window_parts() -> tuple[UrlPart, ...]:
    """The parts of the time of the watch in the address."""
    return option_part("window", WINDOW, ""), option_part("step", STEP, "")


def option_part(name: str, key: str, default: str) -> UrlPart:
    """The typed text of an option, in the address; the measure checks it."""
    return ShortText(name, key, default, lambda text: len(text) <= MAX_OPTION_LENGTH)


def choose_window() -> TypedWindow:
    """The window and the step that the reader types; empty where the data decide."""
    left, right = st.columns(2)
    with left:
        window = text_option(WINDOW, say("window"), "1946:1966, :17")
    with right:
        step = text_option(STEP, say("step"), "1, 0.25")
    return TypedWindow(window, step)


def study_in_window(study: Study, typed: TypedWindow) -> Study:
    """The study over this window and in these steps; raises BadOption."""
    return with_window(study, parse_window(typed.window), parse_step(typed.step))


def text_option(key: str, label: str, example: str, default: str = "") -> str:
    """A text field whose value is kept."""

    def draw(widget_key: str, value: str | None) -> str:
        text = value or ""
        return st.text_input(
            label, text, key=widget_key, placeholder=example, max_chars=MAX_OPTION_LENGTH
        ).strip()

    return persistent_widget(key, default, draw)
