"""The chart of an answer, if its question has one and there is something to compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from textwrap import wrap
from typing import Any

import altair as alt
import streamlit as st

from app_pages.components.chart_downloads import figure_files
from app_pages.state.language import language, say
from graph.drawing.chart_image import FONT as FONTS
from graph.model.facts import Facts
from graph.stores.store import Answer
from ontology.schema.kinds import Bound, Stance
from queries.catalogue import ChartType, Question, ValueType
from queries.parameters import choice_label
from queries.rendering.answer_marks import ChartMark, Marks, marks

Hues = tuple[str, str]
# The colour of marks and of texts on a light and on a dark page (Okabe and Ito).
HUES: Mapping[str, Hues] = {"light": ("#0072B2", "#1f2933"), "dark": ("#56B4E9", "#f0f0f0")}
ROW_HEIGHT, FONT_SIZE, MAX_LABEL_WIDTH = 30, 14, 420
# The axes of a file in pixels, and how many characters of each language a row of notes has.
WIDTH, LETTERS_A_ROW = 640, {"zh": 56, "en": 112}
# The share of an axis that is left for the texts at its end.
TEXT_ROOM = 0.22
# The shape of a mark shows its bound: exact, about, at most or at least.
SHAPES = {
    Bound.EQUAL: "circle",
    Bound.ABOUT: "diamond",
    Bound.BELOW: "triangle-left",
    Bound.AT_MOST: "triangle-left",
    Bound.ABOVE: "triangle-right",
    Bound.AT_LEAST: "triangle-right",
}
DAY = timedelta(days=1)
# At most one line for each year.
YEARS = alt.Axis(format="%Y", tickMinStep=365 * 86_400_000, grid=True)


def show_chart(
    facts: Facts, answer: Answer, question: Question, values: Mapping[str, str | int]
) -> None:
    """Shows the chart under its heading, what it leaves out, and both as files."""
    chart_marks = marks(facts, answer, question, language())
    if chart_marks is None:
        return
    st.header(say("chart"))
    for panel in _panels(chart_marks, HUES[_theme()]):
        st.altair_chart(_readable_chart(panel), theme="streamlit")
    notes = _notes(chart_marks)
    if notes:
        st.caption(" ".join(notes))
    parameters = [
        say("labelled", label=name, text=value)
        for name, value in _parameter_texts(facts, question, values)
    ]
    with st.container(horizontal=True):
        heading = question.title.name(language())
        lines = [
            row for note in (*parameters, *notes) for row in wrap(note, LETTERS_A_ROW[language()])
        ]
        figure_files(partial(_sheet, chart_marks, heading, lines), f"learned-from-{question.key}")


def _notes(chart_marks: Marks) -> list[str]:
    """Notes that a reader needs for the chart: signs, and rows without a mark."""
    notes = [] if chart_marks.type is ChartType.AMOUNTS else [say(f"chart_{chart_marks.type}")]
    for key, count in (
        (
            "chart_undated" if chart_marks.type is ChartType.DATES else "chart_unvalued",
            chart_marks.undated_count,
        ),
        ("chart_denied", chart_marks.denied_count),
        ("chart_no_room", chart_marks.no_room_count),
    ):
        notes += [say(key, count=count)] * bool(count)
    return notes


def _parameter_texts(
    facts: Facts, question: Question, values: Mapping[str, str | int]
) -> Iterator[tuple[str, str]]:
    """The question's parameters: the name and value of each, in the reader's language."""
    for parameter in question.parameters:
        value = str(values[parameter.key])
        if parameter.type in (ValueType.STANCE, ValueType.CLOCK):
            value = choice_label(value, language())
        elif not isinstance(parameter.type, ValueType):
            value = facts.display_name(value, language())
        yield parameter.name.name(language()), value


def _sheet(chart_marks: Marks, heading: str, lines: Sequence[str]) -> Any:
    """The whole chart for a paper: on white, with the parameters and with what it leaves out."""
    title = alt.Title(
        heading, subtitle=list(lines), anchor="start", offset=16, fontSize=FONT_SIZE + 2
    )
    panels = [panel.properties(width=WIDTH) for panel in _panels(chart_marks, HUES["light"])]
    sheet = alt.vconcat(*panels, title=title, spacing=28)
    return _readable_chart(sheet.configure(font=FONTS, background="white", padding=16))


def _panels(chart_marks: Marks, hues: Hues) -> list[Any]:
    """A chart for each axis, in these colours."""
    draw = {ChartType.AMOUNTS: _amounts, ChartType.FIGURES: _figures, ChartType.DATES: _dates}
    charts = []
    for panel in dict.fromkeys(mark.panel for mark in chart_marks.marks):
        panel_marks = [mark for mark in chart_marks.marks if mark.panel == panel]
        labels = list(dict.fromkeys(mark.label for mark in panel_marks))
        chart = draw[chart_marks.type](panel_marks, labels, panel, hues)
        charts.append(chart.properties(height=alt.Step(ROW_HEIGHT)))
    return charts


def _readable_chart(chart: Any) -> Any:
    """The chart with letters that can be read, and no frame."""
    chart_with_font = chart.configure_axis(labelFontSize=FONT_SIZE, titleFontSize=FONT_SIZE)
    return chart_with_font.configure_view(strokeWidth=0)


def _rows(labels: Sequence[str]) -> alt.Y:
    """The axis of rows: one for each label, with every label shown."""
    axis = alt.Axis(
        labelLimit=MAX_LABEL_WIDTH, labelOverlap=False, labelFlush=False, ticks=False, domain=False
    )
    scale = alt.Scale(type="band")
    return alt.Y("label:N", title=None, sort=list(labels), axis=axis, scale=scale)


def _scale(values: Sequence[float]) -> alt.Scale:
    """An axis that includes 0, with room for the texts."""
    minimum, maximum = min(0, *values), max(0, *values)
    room = (maximum - minimum or 1) * TEXT_ROOM
    return alt.Scale(domain=[minimum, maximum + room], nice=False)


def _amounts(
    panel_marks: Sequence[ChartMark], labels: Sequence[str], panel: str, hues: Hues
) -> Any:
    values = [{"label": mark.label, "value": mark.value, "text": mark.text} for mark in panel_marks]
    axis = alt.Axis(tickMinStep=1, format="d", grid=True)
    x = alt.X("value:Q", title=None, axis=axis, scale=_scale([mark.value for mark in panel_marks]))
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_rows(labels), x=x)
    bars = base.mark_bar(color=hues[0], height={"band": 0.62})
    return alt.layer(bars, _texts(base, hues))


def _figures(
    panel_marks: Sequence[ChartMark], labels: Sequence[str], panel: str, hues: Hues
) -> Any:
    """A point for each figure on an axis that begins at 0, and a stroke for its earlier value."""
    values = [_figure(mark) for mark in panel_marks]
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_rows(labels))
    numbers = [mark.value for mark in panel_marks] + [
        m.baseline for m in panel_marks if m.baseline is not None
    ]
    axis = alt.Axis(tickCount=6)
    x = alt.X("value:Q", title=panel, scale=_scale(numbers), axis=axis)
    baselines = base.transform_filter("isValid(datum.baseline)")
    ways = baselines.mark_rule(color=hues[0], strokeWidth=2).encode(
        x=alt.X("baseline:Q"), x2="value:Q"
    )
    starts = baselines.mark_tick(color=hues[0], thickness=3, height=16).encode(
        x=alt.X("baseline:Q")
    )
    shape = alt.Shape("shape:N", scale=None)
    points = base.mark_point(size=150, strokeWidth=2, stroke=hues[0], opacity=1).encode(
        x=x, shape=shape, fill=_fill(hues)
    )
    return alt.layer(ways, starts, points, _texts(base.encode(x=x), hues))


def _figure(mark: ChartMark) -> dict[str, object]:
    return {
        "label": mark.label,
        "value": mark.value,
        "baseline": mark.baseline,
        "shape": SHAPES[mark.bound],
        "text": mark.text,
        "firm": mark.stance is Stance.STATED and mark.bound is Bound.EQUAL,
    }


def _dates(panel_marks: Sequence[ChartMark], labels: Sequence[str], panel: str, hues: Hues) -> Any:
    """A bar from the first to the last possible day; an open end fades out."""
    days = [day for mark in panel_marks for day in (mark.earliest, mark.latest) if day]
    first_day, last_day = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    scale = alt.Scale(
        domain=[str(first_day), str(last_day + (last_day - first_day) * TEXT_ROOM + 90 * DAY)]
    )
    values = [_days(mark, first_day, last_day) for mark in panel_marks]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=_rows(labels),
        x=alt.X("start:T", title=None, scale=scale, axis=YEARS),
        x2="end:T",
    )
    bars = base.mark_bar(stroke=hues[0], strokeWidth=3, height={"band": 0.4}).encode(
        fill=_fill(hues), opacity=alt.condition("datum.open", alt.value(0.45), alt.value(1))
    )
    return alt.layer(bars, _texts(base.encode(x=alt.X("end:T", scale=scale)), hues))


def _days(mark: ChartMark, first_day: date, last_day: date) -> dict[str, object]:
    return {
        "label": mark.label,
        "start": str(mark.earliest or first_day),
        "end": str((mark.latest or last_day) + DAY),
        "text": mark.text,
        "firm": mark.stance is Stance.STATED,
        "open": mark.earliest is None or mark.latest is None,
    }


def _fill(hues: Hues) -> Any:
    """Marks of stated values are filled; those of implied, planned or bounded values are hollow."""
    return alt.condition("datum.firm", alt.value(hues[0]), alt.value("transparent"))


def _texts(base: Any, hues: Hues) -> Any:
    """The figure as text to the right of its mark."""
    text_marks = base.mark_text(align="left", dx=12, fontSize=FONT_SIZE, clip=False, color=hues[1])
    return text_marks.encode(text="text:N")


def _theme() -> str:
    """The reader's theme: Altair's marks do not follow it by themselves."""
    return "dark" if st.context.theme.type == "dark" else "light"
