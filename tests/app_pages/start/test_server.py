"""What is loaded ahead of the first visit is what the first page takes."""

from __future__ import annotations

import streamlit as st

from app_pages.start.server import load_ahead
from app_pages.state import facts_cache
from app_pages.state.workspace import facts_or_stop
from settings import FACTS


def test_the_first_page_reads_no_facts_again(monkeypatch, small_facts):
    st.cache_resource.clear()
    load_ahead()
    monkeypatch.setattr(facts_cache, "read_facts_by_snapshot", None)
    assert facts_or_stop().statements.keys() == small_facts.statements.keys()


def test_a_folder_that_cannot_be_read_is_left_to_the_page(monkeypatch, tmp_path):
    monkeypatch.setenv(FACTS, str(tmp_path / "nowhere"))
    load_ahead()
