"""The search over the facts, made once for all readers."""

from __future__ import annotations

import streamlit as st

from app_pages.state.facts_cache import cached_facts
from app_pages.state.workspace import facts_stamp, search_index
from queries.search.search import FactsSearch


def search_of_facts() -> FactsSearch:
    """Things, statements and questions of the facts that are shown, ready to be searched."""
    return _search(*facts_stamp())


@st.cache_resource(max_entries=2, show_spinner=False)
def _search(folders: str, stamp: str) -> FactsSearch:
    return FactsSearch(cached_facts(folders, stamp), search_index())
