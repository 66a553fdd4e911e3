"""The site of the real facts, built once: its files, and the folder that a stick would hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.site.engine import EngineMissing, browser_engine
from exports.site.site import site_files, write_site
from graph.model.facts import Facts
from loaders.talks.talk_reader import read_talks
from tests.browsing import browser, page

__all__ = ["browser", "page"]


@pytest.fixture(scope="session")
def files(root: Path, real_facts: Facts) -> dict[str, bytes]:
    try:
        engine = browser_engine(root / "node_modules" / "oxigraph")
    except EngineMissing as missing:
        pytest.skip(str(missing))
    return site_files(real_facts, read_talks(root / "facts", real_facts), engine)


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site")
    write_site(files, path)
    return path
