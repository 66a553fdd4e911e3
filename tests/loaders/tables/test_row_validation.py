"""One row into one value, or into all of its faults."""

from __future__ import annotations

from decimal import Decimal

import pytest

from loaders.tables.csv_table import TableRow
from loaders.tables.faults import Fault
from loaders.tables.row_validation import read_row
from ontology.schema.kinds import Bound, Kind, LearnedFrom, Measurement, Mechanism, Stance

GOOD = {
    "subject": "11",
    "indicator": "vans",
    "value": "3",
    "value_written": "3辆",
    "bound": "=",
    "unit": "vehicle",
    "source": "north-daily",
    "start": "0",
    "end": "9",
    "sha256": "ab" * 32,
    "stance": "stated",
    "curator": "test",
    "accepted": "2026-01-02",
}


def read(**changed: str | None) -> Kind | list[Fault]:
    cells = {name: value for name, value in (GOOD | changed).items() if value is not None}
    return read_row(TableRow("measurement.csv", 7, cells, tuple(GOOD)), Measurement)


def good(**changed: str | None) -> Measurement:
    figure = read(**changed)
    assert isinstance(figure, Measurement)
    return figure


def faults_of(**changed: str | None) -> list[Fault]:
    found = read(**changed)
    assert isinstance(found, list)
    return found


def test_a_good_row_is_its_value():
    figure = good()
    assert (figure.value, figure.bound, figure.stance) == (3, Bound.EQUAL, Stance.STATED)


def test_an_empty_cell_is_an_absent_value():
    assert good().per is None
    assert good().also_at == ()


def test_a_number_keeps_its_digits():
    assert str(good(value="31.50").value) == str(Decimal("31.50"))


def test_several_values_in_a_cell_are_read_apart():
    cells = {"code": "a", "name_zh": "甲", "name_en": "A", "broader": "b|c"}
    mechanism = read_row(TableRow("mechanism.csv", 2, cells, tuple(cells)), Mechanism)
    assert isinstance(mechanism, Mechanism)
    assert mechanism.broader == ("b", "c")


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("subject", None, "missing_field"),
        ("subject", "三明", "bad_code"),
        ("value", "1,860", "bad_number"),
        ("value", "１２", "bad_number"),
        ("start", "ten", "bad_number"),
        ("period", "30年前", "bad_date"),
        ("accepted", "2026-13-45", "bad_day"),
        ("bound", "≈", "not_a_choice"),
        ("sha256", "xyz", "bad_hash"),
        ("also_at", "1-2", "bad_span"),
        ("value_written", "长" * 41, "too_long_written"),
    ],
)
def test_each_rule_tells_where_and_what(column, value, rule):
    (fault,) = faults_of(**{column: value})
    assert (fault.file, fault.line, fault.column, fault.rule) == (
        "measurement.csv",
        7,
        column,
        rule,
    )
    assert fault.position == (tuple(GOOD).index(column) + 1 if column in GOOD else 0)
    for language in ("zh", "en"):
        message = fault.message(language)
        assert "{" not in message
        if value and rule != "too_long_written":
            assert value in message


def test_a_wrong_choice_is_told_with_the_nearest():
    (fault,) = faults_of(stance="state")
    assert fault.choices[0] == "stated"


def test_only_the_wrong_part_of_a_cell_is_quoted():
    (fault,) = faults_of(also_at=f"1-2:{'ab' * 32}|oops")
    assert fault.values["value"] == "oops"


def test_a_quotation_of_exactly_the_limit_is_no_fault():
    assert isinstance(read(value_written="长" * 40), Measurement)


def test_all_faults_of_a_row_are_told_at_once():
    faults = faults_of(
        subject=None, value="many", bound="?", period="soon", value_written="长" * 41
    )
    assert {(fault.column, fault.rule) for fault in faults} == {
        ("subject", "missing_field"),
        ("value", "bad_number"),
        ("bound", "not_a_choice"),
        ("period", "bad_date"),
        ("value_written", "too_long_written"),
    }


def lesson_of(when: str, accepted: str) -> LearnedFrom:
    """The lesson of a row with these dates."""
    ends = ("learner", "teacher", "how", "when")
    columns = (*ends, "source", "start", "end", "sha256", "stance", "curator", "accepted")
    texts = ("a", "b", "learned", when, "s", "0", "1", "0" * 64, "stated", "me", accepted)
    row = TableRow("learned_from.csv", 2, dict(zip(columns, texts, strict=True)), columns)
    lesson = read_row(row, LearnedFrom)
    assert isinstance(lesson, LearnedFrom)
    return lesson


@pytest.mark.parametrize("saved", ["2026/1/2", "2026-1-2", "2026.1.2", "2026-01-02"])
def test_a_day_is_read_as_spreadsheets_save_it(saved):
    lesson = lesson_of(saved, saved)
    assert (lesson.when, lesson.accepted.isoformat()) == ("2026-01-02", "2026-01-02")


@pytest.mark.parametrize("interval", ["2012/2014", "2021-08/2021-12", "../2024-11"])
def test_an_interval_is_not_taken_for_a_day_of_a_spreadsheet(interval):
    assert lesson_of(interval, "2026-1-2").when == interval
