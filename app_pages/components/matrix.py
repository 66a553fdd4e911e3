"""A grid as a part of a page: a real table, whose cells are opened by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from app_pages.components.component import component
from app_pages.state.language import language
from exports.comparison.grid import TEACHER_SIGN, Entry, Grid, Line
from ontology.labels.labels import name as word
from texts.tables import APP

HTML = '<ul class="legend"></ul><div class="frame"></div>'


@cache
def _mount() -> Any:
    return component("matrix", HTML)


def matrix(
    key: str, grid: Grid, picked_cell: str | None, on_pick: Callable[[], None], evidence: str
) -> None:
    """Draws a grid; the cell that the reader opens, `ROW~COLUMN`, is the state `picked_cell`.

    `evidence` is the key of the panel of the open cell; it is brought into sight.
    """
    _mount()(
        key=key,
        data={
            "title": grid.title,
            "corner": grid.corner,
            "columns": [
                {"code": code, "name": name}
                for code, name in zip(grid.codes, grid.columns, strict=True)
            ],
            "lines": [_line(line, grid.columns, language()) for line in grid.lines],
            "legend": grid.legend,
            "picked": picked_cell,
            "evidence": evidence,
        },
        on_picked_change=on_pick,
    )


def _line(line: Line, columns: Sequence[str], page_language: str) -> dict[str, Any]:
    """A row without the ids of its statements, which stay with Python."""
    entries = [
        {
            "sign": entry.sign,
            "meaning": entry.meaning,
            "text": entry.text,
            "count": entry.count,
            "label": _label(line, column, entry, page_language),
        }
        for entry, column in zip(line.entries, columns, strict=True)
    ]
    return {**vars(line), "entries": entries}


def _label(line: Line, column: str, entry: Entry, page_language: str) -> str:
    """A cell for screen readers: column, row, firmness, content and number of statements.

    A cell without statements cannot be opened and is read by its meaning alone.
    """
    if not entry.count:
        return ""
    text = entry.text.replace(TEACHER_SIGN, word("LEARNED_FROM", page_language))
    count = APP.say("count_of", page_language, count=entry.count)
    label = APP.say("comma", page_language).join(filter(None, (entry.meaning, text, count)))
    return APP.say("cell_read", page_language, column=column, row=line.name, told=label)
