"""What is loaded ahead of the first visit is what the first page takes."""

from __future__ import annotations

import os
import subprocess
import sys

import streamlit as st

from app_pages.start.load_ahead import load_ahead
from app_pages.state import facts_cache
from app_pages.state.workspace import facts_or_stop
from settings import FACTS, STORE

# How many modules pages import after all that is loaded ahead.
PAGES_AFTER = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from app_pages.start.load_ahead import load_ahead
load_ahead()
before = set(sys.modules)
for page in ("spread", "analyse", "ask"):
    path = Path(sys.argv[1], page).with_suffix(".py")
    assert not AppTest.from_file(str(path), default_timeout=300).run().exception
print(len(set(sys.modules) - before))
"""


def test_the_first_page_reads_no_facts_again(monkeypatch, small_facts):
    monkeypatch.setenv(STORE, "rdf")  # an engine would start
    st.cache_resource.clear()
    waits = []
    load_ahead(lambda rest, longest: waits.append(rest < longest))
    assert waits  # the steps in between leave the processor to a reader
    assert all(waits)
    monkeypatch.setattr(facts_cache, "read_facts_by_snapshot", None)
    assert facts_or_stop().statements.keys() == small_facts.statements.keys()


def test_pages_import_hardly_anything_after_it(root):
    """What a page imports later, its first reader waits for."""
    process = subprocess.run(
        [sys.executable, "-c", PAGES_AFTER, str(root / "app_pages")],
        cwd=root,
        env={**os.environ, STORE: "rdf"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert int(process.stdout) < 40


def test_a_folder_that_cannot_be_read_is_left_to_the_page(monkeypatch, tmp_path):
    monkeypatch.setenv(FACTS, str(tmp_path / "nowhere"))
    load_ahead()
