"""The search over the facts and over the reader's texts, made once for all readers."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app_pages.state.facts_cache import cached_facts
from app_pages.state.workspace import copies, facts_stamp, search_index
from loaders.copies.passage_texts import passage_texts, source_texts
from loaders.copies.source_copies import Copies
from queries.search.search import FactsSearch
from queries.search.search_hits import PASSAGE, SOURCE_TEXT
from queries.search.text_index import TextDocument, TextIndex

# The name, size and time of each file of a folder.
FolderFiles = tuple[tuple[str, int, int], ...]


def search_of_facts() -> FactsSearch:
    """Things, statements and questions of the facts, and the texts of the copies that are held."""
    held_copies = copies()
    if held_copies is None:
        return _search(*facts_stamp())
    folder = held_copies.folder
    files = folder_files(folder) if folder else ()
    return _search_with_texts(*facts_stamp(), str(folder or ""), files, held_copies)


def folder_files(folder: Path) -> FolderFiles:
    """The state of the files of a folder: when it changes, their results are made again."""
    states = ((path.name, path.stat()) for path in sorted(folder.iterdir()) if path.is_file())
    return tuple((name, state.st_size, state.st_mtime_ns) for name, state in states)


@st.cache_resource(max_entries=2, show_spinner=False)
def _search(folders: str, stamp: str) -> FactsSearch:
    return FactsSearch(cached_facts(folders, stamp), search_index())


@st.cache_resource(max_entries=2, show_spinner=False)
def _search_with_texts(
    folders: str, stamp: str, folder: str, files: FolderFiles, _copies: Copies
) -> FactsSearch:
    """The search with an index over the copies, made again when a file of the folder changes."""
    facts = cached_facts(folders, stamp)
    documents = [TextDocument(PASSAGE, *entry) for entry in passage_texts(facts, _copies)]
    documents += [TextDocument(SOURCE_TEXT, *entry) for entry in source_texts(facts, _copies)]
    return FactsSearch(facts, search_index(), TextIndex(documents))
