"""The input of a figure: a result, and what the texts of its measure say to draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

from diffusion.framework.measure import Measure
from diffusion.study.result import Cell, Result
from diffusion.study.study import Study
from texts.tables import MEASURES

# More rows cannot be distinguished side by side: the first are drawn, and the caption says so.
MAX_ROWS = {"bars": 60, "intervals": 60}
# The channels in which a row needs a number to be drawn.
POSITION_CHANNELS = {"bars": ("y",), "points": ("x", "y"), "intervals": ("x",), "line": ("x",)}


@dataclass(frozen=True)
class ChartData:
    """A result to be drawn in one language."""

    measure: Measure
    result: Result
    study: Study
    language: str

    @property
    def specification(self) -> Mapping[str, Any]:
        """The [figure] of the measure; if it has several, the first whose columns are all there."""
        specifications = self.measure.texts["figure"]
        figures: list[Mapping[str, Any]] = (
            specifications if isinstance(specifications, list) else [specifications]
        )
        return next((figure for figure in figures if self._has(figure)), figures[0])

    def column(self, key: str) -> str:
        """The column that the figure draws as `x`, `y` …; empty if the texts name none."""
        return str(self.specification.get(key, ""))

    def name(self, column: str) -> str:
        """A column's name."""
        return self.measure.text("columns", column).name(self.language)

    def table(self) -> alt.Data:
        """The rows that are drawn; nodes by their names."""
        rows = self.result.records()[: self._max_rows]
        return alt.Data(values=[self._with_names(row) for row in rows])

    @property
    def caption(self) -> list[str]:
        """How many rows are drawn and how many cannot be; empty if all are drawn."""
        limit, all = self._max_rows, len(self.result.rows)
        notes = []
        if limit is not None and all > limit:
            notes.append(MEASURES.say("rows_cut", self.language, count=limit, all=all))
        if self._unplaced_rows:
            notes.append(
                MEASURES.say("rows_without_number", self.language, count=self._unplaced_rows)
            )
        return notes

    @property
    def _unplaced_rows(self) -> int:
        """How many of the rows to be drawn lack a number that they need."""
        needed = [
            self.column(key) for key in POSITION_CHANNELS.get(str(self.specification["kind"]), ())
        ]
        columns = [name for name in needed if name in self.result.columns]
        rows = self.result.records()[: self._max_rows]
        return sum(any(row[name] is None for name in columns) for row in rows)

    def node(self, id: object) -> str:
        """A node's name."""
        return self.study.node_name(str(id), self.language)

    @property
    def _max_rows(self) -> int | None:
        return MAX_ROWS.get(str(self.specification["kind"]))

    def _with_names(self, row: Mapping[str, Cell]) -> dict[str, Cell]:
        return {
            key: self.measure.cell(key, cell, self.study, self.language)
            for key, cell in row.items()
        }

    def _has(self, figure: Mapping[str, Any]) -> bool:
        column_names = [figure[key] for key in ("x", "source") if key in figure]
        return all(column in self.result.columns for column in column_names)
