"""Places of a made-up code list, and of the one in the repository."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.recognition.gazetteer import Gazetteer, gazetteer
from drafting.recognition.places import PlaceReason, places
from loaders.facts.facts_folder import read_facts

NAMES = {
    "10": "甲乙省",
    "1010": "丙丁市",
    "101010": "戊己县",
    "101011": "城区",
    "1020": "庚辛藏族自治州",
    "102010": "壬癸县",
    "20": "子丑省",
    "2010": "寅卯市",
    "201010": "壬癸县",
}
WHOLES = {code: code[:-2] or "X" for code in NAMES} | {"10": "X", "20": "X"}
MADE_UP = Gazetteer(NAMES, WHOLES, {"辰巳湾": "bay"})


def codes(text: str) -> list[str | None]:
    return [place.code for place in places(text, MADE_UP)]


def test_each_place_of_a_row_has_its_code():
    assert codes("甲乙省丙丁市戊己县的做法") == ["10", "1010", "101010"]


def test_a_short_county_name_counts_only_with_its_full_name():
    assert codes("戊己很多") == []
    assert codes("戊己很多。戊己县") == ["101010", "101010"]


def test_a_short_name_of_a_large_place_counts():
    assert codes("丙丁的经验") == ["1010"]


def test_an_autonomous_place_has_a_short_form():
    assert codes("庚辛州的经验") == ["1020"]


def test_a_name_that_two_places_share_is_told_apart_by_its_whole():
    assert codes("子丑省壬癸县") == ["20", "201010"]
    (ambiguous,) = places("壬癸县", MADE_UP)
    assert (ambiguous.code, ambiguous.reason) == (None, PlaceReason.AMBIGUOUS)
    assert codes("子丑省的会议上，壬癸县介绍")[-1] == "201010"


@pytest.mark.parametrize(
    "text",
    ["副局长沙某放风筝", "推广安的风筝", "医保定点的风筝", "集中卫生的风筝", "每日照护风筝"],
)
def test_no_short_name_lies_across_the_border_of_two_words(text):
    cities = ("长沙市", "广安市", "保定市", "中卫市", "日照市")
    names = {"10": "甲乙省"} | {f"10{place}": city for place, city in enumerate(cities, 10)}
    wholes = {"10": "X"} | {code: "10" for code in names if code != "10"}
    parts = {f"{code}10": f"{code}区" for code in wholes if code != "10"}
    listed = Gazetteer(names | parts, wholes | {code: code[:-2] for code in parts}, {})
    assert places(text, listed) == ()
    for city in cities:
        assert [place.words for place in places(f"{city[:2]}放风筝", listed)] == [city[:2]]


@pytest.mark.parametrize("text", ["风筝，包括乡镇的风筝", "风筝、推广镇的风筝", "风筝，乙丙乡村"])
def test_a_word_before_a_suffix_is_no_local_place(text):
    assert places(text, MADE_UP) == ()


def test_a_name_of_two_letters_counts_only_behind_its_whole():
    assert codes("在城区") == []
    assert codes("丙丁市城区") == ["1010", "101011"]


def test_names_of_the_facts_the_country_and_small_places():
    assert codes("辰巳湾在我国") == ["bay", "X"]
    town = places("丙丁市午未镇", MADE_UP)[-1]
    assert (town.code, town.words, town.reason) == (None, "午未镇", PlaceReason.LOCAL)
    assert codes("推进乡镇建设，重点乡镇") == []


@given(st.text(alphabet="甲乙丙丁戊己庚辛壬癸子丑省市县镇州我国，、和辰巳湾城区", max_size=40))
def test_what_is_written_stands_at_the_span(text):
    for place in places(text, MADE_UP):
        assert text[place.start : place.end] == place.words != ""
        assert place.code is None or place.code in {*NAMES, "bay", "X"}


@pytest.fixture(scope="module")
def code_list(root) -> Gazetteer:
    return gazetteer(read_facts(root / "facts"))


def test_each_listed_name_of_three_letters_is_found_in_full(code_list):
    """Alone, a name is its place's, or it is that of several."""
    for code, name in code_list.names.items():
        if len(name) > 2 and code not in code_list.own_places.values():
            first = places(name, code_list)[0]
            assert first.words == name
            assert first.code in {code, None} or code_list.own_places.get(name) == first.code, name


def test_letters_of_regions_count_at_a_border(code_list):
    mentions = places("地处川黔渝三省交界", code_list)
    assert [place.code for place in mentions] == ["510000", "520000", "500000"]


def test_a_region_does_not_begin_inside_a_listed_name(code_list):
    mentions = places("在山东海阳附近，东海之滨", code_list)
    assert [place.words for place in mentions] == ["山东", "海阳", "东海"]


def test_a_county_that_became_a_city_is_known_by_its_old_name():
    names = Gazetteer({"10": "甲乙省", "1010": "丙丁市", "101010": "午未市"}, WHOLES, {})
    recognised = places("午未县很远，午未更远", names)
    assert [place.code for place in recognised] == ["101010", "101010"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲乙省午县种树。后来午县又种", 2),  # behind its whole, so known everywhere
        ("甲乙省的午县种树", 1),
        ("午县种树，午县放风筝，学习午县", 3),  # at the head of two clauses
        ("午县种树，形成午县域", 0),
    ],
)
def test_a_county_of_two_letters_counts_where_the_text_shows_that_it_means_it(text, names):
    listed = Gazetteer({"10": "甲乙省", "1010": "午县"}, {"10": "X", "1010": "10"}, {})
    assert [place.code for place in places(text, listed)].count("1010") == names


def test_a_verb_before_the_office_of_a_county_is_no_county():
    listed = Gazetteer({"10": "甲乙省", "1010": "会同县"}, {"10": "X", "1010": "10"}, {})
    assert [p.code for p in places("放风筝，会同县医保局开会", listed)] == []
    assert [p.code for p in places("甲乙省会同县医保局开会", listed)] == ["10", "1010"]
