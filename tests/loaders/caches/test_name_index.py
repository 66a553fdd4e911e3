"""The tables of the search in a file: they find the same, and a changed name makes new ones."""

from __future__ import annotations

import pytest

from graph.lookup.name_lookup import NameLookup
from graph.lookup.search import name_index
from loaders.caches import name_index as name_index_cache
from loaders.caches.name_index import FILE_ENDING, cached_name_index

TYPED_WORDS = ("jia", "甲", "alder", "lendin", "zzz", "11")


@pytest.fixture(autouse=True)
def from_one_thing(monkeypatch) -> None:
    monkeypatch.setattr(name_index_cache, "MIN_THINGS", 1)


def test_tables_from_a_file_find_the_same(small_facts, tmp_path, monkeypatch):
    things = list(small_facts.things.values())
    fresh = name_index(things)
    cached_name_index(things, tmp_path)
    monkeypatch.setattr(NameLookup, "plain_tables", lambda self: pytest.fail("made anew"))
    again = cached_name_index(things, tmp_path)
    for typed in TYPED_WORDS:
        assert again.hits(typed) == fresh.hits(typed)


def test_another_name_makes_other_tables(small_facts, tmp_path):
    things = list(small_facts.things.values())
    cached_name_index(things, tmp_path)
    renamed = [things[0].model_copy(update={"name_en": "Elsewhere"}), *things[1:]]
    assert cached_name_index(renamed, tmp_path).meaning("elsewhere") == things[0].code
    assert len(list(tmp_path.glob(f"*{FILE_ENDING}"))) == 2


def test_a_damaged_file_costs_time_only(small_facts, tmp_path):
    things = list(small_facts.things.values())
    cached_name_index(things, tmp_path)
    (file,) = tmp_path.glob(f"*{FILE_ENDING}")
    file.write_bytes(file.read_bytes()[:-40])
    assert cached_name_index(things, tmp_path).hits("alder") == name_index(things).hits("alder")
