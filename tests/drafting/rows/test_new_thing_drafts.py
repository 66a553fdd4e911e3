"""Drafts of new things: one for each name, with what is known of it and nothing else."""

from dataclasses import replace

import pytest

from drafting.drafts.draft import Band, Draft, draft_span, filled_cells
from drafting.rows.listed_places import english_name, listed_place
from drafting.rows.new_thing_drafts import new_thing_drafts
from graph.model.dataset import ListedPlace

LIST = "Nowhere Register"
RAW = "己县学习丙城市的“月光书屋”。月光书屋设在己县。"


def draft(kind, band=Band.LOOK, start=0, **cells):
    return Draft(
        kind,
        "moon-notes",
        filled_cells(cells),
        (draft_span(RAW, start, start + 5),),
        band,
        "rules 1",
    )


def rows(facts, *drafts):
    return [(new.kind, dict(new.cells)) for new in new_thing_drafts(facts, drafts)]


def test_a_new_model_has_one_draft_at_the_first_passage_that_names_it(small_facts):
    first = draft("has_model", holder="21", model="new:“月光书屋”", stance="stated")
    second = draft("has_model", start=9, holder="22", model="new:“月光书屋”", stance="stated")
    [model] = new_thing_drafts(small_facts, [first, second])
    assert (model.kind, dict(model.cells)) == (
        "reform_model",
        {"code": "yue-guang-shu-wu", "name_zh": "“月光书屋”"},
    )
    assert model.spans == first.spans
    assert (model.source, model.band, model.drafted_by) == ("moon-notes", Band.LOOK, "rules 1")


def test_a_listed_place_has_the_cells_of_its_list(small_facts):
    lesson = draft("learned_from", learner="24", teacher="21", how="learned", stance="stated")
    [(kind, cells)] = rows(small_facts, lesson)
    assert kind == "place"
    assert cells["code"] == "24" and cells["name_zh"] == "己县"
    assert cells["code_system"] == "Nowhere Register"


def test_places_and_organisations_are_told_apart_by_the_last_letters(small_facts):
    parts = draft("within", part="new:月光图书馆", whole="new:晨光镇", stance="stated")
    assert [kind for kind, _ in rows(small_facts, parts)] == ["organisation", "place"]


def test_codes_of_names_alike_are_not_the_same(small_facts):
    one = draft("has_model", holder="21", model="new:月光", stance="stated")
    two = draft("designation", designee="21", programme="new:“月光”", stance="stated")
    codes = [cells["code"] for _, cells in rows(small_facts, one, two)]
    assert codes == ["yue-guang", "yue-guang-2"]


def test_things_that_are_there_and_words_that_are_no_name_have_no_draft(small_facts):
    there = draft("adoption", adopter="21", mechanism="night-opening", stance="stated")
    guess = draft("adoption", Band.GUESS, adopter="21", mechanism="new:设在己县", stance="stated")
    figure = draft("measurement", subject="21", indicator="new:书的册数", stance="stated")
    praise = draft("endorsement", endorser="21", endorsed="new:月光", stance="stated")
    assert rows(small_facts, there, guess, figure, praise) == []


def test_the_place_that_a_code_list_lies_in_has_a_draft_with_its_code(small_facts):
    """The folder has a list of provinces, and neither its country nor a list of countries."""
    places = {code: p for code, p in small_facts.dataset.code_lists[LIST].items() if code != "NW"}
    things = {code: thing for code, thing in small_facts.things.items() if code != "NW"}
    dataset = replace(small_facts.dataset, code_lists={LIST: places})
    facts = replace(small_facts, dataset=dataset, things=things)
    parts = draft("within", part="20", whole="NW", stance="implied")
    assert ("place", {"code": "NW"}) in rows(facts, parts)
    nowhere = draft("within", part="20", whole="elsewhere", stance="implied")
    assert ("place", {"code": "elsewhere"}) not in rows(facts, nowhere)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("中国", "Zhongguo"),
        ("西安市", "Xi'an"),
        ("西湖区", "Xihu District"),
        ("赵县", "Zhaoxian"),
        ("广西壮族自治区", "Guangxi"),
    ],
)
def test_a_listed_place_has_its_english_name_by_the_rules_of_place_names(name, english):
    assert english_name(name) == english


@pytest.mark.parametrize(
    ("code", "level"), [("360000", "province"), ("360600", "prefecture"), ("360603", "county")]
)
def test_the_code_of_a_listed_place_says_its_level_in_a_folder_without_places(
    small_facts, code, level
):
    listed = {"GB/T 2260": {code: ListedPlace("虚构地", None)}}
    dataset = replace(small_facts.dataset, code_lists=listed)
    assert listed_place(replace(small_facts, dataset=dataset, things={}), code)["level"] == level
