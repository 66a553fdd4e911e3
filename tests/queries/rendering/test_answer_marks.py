"""Charts: only what can be compared shares an axis, and what is left out is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from ontology.schema.kinds import Bound, Stance
from queries.catalogue import ChartType, ColumnType, Question, question, questions
from queries.rendering.answer_marks import MAX_MARKS, Marks, marks

CHARTED = [one for one in questions().values() if one.chart is not None]
NUMBERS = (ChartType.AMOUNTS, ChartType.FIGURES)


def marks_of(
    facts: Facts, one: Question, *rows: dict[str, Cell], language: str = "en"
) -> Marks | None:
    keys = tuple(column.key for column in one.columns)
    answer = Answer(keys, tuple(tuple(row.get(key) for key in keys) for row in rows))
    return marks(facts, answer, one, language)


def figure(subject: str, value: float, unit: str = "vehicle", **more: Cell) -> dict[str, Cell]:
    given: dict[str, Cell] = {"bound": "=", "stance": "stated"}
    return given | {"subject": subject, "value": value, "unit": unit, **more}


@pytest.mark.parametrize("one", CHARTED, ids=lambda one: one.key)
def test_a_chart_places_its_marks_by_a_column_that_can(one):
    types = {column.key: column.type for column in one.columns}
    numbers = one.chart.type in NUMBERS
    assert types[one.chart.value] is (ColumnType.NUMBER if numbers else ColumnType.DATE)
    if one.chart.type is ChartType.FIGURES:
        assert {"unit", "per"} <= {*one.chart.panel}
        assert {"bound", "unit", "per", "baseline", "stance"} <= types.keys()


def test_figures_of_different_units_never_share_an_axis(small_facts):
    found = marks_of(
        small_facts,
        question("figures_of_indicator"),
        figure("11", 30),
        figure("23", 2, "volume"),
        figure("12", 4, "volume", per="year"),
    )
    assert [mark.panel for mark in found.marks] == ["vehicles", "volumes", "volumes / year"]


def test_a_bound_stays_a_bound(small_facts):
    rows = [
        figure("11", 30, bound=str(bound), period=str(2000 + i)) for i, bound in enumerate(Bound)
    ]
    found = marks_of(small_facts, question("figures_of_indicator"), *rows)
    assert [mark.bound for mark in found.marks] == list(Bound)
    assert [mark.text.rpartition("30")[0] for mark in found.marks] == [
        "", "≈ ", "< ", "≤ ", "> ", "≥ "
    ]  # fmt: skip
    assert found.marks[0].label == "Alder · 2000"


def test_a_plan_says_so_and_a_denial_is_no_mark(small_facts):
    found = marks_of(
        small_facts,
        question("figures_of_indicator"),
        figure("11", 30),
        figure("23", 2, stance="planned"),
        figure("12", 9, stance="denied"),
        language="zh",
    )
    assert [mark.stance for mark in found.marks] == [Stance.STATED, Stance.PLANNED]
    assert found.marks[1].text.endswith("· 计划") and found.denied_count == 1


def test_amounts_are_ordered_from_the_most(small_facts):
    one = question("widely_taken_up")
    rows = ({"mechanism": "lending", "places": 2}, {"mechanism": "mobile-library", "places": 3})
    found = marks_of(small_facts, one, *rows)
    assert [mark.value for mark in found.marks] == [3, 2]


def test_dates_are_intervals_in_order_and_the_undated_are_counted(small_facts):
    one = question("who_took_up")
    rows = (
        {"adopter": "11", "since": "2001", "stance": "stated"},
        {"adopter": "12", "since": "1999/..", "stance": "implied"},
        {"adopter": "21", "since": None, "stance": "stated"},
        {"adopter": "22", "since": "once", "stance": "stated"},
    )
    found = marks_of(small_facts, one, *rows)
    days = [(mark.label, mark.earliest, mark.latest) for mark in found.marks]
    assert days == [
        ("Birch", date(1999, 1, 1), None),
        ("Alder", date(2001, 1, 1), date(2001, 12, 31)),
    ]
    assert found.marks[0].text == "since 1999 · implied"
    assert found.undated_count == 2


def test_one_mark_compares_nothing(small_facts):
    one = question("figures_of_indicator")
    assert marks_of(small_facts, one, figure("11", 30)) is None
    changed = marks_of(small_facts, one, figure("11", 30, baseline=20))
    assert changed.marks[0].baseline == 20


def test_a_question_without_a_chart_has_none(small_facts):
    plain = replace(question("widely_taken_up"), chart=None)
    assert marks_of(small_facts, plain, {"mechanism": "lending", "places": 2}) is None


def test_what_finds_no_room_is_counted(small_facts):
    one = question("widely_taken_up")
    rows = [{"mechanism": f"m{number}", "places": number} for number in range(MAX_MARKS + 7)]
    found = marks_of(small_facts, one, *rows)
    assert (len(found.marks), found.no_room_count) == (MAX_MARKS, 7)
    assert min(mark.value for mark in found.marks) == 7
