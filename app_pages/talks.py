"""Talks: a talk of the facts folder, step by step, with the evidence of each step."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages.components.talk import STEP, STEP_KEY, STEPS, open_talk, show_talk, step_number
from app_pages.panels.cite_control import cite_statements, cite_view
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import OneOf
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_folder, facts_or_stop
from exports.talk.html_page import talk_page
from exports.talk.pptx_deck import talk_deck
from graph.links.talk import Talk
from graph.model.facts import Facts
from loaders.facts.talk_settings import talk_names, talk_titles
from loaders.facts.talks import talk_warnings
from loaders.tables.faults import BadFacts

TALK = "talk"


def page() -> None:
    """The whole page."""
    facts_or_stop()
    st.title(say("page_talks"))
    names = talk_names(facts_folder())
    if not names:
        st.info(say("no_talks", folder=plain(str(facts_folder()))))
        return
    parts = [OneOf("talk", TALK, names, names[0]), OneOf(STEP, STEP_KEY, STEPS, STEPS[0])]
    restore_from_url("talks", parts)
    name = _choose(names)
    write_to_url("talks", parts)
    try:
        talk = open_talk(name)
    except BadFacts as error:
        st.error(say("bad_talk", count=len(error.faults)))
        st.code(error.text(language()), language=None, wrap_lines=True)
        st.info(say("bad_talk_rest"))
        return
    for warning in talk_warnings(facts_folder(), talk):
        st.warning(plain(warning.message(language())))
    data = show_talk(talk)
    _files(talk, data)


def _choose(names: Sequence[str]) -> str:
    """One of the talks by its title; another one begins at its first step."""
    titles = talk_titles(facts_folder(), language())
    if len(names) == 1:
        return names[0]

    def draw(widget_key: str, value: str | None) -> str:
        chosen: str = st.selectbox(
            say("talk"),
            names,
            format_func=titles.__getitem__,
            key=widget_key,
            on_change=_from_the_start,
        )
        return chosen

    return persistent_widget(TALK, names[0], draw)


def _from_the_start() -> None:
    st.session_state[STEP_KEY] = STEPS[0]


def _files(talk: Talk, data: dict[str, object]) -> None:
    """The talk as files, written when they are asked for, and citations of the step."""
    facts, written_in = facts_or_stop(), language()
    with st.container(horizontal=True):
        st.download_button(
            say("talk_as_html"),
            data=lambda: talk_page(data, written_in).encode(),
            file_name=f"{talk.name}.html",
            mime="text/html",
            icon=":material/download:",
            help=say("export_help"),
            on_click="ignore",  # a run of the page while the file is written would discard it
        )
        st.download_button(
            say("talk_as_pptx"),
            data=lambda: talk_deck(facts, talk, written_in),
            file_name=f"{talk.name}-{written_in}.pptx",
            mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            icon=":material/download:",
            on_click="ignore",
        )
        if talk.steps:
            _cite(facts, talk)


def _cite(facts: Facts, talk: Talk) -> None:
    """Citations of the statements that the step rests on, and of its picture."""
    number = step_number(talk)
    cite_statements(facts, talk.steps[number - 1].statements, "talk_step", say("cite_step"))
    title = say("step_of_talk", talk=talk.title(language()), number=number)
    cite_view(facts, title, "talk_picture", {"talk": talk.name, "step": str(number)})


page()
