"""What a person types finds the thing that is meant, or all that may be meant, and no guess."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC
from pypinyin import lazy_pinyin

from graph.lookup.romanization import normalise, spells, syllables, toneless
from graph.lookup.search import Rank, name_index
from graph.lookup.thing_context import context_label, enclosing_codes
from ontology.schema.kinds import Mechanism, Place, PlaceLevel


def place(code: str, zh: str, en: str, level: str = "prefecture", *alt: str) -> Place:
    return Place(code=code, name_zh=zh, name_en=en, alt_names=alt, level=PlaceLevel(level))


PLACES = [
    place("500000", "重庆市", "Chongqing", "province"),
    place("341500", "六安市", "Lu'an"),
    place("321100", "镇江市", "Zhenjiang"),
    place("321100-new", "镇江新区", "Zhenjiang New Area", "zone"),
    place("520330", "习水县", "Xishui County", "county"),
    place("421125", "浠水县", "Xishui County", "county"),
    place("320106", "鼓楼区", "Gulou District", "county"),
    place("350102", "鼓楼区", "Gulou District", "county"),
    place("220000", "吉林省", "Jilin Province", "province"),
    place("220200", "吉林市", "Jilin"),
    place("141100", "吕梁市", "Lüliang"),
    place("331100", "丽水市", "Lishui"),
    place("430100", "长沙市", "Changsha"),
    place("610000", "陕西省", "Shaanxi", "province"),
    place("140000", "山西省", "Shanxi", "province"),
    place("xa", "西安市", "Xi'an"),
]
PLACE_NAMES = name_index(PLACES)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("重庆", "500000"),
        ("重慶市", "500000"),
        ("chongqing", "500000"),
        ("Chóngqìng", "500000"),
        ("chong2qing4shi4", "500000"),
        ("CHONG QING", "500000"),
        ("lu'an", "341500"),
        ("luan", "341500"),
        ("Lù’ān", "341500"),
        ("鎮江", "321100"),
        ("ｚｈｅｎｊｉａｎｇ", "321100"),
        ("３２１１００", "321100"),
        (" 镇 江 市 ", "321100"),
        ("lvliang", "141100"),
        ("lüliang", "141100"),
        ("lǚliáng", "141100"),
        ("lyuliang", "141100"),
        ("lishui", "331100"),
        ("changsha", "430100"),
        ("xi’an", "xa"),
        ("陝西", "610000"),
        ("shaanxi", "610000"),
        ("321100-NEW", "321100-new"),
    ],
)
def test_a_name_in_full_is_the_thing_in_either_script_and_by_its_sound(typed, code):
    assert PLACE_NAMES.meaning(typed) == code
    assert PLACE_NAMES.hits(typed)[0].code == code


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("鼓楼区", {"320106", "350102"}),
        ("鼓樓", {"320106", "350102"}),
        ("gulou", {"320106", "350102"}),
        ("吉林", {"220000", "220200"}),
        ("xishui", {"520330", "421125"}),
        ("shanxi", {"610000", "140000"}),  # the sound of the one is the English name of the other
    ],
)
def test_a_name_that_several_have_brings_them_all_and_no_guess(typed, codes):
    assert PLACE_NAMES.meaning(typed) is None
    assert {hit.code for hit in PLACE_NAMES.hits(typed) if hit.rank <= Rank.SPELLED} == codes


@pytest.mark.parametrize(
    ("typed", "first"),
    [("zj", "321100"), ("zhj", "321100"), ("cq", "500000"), ("zhenj", "321100"), ("重", "500000")],
)
def test_initials_and_beginnings_bring_candidates_only(typed, first):
    assert PLACE_NAMES.hits(typed)[0].code == first
    assert PLACE_NAMES.meaning(typed) is None


@pytest.mark.parametrize(("typed", "code"), [("xinqu", "321100-new"), ("louqu", "320106")])
def test_a_sound_within_a_name_brings_it_as_a_candidate(typed, code):
    assert code in {hit.code for hit in PLACE_NAMES.hits(typed) if hit.rank is Rank.INSIDE}
    assert PLACE_NAMES.meaning(typed) is None


def test_a_slip_of_the_keyboard_brings_what_is_close():
    assert [hit.code for hit in PLACE_NAMES.hits("zhenjang")][0] == "321100"
    assert PLACE_NAMES.hits("zhenjang")[0].rank is Rank.CLOSE


@pytest.mark.parametrize("typed", ["", "  ", "“”", "!?", "·"])
def test_nothing_typed_finds_nothing(typed):
    assert PLACE_NAMES.hits(typed) == ()
    assert PLACE_NAMES.meaning(typed) is None


def test_signs_within_a_name_need_not_be_typed():
    model = Mechanism(code="m", name_zh="“2+5+N”模式", name_en="2+5+N model")
    known = name_index([model])
    for typed in ("2+5+N模式", "25n", "2 5 N", "“2＋5＋Ｎ”", "25nmoshi"):
        assert known.hits(typed)[0].code == "m", typed


def test_other_names_are_names_too():
    known = name_index([place("1", "某市", "Some", "prefecture", "旧称", "Old Name")])
    for typed in ("旧称", "舊稱", "old name", "jiucheng"):
        assert known.meaning(typed) == "1", typed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("旧称", "旧称"),
        ("jiu", "旧称"),
        ("name", "Old Name"),
        ("some", "Some"),
        ("moushi", "某市"),
        ("1", None),
        ("somme", "Some"),
    ],
)
def test_a_hit_tells_which_of_its_names_fits(typed, name):
    known = name_index([place("1", "某市", "Some", "prefecture", "旧称", "Old Name")])
    assert [hit.name for hit in known.hits(typed)] == [name]


@given(st.sampled_from(PLACES), st.booleans())
def test_every_name_finds_its_own_thing(thing, chinese):
    typed = thing.name_zh if chinese else thing.name_en
    assert thing.code in {hit.code for hit in PLACE_NAMES.hits(typed) if hit.rank <= Rank.NAME}


@given(st.text(max_size=12))
def test_whatever_is_typed_is_no_error_and_the_best_comes_first(typed):
    hits = PLACE_NAMES.hits(typed)
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)
    assert len({hit.code for hit in hits}) == len(hits)


@given(st.text(max_size=20))
def test_squeezing_twice_is_squeezing_once(text):
    assert normalise(normalise(text)) == normalise(text)


def test_a_sound_is_that_of_the_word_first():
    assert [sounds[0] for sounds in syllables("重庆六安")] == ["chong", "qing", "lu", "an"]
    assert spells("changzhi", syllables("长治"), exact=True)  # any sound of a character will do
    assert spells("zhongdian", syllables("重点"), exact=True)
    assert not spells("zhong", syllables("重点"), exact=True)
    assert spells("zhongd", syllables("重点"), exact=False)


def test_tones_are_left_out_and_other_figures_kept():
    assert toneless("lv4 an1") == "lvan"
    assert toneless("Lǜ'ān") == "lvan"
    assert toneless("252") == "252"


def test_two_of_one_name_are_told_apart_by_what_they_lie_in(small_facts):
    assert context_label(small_facts, "11", "en") == "prefecture, East Plain, Nowhere"
    assert context_label(small_facts, "11", "zh").startswith("地级，东原省")
    assert enclosing_codes(small_facts, "dogwood-library") == (
        "22",
        *enclosing_codes(small_facts, "22"),
    )


def test_search_never_sees_the_kinds_that_it_was_not_given(small_facts):
    mechanisms = name_index(small_facts.things_of(Mechanism))
    assert mechanisms.meaning("甲城市") is None
    assert mechanisms.meaning("tongyong jieshuka") == "shared-card"


# --- every name of the code list ------------------------------------------------------------

CODE_LIST = Path(__file__).parents[3] / "facts" / "codes" / "gbt2260.csv"


@pytest.fixture(scope="module")
def code_list() -> dict[str, str]:
    with CODE_LIST.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_every_listed_name_is_itself_in_traditional_characters(code_list, script):
    converter = OpenCC(script)
    astray = {
        name: converter.convert(name)
        for name in code_list.values()
        if normalise(converter.convert(name)) != normalise(name)
    }
    assert astray == {}


def test_no_two_listed_names_become_one(code_list):
    assert len({normalise(name) for name in code_list.values()}) == len(set(code_list.values()))


def test_every_listed_name_is_spelled_by_its_own_pinyin(code_list):
    astray = []
    for name in set(code_list.values()):
        spelled = "".join(lazy_pinyin(name)).replace("ü", "v")
        if not spells(toneless(spelled), syllables(name), exact=True):
            astray.append(name)
    assert astray == []


@pytest.mark.parametrize("typed", ["乾县", "乾縣", "qianxian", "Qianxian County"])
def test_a_name_whose_character_is_simplified_elsewhere_is_found(typed):
    places = [*PLACES, place("610424", "乾县", "Qianxian County", "county")]
    assert name_index(places).meaning(typed) == "610424"
