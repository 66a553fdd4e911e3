"""A talk as a part of a page: exports/talk/web/talk.js in a component."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages.components.component import VARIABLES, component
from app_pages.state.language import language
from app_pages.state.workspace import (
    facts_folder,
    facts_or_stop,
    facts_stamp,
    sources_folder,
)
from exports.talk.slides import slides, talk_style
from graph.links.talk import Talk
from loaders.copies.source_copies import Copies
from loaders.facts.folder_state import FileState, file_state
from loaders.talks.playable_talk import PlayableTalk, read_playable_talk
from loaders.talks.talk_settings import FOLDER

KEY, STEP, STEP_KEY, JUMP = "talks", "step", "talks_step", "talks_jump"
STEP_NUMBERS = tuple(str(number) for number in range(1, 1000))  # the steps that an address may name
TALK_HEIGHT_STYLE = """.talk { --tall: max(560px, calc(100vh - 7rem)); }
.talk:fullscreen { --tall: 100vh; }
"""


@cache
def _mount() -> Any:
    style = VARIABLES + talk_style() + TALK_HEIGHT_STYLE
    return component("talk", '<div class="box"></div>', style, draws_network=True)


def open_talk(name: str) -> PlayableTalk:
    """A talk of the facts folder, read again when its file or the facts change; raises BadFacts."""
    folder, (_, stamp) = facts_folder(), facts_stamp()
    return _cached_talk(str(folder), stamp, name, file_state(folder, f"{FOLDER}/{name}.toml"))


def show_talk(talk: Talk, own_copies: Copies | None = None) -> dict[str, Any]:
    """Shows a talk at the step that the address has, and returns its parts.

    With copies it quotes the passages of its evidence.
    """
    data = _cached_parts(talk, *facts_stamp(), sources_folder() if own_copies else "", own_copies)
    _mount()(
        key=KEY,
        data={
            "talk": data,
            "name": talk.name,
            "at": step_number(talk) - 1,
            "jump": st.session_state.get(JUMP, 0),
            "language": language(),
        },
        on_step_change=_keep_step,
    )
    return data


def jump_to(step: int) -> None:
    """Turns the talk on the page to the step with this number, from 1."""
    st.session_state[STEP_KEY] = str(step)
    st.session_state[JUMP] = st.session_state.get(JUMP, 0) + 1


def step_number(talk: Talk) -> int:
    """The step that the address has, or the last one if the talk is shorter; 0 if it has none."""
    return min(int(st.session_state.get(STEP_KEY) or STEP_NUMBERS[0]), len(talk.steps))


def _keep_step() -> None:
    st.session_state[STEP_KEY] = str(st.session_state[KEY].step + 1)


@st.cache_resource(max_entries=4, show_spinner=False)
def _cached_talk(folder: str, stamp: str, name: str, file: FileState) -> PlayableTalk:
    return read_playable_talk(Path(folder), name, facts_or_stop())


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Talk: repr})
def _cached_parts(
    talk: Talk, folder: str, stamp: str, sources: str, _own_copies: Copies | None
) -> dict[str, Any]:
    """The parts of a talk; `sources` is the folder of the copies, part of the cache's key."""
    return slides(facts_or_stop(), talk, _own_copies)
