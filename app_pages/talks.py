"""Talks: a talk of the facts folder, step by step, with the evidence of each step."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.talk import (
    STEP,
    STEP_KEY,
    STEP_NUMBERS,
    jump_to,
    open_talk,
    show_talk,
    step_number,
)
from app_pages.panels.cite_control import cite_statements, cite_view
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ChoicePart, UrlPart
from app_pages.state.widget_state import forget, persistent_choice, persistent_widget, widget_value
from app_pages.state.workspace import facts_folder, facts_or_stop
from app_pages.talk_making.draft_state import MODE_KEY, STEP_ADDED_KEY, draft, keep_draft
from app_pages.talk_making.talk_files import quoted_copies, talk_files
from app_pages.talk_making.talk_form import make_talk, play_draft
from graph.links.talk import Talk
from graph.model.facts import Facts
from loaders.tables.faults import BadFacts
from loaders.talks.talk_draft import draft_of
from loaders.talks.talk_reader import talk_warnings
from loaders.talks.talk_settings import FOLDER, talk_names, talk_setting, talk_titles

TALK = "talk"
# The name of the reader's own talk in the list of talks; no file has this name.
DRAFT_TALK = "."
MODES = "play", "make"


def page() -> None:
    """The whole page."""
    facts_or_stop()
    names = talk_names(facts_folder())
    head = st.container(horizontal=True, vertical_alignment="center")
    head.title(say("page_talks"), width="content")
    parts: list[UrlPart] = [
        ChoicePart("mode", MODE_KEY, MODES, MODES[0]),
        ChoicePart(STEP, STEP_KEY, STEP_NUMBERS, STEP_NUMBERS[0]),
    ]
    if names:
        parts.append(ChoicePart("talk", TALK, names, names[0]))
    restore_from_url("talks", parts)
    _turn_to_added_step(parts)
    names = _with_draft_talk(names)
    with head:
        mode = _choose_mode() if names else MODES[1]
    if mode == MODES[1]:
        make_talk()
    else:
        with head:
            name = _choose(names)
        if name == DRAFT_TALK:
            play_draft(head)
        else:
            _play(name, head)
    if st.session_state.get(TALK) == DRAFT_TALK:  # no address has what only this browser has
        parts = [part for part in parts if part.key != TALK]
        st.query_params.pop("talk", None)
    write_to_url("talks", parts)


def _with_draft_talk(names: list[str]) -> list[str]:
    """The talks that can be played; after making a talk, the reader plays that one."""
    if draft().steps:
        if widget_value(MODE_KEY) == MODES[1]:
            forget(TALK)
            st.session_state[TALK] = DRAFT_TALK
        return [*names, DRAFT_TALK]
    if st.session_state.get(TALK) == DRAFT_TALK:
        forget(TALK)
        del st.session_state[TALK]
    return names


def _turn_to_added_step(parts: Sequence[UrlPart]) -> None:
    """Shows the draft to a reader who comes with a new step, unless the address names a talk."""
    is_asked = any(part.name in st.query_params for part in parts)
    if st.session_state.pop(STEP_ADDED_KEY, False) and not is_asked:
        forget(MODE_KEY)
        st.session_state[MODE_KEY] = MODES[1]
        jump_to(len(draft().steps))


def _choose_mode() -> str:
    """Whether to play a talk of the facts folder, or to make one."""
    labels = {mode: say(f"talks_{mode}") for mode in MODES}
    return persistent_choice(MODE_KEY, say("talks_mode"), labels)


def _play(name: str, head: DeltaGenerator) -> None:
    """A talk of the facts folder, its switch in the `head`.

    Faulty steps say what is wrong, and the others play.
    """
    try:
        playable = open_talk(name)
    except BadFacts as error:
        _say_faults(error, "bad_talk")
        st.info(say("bad_talk_rest"))
        return
    talk = playable.talk
    if playable.faults:
        _say_faults(BadFacts(playable.faults), "faulty_steps_of")
        st.info(say("bad_talk_rest"))
    for warning in talk_warnings(facts_folder(), talk):
        st.warning(plain(warning.message(language())))
    with head:
        own_copies = quoted_copies()
    data = show_talk(talk, own_copies)
    talk_files(talk, data, own_copies)
    with st.container(horizontal=True):
        st.button(
            say("talk_edit"),
            on_click=_edit,
            args=(name,),
            icon=":material/edit:",
            help=say("talk_edit_help"),
        )
        if talk.steps and talk.steps[step_number(talk) - 1].statements:
            _cite(facts_or_stop(), talk)


def _say_faults(error: BadFacts, key: str) -> None:
    st.error(say(key, count=len(error.faults)))
    st.code(error.text(language()), language=None, wrap_lines=True)


def _edit(name: str) -> None:
    """Takes a talk of the folder over, to be changed and saved under another name."""
    file = f"{FOLDER}/{name}.toml"
    try:
        setting = talk_setting(facts_folder() / file, file)
    except BadFacts as error:
        st.toast(plain(error.text(language(), 3)))
        return
    keep_draft(draft_of(setting), int(st.session_state.get(STEP_KEY) or 1))
    forget(MODE_KEY)
    st.session_state[MODE_KEY] = MODES[1]


def _choose(names: Sequence[str]) -> str:
    """One of the talks by its title; another one begins at its first step."""
    titles = {**talk_titles(facts_folder(), language()), DRAFT_TALK: _draft_talk_title()}
    if len(names) == 1:
        return names[0]

    def draw(widget_key: str, value: str | None) -> str:
        choice: str = st.selectbox(
            say("talk"),
            names,
            format_func=titles.__getitem__,
            key=widget_key,
            on_change=_return_to_first_step,
        )
        return choice

    return persistent_widget(TALK, names[0], draw)


def _draft_talk_title() -> str:
    now = draft()
    title = now.title_zh if language() == "zh" else now.title_en
    return say("labelled", label=say("draft_talk"), text=title) if title else say("draft_talk")


def _return_to_first_step() -> None:
    st.session_state[STEP_KEY] = STEP_NUMBERS[0]


def _cite(facts: Facts, talk: Talk) -> None:
    """Citations of the statements that the step rests on, and of its picture."""
    number = step_number(talk)
    cite_statements(facts, talk.steps[number - 1].statements, "talk_step", say("cite_step"))
    title = say("step_of_talk", talk=talk.title(language()), number=number)
    cite_view(facts, title, "talk_picture", {"talk": talk.name, "step": str(number)})


page()
