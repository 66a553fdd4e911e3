"""The tables of the search, kept: they find the same, and a changed name makes new ones."""

from __future__ import annotations

import pickle

import pytest

from graph.lookup.search import name_index
from loaders.search_tables import kept_index
from loaders.search_tables.kept_index import ENDING, TablesUnpickler, kept_name_index

TYPED = ("jia", "甲", "alder", "lendin", "zzz", "11")


@pytest.fixture(autouse=True)
def few(monkeypatch) -> None:
    monkeypatch.setattr(kept_index, "MINIMUM_THINGS", 1)


def test_tables_from_a_file_find_the_same(small_facts, tmp_path, monkeypatch):
    things = list(small_facts.things.values())
    fresh = name_index(things)
    kept_name_index(things, tmp_path)
    monkeypatch.setattr(kept_index, "_save", lambda tables, file: pytest.fail("made anew"))
    again = kept_name_index(things, tmp_path)
    for typed in TYPED:
        assert again.hits(typed) == fresh.hits(typed)


def test_another_name_makes_other_tables(small_facts, tmp_path):
    things = list(small_facts.things.values())
    kept_name_index(things, tmp_path)
    renamed = [things[0].model_copy(update={"name_en": "Elsewhere"}), *things[1:]]
    assert kept_name_index(renamed, tmp_path).meaning("elsewhere") == things[0].code
    assert len(list(tmp_path.glob(f"*{ENDING}"))) == 2


def test_a_damaged_file_costs_time_only(small_facts, tmp_path):
    things = list(small_facts.things.values())
    kept_name_index(things, tmp_path)
    (file,) = tmp_path.glob(f"*{ENDING}")
    file.write_bytes(file.read_bytes()[:-40])
    assert kept_name_index(things, tmp_path).hits("alder") == name_index(things).hits("alder")


def test_a_file_with_anything_but_tables_is_refused(tmp_path):
    file = tmp_path / "other"
    file.write_bytes(pickle.dumps(pytest.raises))
    with file.open("rb") as opened, pytest.raises(pickle.UnpicklingError, match="no part of"):
        TablesUnpickler(opened).load()
