"""Drafts of designations of invented places."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of


def designations(sentence: str) -> list[tuple[str, str]]:
    """Designee and programme of each draft of an invented sentence."""
    return [(c["designee"], c["programme"]) for c in cells_of(sentence, "designation")]


def test_a_verb_of_naming_and_a_programme_are_a_designation():
    (cells,) = cells_of("2021年8月，戊己县入选风筝综合试验区", "designation")
    assert (cells["designee"], cells["programme"]) == ("101010", "new:风筝综合试验区")
    assert cells["when"] == "2021-08"
    assert cells_of("戊己县获得一只风筝", "designation") == []


def test_an_organisation_that_is_spoken_of_is_named_rather_than_its_place():
    assert designations("戊己县中医院通过风筝安全评审") == [
        ("new:戊己县中医院", "new:风筝安全评审")
    ]


@pytest.mark.parametrize(
    "sentence", ["全省确定戊己县、庚辛县为风筝试点县", "全省在戊己县、庚辛县2个县开展风筝试点"]
)
def test_each_place_of_a_row_is_named(sentence):
    assert {designee for designee, _ in designations(sentence)} == {"101010", "101020"}
    assert all(programme.startswith("new:风筝试点") for _, programme in designations(sentence))


def test_who_is_a_place_of_a_programme_is_named_for_it():
    assert designations("戊己县也是全国首批风筝示范县") == [("101010", "new:全国首批风筝示范县")]
    assert designations("戊己县是风筝最多的县") == []


def test_two_programmes_in_a_row_are_two_designations():
    programmes = [programme for _, programme in designations("戊己县获评风筝示范县、云朵先进县")]
    assert programmes == ["new:风筝示范县", "new:云朵先进县"]


def test_the_lines_below_the_title_of_a_list_are_named_for_it():
    lines = "戊己县放飞风筝\n附件：放飞风筝示范县名单\n1．戊己县\n庚辛县 丙丁市\n这一行说的是别的"
    assert {programme for _, programme in designations(lines)} == {"new:放飞风筝示范县"}
    assert [designee for designee, _ in sorted(designations(lines))] == ["1010", "101010", "101020"]
    assert designations(lines.replace("名单", "候选名单")) == []
