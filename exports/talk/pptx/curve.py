"""A step's curve as a chart of PowerPoint's own: its numbers stay editable.

Columns without gaps are the steps of the curve: full columns are certain, the hatched ones behind
them reach up to the highest possible number, and a column apart at the end has those without a
date.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from exports.talk.pptx.shapes import LETTER_PT, TEXT_COLOUR, SlideFrame, rgb, width_of, words
from graph.drawing.layout.edge_path import Point
from graph.drawing.scene_types.stage import CurveScene, StageScene
from graph.drawing.texts import say

CERTAIN_COLOUR, WHITE, GRID_COLOUR = "#0072B2", "#FFFFFF", "#D5DCE2"
HEADING_HEIGHT = 0.36
# The width of a written year, in inches.
YEAR_WIDTH = 0.62
# The room of the labels in a chart, in inches: at the left, above and below, and below where they
# stand aslant because a column is narrower than `MIN_UPRIGHT_WIDTH`; and the rim at the right.
LABEL_ROOM, MIN_UPRIGHT_WIDTH, RIGHT_MARGIN = (0.5, 0.45, 1.0), 0.95, 0.15
Numbers = list[int | None]


def curve(
    shapes: Any, data: StageScene, now: int, frame: SlideFrame, language: str
) -> dict[str, Point]:
    """Draws the curve of a stage in its state at the end of the year `now`.

    Returns the spot on the curve, in inches, where each thing is counted by then.
    """
    curve_data, years = data["curve"], data["years"]
    heading_height = HEADING_HEIGHT * ceil(1.1 * width_of([curve_data["title"]]) / frame.width)
    words(
        shapes,
        SlideFrame(frame.left, frame.top, frame.width, heading_height),
        curve_data["title"],
        is_bold=True,
    )
    if not curve_data["total"]:
        return {}
    box = SlideFrame(
        frame.left, frame.top + heading_height, frame.width, frame.height - heading_height
    )
    chart_frame = shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED,
        *map(Inches, (box.left, box.top, box.width, box.height)),
        _numbers(curve_data, years, now, language),
    )
    chart_frame.name = curve_data["title"]
    chart_frame._element.nvGraphicFramePr.cNvPr.set("descr", curve_sentence(data, now, language))
    chart = chart_frame.chart
    chart.font.size, chart.font.color.rgb = Pt(LETTER_PT), rgb(TEXT_COLOUR)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, curve_data["total"], ceil(len(years) * YEAR_WIDTH / (frame.width - 1)))
    _columns(chart.plots[0])
    year_index = _year_index(years, now)
    _label_moment(chart.plots[0], curve_data, year_index)
    columns = len(years) + bool(curve_data["undated"])
    area = _plot_area(chart, box, columns)
    return {} if year_index is None else _spots(curve_data, year_index, area, columns)


def _plot_area(chart: Any, box: SlideFrame, columns: int) -> SlideFrame:
    """Fixes the area of the columns in a chart and returns it; else programs choose their own."""
    is_narrow = (box.width - LABEL_ROOM[0]) / columns < MIN_UPRIGHT_WIDTH
    left, top, bottom = LABEL_ROOM[0], LABEL_ROOM[1], LABEL_ROOM[2] if is_narrow else LABEL_ROOM[1]
    width, height = box.width - left - RIGHT_MARGIN, box.height - top - bottom
    area = chart._chartSpace.chart.plotArea
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = area.makeelement(qn("c:layout"))
        area.insert(0, layout)
    manual = layout.makeelement(qn("c:manualLayout"))
    layout.append(manual)
    shares = (left / box.width, top / box.height, width / box.width, height / box.height)
    values = ("inner", "edge", "edge", *(f"{share:.4f}" for share in shares))
    for name, value in zip(("layoutTarget", "xMode", "yMode", *"xywh"), values, strict=True):
        manual.append(manual.makeelement(qn(f"c:{name}"), {"val": value}))
    return SlideFrame(box.left + left, box.top + top, width, height)


def _spots(curve_data: CurveScene, now: int, area: SlideFrame, columns: int) -> dict[str, Point]:
    """The top of the column in which each thing is first counted, up to a moment."""
    spots = {}
    for code, year_index in curve_data["arrivals"].items():
        if year_index > now:
            continue
        count = curve_data["certain"][year_index] or curve_data["possible"][year_index]
        share = count / _axis_end(curve_data["total"])
        x = area.left + area.width * (year_index + 0.5) / columns
        spots[code] = (x, area.top + area.height * (1 - share))
    return spots


def curve_sentence(data: StageScene, now: int, language: str) -> str:
    """What the curve says at the end of a year, in words."""
    curve_data, year_index = data["curve"], _year_index(data["years"], now)
    comma = say("comma", language)
    parts = [say("sum_undated", language, count=len(curve_data["undated"]))]
    if year_index is not None:
        certain, possible = curve_data["certain"][year_index], curve_data["possible"][year_index]
        parts.insert(0, say("sum_certain", language, count=certain))
        parts.insert(1, say("sum_possible", language, count=possible - certain))
        parts.insert(0, say("by_the_end", language, year=now))
    names = f" ({comma.join(curve_data['undated'])})" if curve_data["undated"] else ""
    return f"{curve_data['title']} · {comma.join(parts)}{names}"


def _year_index(years: Sequence[int], now: int) -> int | None:
    return years.index(now) if now in years else None


def _numbers(
    curve_data: CurveScene, years: Sequence[int], now: int, language: str
) -> CategoryChartData:
    """The table of the chart: a row for each year and for the undated; later years are empty."""
    undated_name = [say("undated", language)] if curve_data["undated"] else []
    table = CategoryChartData(number_format="0")
    table.categories = [*map(str, years), *undated_name]
    blanks: Numbers = [None for _ in undated_name]
    for name, counts in (
        ("at_most", curve_data["possible"]),
        ("state_certain", curve_data["certain"]),
    ):
        past = [count if year <= now else None for year, count in zip(years, counts, strict=True)]
        table.add_series(say(name, language), [*past, *blanks])
    if undated_name:
        table.add_series(undated_name[0], [*(None for _ in years), len(curve_data["undated"])])
    return table


def _axes(chart: Any, highest_count: int, every: int) -> None:
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, _axis_end(highest_count)
    chart.value_axis.major_unit = _axis_step(highest_count)
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(GRID_COLOUR)
    chart.value_axis.format.line.fill.background()
    axis = chart.category_axis._element
    for name in ("tickLblSkip", "tickMarkSkip"):  # the schema requires this order
        sign = axis.makeelement(qn(f"c:{name}"), {"val": str(every)})
        axis.find(qn("c:noMultiLvlLbl")).addprevious(sign)


def _axis_step(highest_count: int) -> int:
    """A round step of the axis, so that it has five at most."""
    steps = (step * 10**power for power in range(9) for step in (1, 2, 5))
    return next(step for step in steps if highest_count / step <= 5)


def _axis_end(highest_count: int) -> int:
    """The end of the axis: the first step above the highest number, so that its label has room."""
    return (highest_count // _axis_step(highest_count) + 1) * _axis_step(highest_count)


def _columns(plot: Any) -> None:
    plot.gap_width, plot.overlap = 0, 100
    possible, certain, *undated_series = plot.series
    possible.format.fill.patterned()
    possible.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    possible.format.fill.fore_color.rgb, possible.format.fill.back_color.rgb = (
        rgb(CERTAIN_COLOUR),
        rgb(WHITE),
    )
    for series, colour in (
        (certain, CERTAIN_COLOUR),
        *((series, WHITE) for series in undated_series),
    ):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(colour)
        series.format.line.color.rgb = rgb(CERTAIN_COLOUR)


def _label_moment(plot: Any, counts: CurveScene, year_index: int | None) -> None:
    """Labels the numbers of the moment, certain and at most, and that of the undated."""
    possible, _, *undated_series = plot.series
    if year_index is not None:
        ends = dict.fromkeys((counts["certain"][year_index], counts["possible"][year_index]))
        _label(possible.points[year_index], "–".join(map(str, ends)))
    for series in undated_series:
        _label(series.points[len(counts["certain"])], str(len(counts["undated"])))


def _label(point: Any, text: str) -> None:
    point.data_label.position = XL_LABEL_POSITION.OUTSIDE_END
    body = point.data_label.text_frame
    body.text = text
    run = body.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = Pt(LETTER_PT), True, rgb(TEXT_COLOUR)
