"""An answer as text: a table for the screen, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from graph.formats.csv_injection import escape_formula
from graph.stores.store import Answer, Cell

# What Markdown would read as a link, a picture, code, emphasis, a formula or the next column; an
# underscore inside a word is not interpreted.
MARKDOWN_SIGNS = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])")
# Control characters of a terminal, and those that reverse the order of letters. A tab or a line
# break is not one of them, but a table has no room for a tab.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TAB_OR_CONTROL = re.compile(rf"\t|{CONTROL_CHARACTERS.pattern}")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def render(answer: Answer, format: Format) -> str:
    """The whole answer in one format, ending in a line break."""
    return WRITERS[format](answer)


def as_json(answer: Answer) -> str:
    """A list of objects, one a row."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return in_json(rows)


def in_json(value: object, indent: int | None = 1) -> str:
    """JSON for people to read, in which what a terminal would obey is written as its number.

    Without `indent` it stands on one line and has no spaces between its parts.

    JSON has no infinite number and no NaN (RFC 8259, section 6): they are the texts by which XML
    Schema writes them.
    """
    separators = (",", ":") if indent is None else None
    content = json.dumps(
        _finite(value), ensure_ascii=False, indent=indent, separators=separators, allow_nan=False
    )
    return CONTROL_CHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", content) + "\n"


def _finite(value: object) -> object:
    """The value with `INF`, `-INF` and `NaN` as texts, however deep they stand."""
    match value:
        case float() if not math.isfinite(value):
            return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"
        case dict():
            return {key: _finite(part) for key, part in value.items()}
        case list() | tuple():
            return [_finite(part) for part in value]
        case _:
            return value


def as_csv(answer: Answer) -> str:
    """A header and one line a row; lists are joined by spaces."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\n")
    for row in (answer.columns, *answer.rows):
        table.writerow(_plain(cell) for cell in row)
    return file.getvalue()


def as_markdown(answer: Answer) -> str:
    """A Markdown table, in which no cell is HTML, a link or a picture."""
    rows = [[escape_markdown(text(cell)) for cell in row] for row in answer.rows]
    return table_of([escape_markdown(column) for column in answer.columns], rows)


def as_table(answer: Answer) -> str:
    """A table as wide as the terminal, in which long words go on in the next line."""
    # rich is slow to load, and the app draws no terminal
    from queries.rendering.terminal_table import terminal_table  # noqa: PLC0415

    rows = [[text(cell) for cell in row] for row in answer.rows]
    return terminal_table(answer.columns, rows)


def table_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table of cells that are Markdown already."""
    lines = (columns, ["---"] * len(columns), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def escape_markdown(cell: str) -> str:
    """Text as Markdown that shows just this text, on one line."""
    line = " ".join(TAB_OR_CONTROL.sub(" ", cell).split())
    return MARKDOWN_SIGNS.sub(r"\\\g<0>", line).replace("&", "&amp;").replace("<", "&lt;")


def _plain(cell: Cell) -> object:
    """A cell for a spreadsheet: text that would run is defused, a number stays a number."""
    if isinstance(cell, int | float):
        return text(cell)
    return escape_formula(CONTROL_CHARACTERS.sub(REPLACEMENT, text(cell)))


def text(cell: Cell) -> str:
    """A cell as text; nothing as nothing, a list with spaces between."""
    match cell:
        case None:
            return ""
        case list():
            return " ".join(text(part) for part in cell)
        case dict():
            return json.dumps(_finite(cell), ensure_ascii=False, allow_nan=False)
        case _:
            return str(cell)


WRITERS: Mapping[Format, Callable[[Answer], str]] = {
    Format.TABLE: as_table,
    Format.CSV: as_csv,
    Format.JSON: as_json,
    Format.MARKDOWN: as_markdown,
}
