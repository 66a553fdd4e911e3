"""A step's curve as a chart of PowerPoint's own: its numbers stay editable.

Columns without gaps are the steps of the curve: full ones are certain, the hatched ones behind them
reach up to what is possible at most, and who has no date stands apart at the end.
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

from exports.talk.pptx_shapes import LETTER, TEXT, Frame, Item, rgb, width_of, words
from graph.drawing.texts import say

SURE, WHITE, GRID = "#0072B2", "#FFFFFF", "#D5DCE2"
HEADING = 0.36
# How wide a year is written, in inches.
YEAR = 0.62
Numbers = list[int | None]


def curve(shapes: Any, data: Item, now: int, frame: Frame, language: str) -> None:
    """Draws the curve of a stage as it stands at the end of the year `now`."""
    told, years = data["curve"], data["years"]
    head = HEADING * ceil(1.1 * width_of([told["title"]]) / frame.width)
    words(shapes, Frame(frame.left, frame.top, frame.width, head), told["title"], bold=True)
    if not told["whole"]:
        return
    box = (frame.left, frame.top + head, frame.width, frame.height - head)
    made = shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, *map(Inches, box), _numbers(told, years, now, language)
    )
    made.name = told["title"]
    made._element.nvGraphicFramePr.cNvPr.set("descr", told_curve(data, now, language))
    chart = made.chart
    chart.font.size, chart.font.color.rgb = Pt(LETTER), rgb(TEXT)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, told["whole"], ceil(len(years) * YEAR / (frame.width - 1)))
    _columns(chart.plots[0])
    _label_last(chart.plots[0], told, _at(years, now))


def told_curve(data: Item, now: int, language: str) -> str:
    """What the curve says at the end of a year, in words."""
    told, at = data["curve"], _at(data["years"], now)
    comma = say("comma", language)
    said = [say("sum_undated", language, count=len(told["undated"]))]
    if at is not None:
        sure, most = told["certain"][at], told["possible"][at]
        said.insert(0, say("sum_certain", language, count=sure))
        said.insert(1, say("sum_possible", language, count=most - sure))
        said.insert(0, say("by_the_end", language, year=now))
    names = f" ({comma.join(told['undated'])})" if told["undated"] else ""
    return f"{told['title']} · {comma.join(said)}{names}"


def _at(years: Sequence[int], now: int) -> int | None:
    return years.index(now) if now in years else None


def _numbers(told: Item, years: Sequence[int], now: int, language: str) -> CategoryChartData:
    """The table of the chart: a row a year, and one for the undated; what is to come is empty."""
    aside = [say("undated", language)] if told["undated"] else []
    made = CategoryChartData(number_format="0")
    made.categories = [*map(str, years), *aside]
    apart: Numbers = [None for _ in aside]
    for name, counts in (("at_most", told["possible"]), ("state_certain", told["certain"])):
        past = [count if year <= now else None for year, count in zip(years, counts, strict=True)]
        made.add_series(say(name, language), [*past, *apart])
    if aside:
        made.add_series(aside[0], [*(None for _ in years), len(told["undated"])])
    return made


def _axes(chart: Any, whole: int, every: int) -> None:
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, _rounded(whole)
    chart.value_axis.major_unit = _unit(whole)
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    chart.value_axis.format.line.fill.background()
    axis = chart.category_axis._element
    for name in ("tickLblSkip", "tickMarkSkip"):  # where the schema wants them
        sign = axis.makeelement(qn(f"c:{name}"), {"val": str(every)})
        axis.find(qn("c:noMultiLvlLbl")).addprevious(sign)


def _unit(whole: int) -> int:
    """A round step of the axis, so that it has five at most."""
    steps = (step * 10**power for power in range(9) for step in (1, 2, 5))
    return next(step for step in steps if whole / step <= 5)


def _rounded(whole: int) -> int:
    """The end of the axis: the first step above the highest number, so that its label has room."""
    return (whole // _unit(whole) + 1) * _unit(whole)


def _columns(plot: Any) -> None:
    plot.gap_width, plot.overlap = 0, 100
    most, sure, *undated = plot.series
    most.format.fill.patterned()
    most.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    most.format.fill.fore_color.rgb, most.format.fill.back_color.rgb = rgb(SURE), rgb(WHITE)
    for one, colour in ((sure, SURE), *((one, WHITE) for one in undated)):
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = rgb(colour)
        one.format.line.color.rgb = rgb(SURE)


def _label_last(plot: Any, told: Item, at: int | None) -> None:
    """The numbers of the moment, from what is certain to the most, and of the undated."""
    most, _, *undated = plot.series
    if at is not None:
        ends = dict.fromkeys((told["certain"][at], told["possible"][at]))
        _label(most.points[at], "–".join(map(str, ends)))
    for one in undated:
        _label(one.points[len(told["certain"])], str(len(told["undated"])))


def _label(point: Any, text: str) -> None:
    point.data_label.position = XL_LABEL_POSITION.OUTSIDE_END
    body = point.data_label.text_frame
    body.text = text
    run = body.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = Pt(LETTER), True, rgb(TEXT)
