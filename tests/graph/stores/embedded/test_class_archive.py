"""The archive of the engine's classes: made once, passed over if broken, never an error."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from graph.stores.embedded import class_archive, process
from graph.stores.embedded.class_archive import ArchiveMaking, archive_path, java_options
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import Limits, StoreUnreachable

COUNT = "MATCH (n) RETURN count(n) AS n"


@pytest.fixture(scope="module")
def archive(small_graph, stores, tmp_path_factory) -> Path:
    """An archive in a folder of these tests."""
    archive = archive_path(tmp_path_factory.mktemp("engine"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "archive_path", lambda: archive)
        patch.setattr(class_archive, "CLOSE_SECONDS", 300)
        EmbeddedStore.open(small_graph, Limits(), stores).close()
    return archive


def engine_log(small_graph, stores, monkeypatch, archive: Path) -> str:
    """What a JVM that reads this archive says, and that its store answers."""
    monkeypatch.setattr(process, "archive_path", lambda: archive)
    store = EmbeddedStore.open(small_graph, Limits(), stores)
    assert store.ask(COUNT, {}).rows == ((len(small_graph.nodes) + 1,),)
    log = Path(store._engines.current.scratch.name, process.LOG)
    text = log.read_text(encoding="utf-8", errors="replace")
    store.close()
    return text


def test_the_first_store_makes_an_archive_and_the_next_reads_it(
    small_graph, stores, monkeypatch, archive
):
    assert [path.name for path in archive.parent.iterdir()] == [archive.name]
    made = archive.stat().st_mtime_ns
    assert "[cds]" not in engine_log(small_graph, stores, monkeypatch, archive)
    assert archive.stat().st_mtime_ns == made


@pytest.mark.parametrize("fault", ["changed", "cut"])
def test_a_broken_archive_is_passed_over(
    small_graph, stores, monkeypatch, archive, tmp_path, fault
):
    content = archive.read_bytes()
    middle = len(content) // 2
    broken = {
        "changed": content[:middle] + bytes(4096) + content[middle + 4096 :],
        "cut": content[:middle],
    }
    copy = tmp_path / archive.name
    copy.write_bytes(broken[fault])
    engine_log(small_graph, stores, monkeypatch, copy)


def test_a_fault_in_making_an_archive_is_no_error(tmp_path):
    def fails() -> None:
        raise StoreUnreachable("gone")

    archive = tmp_path / "x.jsa"
    ArchiveMaking(archive, fails, fails).close()
    assert list(tmp_path.iterdir()) == []


def test_without_an_archive_the_engine_lists_its_classes(tmp_path):
    archive, class_list = tmp_path / "x.jsa", tmp_path / "classes"
    assert java_options(archive, None) == []
    assert java_options(archive, class_list) == [f"-XX:DumpLoadedClassList={class_list}"]
    archive.touch()
    assert java_options(archive, class_list)[0] == f"-XX:SharedArchiveFile={archive}"


def test_a_machine_without_the_engine_has_no_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert not archive_path(tmp_path).exists()
