"""What a figure is drawn from, and the plain kinds of figure: lines, bars, points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

from graph.diffusion.data import Study
from graph.diffusion.measure import Measure
from graph.diffusion.result import Result


@dataclass(frozen=True)
class Sketch:
    """A result with what its measure says should be drawn of it, in one language."""

    measure: Measure
    result: Result
    study: Study
    language: str

    @property
    def said(self) -> Mapping[str, Any]:
        """The measure's [figure]."""
        found: Mapping[str, Any] = self.measure.texts["figure"]
        return found

    def name(self, column: str) -> str:
        """A column's name."""
        return self.measure.text("columns", column).name(self.language)

    def node(self, id: object) -> str:
        """A node's name."""
        found = self.study.nodes.get(str(id))
        return found.name(self.language) if found else str(id)

    def table(self) -> alt.Data:
        """The rows; nodes by their names."""
        nodes = set(self.said.get("nodes", ()))
        return alt.Data(
            values=[
                {key: self.node(cell) if key in nodes else cell for key, cell in row.items()}
                for row in self.result.records()
            ]
        )


def line(sketch: Sketch) -> alt.Chart:
    """A line with points for each column of `y` over `x`."""
    columns = list(sketch.said["y"])
    names = {column: sketch.name(column) for column in columns}
    x = sketch.said["x"]
    return (
        alt.Chart(sketch.table())
        .transform_fold(columns, as_=["series", "value"])
        .transform_calculate(name=f"{names}[datum.series]")
        .transform_filter("isValid(datum.value)")
        .mark_line(point=True)
        .encode(
            x=alt.X(x, type="quantitative", title=sketch.name(x), axis=alt.Axis(format="~f")),
            y=alt.Y("value", type="quantitative", title=names[columns[0]]),
            color=alt.Color("name", type="nominal", title=None, legend=_legend(columns)),
        )
    )


def bars(sketch: Sketch) -> alt.Chart:
    """A bar of `y` for each `x`, in the order of the rows; side by side by `color`."""
    x, y, color = (str(sketch.said.get(key, "")) for key in ("x", "y", "color"))
    chart = alt.Chart(sketch.table()).mark_bar()
    axes = {
        "x": alt.X(x, type="nominal", sort=None, title=sketch.name(x)),
        "y": alt.Y(y, type="quantitative", title=sketch.name(y)),
    }
    if not color:
        return chart.encode(**axes)
    return chart.encode(
        **axes,
        color=alt.Color(color, type="nominal", sort=None, title=sketch.name(color)),
        xOffset=alt.XOffset(color, type="nominal", sort=None),
    )


def points(sketch: Sketch) -> alt.Chart | alt.LayerChart:
    """A point of `y` over `x` for each row, named by `label` if that is given."""
    x, y, label = (str(sketch.said.get(key, "")) for key in ("x", "y", "label"))
    base = alt.Chart(sketch.table()).encode(
        x=alt.X(x, type="quantitative", title=sketch.name(x), scale=alt.Scale(zero=False)),
        y=alt.Y(y, type="quantitative", title=sketch.name(y)),
    )
    dots = base.mark_circle(size=60, opacity=0.7)
    if not label:
        return dots
    return dots + base.mark_text(align="left", dx=6, fontSize=10).encode(
        text=alt.Text(label, type="nominal")
    )


def _legend(columns: list[str]) -> alt.Legend | None:
    return alt.Legend(orient="bottom") if len(columns) > 1 else None
