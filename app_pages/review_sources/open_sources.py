"""The sources whose text can be read here: those of the facts, and those that are still drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from app_pages.state.language import language
from app_pages.state.workspace import (
    copies,
    facts_folder,
    facts_or_stop,
    facts_stamp,
    sources_folder,
)
from drafting.drafters.article import Article, read_article
from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import (
    DRAFTS,
    SOURCE_DRAFTS,
    BadDraftFile,
    draft_path,
    read_drafts,
)
from drafting.recognition.vocabulary import Vocabulary, vocabulary
from drafting.rows.new_thing_drafts import with_new_things
from loaders.facts.folder_state import FileState, file_state, folder_state
from ontology.schema.kinds import Source

# The code of the source whose text the curator has open.
CHOSEN_SOURCE = "review_source"
KIND = "source"


@dataclass(frozen=True)
class OpenSource:
    """A source with its text in the reader's folder; None if it is not there."""

    code: str
    title: str
    published: str | None
    raw: str | None

    @property
    def article(self) -> Article | None:
        """The text with all things that are recognised in it."""
        if self.raw is None:
            return None
        return _article(*facts_stamp(), self.code, self.published, self.raw)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts of the rules for the text."""
        if self.raw is None:
            return ()
        return _drafts(*facts_stamp(), self.code, self.published, self.raw)


def drafts_folder() -> Path:
    """The folder with the drafts of the open facts."""
    return facts_folder() / DRAFTS


def open_sources() -> Mapping[str, OpenSource]:
    """All sources by code, those of the facts first; read again when a text or a draft changes."""
    texts = sources_folder()
    draft_file = file_state(drafts_folder(), f"{SOURCE_DRAFTS}.jsonl")
    state = folder_state(Path(texts)) if texts else ()
    return _sources(*facts_stamp(), texts, (*state, draft_file), language())


def readable_sources() -> Mapping[str, OpenSource]:
    """The sources whose text is in the reader's folder."""
    return {code: source for code, source in open_sources().items() if source.raw is not None}


@st.cache_resource(max_entries=4, show_spinner=False)
def _sources(
    folder: str, stamp: str, texts: str, files: tuple[FileState, ...], page_language: str
) -> Mapping[str, OpenSource]:
    facts, source_copies = facts_or_stop(), copies()
    sources = {
        source.code: OpenSource(
            source.code,
            facts.display_name(source.code, page_language),
            source.published,
            source_copies.text(source) if source_copies else None,
        )
        for source in facts.things_of(Source)
    }
    path = draft_path(drafts_folder(), SOURCE_DRAFTS)
    for draft in _source_drafts(path):
        code = draft.cell("code")
        if draft.kind == KIND and code and code not in sources:
            copies_folder = source_copies.folder if source_copies else None
            name = Path(draft.cell("file")).name
            raw = _text(copies_folder / name) if copies_folder else None
            sources[code] = OpenSource(code, _title(draft), draft.cell("published") or None, raw)
    return sources


def _source_drafts(path: Path) -> tuple[Draft, ...]:
    """The drafts of sources, without files that cannot be read: the review reports these."""
    try:
        return read_drafts(path) if path.is_file() else ()
    except (BadDraftFile, OSError):
        return ()


def _title(draft: Draft) -> str:
    names = draft.cell("name_zh"), draft.cell("name_en")
    names_in_order = names if language() == "zh" else names[::-1]
    return names_in_order[0] or names_in_order[1] or draft.cell("code")


def _text(path: Path) -> str | None:
    """The text of a file; None if there is no file in UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


@st.cache_resource(max_entries=2, show_spinner=False)
def _vocabulary(folder: str, stamp: str) -> Vocabulary:
    return vocabulary(facts_or_stop())


@st.cache_resource(max_entries=8, show_spinner=False)
def _article(folder: str, stamp: str, code: str, published: str | None, raw: str) -> Article:
    return read_article(code, published, raw, _vocabulary(folder, stamp))


@st.cache_resource(max_entries=8, show_spinner=False)
def _drafts(
    folder: str, stamp: str, code: str, published: str | None, raw: str
) -> tuple[Draft, ...]:
    drafts = draft_text(_article(folder, stamp, code, published, raw))
    return with_new_things(facts_or_stop(), drafts)
