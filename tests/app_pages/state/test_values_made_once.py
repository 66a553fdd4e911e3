"""What is made of the facts is made once a release: another reader's page makes none of it again.

Calls are counted, not seconds.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app_pages.state import workspace as session
from graph.links.edge_bundle_index import EdgeBundleIndex
from loaders.releases import released_facts
from settings import FACTS
from tests.app_pages.page_run import run_page

PAGES = ("explore", "spread", "compare", "sources", "analyse")
# Each walks all that there is; only a store needs the property graph.
COUNTED_FUNCTIONS = ("read_facts", "bundle_index", "network_layout", "coordinates")
GRAPH = "property_graph"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the facts were read, made into a graph, laid out or walked line by line."""
    found: Counter[str] = Counter()

    def count_calls(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            found[name] += 1
            return work(*given)

        return call

    for name in (*COUNTED_FUNCTIONS, GRAPH):
        module = released_facts if name == "read_facts" else session
        monkeypatch.setattr(module, name, count_calls(name, getattr(module, name)))
    monkeypatch.setattr(
        EdgeBundleIndex, "__getitem__", count_calls("line by line", EdgeBundleIndex.__getitem__)
    )
    return found


@pytest.fixture
def own_folder(small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Facts that no page has opened yet."""
    folder = tmp_path / "facts"
    shutil.copytree(small_folder, folder)
    monkeypatch.setenv(FACTS, str(folder))
    return folder


@pytest.mark.usefixtures("own_folder")
def test_a_second_reader_s_pages_make_nothing_of_the_facts_again(root, calls):
    for page in PAGES:
        assert not run_page(root, page, "en").exception
    first = Counter(calls)
    assert all(first[name] == 1 for name in COUNTED_FUNCTIONS) and not first[GRAPH]
    for page in PAGES:
        assert not run_page(root, page, "en").exception
    assert calls == first


@pytest.mark.usefixtures("own_folder")
def test_a_click_in_explore_looks_at_the_lines_of_what_is_shown_only(root, calls):
    test = run_page(root, "explore", "en", thing="11")
    calls.clear()
    test.multiselect(key="explore_types-en").set_value(["ADOPTED"]).run()
    assert not test.exception
    assert not calls


@pytest.mark.usefixtures("own_folder")
def test_a_changed_table_is_read_by_the_next_page(root, calls, own_folder):
    run_page(root, "sources", "en")
    table = own_folder / "place.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("Alder", "Elder"), encoding="utf-8")
    again = run_page(root, "explore", "en", thing="11")
    assert calls["read_facts"] == 2
    assert "Elder" in again.header[0].value
