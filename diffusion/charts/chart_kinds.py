"""The plain kinds of figure: lines, bars, stacks, points, boxes, intervals."""

from __future__ import annotations

from json import dumps
from typing import Any

import altair as alt

from diffusion.charts.chart_data import Sketch

# Half the width of a 95 % interval, in standard errors.
NORMAL = 1.96
# How opaque a band is, and how wide in pixels over a single period.
PALE, BAR = 0.25, 24
# So many bars are no wider than so many pixels; names of so many characters stand level.
FEW, WIDEST, LEVEL = 5, 72, 50
# A row a name, and every name in sight.
EACH = alt.Axis(labelFlush=False, labelOverlap=False, labelLimit=220)


def line(sketch: Sketch) -> Any:
    """A line with points for each column of `y` over `x`; a band from `low` to `high`, if any."""
    columns = list(sketch.said["y"])
    title = sketch.name(columns[0]) if len(columns) == 1 else ""
    lines = (
        _folded(sketch, columns)
        .mark_line(point=True)
        .encode(
            x=_over(sketch, "x"),
            y=alt.Y("value", type="quantitative", title=title, axis=_ticks(sketch, columns)),
            color=_series(sketch, columns),
        )
    )
    return _band(sketch, columns) + lines if _is_open(sketch) else lines


def _band(sketch: Sketch, columns: list[str]) -> Any:
    """What lies between two columns; over a single period a column of its own."""
    low, high = sketch.column("low"), sketch.column("high")
    rows = alt.Chart(sketch.table()).transform_calculate(name=dumps(_between(sketch)))
    single = len(sketch.result.rows) == 1
    band = rows.mark_bar(width=BAR, opacity=PALE) if single else rows.mark_area(opacity=PALE)
    return band.encode(
        x=_over(sketch, "x"),
        y=alt.Y(low, type="quantitative"),
        y2=high,
        color=_series(sketch, columns),
    )


def _is_open(sketch: Sketch) -> bool:
    """Whether there is a band, and it is one: somewhere its ends lie apart."""
    low, high = sketch.column("low"), sketch.column("high")
    return bool(low) and sketch.result.column(low) != sketch.result.column(high)


def _between(sketch: Sketch) -> str:
    return " – ".join(sketch.name(sketch.column(key)) for key in ("low", "high"))


def stacks(sketch: Sketch) -> Any:
    """For each `x` the columns of `y` one on the other."""
    columns = list(sketch.said["y"])
    x = sketch.column("x")
    return (
        _folded(sketch, columns)
        .mark_bar()
        .encode(
            x=alt.X(x, type="nominal", sort=None, title=sketch.name(x), axis=_names(sketch)),
            y=alt.Y("value", type="quantitative", title=""),
            color=_series(sketch, columns),
            order=alt.Order("place", type="quantitative"),
        )
    )


def bars(sketch: Sketch) -> Any:
    """A bar of `y` for each `x`, in the order of the rows; side by side by `color`."""
    x, y, color = (sketch.column(key) for key in ("x", "y", "color"))
    chart = alt.Chart(sketch.table()).encode(
        x=alt.X(x, type="nominal", sort=None, title=sketch.name(x), axis=_names(sketch)),
        y=_up(sketch, y),
    )
    if not color:
        return chart.mark_bar(**_width(len(sketch.result.rows)))
    return chart.mark_bar().encode(
        color=alt.Color(color, type="nominal", sort=None, title=sketch.name(color)),
        xOffset=alt.XOffset(color, type="nominal", sort=None),
    )


def sides(sketch: Sketch) -> Any:
    """The columns of `y` as bars side by side, for each `x` if there is one."""
    columns = list(sketch.said["y"])
    names = [sketch.name(column) for column in columns]
    chart = _folded(sketch, columns).encode(
        y=alt.Y("value", type="quantitative", title="", axis=_ticks(sketch, columns)),
        color=_series(sketch, columns),
    )
    x = sketch.column("x")
    if not x:
        level = alt.Axis(labelAngle=0)
        apart = alt.X("name", type="nominal", sort=names, title="", axis=level)
        return chart.mark_bar(**_width(len(columns))).encode(x=apart)
    return chart.mark_bar().encode(
        x=alt.X(x, type="nominal", sort=None, title=sketch.name(x), axis=_names(sketch)),
        xOffset=alt.XOffset("name", type="nominal", sort=names),
    )


def points(sketch: Sketch) -> Any:
    """A point of `y` over `x` for each row, named by `label` if that is given."""
    y, label = sketch.column("y"), sketch.column("label")
    base = alt.Chart(sketch.table()).encode(x=_over(sketch, "x"), y=_up(sketch, y))
    dots = base.mark_circle(size=60, opacity=0.6)
    if not label:
        return dots
    text = base.mark_text(align="left", dx=6, fontSize=10)
    return dots + text.encode(text=alt.Text(label, type="nominal"))


def boxes(sketch: Sketch) -> Any:
    """For each `x` the quartiles of `y`, whiskers to all within 1.5 of their distance."""
    x, y = sketch.column("x"), sketch.column("y")
    return (
        alt.Chart(sketch.table())
        .mark_boxplot()
        .encode(
            x=alt.X(x, type="ordinal", title=sketch.name(x)),
            y=_up(sketch, y),
        )
    )


def intervals(sketch: Sketch) -> Any:
    """For each `y` a point at `x` with its interval: `low` to `high`, or 1.96 times `error`."""
    x, y, error = (sketch.column(key) for key in ("x", "y", "error"))
    low, high = (f"datum.{sketch.column(key)}" for key in ("low", "high"))
    if error:
        low, high = (f"datum.{x} {sign} {NORMAL} * datum.{error}" for sign in "-+")
    base = (
        alt.Chart(sketch.table())
        .transform_calculate(low=low, high=high)
        .encode(y=alt.Y(y, type="nominal", sort=None, title=None, axis=EACH))
    )
    ends = {"x": alt.X("low", type="quantitative", title=sketch.name(x)), "x2": "high"}
    dots = base.mark_circle(size=50).encode(x=alt.X(x, type="quantitative"))
    return base.mark_rule().encode(**ends) + dots


def _folded(sketch: Sketch, columns: list[str]) -> Any:
    """One row for each of the columns, with its name and its place."""
    names = {column: sketch.name(column) for column in columns}
    places = {column: place for place, column in enumerate(columns)}
    return (
        alt.Chart(sketch.table())
        .transform_fold([*columns], as_=["series", "value"])
        .transform_calculate(name=f"{names}[datum.series]", place=f"{places}[datum.series]")
        .transform_filter("isValid(datum.value)")
    )


def _series(sketch: Sketch, columns: list[str]) -> alt.Color:
    """A colour for each line, and for the band between them."""
    names = [sketch.name(column) for column in columns]
    if _is_open(sketch):
        names.append(_between(sketch))
    legend = alt.Legend(orient="bottom", columns=3, symbolOpacity=1) if len(names) > 1 else None
    return alt.Color(
        "name", type="nominal", scale=alt.Scale(domain=names), title=None, legend=legend
    )


def _over(sketch: Sketch, key: str) -> alt.X:
    """A column of numbers along x: no thousands separators, for it may hold years."""
    column = sketch.column(key)
    return alt.X(
        column,
        type="quantitative",
        title=sketch.name(column),
        scale=alt.Scale(zero=False),
        axis=_ticks(sketch, [column], format="~f"),
    )


def _ticks(sketch: Sketch, columns: list[str], **rest: Any) -> alt.Axis:
    """An axis of these columns; where all are whole numbers it has no ticks between them."""
    cells = [cell for column in columns for cell in sketch.result.column(column)]
    if all(float(cell).is_integer() for cell in cells if cell is not None):
        rest["tickMinStep"] = 1
    return alt.Axis(**rest)


def _up(sketch: Sketch, column: str) -> alt.Y:
    """A column of numbers upwards; where all are nought there is still a one to compare with."""
    nought = not any(sketch.result.column(column))
    return alt.Y(
        column,
        type="quantitative",
        title=sketch.name(column),
        axis=_ticks(sketch, [column]),
        scale=alt.Scale(domain=[0, 1]) if nought else alt.Undefined,
    )


def _width(bars: int) -> dict[str, Any]:
    """A few bars do not fill the figure."""
    return {"size": WIDEST} if bars <= FEW else {}


def _names(sketch: Sketch) -> alt.Axis:
    """Names below the bars: level if they are few and short, else slanted."""
    column = sketch.column("x")
    rows = sketch.result.column(column)
    names = {str(sketch.measure.cell(column, cell, sketch.study, sketch.language)) for cell in rows}
    wide = sum(2 if ord(sign) > 0x2E80 else 1 for name in names for sign in name)
    angle = 0 if wide <= LEVEL else -35
    return alt.Axis(labelAngle=angle, labelLimit=160, labelOverlap=True)
