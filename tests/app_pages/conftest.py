"""The small facts as the app's folder, and the app on them in a browser without a network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from settings import FACTS, SOURCES, TEST_SOURCES
from tests.browsing import AppServers, browser, page

__all__ = ["browser", "page"]


@pytest.fixture(autouse=True)
def small_app(monkeypatch: pytest.MonkeyPatch, small_folder: Path) -> None:
    """The app reads the small facts and has no copies, unless a test says otherwise."""
    monkeypatch.setenv(FACTS, str(small_folder))
    monkeypatch.delenv(SOURCES, raising=False)


@pytest.fixture(autouse=True, scope="session")
def stores_closed() -> Iterator[None]:
    """Ends the engines that the pages have started."""
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def app_folder(small_folder: Path) -> Path:
    """The facts of the app in the browser: the small ones, unless a module says otherwise."""
    return small_folder


@pytest.fixture(scope="session")
def app_servers() -> Iterator[AppServers]:
    """Three apps at most: each has engines of its own in memory."""
    servers = AppServers(3)
    yield servers
    servers.close()


@pytest.fixture(scope="module")
def address(root: Path, app_folder: Path, app_servers: AppServers) -> str:
    """The app on its facts, with the copies that lie beside them, else with the reader's own."""
    texts = app_folder / "texts"
    if not texts.exists():
        texts = Path(os.environ.get(TEST_SOURCES, texts))
    return app_servers.address(root, app_folder, texts)
