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
        "戊己县推出“大风筝”升级版，也就是“小风筝”",
        "戊己县试行“小风筝”，并在“大风筝”的基础上加了一条线",
        "戊己县的“小风筝”与“大风筝”一脉相承",
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


def memberships(sentence: str) -> set[tuple[str, str, str]]:
    rows = cells_of(sentence, "member_of")
    return {(c["member"], c["group"].removeprefix("new:"), c["role"]) for c in rows}


def test_who_leads_a_named_group_and_who_joins_it_later():
    text = "戊己县中医院牵头组建山海风筝联盟，庚辛县中医院先后加入"
    assert memberships(text) == {
        ("new:戊己县中医院", "山海风筝联盟", "lead"),
        ("new:庚辛县中医院", "山海风筝联盟", "member"),
    }


def test_who_joins_a_group_that_another_leads():
    text = "戊己县中医院加入由庚辛县中医院牵头的山海风筝联盟"
    assert memberships(text) == {
        ("new:戊己县中医院", "山海风筝联盟", "member"),
        ("new:庚辛县中医院", "山海风筝联盟", "lead"),
    }


def test_founders_of_a_group_are_its_members():
    text = "戊己县、庚辛县终于坐到一起，成立了“山海风筝联盟”"
    members = {("101010", "山海风筝联盟", "member"), ("101020", "山海风筝联盟", "member")}
    assert memberships(text) == members


def test_who_did_not_join_is_denied():
    text = "戊己县、庚辛县成立了“山海风筝联盟”，子丑省受到邀请但没有加入"
    stances = {c["member"]: c["stance"] for c in cells_of(text, "member_of")}
    assert stances == {"101010": "stated", "101020": "stated", "20": "denied"}


def test_two_who_build_a_group_together_cooperate():
    assert memberships("戊己县人民医院与庚辛县人民医院共建山海风筝联盟") == set()


def test_a_group_around_a_hospital_is_led_by_it():
    text = "戊己县成立以戊己县中医院为龙头、庚辛县中医院为成员的戊己县医疗集团"
    assert memberships(text) == {
        ("new:戊己县中医院", "戊己县医疗集团", "lead"),
        ("new:庚辛县中医院", "戊己县医疗集团", "member"),
    }


def test_hospitals_that_are_bundled_or_make_up_a_group_are_its_members():
    members = {
        ("new:戊己县中医院", "戊己县总医院", "member"),
        ("new:戊己县妇幼保健院", "戊己县总医院", "member"),
    }
    bundled = "戊己县把戊己县中医院、戊己县妇幼保健院捆到一起，成立戊己县总医院"
    made_up = "戊己县总医院挂牌，由戊己县中医院、戊己县妇幼保健院和7家卫生院组成"
    assert memberships(bundled) == memberships(made_up) == members


def test_those_asked_to_join_the_alliance_join_the_last_one():
    text = "戊己县、庚辛县成立山海风筝联盟。戊己县种树。力争吸引子丑省加入联盟"
    assert ("20", "山海风筝联盟", "member") in memberships(text)


def test_the_latter_leads_and_others_are_in_it_too():
    text = "戊己县中医院与庚辛县中医院组成山海风筝联盟，由后者牵头，丙丁市中医院也在其中"
    assert memberships(text) == {
        ("new:戊己县中医院", "山海风筝联盟", "member"),
        ("new:庚辛县中医院", "山海风筝联盟", "member"),
        ("new:庚辛县中医院", "山海风筝联盟", "lead"),
        ("new:丙丁市中医院", "山海风筝联盟", "member"),
    }


def test_a_place_is_no_group():
    assert memberships("戊己县种树，报销办法由戊己县医保局牵头研究") == set()
