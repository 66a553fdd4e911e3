"""Drafts of ties between invented parties."""

from __future__ import annotations

from tests.drafting.drafters.made_up_article import cells_of


def test_a_quoted_model_on_the_basis_of_another_is_made_from_it():
    (cells,) = cells_of("戊己县在“大风筝”的基础上形成“小风筝”", "derived_from")
    assert (cells["model"], cells["origin"]) == ("new:“小风筝”", "new:“大风筝”")


def test_who_leads_is_a_member():
    (cells,) = cells_of("戊己县中医院放飞风筝，由庚辛县中医院牵头", "member_of")
    assert cells["member"] == "new:庚辛县中医院"
    assert (cells["group"], cells["role"]) == ("new:戊己县中医院", "lead")


def test_who_joins_is_a_member():
    (cells,) = cells_of("戊己县中医院加入风筝联盟", "member_of")
    assert (cells["member"], cells["group"]) == ("new:戊己县中医院", "new:风筝联盟")


def test_two_parties_and_a_verb_of_cooperation_cooperate():
    (cells,) = cells_of("戊己县中医院帮扶庚辛县中医院", "cooperation")
    assert (cells["one"], cells["other"]) == ("new:戊己县中医院", "new:庚辛县中医院")
    assert cells_of("戊己县中医院帮扶各地", "cooperation") == []


def test_two_offices_that_sign_cooperate():
    (cells,) = cells_of("戊己县卫生局与庚辛县卫生局签订协议", "cooperation")
    assert (cells["one"], cells["other"]) == ("new:戊己县卫生局", "new:庚辛县卫生局")
