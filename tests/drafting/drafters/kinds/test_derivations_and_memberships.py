"""Drafts of ties between invented parties."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of


def test_a_quoted_model_on_the_basis_of_another_is_made_from_it():
    (cells,) = cells_of("戊己县在“大风筝”的基础上形成“小风筝”", "derived_from")
    assert (cells["model"], cells["origin"]) == ("new:“小风筝”", "new:“大风筝”")


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县把“大风筝”搬了过来，改名叫“小风筝”",
        "戊己县的“小风筝”脱胎于“大风筝”",
        "戊己县借鉴庚辛县的“大风筝”，推出了“小风筝”",
        "戊己县有“大风筝”。大风筝后来演变成“小风筝”",
        "“小风筝”最早是从庚辛县的“大风筝”发展而来的",
    ],
)
def test_a_model_is_made_from_another_in_many_words(sentence):
    (cells,) = cells_of(sentence, "derived_from")
    assert cells["model"].strip("new:“”") == "小风筝"
    assert cells["origin"].strip("new:“”") == "大风筝"


def test_what_a_place_has_is_the_origin_of_a_model():
    (cells,) = cells_of("庚辛县的风筝平台被改成了“小风筝”", "derived_from")
    assert (cells["model"], cells["origin"]) == ("new:“小风筝”", "new:风筝平台")


@pytest.mark.parametrize(
    "sentence",
    [
        "有人说戊己县的“小风筝”脱胎于“大风筝”",
        "戊己县的“小风筝”比“大风筝”早",
        "戊己县放飞“大风筝”，借鉴各地，放飞“小风筝”",
    ],
)
def test_hearsay_and_names_that_nothing_joins_make_no_origin(sentence):
    assert cells_of(sentence, "derived_from") == []


def test_who_leads_is_a_member():
    (cells,) = cells_of("戊己县中医院放飞风筝，由庚辛县中医院牵头", "member_of")
    assert cells["member"] == "new:庚辛县中医院"
    assert (cells["group"], cells["role"]) == ("new:戊己县中医院", "lead")


def test_who_joins_is_a_member():
    (cells,) = cells_of("戊己县中医院加入风筝联盟", "member_of")
    assert (cells["member"], cells["group"]) == ("new:戊己县中医院", "new:风筝联盟")


def test_the_members_of_a_group_are_listed_behind_its_name():
    sentence = "戊己县风筝集团很大，成员包括戊己县中医院、庚辛县中医院和7家驿站"
    members = cells_of(sentence, "member_of")
    assert [(c["member"], c["group"]) for c in members] == [
        ("new:戊己县中医院", "new:戊己县风筝集团"),
        ("new:庚辛县中医院", "new:戊己县风筝集团"),
    ]


def test_who_joins_a_group_named_before_is_its_member():
    sentence = "戊己县组建了风筝医疗集团，庚辛县中医院等7家单位加入"
    (cells,) = cells_of(sentence, "member_of")
    assert cells["member"] == "new:庚辛县中医院"
    assert cells["group"].endswith("风筝医疗集团")
