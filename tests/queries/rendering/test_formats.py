"""An answer as a table, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
import json
import math

import pytest

from graph.formats.csv_injection import escape_formula
from graph.stores.store import Answer
from queries.rendering.formats import Format, render, text

ANSWER = Answer(
    ("name", "value", "statements"),
    (("甲城市", 4.2, ["a-1", "b-2"]), (None, 3, []), ("=1+1", None, ["x|y"])),
)


def test_json_keeps_every_type():
    rows = json.loads(render(ANSWER, Format.JSON))
    assert rows[0] == {"name": "甲城市", "value": 4.2, "statements": ["a-1", "b-2"]}
    assert rows[1]["name"] is None


def test_csv_is_read_again_and_runs_nothing():
    table = list(csv.reader(io.StringIO(render(ANSWER, Format.CSV))))
    assert table[0] == ["name", "value", "statements"]
    assert table[1] == ["甲城市", "4.2", "a-1 b-2"]
    assert table[2] == ["", "3", ""]
    assert table[3][0] == "'=1+1"


def test_markdown_keeps_its_columns():
    lines = render(ANSWER, Format.MARKDOWN).splitlines()
    assert lines[1] == "| --- | --- | --- |"
    assert lines[4].endswith("x\\|y |")


def test_a_table_shows_brackets_as_they_are():
    shown = render(Answer(("name",), (("[red]甲[/red]",),)), Format.TABLE)
    assert "[red]甲[/red]" in shown


WIDE_ANSWER = Answer(
    tuple(f"column{i}" for i in range(20)), (tuple(f"word{i}/{'x' * 20}" for i in range(20)),)
)


def test_a_table_that_is_not_for_a_terminal_cuts_no_word():
    shown = render(WIDE_ANSWER, Format.TABLE)
    assert "…" not in shown
    assert all(word in shown for word in (*WIDE_ANSWER.columns, *map(str, WIDE_ANSWER.rows[0])))


def test_a_table_for_a_narrow_terminal_folds_and_loses_nothing(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    answer = Answer(WIDE_ANSWER.columns[:6], (WIDE_ANSWER.rows[0][:6],))
    lines = render(answer, Format.TABLE).splitlines()
    assert max(map(len, lines)) <= 80
    assert "…" not in "".join(lines)
    assert sum(line.count("x") for line in lines) == 6 * 20


def test_numbers_stand_to_the_right_of_a_table():
    shown = render(Answer(("place", "value"), (("a", "3"), ("b", "1250.5"))), Format.TABLE)
    assert [line.split() for line in shown.splitlines()[-3:-1]] == [["a", "3"], ["b", "1250.5"]]
    assert len({len(line.rstrip()) for line in shown.splitlines()[-3:-1]}) == 1


def test_a_number_is_not_broken_on_a_terminal_of_any_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    answer = Answer(tuple("abcd"), (("-0.0001234567890", "12345678.5", "0.5", "1e-10"),))
    assert all(str(cell) in render(answer, Format.TABLE) for cell in answer.rows[0])


@pytest.mark.parametrize("format", Format)
def test_every_format_ends_its_last_line_even_if_there_is_no_row(format):
    assert render(Answer(("name",), ()), format).endswith("\n")


@pytest.mark.parametrize("cell", ["=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1"])
def test_what_a_spreadsheet_would_run_is_defused(cell):
    assert escape_formula(cell) == "'" + cell


@pytest.mark.parametrize("cell", [-3.5, 7, None, ">=", "=", "甲=乙", "a+b", ""])
def test_other_cells_are_left_as_they_are(cell):
    assert escape_formula(cell) == cell


def test_a_number_stays_a_number_in_csv_and_text_that_runs_does_not():
    rows = ((-3.25, -1e-12, "-1+1"),)
    written_rows = render(Answer(("a", "b", "c"), rows), Format.CSV).splitlines()
    assert written_rows[1] == "-3.25,-1e-12,'-1+1"


def test_cells_as_text():
    assert [text(cell) for cell in (None, 3, ["a", None], {"甲": 1})] == [
        "",
        "3",
        "a ",
        '{"甲": 1}',
    ]


def test_json_has_no_infinite_number_and_no_nan():
    cells = (math.inf, -math.inf, [math.nan, {"a": math.inf}], 1.5)
    answer = Answer(("a", "b", "c", "d"), (cells,))

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    (row,) = json.loads(render(answer, Format.JSON), parse_constant=refuse)
    assert row == {"a": "INF", "b": "-INF", "c": ["NaN", {"a": "INF"}], "d": 1.5}
    assert text({"a": math.nan}) == '{"a": "NaN"}'
