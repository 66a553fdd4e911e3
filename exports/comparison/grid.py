"""A comparison in words: one grid for the page, the workbook and Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.compare.adoption_matrix import SIGNS, Agreement, Cell, Comparison, Mark
from graph.compare.indicator_matrix import FigureRow, Relation
from graph.model.facts import Facts
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.schema.kinds import Bound, Measurement
from queries.rendering.texts import phrase

AGREEMENT_SIGNS = {
    Agreement.ALIKE: "=",
    Agreement.DIFFERENT: "≠",
    # most rows are partial, so a sign on each of them would hide the other signs
    Agreement.PARTIAL: "",
    Agreement.SILENT: "",
}
RELATION_SIGNS = {
    Relation.SAME: "=",
    Relation.DIFFERENT: "≠",
    Relation.OPEN: "≈",
    Relation.UNLIKE: "∥",
    Relation.ALONE: "",
}
LESSONS = "lessons"
TEACHER_SIGN = "←"
HAN_CHARACTERS = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Entry:
    """The content of a cell: a sign with its meaning, text, and its statements.

    `count` is how many statements say it; `statements` may hold more: those that name the teacher.
    """

    sign: str = ""
    meaning: str = ""
    text: str = ""
    count: int = 0
    statements: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A row: its key, name and depth, how its cells compare with each other, and the cells.

    `kind` is LESSONS, or the value of the Agreement or Relation that `sign` and `meaning` show.
    """

    key: str
    kind: str
    name: str
    depth: int
    sign: str
    meaning: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Grid:
    """A table in one language: what its rows are, the codes and names of its columns, rows.

    `legend` has the signs with their meanings.
    """

    title: str
    corner: str
    codes: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[str, str], ...]


def mechanism_grid(facts: Facts, comparison: Comparison, language: str) -> Grid:
    """The teachers of each place, then each mechanism with the statements on each place."""
    lessons = tuple(_lesson(facts, cell, language) for cell in comparison.lessons)
    lines = [Line(LESSONS, LESSONS, phrase("lessons", language), 0, "", "", lessons)]
    for row in comparison.rows:
        sign = AGREEMENT_SIGNS[row.agreement]
        meaning = phrase(f"agreement.{row.agreement}", language)
        name = _name(facts, row.mechanism, language)
        entries = tuple(_entry(facts, cell, language) for cell in row.cells)
        lines.append(Line(row.mechanism, row.agreement, name, row.depth, sign, meaning, entries))
    return _grid(facts, "mechanisms", comparison.places, lines, language)


def figure_grid(
    facts: Facts, rows: Sequence[FigureRow], places: Sequence[str], language: str
) -> Grid:
    """Each indicator in its unit and period, with the figures of each place."""
    lines = []
    for number, row in enumerate(rows):
        meaning = phrase(f"relation.{row.relation}", language)
        entries = tuple(_figures(facts, ids, language) for ids in row.cells)
        name = _figure_row_name(facts, row, language)
        lines.append(
            Line(
                f"figure{number}",
                row.relation,
                name,
                0,
                RELATION_SIGNS[row.relation],
                meaning,
                entries,
            )
        )
    return _grid(facts, "figures", places, lines, language)


def _grid(
    facts: Facts, key: str, places: Sequence[str], lines: Sequence[Line], language: str
) -> Grid:
    signs = {line.sign: line.meaning for line in lines if line.sign}
    if key == "mechanisms":  # all marks, so that readers know every meaning of an empty cell
        signs = {SIGNS[mark]: phrase(f"mark.{mark}", language) for mark in Mark} | signs
    return Grid(
        title=phrase(f"compared_{key}", language),
        corner=phrase(f"corner_{key}", language),
        codes=tuple(places),
        columns=tuple(_name(facts, place, language) for place in places),
        lines=tuple(lines),
        legend=tuple(signs.items()),
    )


def _entry(facts: Facts, cell: Cell, language: str) -> Entry:
    parts = [_dates(cell.since, language)]
    if cell.teachers:
        parts.append(f"{TEACHER_SIGN} {_names(facts, cell.teachers, language)}")
    return Entry(
        sign=SIGNS[cell.mark],
        meaning=phrase(f"mark.{cell.mark}", language),
        text=" ".join(filter(None, parts)),
        count=len(cell.statements),
        statements=(*cell.statements, *cell.lessons),
    )


def _lesson(facts: Facts, cell: Cell, language: str) -> Entry:
    if cell.mark is Mark.UNSAID:
        return Entry(SIGNS[cell.mark], phrase("no_lesson", language))
    parts = [_names(facts, cell.teachers, language), _dates(cell.since, language)]
    return Entry(
        sign=SIGNS[cell.mark],
        meaning=phrase(f"mark.{cell.mark}", language),
        text=" ".join(filter(None, parts)),
        count=len(cell.statements),
        statements=cell.statements,
    )


def _figures(facts: Facts, ids: Sequence[str], language: str) -> Entry:
    figures = [figure for id in ids if isinstance(figure := facts.statements[id], Measurement)]
    texts = dict.fromkeys(_figure(figure, language) for figure in figures)
    text = phrase("list_comma", language).join(texts)
    return Entry(text=text, count=len(ids), statements=tuple(ids))


def _figure(figure: Measurement, language: str) -> str:
    """A figure as written, with the bound that was read from it, and its earlier value.

    An exact figure is written only once if its words are in the reader's language.
    """
    text = figure.value_written
    is_plain = figure.bound == Bound.EQUAL and f"{figure.value:f}" in text
    if not (is_plain and _is_in_language(text, language)):
        bound_name = choice_name(figure.bound, language)
        text = phrase(
            "figure", language, written=text, bound=bound_name, value=f"{figure.value:,f}"
        )
    if figure.baseline is None:
        return text
    baseline_period = _period(figure.baseline_period, language)
    baseline_text = figure.baseline_written or f"{figure.baseline:f}"
    return text + phrase("baseline", language, written=baseline_text, period=baseline_period)


def _is_in_language(text: str, language: str) -> bool:
    """Whether a text has no words or only those of this language; Chinese may have Latin ones."""
    return bool(HAN_CHARACTERS.search(text)) == (language == "zh") or not any(
        map(str.isalpha, text)
    )


def _figure_row_name(facts: Facts, row: FigureRow, language: str) -> str:
    """The indicator, its unit and period, and the word for a plan if the figure is planned."""
    unit = _name(facts, row.unit, language)
    unit += f" / {_name(facts, row.per, language)}" if row.per else ""
    parts = [unit, _period(row.period, language)]
    parts += [phrase("is_plan", language)] * row.is_plan
    details = phrase("list_comma", language).join(parts)
    return phrase(
        "measured", language, indicator=_name(facts, row.indicator, language), how=details
    )


def _dates(dates: Sequence[str], language: str) -> str:
    return phrase("list_comma", language).join(date_in_words(date, language) for date in dates)


def _period(period: str | None, language: str) -> str:
    return date_in_words(period, language) if period else phrase("no_period", language)


def _names(facts: Facts, codes: Sequence[str], language: str) -> str:
    return phrase("list_comma", language).join(_name(facts, code, language) for code in codes)


def _name(facts: Facts, code: str, language: str) -> str:
    return facts.display_name(code, language)
