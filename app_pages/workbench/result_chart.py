"""A chart of the answer to a custom query: the reader chooses the columns."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app_pages.panels.answer_chart import show_chart
from app_pages.state.language import language
from app_pages.workbench.texts import phrase
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.catalogue import AnswerColumn, Chart, ChartType, ColumnType, Question
from queries.custom_queries.question_header import columns_of_answer
from queries.rendering.answer_marks import marks

# What a mark's length or place can be, and how each is drawn.
CHART_OF_COLUMN = {ColumnType.NUMBER: ChartType.AMOUNTS, ColumnType.DATE: ChartType.DATES}
VALUE_KEY, LABEL_KEY = "custom_chart_value", "custom_chart_label"


def show_custom_chart(facts: Facts, answer: Answer, question: Question) -> None:
    """A bar for each row by a column of numbers or of dates, named by another column."""
    columns = columns_of_answer(facts, question, answer)
    values = [column for column in columns if column.type in CHART_OF_COLUMN]
    if not values or len(columns) < 2:
        st.info(phrase("no_chart"))
        return
    with st.container(horizontal=True):
        value = _choice(VALUE_KEY, phrase("chart_value"), values)
        other_columns = [column for column in columns if column is not value]
        label_columns = sorted(other_columns, key=lambda column: column.type in CHART_OF_COLUMN)
        label = _choice(LABEL_KEY, phrase("chart_label"), label_columns)
    chart = Chart(CHART_OF_COLUMN[value.type], (label.key,), value.key)
    chart_question = replace(question, columns=columns, chart=chart, parameters=())
    if marks(facts, answer, chart_question, language()) is None:
        st.info(phrase("no_chart"))
        return
    show_chart(facts, answer, chart_question, {})


def _choice(key: str, label: str, columns: list[AnswerColumn]) -> AnswerColumn:
    """The column that the reader chooses, at first the first one."""
    by_key = {column.key: column for column in columns}
    if st.session_state.get(key) not in by_key:
        st.session_state.pop(key, None)
    key_of_column = st.selectbox(
        label, list(by_key), format_func=lambda name: by_key[name].name.name(language()), key=key
    )
    return by_key[key_of_column]
