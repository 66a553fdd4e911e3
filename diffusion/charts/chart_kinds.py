"""The plain kinds of figure: lines, bars, stacks, points, boxes, intervals."""

from __future__ import annotations

from json import dumps
from typing import Any

import altair as alt

from diffusion.charts.chart_data import ChartData

# Half the width of a 95 % interval, in standard errors.
NORMAL = 1.96
# How opaque a band is, and how wide in pixels over a single period.
BAND_OPACITY, SINGLE_BAND_PX = 0.25, 24
# The most bars of a fixed width, that width in pixels, and the longest names that stay level.
MAX_WIDE_BARS, WIDE_BAR_PX, MAX_LEVEL_NAME_WIDTH = 5, 72, 50
# Each name has a row of its own, and none is hidden.
NAME_AXIS = alt.Axis(labelFlush=False, labelOverlap=False, labelLimit=220)


def line(data: ChartData) -> Any:
    """A line with points for each column of `y` over `x`; a band from `low` to `high`, if any."""
    columns = list(data.specification["y"])
    title = data.name(columns[0]) if len(columns) == 1 else ""
    lines = (
        _long_rows(data, columns)
        .mark_line(point=True)
        .encode(
            x=_quantity_x(data, "x"),
            y=alt.Y("value", type="quantitative", title=title, axis=_ticks(data, columns)),
            color=_series(data, columns),
        )
    )
    return _band(data, columns) + lines if _has_band(data) else lines


def _band(data: ChartData, columns: list[str]) -> Any:
    """The area between two columns; for a single period a bar."""
    low, high = data.column("low"), data.column("high")
    rows = alt.Chart(data.table()).transform_calculate(name=dumps(_band_name(data)))
    is_single = len(data.result.rows) == 1
    band = (
        rows.mark_bar(width=SINGLE_BAND_PX, opacity=BAND_OPACITY)
        if is_single
        else rows.mark_area(opacity=BAND_OPACITY)
    )
    return band.encode(
        x=_quantity_x(data, "x"),
        y=alt.Y(low, type="quantitative"),
        y2=high,
        color=_series(data, columns),
    )


def _has_band(data: ChartData) -> bool:
    """Whether there is a band, and its ends differ somewhere."""
    low, high = data.column("low"), data.column("high")
    return bool(low) and data.result.column(low) != data.result.column(high)


def _band_name(data: ChartData) -> str:
    return " – ".join(data.name(data.column(key)) for key in ("low", "high"))


def stacked_bars(data: ChartData) -> Any:
    """For each `x` the columns of `y`, stacked."""
    columns = list(data.specification["y"])
    x = data.column("x")
    return (
        _long_rows(data, columns)
        .mark_bar()
        .encode(
            x=alt.X(x, type="nominal", sort=None, title=data.name(x), axis=_name_axis(data)),
            y=alt.Y("value", type="quantitative", title=""),
            color=_series(data, columns),
            order=alt.Order("place", type="quantitative"),
        )
    )


def bars(data: ChartData) -> Any:
    """A bar of `y` for each `x`, in the order of the rows; side by side by `color`."""
    x, y, color = (data.column(key) for key in ("x", "y", "color"))
    chart = alt.Chart(data.table()).encode(
        x=alt.X(x, type="nominal", sort=None, title=data.name(x), axis=_name_axis(data)),
        y=_quantity_y(data, y),
    )
    if not color:
        return chart.mark_bar(**_bar_size(len(data.result.rows)))
    return chart.mark_bar().encode(
        color=alt.Color(color, type="nominal", sort=None, title=data.name(color)),
        xOffset=alt.XOffset(color, type="nominal", sort=None),
    )


def grouped_bars(data: ChartData) -> Any:
    """The columns of `y` as bars side by side, for each `x` if there is one."""
    columns = list(data.specification["y"])
    names = [data.name(column) for column in columns]
    chart = _long_rows(data, columns).encode(
        y=alt.Y("value", type="quantitative", title="", axis=_ticks(data, columns)),
        color=_series(data, columns),
    )
    x = data.column("x")
    if not x:
        level = alt.Axis(labelAngle=0)
        apart = alt.X("name", type="nominal", sort=names, title="", axis=level)
        return chart.mark_bar(**_bar_size(len(columns))).encode(x=apart)
    return chart.mark_bar().encode(
        x=alt.X(x, type="nominal", sort=None, title=data.name(x), axis=_name_axis(data)),
        xOffset=alt.XOffset("name", type="nominal", sort=names),
    )


def points(data: ChartData) -> Any:
    """A point of `y` over `x` for each row, named by `label` if that is given."""
    y, label = data.column("y"), data.column("label")
    base = alt.Chart(data.table()).encode(x=_quantity_x(data, "x"), y=_quantity_y(data, y))
    dots = base.mark_circle(size=60, opacity=0.6)
    if not label:
        return dots
    text = base.mark_text(align="left", dx=6)
    return dots + text.encode(text=alt.Text(label, type="nominal"))


def box_plots(data: ChartData) -> Any:
    """For each `x` the quartiles of `y`, whiskers to all within 1.5 of their distance."""
    x, y = data.column("x"), data.column("y")
    return (
        alt.Chart(data.table())
        .mark_boxplot()
        .encode(
            x=alt.X(x, type="ordinal", title=data.name(x)),
            y=_quantity_y(data, y),
        )
    )


def intervals(data: ChartData) -> Any:
    """For each `y` a point at `x` with its interval: `low` to `high`, or 1.96 times `error`."""
    x, y, error = (data.column(key) for key in ("x", "y", "error"))
    low, high = (f"datum.{data.column(key)}" for key in ("low", "high"))
    if error:
        low, high = (f"datum.{x} {sign} {NORMAL} * datum.{error}" for sign in "-+")
    base = (
        alt.Chart(data.table())
        .transform_calculate(low=low, high=high)
        .encode(y=alt.Y(y, type="nominal", sort=None, title=None, axis=NAME_AXIS))
    )
    ends = {"x": alt.X("low", type="quantitative", title=data.name(x)), "x2": "high"}
    dots = base.mark_circle(size=50).encode(x=alt.X(x, type="quantitative"))
    return base.mark_rule().encode(**ends) + dots


def _long_rows(data: ChartData, columns: list[str]) -> Any:
    """One row for each of the columns, with its name and its place."""
    names = {column: data.name(column) for column in columns}
    places = {column: place for place, column in enumerate(columns)}
    return (
        alt.Chart(data.table())
        .transform_fold([*columns], as_=["series", "value"])
        .transform_calculate(name=f"{names}[datum.series]", place=f"{places}[datum.series]")
        .transform_filter("isValid(datum.value)")
    )


def _series(data: ChartData, columns: list[str]) -> alt.Color:
    """A colour for each line, and for the band between them."""
    names = [data.name(column) for column in columns]
    if _has_band(data):
        names.append(_band_name(data))
    legend = alt.Legend(orient="bottom", columns=3, symbolOpacity=1) if len(names) > 1 else None
    return alt.Color(
        "name", type="nominal", scale=alt.Scale(domain=names), title=None, legend=legend
    )


def _quantity_x(data: ChartData, key: str) -> alt.X:
    """A column of numbers along x, without thousands separators because it may hold years."""
    column = data.column(key)
    return alt.X(
        column,
        type="quantitative",
        title=data.name(column),
        scale=alt.Scale(zero=False),
        axis=_ticks(data, [column], format="~f"),
    )


def _ticks(data: ChartData, columns: list[str], **rest: Any) -> alt.Axis:
    """An axis of these columns; where all are whole numbers it has no ticks between them."""
    cells = [cell for column in columns for cell in data.result.column(column)]
    if all(float(cell).is_integer() for cell in cells if cell is not None):
        rest["tickMinStep"] = 1
    return alt.Axis(**rest)


def _quantity_y(data: ChartData, column: str) -> alt.Y:
    """A column of numbers along y; the axis reaches at least 1, also where all numbers are 0."""
    nought = not any(data.result.column(column))
    return alt.Y(
        column,
        type="quantitative",
        title=data.name(column),
        axis=_ticks(data, [column]),
        scale=alt.Scale(domain=[0, 1]) if nought else alt.Undefined,
    )


def _bar_size(bars: int) -> dict[str, Any]:
    """A few bars do not fill the figure."""
    return {"size": WIDE_BAR_PX} if bars <= MAX_WIDE_BARS else {}


def _name_axis(data: ChartData) -> alt.Axis:
    """Names below the bars: level if they are few and short, else slanted."""
    column = data.column("x")
    rows = data.result.column(column)
    names = {str(data.measure.cell(column, cell, data.study, data.language)) for cell in rows}
    width = sum(2 if ord(sign) > 0x2E80 else 1 for name in names for sign in name)
    angle = 0 if width <= MAX_LEVEL_NAME_WIDTH else -35
    return alt.Axis(labelAngle=angle, labelLimit=160, labelOverlap=True)
