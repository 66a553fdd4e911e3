"""An answer as the marks of a chart: their names and positions, and what is not drawn.

Only what can be compared shares an axis: figures of one unit, per the same. A bound stays a bound,
a date an interval of days. What a text denies is no deed and gets no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.schema.edtf import BadDate, Interval, edtf_interval
from ontology.schema.kinds import Bound, Stance
from queries.catalogue import AnswerColumn, Chart, ChartType, Question
from queries.rendering.answer_labels import in_words
from queries.rendering.formats import text

# How many marks a page shows; a chart of fewer than two compares nothing.
MAX_MARKS, MIN_MARKS = 60, 2
SIGNS = {Bound.EQUAL: "", Bound.ABOUT: "≈ ", Bound.AT_MOST: "≤ ", Bound.AT_LEAST: "≥ "}


@dataclass(frozen=True)
class ChartMark:
    """One mark: its row's name, its axis, the text beside it, and the stance of the source.

    An amount or a figure has a value, a figure also a bound and what it was at first; a date has
    its earliest and latest day, None where it is open.
    """

    label: str
    panel: str
    text: str
    stance: Stance
    value: float = 0
    bound: Bound = Bound.EQUAL
    baseline: float | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Marks:
    """The marks of a chart; how many rows have no date, are denied, or have no room."""

    type: ChartType
    marks: tuple[ChartMark, ...]
    undated_count: int = 0
    denied_count: int = 0
    no_room_count: int = 0


def marks(facts: Facts, answer: Answer, question: Question, language: str) -> Marks | None:
    """The marks of an answer; None without a chart in its header, or with nothing to compare."""
    chart = question.chart
    if chart is None:
        return None
    rows = [_Row(facts, question.columns, row, language) for row in answer.rows]
    affirmed_rows = [row for row in rows if row.stance is not Stance.DENIED]
    drawable = [mark for row in affirmed_rows if (mark := _mark(chart, row)) is not None]
    ordered_marks = _marks_in_order(chart, dict.fromkeys(drawable))
    labels = list(dict.fromkeys((mark.panel, mark.label) for mark in ordered_marks))
    if len(labels) < MIN_MARKS and not any(mark.baseline is not None for mark in ordered_marks):
        return None
    labels_with_room = set(labels[:MAX_MARKS])
    visible = tuple(mark for mark in ordered_marks if (mark.panel, mark.label) in labels_with_room)
    undated_count = len(affirmed_rows) - len(drawable)
    return Marks(
        chart.type,
        visible,
        undated_count,
        len(rows) - len(affirmed_rows),
        len(labels) - len(labels_with_room),
    )


class _Row:
    """A row whose cells are asked for by their columns' keys."""

    def __init__(
        self, facts: Facts, columns: Sequence[AnswerColumn], cells: Sequence[Cell], language: str
    ) -> None:
        self._facts = facts
        self._cells = {
            column.key: (column, cell) for column, cell in zip(columns, cells, strict=True)
        }
        self.language = language

    def __getitem__(self, key: str) -> Cell:
        return self._cells[key][1] if key in self._cells else None

    @property
    def stance(self) -> Stance:
        return Stance(str(self["stance"] or Stance.STATED))

    def in_words(self, keys: Iterable[str], separator: str = " · ") -> str:
        """What these columns hold, in words."""
        cells = (self._cells[key] for key in keys if self[key] is not None)
        return separator.join(text(in_words(self._facts, *entry, self.language)) for entry in cells)


def _mark(chart: Chart, row: _Row) -> ChartMark | None:
    """The mark of a row; None if it has no value or no date that can be placed."""
    label = row.in_words(chart.name_columns)
    if chart.type is ChartType.DATES:
        return _date_mark(label, row, str(row[chart.value] or ""))
    value = row[chart.value]
    if not isinstance(value, int | float):
        return None
    if chart.type is ChartType.AMOUNTS:
        return ChartMark(label, "", f"{value:,}", row.stance, value)
    return _figure(chart, label, row, value)


def _figure(chart: Chart, label: str, row: _Row, value: float) -> ChartMark:
    bound, baseline = Bound(str(row["bound"] or Bound.EQUAL)), row["baseline"]
    parts = [
        f"{SIGNS.get(bound, f'{bound.value} ')}{value:,}",
        row.in_words(["unit", "per"], " / "),
    ]
    period = row.in_words(["period"])
    return ChartMark(
        label=" · ".join(part for part in (label, period) if part),
        panel=_panel(chart, row),
        text=_with_stance(" ".join(part for part in parts if part), row),
        stance=row.stance,
        value=value,
        bound=bound,
        baseline=baseline if isinstance(baseline, int | float) else None,
    )


def _panel(chart: Chart, row: _Row) -> str:
    """What all figures on one axis are: such as `visits / year`."""
    unit = row.in_words([key for key in chart.panel if key in ("unit", "per")], " / ")
    subject = row.in_words([key for key in chart.panel if key not in ("unit", "per")])
    return f"{subject} ({unit})" if subject and unit else subject or unit


def _date_mark(label: str, row: _Row, date_text: str) -> ChartMark | None:
    try:
        days = edtf_interval(date_text)
    except BadDate:
        return None
    label_text = _with_stance(date_in_words(date_text, row.language), row)
    return ChartMark(label, "", label_text, row.stance, earliest=days.earliest, latest=days.latest)


def _with_stance(label: str, row: _Row) -> str:
    """A text with its stance, unless it is plainly stated."""
    if row.stance is Stance.STATED:
        return label
    return f"{label} · {choice_name(row.stance, row.language)}"


def _marks_in_order(chart: Chart, chart_marks: Iterable[ChartMark]) -> list[ChartMark]:
    """Amounts from the most, dates from the first; figures as the answer gives them."""
    if chart.type is ChartType.AMOUNTS:
        return sorted(chart_marks, key=lambda mark: -mark.value)
    if chart.type is ChartType.DATES:
        return sorted(
            chart_marks, key=lambda mark: _first_day(Interval(mark.earliest, mark.latest))
        )
    return list(chart_marks)


def _first_day(days: Interval) -> tuple[date, date]:
    return days.earliest or date.min, days.latest or date.max
