"""A comparison as files: Markdown with footnotes, and a workbook with a sheet of them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

import xlsxwriter

from exports.comparison.grid import Entry, Grid, Line
from graph.model.facts import Facts
from queries.rendering.citations import AddressOf, citation, citation_markdown
from queries.rendering.formats import escape_markdown, table_of
from queries.rendering.texts import phrase

HEAD_WIDTH, WIDTH, NOTE_WIDTH = 38, 24, 120
INDENT = "\N{EM SPACE}"


def comparison_markdown(
    facts: Facts, grids: Sequence[Grid], language: str, address_of: AddressOf | None = None
) -> str:
    """Each grid as a table whose cells point to numbered footnotes, one for each statement."""
    marks = {id: f"[^{number}]" for id, number in _numbers(grids).items()}
    parts = [f"# {escape_markdown(_title(grids, language))}\n"]
    for grid in grids:
        parts.append(f"## {escape_markdown(grid.title)}\n")
        rows = [_markdown_row(line, marks) for line in grid.lines]
        parts.append(
            table_of(["", escape_markdown(grid.corner), *map(escape_markdown, grid.columns)], rows)
        )
        parts.append(
            "".join(f"- {sign} {escape_markdown(meaning)}\n" for sign, meaning in grid.legend)
        )
    notes = (
        f"{mark}: {citation_markdown(facts, id, language, address_of)}\n"
        for id, mark in marks.items()
    )
    return "\n".join([*parts, "".join(notes)])


def workbook(
    facts: Facts, grids: Sequence[Grid], language: str, address_of: AddressOf | None = None
) -> bytes:
    """An XLSX file: a sheet for each grid, and one of footnotes; no cell is ever a formula.

    The same facts give the same bytes: it is dated by the last statement that was accepted.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": _title(grids, language), "created": _last_acceptance(facts)})
        styles = _styles(book)
        numbers = _numbers(grids)
        for grid in grids:
            _write_grid(book.add_worksheet(grid.title), grid, numbers, styles)
        notes = {n: citation(facts, id, language, address_of) for id, n in numbers.items()}
        _write_notes(book.add_worksheet(phrase("compared_notes", language)), notes, styles)
    return file.getvalue()


def _title(grids: Sequence[Grid], language: str) -> str:
    names = phrase("list_comma", language).join(grids[0].columns)
    return phrase("compared_title", language, names=names)


def _numbers(grids: Iterable[Grid]) -> dict[str, int]:
    """The number of each statement's footnote, in the order of the cells."""
    entries = (entry for grid in grids for line in grid.lines for entry in line.entries)
    ids = dict.fromkeys(id for entry in entries for id in entry.statements)
    return {id: number for number, id in enumerate(ids, 1)}


def _markdown_row(line: Line, marks: Mapping[str, str]) -> list[str]:
    name = INDENT * line.depth + escape_markdown(line.name)
    cells = [
        " ".join(
            filter(None, [entry.sign, escape_markdown(entry.text), _footnote_marks(entry, marks)])
        )
        for entry in line.entries
    ]
    return [line.sign, name, *cells]


def _footnote_marks(entry: Entry, marks: Mapping[str, str]) -> str:
    return "".join(marks[id] for id in entry.statements)


def _last_acceptance(facts: Facts) -> datetime:
    days = [statement.accepted for statement in facts.statements.values()]
    return datetime.combine(max(days), time()) if days else datetime(2000, 1, 1)


def _styles(book: Any) -> dict[str, Any]:
    """Text is quoted: what looks like a formula stays text even when somebody edits the cell."""
    plain = {"text_wrap": True, "valign": "top", "font_size": 11}
    text = {**plain, "quote_prefix": True}
    return {
        "number": book.add_format(plain),
        "text": book.add_format(text),
        "head": book.add_format({**text, "bold": True, "bottom": 1, "bg_color": "#EEF2F6"}),
    }


def _write_grid(
    sheet: Any, grid: Grid, numbers: Mapping[str, int], styles: Mapping[str, Any]
) -> None:
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, HEAD_WIDTH)
    sheet.set_column(2, 1 + len(grid.columns), WIDTH)
    sheet.freeze_panes(1, 2)
    for column, name in enumerate(("", grid.corner, *grid.columns)):
        sheet.write_string(0, column, name, styles["head"])
    for row, line in enumerate(grid.lines, 1):
        cells = [_cell(entry, numbers) for entry in line.entries]
        for column, text in enumerate((line.sign, INDENT * line.depth + line.name, *cells)):
            sheet.write_string(row, column, text, styles["text"])
    for row, (sign, meaning) in enumerate(grid.legend, len(grid.lines) + 2):
        sheet.write_string(row, 0, sign, styles["text"])
        sheet.write_string(row, 1, meaning, styles["text"])


def _cell(entry: Entry, numbers: Mapping[str, int]) -> str:
    notes = ", ".join(str(numbers[id]) for id in entry.statements)
    return " ".join(filter(None, [entry.sign, entry.text, f"[{notes}]" if notes else ""]))


def _write_notes(sheet: Any, notes: Mapping[int, str], styles: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, NOTE_WIDTH)
    for row, (number, note) in enumerate(notes.items()):
        sheet.write_number(row, 0, number, styles["number"])
        sheet.write_string(row, 1, note, styles["text"])
