"""A comparison in words and as files: the same cells, each with its footnotes."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pytest

from exports.comparison.grid import Grid, figure_grid, mechanism_grid
from exports.comparison.grid_files import comparison_markdown, workbook
from graph.compare.adoption_matrix import SIGNS, Mark, comparison
from graph.compare.indicator_matrix import figure_rows
from graph.model.facts import Facts
from queries.rendering.citations import citation

PLACES = ["11", "12", "22", "23", "hill-road"]
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def grids(held: Facts, language: str) -> list[Grid]:
    return [
        mechanism_grid(held, comparison(held, PLACES), language),
        figure_grid(held, figure_rows(held, PLACES), PLACES, language),
    ]


def entry(grid: Grid, row: str, place: str):
    line = next(line for line in grid.lines if line.key == row)
    return line.entries[grid.codes.index(place)]


def test_a_cell_says_since_when_and_from_whom(small_facts):
    grid = grids(small_facts, "en")[0]
    assert entry(grid, "shared-card", "12").text == "2001 ← Alder"
    assert entry(grid, "shared-card", "11").text == "since 1999"
    assert entry(grid, "lessons", "12").text.startswith("Alder")


def test_what_says_from_whom_is_shown_and_not_counted(small_facts):
    found = entry(grids(small_facts, "en")[0], "shared-card", "12")
    assert found.count == 1 < len(found.statements)


@LANGUAGES
def test_the_legend_tells_a_no_from_a_silence(small_facts, language):
    legend = dict(grids(small_facts, language)[0].legend)
    meanings = [legend[SIGNS[mark]] for mark in Mark]
    assert len(set(meanings)) == len(Mark)


def test_a_figure_is_given_as_written_with_bound_and_baseline(small_facts):
    texts = [e.text for line in grids(small_facts, "en")[1].lines for e in line.entries]
    assert any("120万" in text and "1,200,000" in text and "98.5万" in text for text in texts)
    assert "0.5%" in texts  # an exact figure that says its own value is not said twice


@pytest.mark.parametrize(("language", "said"), [("en", "2辆 (exactly 2)"), ("zh", "2辆")])
def test_a_figure_in_words_of_the_other_language_is_given_as_a_number_too(
    small_facts, language, said
):
    texts = [e.text for line in grids(small_facts, language)[1].lines for e in line.entries]
    assert said in texts


@LANGUAGES
def test_every_footnote_of_the_markdown_is_cited_and_every_mark_has_one(small_facts, language):
    text = comparison_markdown(small_facts, grids(small_facts, language), language)
    noted = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    marked = set(re.findall(r"\[\^(\d+)\](?!: )", text))
    assert noted == [str(number) for number in range(1, len(noted) + 1)]
    assert marked == set(noted)
    for name in [
        SIGNS[Mark.DENIED],
        small_facts.things["12"].name_zh if language == "zh" else "Birch",
    ]:
        assert name in text


@LANGUAGES
def test_the_workbook_holds_the_grids_and_the_same_citations(small_facts, language):
    both = grids(small_facts, language)
    book = openpyxl.load_workbook(io.BytesIO(workbook(small_facts, both, language)))
    assert len(book.sheetnames) == 3
    first = book[book.sheetnames[0]]
    assert [cell.value for cell in first[1]][1:] == [both[0].corner, *both[0].columns]
    notes = {row[0].value: row[1].value for row in book[book.sheetnames[2]].iter_rows()}
    cell = entry(both[0], "shared-card", "11")
    shown = next(
        value
        for row in first.iter_rows(values_only=True)
        for value in row
        if value and str(value).startswith(f"{cell.sign} {cell.text}")
    )
    number = int(re.findall(r"\[(\d+)", shown)[0])
    assert notes[number] == citation(small_facts, cell.statements[0], language)


def test_the_same_facts_give_the_same_workbook(small_facts):
    both = grids(small_facts, "en")
    assert workbook(small_facts, both, "en") == workbook(small_facts, both, "en")


def test_no_cell_of_the_workbook_is_a_formula(small_facts):
    bad = '=HYPERLINK("http://example.org")'
    things = dict(small_facts.things)
    for code in ("11", "shared-card", "vans", "north-daily"):
        things[code] = things[code].model_copy(update={"name_en": bad})
    held = replace(small_facts, things=things)
    book = openpyxl.load_workbook(io.BytesIO(workbook(held, grids(held, "en"), "en")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(bad in str(cell.value) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]
    looks_like_one = [cell for cell in cells if str(cell.value or "").startswith("=H")]
    assert looks_like_one and all(cell.quotePrefix for cell in looks_like_one)


def test_no_name_is_markup_in_the_markdown(small_facts):
    things = dict(small_facts.things)
    things["11"] = things["11"].model_copy(update={"name_en": "<b>a|b</b> [x](y)"})
    held = replace(small_facts, things=things)
    text = comparison_markdown(held, grids(held, "en"), "en")
    assert "<b>" not in text and "[x](y)" not in text
