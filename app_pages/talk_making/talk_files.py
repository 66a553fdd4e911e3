"""A talk as files, written when they are asked for."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.widget_state import persistent_toggle
from app_pages.state.workspace import copies, facts_or_stop
from exports.talk.html_page import talk_page
from exports.talk.pptx.deck import talk_deck
from graph.links.talk import Talk
from loaders.copies.source_copies import Copies

PASSAGES = "talk_passages"


def quoted_copies() -> Copies | None:
    """The reader's copies of which a talk quotes the passages; None if it quotes none."""
    own_copies = copies()
    if own_copies is None:
        return None
    is_quoted = persistent_toggle(PASSAGES, say("talk_quotes"), default=True)
    return own_copies if is_quoted else None


def talk_files(
    talk: Talk,
    data: dict[str, Any],
    own_copies: Copies | None,
    toml: bytes | None = None,
) -> None:
    """Buttons that save a talk as HTML and PPTX, and as the TOML of a talk in the making."""
    facts, written_in = facts_or_stop(), language()
    with st.container(horizontal=True):
        if toml is not None:
            st.download_button(
                say("talk_as_toml"),
                data=toml,
                file_name=f"{talk.name}.toml",
                mime="application/toml",
                icon=":material/save:",
                help=say("talk_as_toml_help"),
                on_click="ignore",
            )
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
            data=lambda: talk_deck(facts, talk, written_in, own_copies),
            file_name=f"{talk.name}-{written_in}.pptx",
            mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            icon=":material/download:",
            on_click="ignore",
        )
