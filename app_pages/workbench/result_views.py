"""The answer to a custom query, in the view that the reader chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from app_pages.panels.answer import show_answer
from app_pages.state.language import say
from app_pages.state.widget_state import persistent_choice
from app_pages.workbench.result_chart import show_custom_chart
from app_pages.workbench.result_stage import show_stage
from app_pages.workbench.texts import phrase
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.catalogue import Question
from queries.rendering.formats import as_json

VIEW = "custom_view"
# A longer text is not shown on the page: its file has all of it.
MAX_LETTERS = 200_000


def show_result(
    facts: Facts, answer: Answer, question: Question, store_views: Mapping[str, Callable[[], None]]
) -> None:
    """Shows an answer as a table, a network, a map, a chart or JSON.

    `store_views` are views that only some stores give, by the keys of their names.
    """
    views: dict[str, Callable[[], None]] = {
        "as_table": lambda: show_answer(facts, answer, None),
        "as_network": lambda: show_stage(facts, answer, "network"),
        "as_map": lambda: show_stage(facts, answer, "map"),
        "as_chart": lambda: show_custom_chart(facts, answer, question),
        "as_json": lambda: _json(answer),
        **store_views,
    }
    if not answer.rows and not store_views:
        st.info(say("no_rows"))
        return
    if st.session_state.get(VIEW) not in views:
        st.session_state.pop(VIEW, None)
    views[persistent_choice(VIEW, phrase("views"), {key: phrase(key) for key in views})]()


def _json(answer: Answer) -> None:
    text = as_json(answer)
    if len(text) > MAX_LETTERS:
        st.info(phrase("json_too_long"))
        return
    st.code(text, language="json", height=480)
