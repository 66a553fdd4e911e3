"""Organisations of invented places."""

from __future__ import annotations

from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.organisations import organisations, standard_name
from drafting.recognition.places import places

MADE_UP = Gazetteer({"10": "甲乙省", "1010": "丙丁市"}, {"10": "X", "1010": "10"}, {})


def written_names(text: str) -> list[str]:
    return [o.words for o in organisations(text, places(text, MADE_UP), {})]


def test_a_name_reaches_from_its_place_to_its_last_word():
    assert written_names("丙丁市中医院放风筝") == ["丙丁市中医院"]


def test_a_sort_of_organisation_is_no_name():
    assert written_names("各级公立医院放风筝") == []
    assert written_names("每个村卫生室和国内知名医院放风筝") == []


def test_a_verb_before_a_sort_of_organisation_makes_no_name():
    assert written_names("逐步取消公立医院，严格医院的风筝，鼓励商业保险公司放风筝") == []
    assert written_names("若干所二级医院和过去一些卫生院放风筝") == []
    assert written_names("推进丙丁市中医院放风筝") == ["丙丁市中医院"]


def test_offices_and_departments_are_organisations():
    assert written_names("丙丁市统计局和甲乙省发改委放风筝") == ["丙丁市统计局", "甲乙省发改委"]
    assert written_names("省卫生行政部门放风筝") == ["省卫生行政部门"]
    assert written_names("各级行政部门和有关主管部门放风筝") == []
    assert standard_name("甲乙省发改委") == "甲乙省发展和改革委员会"


def test_a_government_speaks_for_its_place():
    text = "丙丁市人民政府放风筝"
    (government,) = organisations(text, places(text, MADE_UP), {})
    assert government.speaks_for_place


def test_short_last_words_are_written_in_full():
    assert standard_name("丙丁市卫健委").endswith("委员会")


def test_the_one_hospital_of_a_county_is_named_by_its_level():
    assert written_names("到县医院看风筝") == ["县医院"]
    assert written_names("到市医院看风筝") == []


def test_a_region_is_a_level_and_an_ordinal_is_no_sort():
    assert written_names("自治区财政厅放风筝") == ["自治区财政厅"]
    assert written_names("丙丁市第一医院放风筝") == ["丙丁市第一医院"]


def test_a_name_does_not_reach_over_another_to_a_level():
    assert written_names("县中医院拜省中医院为师") == ["县中医院", "省中医院"]
    assert written_names("丙丁市中医院会诊，写进省卫生健康委的简报") == [
        "丙丁市中医院",
        "省卫生健康委",
    ]
    assert written_names("外省人民医院") != ["省人民医院"]


def test_a_party_committee_is_named_by_its_level_and_a_periodical_by_its_title():
    assert written_names("市委放风筝，《风筝》杂志报道") == ["市委", "《风筝》杂志"]


def test_a_verb_between_two_hospitals_parts_them():
    assert written_names("丙丁市中医院帮丙丁市人民医院放风筝") == ["丙丁市中医院", "丙丁市人民医院"]
    assert written_names("甲乙省人民医院丙丁市医院放风筝") == ["甲乙省人民医院丙丁市医院"]


def test_newspapers_are_organisations_and_briefings_are_not():
    assert written_names("《甲乙风筝报》和《风筝简报》都写了") == ["甲乙风筝报"]


def test_a_letter_that_ends_other_names_may_stand_in_a_name():
    assert written_names("云朵大学同济医学院放风筝") == ["云朵大学同济医学院"]
    assert written_names("丙丁市协和医院放风筝") == ["丙丁市协和医院"]


def test_words_around_a_count_or_a_verb_belong_to_no_name():
    assert written_names("丙丁市中医院共建互联网医院") == ["丙丁市中医院"]
    assert written_names("把师傅派到各个卫生院，100名左右乡镇卫生院院长放风筝") == []
