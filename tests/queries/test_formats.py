"""An answer as a table, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
import json

import pytest

from graph.defused import defused
from graph.store import Answer
from queries.formats import Format, text, written

ANSWER = Answer(
    ("name", "value", "statements"),
    (("甲城市", 4.2, ["a-1", "b-2"]), (None, 3, []), ("=1+1", None, ["x|y"])),
)


def test_json_keeps_every_type():
    rows = json.loads(written(ANSWER, Format.JSON))
    assert rows[0] == {"name": "甲城市", "value": 4.2, "statements": ["a-1", "b-2"]}
    assert rows[1]["name"] is None


def test_csv_is_read_again_and_runs_nothing():
    table = list(csv.reader(io.StringIO(written(ANSWER, Format.CSV))))
    assert table[0] == ["name", "value", "statements"]
    assert table[1] == ["甲城市", "4.2", "a-1 b-2"]
    assert table[2] == ["", "3", ""]
    assert table[3][0] == "'=1+1"


def test_markdown_keeps_its_columns():
    lines = written(ANSWER, Format.MARKDOWN).splitlines()
    assert lines[1] == "| --- | --- | --- |"
    assert lines[4].endswith("x\\|y |")


def test_a_table_shows_brackets_as_they_are():
    shown = written(Answer(("name",), (("[red]甲[/red]",),)), Format.TABLE)
    assert "[red]甲[/red]" in shown


@pytest.mark.parametrize("format", Format)
def test_every_format_ends_its_last_line_even_if_there_is_no_row(format):
    assert written(Answer(("name",), ()), format).endswith("\n")


@pytest.mark.parametrize("cell", ["=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1"])
def test_what_a_spreadsheet_would_run_is_defused(cell):
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", [-3.5, 7, None, ">=", "=", "甲=乙", "a+b", ""])
def test_other_cells_are_left_as_they_are(cell):
    assert defused(cell) == cell


def test_a_number_stays_a_number_in_csv_and_text_that_runs_does_not():
    rows = ((-3.25, -1e-12, "-1+1"),)
    written_rows = written(Answer(("a", "b", "c"), rows), Format.CSV).splitlines()
    assert written_rows[1] == "-3.25,-1e-12,'-1+1"


def test_cells_as_text():
    assert [text(cell) for cell in (None, 3, ["a", None], {"甲": 1})] == [
        "",
        "3",
        "a ",
        '{"甲": 1}',
    ]
