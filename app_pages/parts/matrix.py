"""A grid as a part of a page: a real table, whose cells are opened by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from typing import Any

from app_pages.parts.component import component, reveal_script
from app_pages.parts.language import say
from queries.compared import Grid

HTML = '<ul class="legend"></ul><div class="frame"></div>'


@cache
def _mount() -> Any:
    return component("matrix", HTML, scripts=(reveal_script(),))


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
            "lines": [_line(asdict(line)) for line in grid.lines],
            "legend": grid.legend,
            "picked": picked,
            "evidence": evidence,
            "words": {"comma": say("comma"), "count": say("count_of", count="{count}")},
        },
        on_picked_change=on_pick,
    )


def _line(line: dict[str, Any]) -> dict[str, Any]:
    """A row without the ids of its statements, which stay with Python."""
    for entry in line["entries"]:
        del entry["statements"]
    return line
