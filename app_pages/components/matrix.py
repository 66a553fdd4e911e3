"""A grid as a part of a page: a real table, whose cells are opened by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from app_pages.components.component import component
from app_pages.state.language import language, say
from exports.comparison.grid import TEACHER, Entry, Grid, Line
from ontology.labels.labels import name as word

HTML = '<ul class="legend"></ul><div class="frame"></div>'


@cache
def _mount() -> Any:
    return component("matrix", HTML)


def matrix(
    key: str, grid: Grid, picked: str | None, on_pick: Callable[[], None], evidence: str
) -> None:
    """Draws a grid; the cell that the reader opens, `ROW~COLUMN`, is the state `picked`.

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
            "lines": [_line(line, grid.columns) for line in grid.lines],
            "legend": grid.legend,
            "picked": picked,
            "evidence": evidence,
        },
        on_picked_change=on_pick,
    )


def _line(line: Line, columns: Sequence[str]) -> dict[str, Any]:
    """A row without the ids of its statements, which stay with Python."""
    entries = [
        {**asdict(entry), "label": _label(line, column, entry)}
        for entry, column in zip(line.entries, columns, strict=True)
    ]
    for entry in entries:
        del entry["statements"]
    return {**asdict(line), "entries": entries}


def _label(line: Line, column: str, entry: Entry) -> str:
    """A cell for screen readers: column, row, firmness, content and number of statements."""
    text = entry.text.replace(TEACHER, word("LEARNED_FROM", language()))
    label = filter(None, (entry.meaning, text, say("count_of", count=entry.count)))
    return say("cell_read", column=column, row=line.name, told=say("comma").join(label))
