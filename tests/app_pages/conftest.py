"""The small facts as the app's folder."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def small_app(monkeypatch: pytest.MonkeyPatch, small_folder: Path) -> None:
    """The app reads the small facts and has no copies, unless a test says otherwise."""
    monkeypatch.setenv("LEARNED_FROM_FACTS", str(small_folder))
    monkeypatch.delenv("LEARNED_FROM_SOURCES", raising=False)


@pytest.fixture(autouse=True, scope="session")
def stores_closed():
    """Ends the engines that the pages have started."""
    yield
    st.cache_resource.clear()
