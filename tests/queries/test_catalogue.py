"""The catalogue reads the query files; what a person types becomes a value or a question back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.model.dataset import ReleasedVersion
from graph.stores.store import Answer
from ontology.labels.labels import choice_name
from ontology.schema.enums import Learning, Stance
from queries import catalogue
from queries.catalogue import (
    BadHeader,
    BadParameter,
    QuestionParameter,
    UnknownQuestion,
    ValueType,
    question,
    questions,
)
from queries.parameters import choices, code_of, example_values, value_of
from queries.rendering.answer_labels import label_answer
from texts.tables import BilingualText

GOOD = """// title = { zh = "问", en = "ask" }
// question = { zh = "问？", en = "Ask?" }
// [parameters.place]
// type = ["Place"]
// zh = "地方"
// en = "Place"
// example = "11"
// [columns]
// name = { type = "text", zh = "名", en = "name" }

MATCH (p:Place {code: $place}) RETURN p.name_en AS name
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Iterator[Path]:
    """A catalogue of its own with one good question."""
    monkeypatch.setattr(catalogue, "QUERY_FOLDER", tmp_path)
    questions.cache_clear()
    (tmp_path / "asked.cypher").write_text(GOOD, encoding="utf-8")
    (tmp_path / "asked.rq").write_text("SELECT ?name {}", encoding="utf-8")
    yield tmp_path
    questions.cache_clear()


def test_a_good_header_is_a_question(folder):
    (asked,) = questions().values()
    assert asked.key == "asked"
    assert asked.title.name("zh") == "问" and asked.question.name("en") == "Ask?"
    assert asked.parameters == (
        QuestionParameter("place", ("Place",), BilingualText("地方", "Place"), "11"),
    )
    assert asked.example() == {"place": "11"}
    assert asked.text("cypher").endswith("AS name\n")
    assert asked.text("sparql") == "SELECT ?name {}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('// title = { zh = "问", en = "ask" }\n', ""),
        ('zh = "问？", ', ""),
        ("// question = {", "// question = "),
        ('// example = "11"\n', ""),
        ('type = "text"', 'type = "picture"'),
        ('type = "text"', 'type = "choice"'),
        ('type = "text"', 'type = "choice", of = ["Mood"]'),
        ('type = ["Place"]', 'type = "Place"'),
        ("// [columns]\n", ""),
        ('// en = "Place"\n', ""),
        ("// title", "title"),
        (
            'en = "name" }\n',
            'en = "name" }\n// chart = { type = "pie", of = ["name"], value = "name" }\n',
        ),
        (
            'en = "name" }\n',
            'en = "name" }\n// [chart]\n// type = "dates"\n// of = ["x"]\n// value = "name"\n',
        ),
    ],
)
def test_a_bad_header_is_refused_with_its_file(folder, old, new):
    assert old in GOOD
    (folder / "asked.cypher").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BadHeader, match="asked.cypher"):
        questions()


def test_a_choice_in_a_header_is_shown_by_its_name(folder, small_facts):
    header = GOOD.replace('type = "text"', 'type = "choice", of = ["Learning", "Stance"]')
    (folder / "asked.cypher").write_text(header, encoding="utf-8")
    (asked,) = questions().values()
    rows = (("stated",), ("visited",), ("of neither",))
    shown = label_answer(small_facts, Answer(("name",), rows), asked, "en")
    assert [row[0] for row in shown.rows] == ["stated", "visited", "of neither"]
    shown = label_answer(small_facts, Answer(("name",), rows), asked, "zh")
    assert [row[0] for row in shown.rows[:2]] == [
        choice_name(Stance.STATED, "zh"),
        choice_name(Learning.VISITED, "zh"),
    ]


def test_a_question_without_its_sparql_is_refused(folder):
    (folder / "asked.rq").unlink()
    with pytest.raises(BadHeader, match="asked.cypher"):
        questions()


def test_a_question_that_is_not_there_is_told():
    with pytest.raises(UnknownQuestion):
        question("who_knows")


@pytest.mark.parametrize("given", [{}, {"town": "11"}, {"place": "11", "town": "12"}])
def test_missing_and_unknown_parameters_are_told_with_those_that_there_are(given):
    with pytest.raises(BadParameter, match="place"):
        question("who_learned_from").values_to_ask_with(given)


# --- what a person types --------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["11", "甲城市", "甲城", "Alder", "alder", "ALDER"])
def test_a_code_or_a_name_in_any_language_is_the_thing(small_facts, typed):
    assert code_of(small_facts, ("Place",), typed) == "11"


def test_the_same_name_is_looked_up_among_the_kinds_asked_for(small_facts):
    with pytest.raises(BadParameter):
        code_of(small_facts, ("Organisation",), "甲城市")


def test_a_code_wins_over_a_name(small_facts):
    assert code_of(small_facts, ("Mechanism",), "lending") == "lending"


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [("Aldr", ["11"]), ("丁", ["22"]), ("城市", ["11", "12", "21", "22"]), ("12a", ["12"])],
)
def test_an_unknown_name_brings_what_is_near(small_facts, typed, candidates):
    with pytest.raises(BadParameter) as error:
        code_of(small_facts, ("Place",), typed)
    for code in candidates:
        assert f"{code} (" in str(error.value)
    assert typed in str(error.value)


def test_a_name_that_two_things_have_is_never_guessed(small_facts):
    twice = small_facts.things["12"].model_copy(update={"alt_names": ("甲城",)})
    from dataclasses import replace

    facts = replace(small_facts, things={**small_facts.things, "12": twice})
    with pytest.raises(BadParameter) as error:
        code_of(facts, ("Place",), "甲城")
    assert "11 (甲城市, Alder, 东原省)" in str(error.value)
    assert "12 (乙城市, Birch" in str(error.value)


def test_where_nothing_is_near_some_of_what_there_is_are_told(small_facts):
    with pytest.raises(BadParameter, match="card-launch .*; reading-congress .*; reading-towns"):
        code_of(small_facts, ("Programme", "Event"), "zzzzzz")
    with pytest.raises(BadParameter, match="…$"):
        code_of(small_facts, ("Place",), "zzzzzz")


def test_the_choices_of_a_parameter_are_all_things_of_its_kinds(small_facts):
    codes = [thing.code for thing in choices(small_facts, ("Programme", "Event"))]
    assert codes == ["card-launch", "reading-congress", "reading-towns"]


@pytest.mark.parametrize(
    ("type", "typed", "value"),
    [
        (ValueType.NUMBER, "3", 3),
        (ValueType.STANCE, "implied", "implied"),
        (ValueType.CLOCK, "date", "date"),
        (ValueType.FIRST_DAY, "2020", "2020-01-01"),
        (ValueType.LAST_DAY, "2020-02", "2020-02-29"),
        (("Place",), "Alder", "11"),
    ],
)
def test_a_value_is_read_by_its_type(small_facts, type, typed, value):
    assert (
        value_of(small_facts, QuestionParameter("x", type, BilingualText("", ""), ""), typed)
        == value
    )


@pytest.mark.parametrize(
    ("type", "day"), [(ValueType.FIRST_DAY, "2026-03-02"), (ValueType.LAST_DAY, "2026-03-01")]
)
def test_a_release_stands_for_its_day_and_as_first_day_for_the_next(small_facts, type, day):
    released = replace(small_facts, releases=(ReleasedVersion("1.0", date(2026, 3, 1)),))
    asked = QuestionParameter("x", type, BilingualText("", ""), "")
    assert value_of(released, asked, "1.0") == day


def test_an_optional_parameter_has_the_value_of_the_example_if_left_out():
    days = {"since": "2001-01-01", "until": "2001-12-31"}
    assert questions()["what_changed_between"].values_to_ask_with(days) == {**days, "clock": "date"}


@pytest.mark.parametrize(
    ("type", "typed"),
    [
        (ValueType.NUMBER, "-1"),
        (ValueType.NUMBER, "many"),
        (ValueType.STANCE, "sure"),
        (ValueType.CLOCK, "release"),
        (ValueType.FIRST_DAY, "1.0"),
        (ValueType.FIRST_DAY, "30年前"),
        (ValueType.FIRST_DAY, "../2020"),
        (ValueType.LAST_DAY, "2020/.."),
        (("Place",), "nobody"),
    ],
)
def test_a_value_that_is_none_of_its_type_is_refused(small_facts, type, typed):
    with pytest.raises(BadParameter):
        value_of(small_facts, QuestionParameter("x", type, BilingualText("", ""), ""), typed)


def test_a_worked_example_of_other_facts_is_refused_with_candidates(small_facts):
    """Else the answer would be an empty table, as if nothing were known of the place."""
    asked = questions()["who_learned_from"]
    assert asked.example()["place"] not in small_facts.things
    with pytest.raises(BadParameter, match=r"350400 → \? 10 \("):
        example_values(small_facts, asked)


def test_a_worked_example_of_these_facts_is_given(real_facts):
    for entry in questions().values():
        assert example_values(real_facts, entry) == entry.example()


def test_candidates_of_one_name_are_told_apart_by_more_than_their_code(small_facts):
    things = dict(small_facts.things)
    for code in ("11", "21"):
        things[code] = things[code].model_copy(update={"name_zh": "同名", "name_en": "Same"})
    with pytest.raises(BadParameter) as error:
        code_of(replace(small_facts, things=things), ["Place"], "同名")
    candidates = [text.split(" (", 1)[1] for text in str(error.value).split("; ")]
    assert len(candidates) == len(set(candidates)) == 2
