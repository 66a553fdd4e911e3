"""Snapshots of facts: the same facts, and new ones as soon as a file changes."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest

from graph.model.property_graph import property_graph
from loaders.caches import facts_snapshot
from loaders.caches.facts_snapshot import read_facts_by_snapshot
from loaders.releases.released_facts import read_facts_as_of
from loaders.tables.faults import BadFacts

REAL = Path("facts")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facts folder of the tests' own, which counts as large."""
    monkeypatch.setattr(facts_snapshot, "MIN_BYTES", 1)
    return Path(shutil.copytree(REAL, tmp_path / "facts"))


def snapshots(place: Path) -> list[Path]:
    """The files in the folder of snapshots."""
    return sorted(place.iterdir()) if place.is_dir() else []


def replace_in_table(folder: Path, old: str, new: str) -> None:
    """A change of one table."""
    table = folder / "place.csv"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_second_read_has_the_same_facts_and_edges(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "snapshots"
    read_facts_by_snapshot([folder], None, place)
    again = read_facts_by_snapshot([folder], None, place)
    plain = read_facts_as_of([folder])
    assert again == plain
    assert again.edges == plain.edges
    assert list(again.statements) == list(plain.statements)
    assert property_graph(again) == property_graph(plain)
    assert len(snapshots(place)) == 1


def test_changed_table_is_read_anew(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "snapshots"
    read_facts_by_snapshot([folder], None, place)
    replace_in_table(folder, "Sanming", "Sanmiing")
    names = [
        thing.name("en") for thing in read_facts_by_snapshot([folder], None, place).things.values()
    ]
    assert "Sanmiing" in names


def test_faults_are_told_though_older_facts_have_a_snapshot(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "snapshots"
    read_facts_by_snapshot([folder], None, place)
    replace_in_table(folder, "prefecture", "no-such-level")
    with pytest.raises(BadFacts):
        read_facts_by_snapshot([folder], None, place)
    assert len(snapshots(place)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"no snapshot", pickle.dumps(Path("x")), pickle.dumps({})]
)
def test_file_that_holds_no_facts_is_passed_over(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    place = tmp_path / "snapshots"
    facts = read_facts_by_snapshot([folder], None, place)
    (snapshot,) = snapshots(place)
    snapshot.write_bytes(content)
    assert read_facts_by_snapshot([folder], None, place) == facts
    assert snapshot.read_bytes() != content


def test_place_that_cannot_be_written_changes_nothing(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "a-file"
    place.write_text("")
    assert read_facts_by_snapshot([folder], None, place) == read_facts_as_of([folder])


def test_small_facts_have_no_snapshot(tmp_path: Path) -> None:
    place = tmp_path / "snapshots"
    assert read_facts_by_snapshot([REAL], None, place) == read_facts_as_of([REAL])
    assert snapshots(place) == []
