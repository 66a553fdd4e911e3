"""Drafts of what lies in what, for invented places."""

from __future__ import annotations

from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band
from tests.drafting.drafters.made_up_article import cells_of, made_up_article


def pairs(sentence: str) -> list[tuple[str, str, str]]:
    return [(c["part"], c["whole"], c["stance"]) for c in cells_of(sentence, "within")]


def test_a_place_right_behind_its_whole_lies_in_it():
    assert ("1010", "10", "stated") in pairs("甲乙省丙丁市放风筝")


def test_a_verb_of_location_tells_the_whole():
    assert ("101010", "1010", "stated") in pairs("戊己县隶属于丙丁市")


def test_an_organisation_lies_in_the_place_of_its_name():
    assert ("new:戊己县中医院", "101010", "stated") in pairs("戊己县中医院放风筝")


def test_each_pair_is_drafted_once():
    drafted = pairs("甲乙省丙丁市放风筝，甲乙省丙丁市收风筝")
    assert len(drafted) == len(set(drafted))


def test_a_border_is_with_a_region_one_does_not_lie_in():
    assert cells_of("戊己县地处山上", "borders") == []


def test_an_organisation_named_after_its_place_is_sure():
    drafts = draft_text(made_up_article("戊己县中医院放风筝"))
    bands = {d.cell("part"): d.band for d in drafts if d.kind == "within"}
    assert bands["new:戊己县中医院"] is Band.SURE
    assert bands["101010"] is not Band.SURE


def test_a_neighbour_borders_the_place_that_the_article_speaks_of_most():
    (cells,) = cells_of("戊己县放风筝，戊己县种树，隔壁的庚辛县也种", "borders")
    assert (cells["one"], cells["other"], cells["stance"]) == ("101010", "101020", "implied")


def test_a_place_behind_the_word_for_a_border_or_behind_with_borders_the_subject():
    (cells,) = cells_of("戊己县东邻庚辛县", "borders")
    assert (cells["one"], cells["other"], cells["stance"]) == ("101010", "101020", "stated")
    (cells,) = cells_of("戊己县与庚辛县一河之隔", "borders")
    assert {cells["one"], cells["other"]} == {"101010", "101020"}
