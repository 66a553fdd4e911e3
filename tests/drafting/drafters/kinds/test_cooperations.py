"""Drafts of cooperation between invented parties."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of


def test_two_parties_and_a_verb_of_cooperation_cooperate():
    (cells,) = cells_of("戊己县中医院帮扶庚辛县中医院", "cooperation")
    assert (cells["one"], cells["other"]) == ("new:戊己县中医院", "new:庚辛县中医院")
    assert cells_of("戊己县中医院帮扶各地", "cooperation") == []


def test_two_offices_that_sign_cooperate():
    (cells,) = cells_of("戊己县卫生局与庚辛县卫生局签订协议", "cooperation")
    assert (cells["one"], cells["other"]) == ("new:戊己县卫生局", "new:庚辛县卫生局")


def test_a_place_behind_with_is_a_partner():
    (cells,) = cells_of("戊己县同庚辛县合办风筝基地", "cooperation")
    assert {cells["one"], cells["other"]} == {"101010", "101020"}


@pytest.mark.parametrize(
    "sentence",
    [
        "在庚辛县中医院的大力支持下，戊己县中医院放飞了风筝",
        "戊己县中医院放飞风筝，由庚辛县中医院派驻院长",
        "庚辛县中医院的风筝师长驻戊己县中医院",
        "庚辛县中医院放风筝，三年间为戊己县中医院放了风筝",
    ],
)
def test_two_hospitals_of_a_sentence_work_together(sentence):
    (cells,) = cells_of(sentence, "cooperation")
    assert {cells["one"], cells["other"]} == {"new:戊己县中医院", "new:庚辛县中医院"}


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县中医院、庚辛县中医院放飞风筝",
        "风筝由戊己县中医院牵头，庚辛县中医院去看了",
        "戊己县中医院赴庚辛县中医院学习",
        "戊己县日报报道了庚辛县中医院",
    ],
)
def test_what_is_listed_led_or_learned_is_no_cooperation(sentence):
    assert cells_of(sentence, "cooperation") == []


def test_a_hospital_of_another_place_works_with_the_place_that_it_serves():
    (cells,) = cells_of("丙丁市中医院在戊己县放风筝", "cooperation")
    assert (cells["one"], cells["other"]) == ("new:丙丁市中医院", "101010")
    assert cells_of("戊己县中医院在戊己县放风筝", "cooperation") == []
    assert cells_of("丙丁市中医院赴戊己县考察", "cooperation") == []


def test_offices_of_two_places_cooperate():
    sentence = "戊己县与庚辛县一河之隔。两县医保局一道放风筝"
    (cells,) = cells_of(sentence, "cooperation")
    assert {cells["one"], cells["other"]} == {"new:戊己县医保局", "new:庚辛县医保局"}


def test_the_mechanism_that_the_clause_names_is_what_they_do():
    (cells,) = cells_of("戊己县中医院与庚辛县中医院共建风筝传信制度", "cooperation")
    assert cells["mechanism"] == "kites"


def test_hospitals_that_recognise_each_others_results_cooperate():
    (cells,) = cells_of("戊己县中医院和庚辛县中医院互认风筝", "cooperation")
    assert {cells["one"], cells["other"]} == {"new:戊己县中医院", "new:庚辛县中医院"}


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县从三月起对口支援庚辛县",
        "戊己县与邻近的庚辛县打通风筝航线",
        "戊己县和庚辛县共用一个风筝库",
    ],
)
def test_two_places_help_or_share(sentence):
    (cells,) = cells_of(sentence, "cooperation")
    assert {cells["one"], cells["other"]} == {"101010", "101020"}


def test_a_place_that_relies_on_an_organisation_of_another_place_works_with_it():
    (cells,) = cells_of("戊己县依托庚辛县中医院的风筝师办了风筝站", "cooperation")
    assert {cells["one"], cells["other"]} == {"101010", "new:庚辛县中医院"}
    assert cells_of("戊己县依托戊己县中医院的风筝师办了风筝站", "cooperation") == []


def test_each_partner_of_a_row_has_a_draft():
    rows = cells_of("戊己县中医院与庚辛县中医院、丙丁市中医院合作放风筝", "cooperation")
    assert [row["other"] for row in rows] == ["new:庚辛县中医院", "new:丙丁市中医院"]


def test_offices_of_one_place_act_together_without_cooperating():
    assert cells_of("戊己县财政局和卫生局联合放风筝", "cooperation") == []


def test_the_party_before_with_and_the_one_behind_it_cooperate_not_the_subject():
    sentence = "丙丁市支持戊己县中医院与庚辛县中医院共建风筝站"
    (cells,) = cells_of(sentence, "cooperation")
    assert (cells["one"], cells["other"]) == ("new:戊己县中医院", "new:庚辛县中医院")


def test_a_pair_goes_on_in_its_sentence_and_as_both_parties():
    sentence = "庚辛县中医院与戊己县中医院签订协议，共建风筝站。庚辛县到戊己县，双方互派风筝师"
    pairs = [{c["one"], c["other"]} for c in cells_of(sentence, "cooperation")]
    hospitals = {"new:庚辛县中医院", "new:戊己县中医院"}
    assert pairs == [hospitals, hospitals, {"101010", "101020"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县把戊己县中医院、戊己县妇幼保健院捆到一起，组建戊己县总医院",
        "戊己县中医院加入由庚辛县中医院牵头的风筝联盟",
        "戊己县、庚辛县成立山海风筝联盟",
        "戊己县中医院与庚辛县中医院是否合作，没有人知道",
    ],
)
def test_members_of_a_group_and_open_questions_are_no_cooperation(sentence):
    assert cells_of(sentence, "cooperation") == []
