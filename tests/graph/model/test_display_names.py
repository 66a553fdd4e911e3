"""No two things are called the same where a reader sees them."""

from __future__ import annotations

from graph.model.dataset import Dataset, ListedPlace
from graph.model.display_names import display_names
from graph.model.facts import build_facts
from ontology.schema.kinds import Mechanism, Place, PlaceLevel, Thing

SYSTEM = "register"
LISTED_PLACES = {
    "100000": ListedPlace("甲省", None),
    "110000": ListedPlace("甲市", "100000"),
    "120000": ListedPlace("乙市", "100000"),
    "110100": ListedPlace("鼓楼区", "110000"),
    "120100": ListedPlace("鼓楼区", "120000"),
    "120200": ListedPlace("鼓楼区", "120000"),
}
DATASET = Dataset(
    "题", "Title", "CC0-1.0", "https://example.org/x/", code_lists={SYSTEM: LISTED_PLACES}
)


def district(code: str) -> Place:
    return Place(
        code=code,
        name_zh="鼓楼区",
        name_en="Gulou District",
        level=PlaceLevel.COUNTY,
        code_system=SYSTEM,
    )


def by_code(*things: Thing) -> dict[str, Thing]:
    return {thing.code: thing for thing in things}


def test_a_name_of_its_own_stays_as_it_is():
    assert display_names(DATASET, by_code(district("110100")), "zh") == {"110100": "鼓楼区"}


def test_places_of_one_name_carry_what_they_lie_in():
    things = by_code(district("110100"), district("120100"))
    names = display_names(DATASET, things, "zh")
    assert names == {"110100": "鼓楼区（甲市）", "120100": "鼓楼区（乙市）"}


def test_what_the_code_list_names_in_one_language_only_gives_the_code_in_the_other():
    things = by_code(district("110100"), district("120100"))
    names = display_names(DATASET, things, "en")
    assert names == {
        "110100": "Gulou District (110100)",
        "120100": "Gulou District (120100)",
    }


def test_a_container_that_is_a_thing_is_named_in_both_languages():
    city = Place(
        code="110000",
        name_zh="甲市",
        name_en="Aspen",
        level=PlaceLevel.PREFECTURE,
        code_system=SYSTEM,
    )
    things = by_code(district("110100"), district("120100"), city)
    assert display_names(DATASET, things, "en")["110100"] == "Gulou District (Aspen)"


def test_places_of_one_name_in_one_container_carry_their_codes():
    things = by_code(district("120100"), district("120200"), district("110100"))
    names = display_names(DATASET, things, "zh")
    assert names == {
        "110100": "鼓楼区（甲市）",
        "120100": "鼓楼区（120100）",
        "120200": "鼓楼区（120200）",
    }


def test_things_of_two_kinds_carry_their_kinds():
    mechanism = Mechanism(code="m", name_zh="鼓楼区", name_en="Gulou District")
    names = display_names(DATASET, by_code(district("110100"), mechanism), "zh")
    assert names == {"110100": "鼓楼区（甲市）", "m": "鼓楼区（机制）"}


def test_no_two_real_things_are_called_the_same(real_facts):
    for language in ("zh", "en"):
        names = [real_facts.display_name(code, language) for code in real_facts.things]
        assert len(set(names)) == len(names)


def test_the_facts_give_the_display_name():
    facts = build_facts(DATASET, [district("110100"), district("120100")], [])
    assert facts.display_name("120100", "zh") == "鼓楼区（乙市）"
