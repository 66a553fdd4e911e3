"""Drafts of happenings and designations of invented places."""

from __future__ import annotations

from drafting.drafters.draft_text import draft_text
from tests.drafting.drafters.made_up_article import cells_of, made_up_article


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


def test_places_between_the_word_in_and_a_verb_of_visiting_are_visited():
    roles = {c["participant"]: c["role"] for c in cells_of("戊己县在庚辛县深入探访", "happening")}
    assert roles["101020"] == "visited"


def test_a_date_before_an_achievement_is_an_event():
    (cells,) = cells_of("2022年，戊己县获得云朵比赛一等奖", "happening")
    assert (cells["participant"], cells["event"]) == ("101010", "new:戊己县获得云朵比赛一等奖")
    assert cells_of("戊己县获得云朵比赛一等奖", "happening") == []


def test_who_speaks_by_an_office_after_a_meeting_was_told_took_part_in_it():
    meeting = "2023年丙丁市举行云朵发布会。戊己县县长某人介绍"
    (first, second) = cells_of(meeting, "happening")
    assert (first["participant"], second["participant"]) == ("1010", "101010")
    assert second["event"] == first["event"] == "new:2023年丙丁市举行云朵发布会"
    assert cells_of("戊己县县长某人介绍", "happening") == []


def test_parties_named_nearby_are_candidates_for_who_took_part():
    (draft,) = (
        d
        for d in draft_text(made_up_article("戊己县召开风筝大会，庚辛县中医院有话要说"))
        if d.kind == "happening"
    )
    assert dict(draft.candidates)["participant"] == ("101010", "new:庚辛县中医院")
