"""The talk that the reader is making, kept in the session with the drafts before it."""

from __future__ import annotations

import re

import streamlit as st

from app_pages.components.talk import STEP_KEY, jump_to
from loaders.talks.talk_draft import TalkDraft

DRAFT_KEY, DRAFTS_BEFORE_KEY, EDITION_KEY = "talk_draft", "talk_drafts_before", "talk_edition"
TEXT_EDITION_KEY = "talk_texts_written"
MODE_KEY = "talks_mode"
# Whether a step was added on another page since Talks was open.
STEP_ADDED_KEY = "talk_step_added"
DEFAULT_NAME = "my-talk"
# How many drafts can be brought back.
MAX_DRAFTS_BEFORE = 50


def draft() -> TalkDraft:
    """The talk that is being made; an empty one at first."""
    stored_draft = st.session_state.get(DRAFT_KEY)
    return stored_draft if isinstance(stored_draft, TalkDraft) else TalkDraft()


def keep_draft(new: TalkDraft, step: int | None = None) -> None:
    """Keeps a changed draft, and the one before it; shows the step with this number, if given."""
    _remember_draft()
    _replace_draft(new, step)


def keep_field_text(new: TalkDraft) -> None:
    """Keeps the text that a field has, so that writing in the next field is not interrupted."""
    _remember_draft()
    st.session_state[DRAFT_KEY] = new
    st.session_state[TEXT_EDITION_KEY] = text_edition() + 1


def can_undo() -> bool:
    """Whether there is a draft to go back to."""
    return bool(st.session_state.get(DRAFTS_BEFORE_KEY))


def undo() -> None:
    """Goes back to the draft before the last change."""
    *drafts_before, last_draft = st.session_state[DRAFTS_BEFORE_KEY]
    st.session_state[DRAFTS_BEFORE_KEY] = tuple(drafts_before)
    _replace_draft(last_draft, int(st.session_state.get(STEP_KEY) or 1))


def edition() -> int:
    """A number that grows with each change: the fields of a changed draft are new widgets."""
    return int(st.session_state.get(EDITION_KEY, 0))


def text_edition() -> int:
    """A number that grows with each text that is written: a list that shows it is a new widget."""
    return int(st.session_state.get(TEXT_EDITION_KEY, 0))


def file_name(content: TalkDraft) -> str:
    """The name of the talk's files, made of its English title."""
    words = re.findall(r"[a-z0-9]+", content.title_en.lower())
    return "-".join(words)[:60].strip("-") or DEFAULT_NAME


def _remember_draft() -> None:
    drafts_before = st.session_state.get(DRAFTS_BEFORE_KEY, ())
    st.session_state[DRAFTS_BEFORE_KEY] = (*drafts_before, draft())[-MAX_DRAFTS_BEFORE:]


def _replace_draft(new: TalkDraft, step: int | None) -> None:
    st.session_state[DRAFT_KEY] = new
    st.session_state[EDITION_KEY] = edition() + 1
    if step is not None:
        jump_to(max(1, min(step, len(new.steps))))
