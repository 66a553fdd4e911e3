"""The figures of an indicator side by side: for each unit a table of subjects and periods."""

from __future__ import annotations

import streamlit as st

from app_pages.components.result_table import link_columns_of
from app_pages.panels.answer_chart import show_chart
from app_pages.state.language import language, say
from app_pages.state.page_links import NAME_IN_ADDRESS, named_address
from exports.cards.arrow_table import filled_table
from exports.cards.statement_words import Row
from graph.compare.figure_tables import FigureTable, figure_tables, figures_of
from graph.drawing.network_scene import undated_text
from graph.model.facts import Facts
from graph.stores.store import Answer
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.kinds import Bound, Measurement, Stance
from queries.catalogue import questions

QUESTION = "figures_of_indicator"


def figures(facts: Facts, code: str) -> None:
    """A table for each unit, then the chart; nothing if there is no figure."""
    tables = figure_tables(facts, code)
    if not tables:
        return
    st.header(say("figures_side_by_side"), anchor=False)
    if len(tables) > 1:
        st.caption(say("figures_apart"))
    for table in tables:
        names = (facts.display_name(unit, language()) for unit in table.unit if unit)
        st.subheader(say("figures_in_unit", unit=" / ".join(names)), anchor=False)
        links = link_columns_of(
            [word(key, language()) for key in ("indicator", "subject")], NAME_IN_ADDRESS
        )
        rows = _rows(facts, table, code)
        st.dataframe(filled_table(rows), hide_index=True, column_config=links)
    question = questions()[QUESTION]
    show_chart(facts, _answer(facts, code), question, {"indicator": code})


def _rows(facts: Facts, table: FigureTable, code: str) -> list[Row]:
    """A row for each indicator and subject; the indicator of the page is not named again."""
    page_language = language()
    rows: list[Row] = []
    for entry in table.rows:
        indicator, subject = entry
        cells: dict[str, str] = {
            word("indicator", page_language): ""
            if indicator == code
            else named_address(facts, indicator, page_language),
            word("subject", page_language): named_address(facts, subject, page_language),
        }
        for period in table.periods:
            heading = (
                date_in_words(period, page_language) if period else undated_text(page_language)
            )
            ids = table.cells.get((entry, period), ())
            cells[heading] = say("comma").join(_figure(facts, id) for id in ids)
        rows.append(cells)
    return rows


def _figure(facts: Facts, id: str) -> str:
    """A value with its bound and its earlier value, and how it is held if not plainly stated."""
    figure = facts.statements[id]
    assert isinstance(figure, Measurement)
    bound_text = "" if figure.bound is Bound.EQUAL else f"{choice_name(figure.bound, language())} "
    value = f"{bound_text}{figure.value:f}"
    if figure.baseline is not None:
        value = f"{figure.baseline:f} → {value}"
    if figure.stance is Stance.STATED:
        return value
    return say("labelled", label=choice_name(figure.stance, language()), text=value)


def _answer(facts: Facts, code: str) -> Answer:
    """The rows that the question on an indicator's figures has, without asking a store."""
    columns = tuple(column.key for column in questions()[QUESTION].columns)
    rows = []
    for id, figure in figures_of(facts, code):
        cells = {column: getattr(figure, column, None) for column in columns}
        cells |= {"measured": figure.indicator, "value": float(figure.value), "statements": [id]}
        if figure.baseline is not None:
            cells["baseline"] = float(figure.baseline)
        rows.append(tuple(cells[column] for column in columns))
    return Answer(columns, tuple(rows))
