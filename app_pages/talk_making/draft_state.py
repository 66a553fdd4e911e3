"""The talk that the reader is making, kept in the session with the drafts before it."""

from __future__ import annotations

import re

import streamlit as st

from app_pages.components.talk import STEP_KEY, jump_to
from loaders.talks.talk_draft import TalkDraft

DRAFT, BEFORE, EDITION = "talk_draft", "talk_drafts_before", "talk_edition"
WRITTEN = "talk_texts_written"
MODE = "talks_mode"
# Whether a step was added on another page since Talks was open.
ADDED = "talk_step_added"
NAME = "my-talk"
# How many drafts can be brought back.
MOST_BEFORE = 50


def draft() -> TalkDraft:
    """The talk that is being made; an empty one at first."""
    stored = st.session_state.get(DRAFT)
    return stored if isinstance(stored, TalkDraft) else TalkDraft()


def keep(new: TalkDraft, step: int | None = None) -> None:
    """Keeps a changed draft, and the one before it; shows the step with this number, if given."""
    _remember()
    _replace(new, step)


def keep_field_text(new: TalkDraft) -> None:
    """Keeps what a field holds already: the fields stay, and who writes in the next one goes on."""
    _remember()
    st.session_state[DRAFT] = new
    st.session_state[WRITTEN] = writings() + 1


def can_undo() -> bool:
    """Whether there is a draft to go back to."""
    return bool(st.session_state.get(BEFORE))


def undo() -> None:
    """Goes back to the draft before the last change."""
    *before, last = st.session_state[BEFORE]
    st.session_state[BEFORE] = tuple(before)
    _replace(last, int(st.session_state.get(STEP_KEY) or 1))


def edition() -> int:
    """A number that grows with each change: the fields of a changed draft are new widgets."""
    return int(st.session_state.get(EDITION, 0))


def writings() -> int:
    """A number that grows with each text that is written: a list that shows it is a new widget."""
    return int(st.session_state.get(WRITTEN, 0))


def file_name(content: TalkDraft) -> str:
    """The name of the talk's files, made of its English title."""
    words = re.findall(r"[a-z0-9]+", content.title_en.lower())
    return "-".join(words)[:60].strip("-") or NAME


def _remember() -> None:
    before = st.session_state.get(BEFORE, ())
    st.session_state[BEFORE] = (*before, draft())[-MOST_BEFORE:]


def _replace(new: TalkDraft, step: int | None) -> None:
    st.session_state[DRAFT] = new
    st.session_state[EDITION] = edition() + 1
    if step is not None:
        jump_to(max(1, min(step, len(new.steps))))
