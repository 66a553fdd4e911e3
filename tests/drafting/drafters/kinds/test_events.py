"""Drafts of happenings of invented places."""

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


def test_places_between_the_word_in_and_a_verb_of_visiting_are_visited():
    roles = {c["participant"]: c["role"] for c in cells_of("戊己县在庚辛县深入探访", "happening")}
    assert roles["101020"] == "visited"


def test_a_date_before_an_achievement_is_an_event():
    (cells,) = cells_of("2022年，戊己县获得云朵比赛一等奖", "happening")
    assert (cells["participant"], cells["event"]) == ("101010", "new:戊己县获得云朵比赛一等奖")
    assert cells_of("戊己县获得云朵比赛一等奖", "happening") == []


def test_what_was_done_on_a_day_is_an_event():
    (cells,) = cells_of("2022年8月，戊己县把七座风筝塔合成一座", "happening")
    assert (cells["participant"], cells["when"]) == ("101010", "2022-08")
    assert cells_of("戊己县把七座风筝塔合成一座", "happening") == []
    assert cells_of("2022年8月，戊己县县长某人表示", "happening") == []


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


def test_a_line_of_a_chronicle_is_an_event():
    drafts = draft_text(made_up_article("戊己县放风筝。\n2017.10 云朵中心放晴\n2018.03 风筝"))
    events = {(d.cell("event"), d.cell("when")) for d in drafts if d.kind == "happening"}
    assert ("new:2017.10 云朵中心放晴", "2017-10") in events


def test_an_office_of_a_row_takes_part_with_the_place_of_the_first():
    cells = cells_of("甲乙省医保局、财政厅召开风筝大会", "happening")
    assert "new:甲乙省财政厅" in {c["participant"] for c in cells}


def test_who_speaks_at_a_meeting_takes_part():
    cells = cells_of("戊己县在会上发言的有庚辛县", "happening")
    assert "101010" in {c["participant"] for c in cells}
