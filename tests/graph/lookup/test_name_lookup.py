"""The tables over names give all that reading each name gives."""

from __future__ import annotations

import pytest

from graph.lookup.name_lookup import NameLookup, PrefixTable
from graph.lookup.romanization import syllables
from graph.lookup.search import NameIndex, name_index
from graph.model.facts import Facts
from ontology.schema.kinds import Mechanism

TYPED_WORDS = [
    "甲",
    "城市",
    "alder",
    "al",
    "yicheng",
    "yi cheng shi",
    "ycs",
    "cheng",
    "借书",
    "借書",
    "12",
]
TYPED_WORDS += ["ibrary", "Birhc", "shared card", "c", "tongyong", "zzzz", "’", "11.", "ＣＥＤＡＲ"]


class ReadingLookup(NameLookup):
    """A lookup without tables: any name may fit."""

    def fitting(self, sought: str, sound: str, number: str) -> set[int]:
        return set(range(len(self.entries)))

    def sounding(self, sound: str) -> set[int]:
        return set(range(len(self.entries)))


@pytest.mark.parametrize("typed", TYPED_WORDS)
def test_the_tables_leave_nothing_out(small_facts: Facts, typed: str):
    index = name_index(small_facts.things.values())
    reading = NameIndex(ReadingLookup(index.lookup.entries))
    assert index.hits(typed, 1000) == reading.hits(typed, 1000)
    some = list(small_facts.things)[::2]
    assert index.limited_to(some).hits(typed) == reading.limited_to(some).hits(typed)


def test_of_things_with_one_name_a_limited_index_resembles_its_own(small_facts: Facts):
    index = name_index(small_facts.things.values())
    for code in small_facts.things:
        alone = index.limited_to([code])
        slip = small_facts.things[code].names[0] + "x"
        assert {hit.code for hit in alone.hits(slip)} <= {code}


def test_a_beginning_and_what_begins_a_text_are_found():
    table = PrefixTable([("san", 1), ("sanming", 2), ("sha", 3), ("san", 4)])
    assert table.owners_with_prefix("san") == {1, 2, 4} and table.owners_with_prefix("x") == set()
    assert (
        table.owners_of_beginnings("sanming") == {1, 4}
        and table.owners_of_beginnings("sa") == set()
    )


@pytest.mark.parametrize("name", ["乐亭县", "重庆", "乾县", "绿春县", "Lu'an"])
def test_in_any_order_the_sounds_are_the_same(name: str):
    ordered, others = syllables(name), syllables(name, in_order=False)
    assert list(map(set, ordered)) == list(map(set, others))


@pytest.mark.parametrize("typed", ["chenglv", "lechang", "anxi", "xiac", "yue", "zhengm"])
def test_characters_with_many_sounds_are_found_inside_names(typed: str):
    """So many forms have no key of four letters: what is left is still a beginning."""
    names = ["长乐安夏解", "都成率差强", "大安西", "行乐长", "中长正单强", "重调都率乐"]
    things = [Mechanism(code=str(at), name_zh=name) for at, name in enumerate(names)]
    index = name_index(things)
    assert index.hits(typed) == NameIndex(ReadingLookup(index.lookup.entries)).hits(typed)
