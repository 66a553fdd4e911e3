"""The reader's own talk on the page Talks: the talk, with or without the fields above it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.talk import show_talk
from app_pages.components.uploader import mend_uploaders
from app_pages.state.language import language, say
from app_pages.state.workspace import facts_or_stop
from app_pages.talk_making.draft_state import can_undo, draft, edition, file_name, keep_draft
from app_pages.talk_making.editor import edit_talk, undo_button
from app_pages.talk_making.talk_files import quoted_copies, talk_files
from loaders.tables.faults import BadFacts
from loaders.talks.draft_toml import draft_from_toml, draft_toml
from loaders.talks.playable_talk import playable_draft
from loaders.talks.talk_draft import TalkDraft
from texts.tables import APP


def make_talk() -> None:
    """The whole part."""
    facts = facts_or_stop()
    talk_draft = draft()
    if not talk_draft.steps:
        st.info(say("talk_empty"), icon=":material/add_to_photos:")
        with st.container(horizontal=True):
            label, spread_page = say("talk_first_view"), "app_pages/spread.py"
            if st.button(label, type="primary", icon=":material/account_tree:"):
                st.switch_page(spread_page, query_params={"lang": language()})
            if can_undo():
                undo_button()
        _open_file()
        return
    edit_talk(facts, playable_draft(talk_draft, file_name(talk_draft), facts).talk)
    play_draft(st.container())
    _open_file()


def play_draft(head: DeltaGenerator) -> None:
    """The talk that is being made, its switch in the `head`, and its files."""
    talk_draft = _with_title(draft())
    name = file_name(talk_draft)
    playable = playable_draft(talk_draft, name, facts_or_stop())
    if playable.faults:
        st.warning(say("faulty_steps", count=len(playable.faults)), icon=":material/rule:")
    with head:
        own_copies = quoted_copies()
    data = show_talk(playable.talk, own_copies)
    talk_files(playable.talk, data, own_copies, draft_toml(talk_draft, name).encode())


def _with_title(talk_draft: TalkDraft) -> TalkDraft:
    """The draft, with a title in both languages if the reader has given none."""
    if talk_draft.title_zh or talk_draft.title_en:
        return talk_draft
    return talk_draft.with_titles(APP.say("draft_talk", "zh"), APP.say("draft_talk", "en"))


def _open_file() -> None:
    """A field for the TOML of a talk that was saved before."""
    with st.expander(say("talk_open_file"), icon=":material/upload_file:"):
        file = st.file_uploader(say("talk_file"), type="toml", key=f"talk_file_{edition()}")
        mend_uploaders("talk_file_mended", say("upload_limit", size="{size}"))
        if file is None:
            return
        try:
            opened_draft = draft_from_toml(file.getvalue(), file.name)
        except BadFacts as error:
            st.error(say("bad_talk_file", count=len(error.faults)))
            st.code(error.text(language()), language=None, wrap_lines=True)
            return
        keep_draft(opened_draft, 1)
        st.rerun()
