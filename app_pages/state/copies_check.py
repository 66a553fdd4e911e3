"""The state of every cited spot in the reader's copies, checked once for all readers."""

from __future__ import annotations

import streamlit as st

from app_pages.state.facts_cache import cached_facts
from app_pages.state.search_cache import FolderFiles, folder_files
from app_pages.state.workspace import copies, facts_stamp
from loaders.copies.source_copies import Copies
from loaders.copies.verification import CheckedSpot, checked_spots


def spots_in_copies() -> tuple[CheckedSpot, ...]:
    """The state of each spot; empty if the reader has no copies."""
    held_copies = copies()
    if held_copies is None:
        return ()
    folder = held_copies.folder
    files = folder_files(folder) if folder else ()
    return _cached_spots(*facts_stamp(), str(folder or ""), files, held_copies)


@st.cache_resource(max_entries=2, show_spinner=False)
def _cached_spots(
    folders: str, stamp: str, folder: str, files: FolderFiles, _copies: Copies
) -> tuple[CheckedSpot, ...]:
    return checked_spots(cached_facts(folders, stamp), _copies)
