"""Drafts of happenings and designations of invented places."""

from __future__ import annotations

from tests.drafting.drafters.made_up_article import cells_of


def test_who_a_clause_speaks_of_takes_part_in_its_event():
    (cells,) = cells_of("2023年戊己县召开风筝大会", "happening")
    assert (cells["participant"], cells["role"]) == ("101010", "organiser")
    assert (cells["when"], cells["when_written"]) == ("2023", "2023年")
    assert cells["event"] == "new:2023年戊己县召开风筝大会"


def test_a_place_behind_a_verb_of_visiting_is_visited():
    roles = {c["participant"]: c["role"] for c in cells_of("戊己县赴庚辛县考察", "happening")}
    assert roles == {"101010": "participant", "101020": "visited"}


def test_a_verb_of_naming_and_a_programme_are_a_designation():
    (cells,) = cells_of("2021年8月，戊己县入选风筝综合试验区", "designation")
    assert (cells["designee"], cells["programme"]) == ("101010", "new:风筝综合试验区")
    assert cells["when"] == "2021-08"
    assert cells_of("戊己县获得一只风筝", "designation") == []
