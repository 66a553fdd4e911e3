"""What a reader types for a measure: its options, and over what time and by what step to look."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app_pages.parts.address import Part, Unresolved
from app_pages.parts.kept import kept
from app_pages.parts.language import say
from graph.diffusion.choosing import step_of, watched, window_of
from graph.diffusion.data import Study

LONGEST = 60
WINDOW, STEP = "analyse_window", "analyse_step"


@dataclass(frozen=True)
class Typed:
    """What is typed for an option; whether it will do, the measure says."""

    name: str
    key: str
    default: str

    def read(self, text: str) -> str:
        if len(text) > LONGEST:
            raise Unresolved(text)
        return text

    def write(self, value: str) -> str:
        return value


def watch_parts() -> tuple[Part, ...]:
    """What of the time of the watch stands in the address."""
    return Typed("window", WINDOW, ""), Typed("step", STEP, "")


def choose_watch() -> tuple[str, str]:
    """The window and the step that the reader types; empty where the data say."""
    left, right = st.columns(2)
    with left:
        window = typed(WINDOW, say("window"), "1946:1966, :17")
    with right:
        step = typed(STEP, say("step"), "1, 0.25")
    return window, step


def over(study: Study, watch: tuple[str, str]) -> Study:
    """The study over this window and in these steps; raises BadOption."""
    window, step = watch
    return watched(study, window_of(window), step_of(step))


def typed(key: str, label: str, example: str, default: str = "") -> str:
    """A field of text that is kept."""

    def draw(own: str) -> str:
        return st.text_input(label, key=own, placeholder=example, max_chars=LONGEST).strip()

    return kept(key, default, draw)
