"""Drafts of adoptions by invented places."""

from __future__ import annotations

from drafting.drafters.draft_text import draft_text
from tests.drafting.drafters.made_up_article import cells_of, made_up_article


def test_a_deed_without_a_known_mechanism_proposes_a_new_one():
    cells = cells_of("戊己县设立云朵仓库", "adoption")
    assert {"adopter": "101010", "mechanism": "new:云朵仓库"}.items() <= cells[0].items()


def test_the_items_of_a_list_are_mechanisms_each():
    mechanisms = [c["mechanism"] for c in cells_of("戊己县建立云朵仓库、雨滴银行", "adoption")]
    assert {"new:云朵仓库", "new:雨滴银行"} <= set(mechanisms)


def test_an_organisation_adopts_and_is_carried_on_in_its_sentence():
    cells = cells_of("戊己县中医院推行风筝传信制度，建立云朵仓库", "adoption")
    assert [c["adopter"] for c in cells[:2]] == ["new:戊己县中医院"] * 2


def test_what_is_planned_or_denied_is_no_deed():
    assert cells_of("戊己县计划推行风筝传信制度", "adoption")[0]["stance"] == "planned"
    assert cells_of("戊己县尚未推行风筝传信制度", "adoption")[0]["stance"] == "denied"


def test_the_count_of_what_is_done_is_no_part_of_its_name():
    assert cells_of("戊己县组织一批云朵采购", "adoption")[0]["mechanism"] == "new:云朵采购"


def test_a_deed_like_a_known_mechanism_may_be_a_new_one():
    (draft,) = (
        d
        for d in draft_text(made_up_article("戊己县推行风筝传话制度"))
        if d.cell("mechanism") == "kites"
    )
    assert dict(draft.candidates)["mechanism"] == ("kites", "new:风筝传话制度")


def test_a_clause_without_a_verb_of_deeds_counts_if_it_is_like_a_known_mechanism():
    cells = cells_of("戊己县用风筝传话的制度", "adoption")
    assert cells[0]["mechanism"] == "kites"
    assert cells_of("戊己县云朵很多", "adoption") == []


def test_a_second_deed_like_the_same_mechanism_is_a_new_one():
    cells = cells_of("戊己县推行风筝传话制度、风筝传信的办法", "adoption")
    mechanisms = [c["mechanism"] for c in cells]
    assert sorted(mechanisms)[:2] == ["kites", "new:风筝传信的办法"]


def test_who_taught_a_lesson_does_what_was_learned():
    cells = cells_of("戊己县借鉴庚辛县的风筝传信制度", "adoption")
    taught = [c for c in cells if c["adopter"] == "101020"]
    assert [(c["mechanism"], c["stance"]) for c in taught] == [("kites", "implied")]


def test_a_deed_in_places_is_theirs_rather_than_the_subjects():
    cells = cells_of("丙丁市在戊己县、庚辛县推行风筝传信制度", "adoption")
    assert {c["adopter"] for c in cells if c["mechanism"] == "kites"} == {"101010", "101020"}


def test_a_clause_of_time_purpose_or_condition_states_no_deed():
    for clause in ("为了建立雨滴银行", "在推行风筝传信制度的过程中", "只有推行风筝传信制度"):
        assert cells_of(f"{clause}，戊己县开展晴天行动", "adoption")[0]["local_name"] == "晴天行动"
