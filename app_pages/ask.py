"""Ask: a question of the catalogue or a custom query, to any store."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app_pages.forms.questions.question_choice import QUESTION, choose_question, question_part
from app_pages.forms.questions.question_form import question_form, question_parts
from app_pages.forms.questions.store_choice import (
    NoServer,
    choose_store,
    name_server,
    open_chosen_store,
    query_language,
    store_part,
)
from app_pages.panels.answer import PASSAGES, show_answer
from app_pages.panels.answer_table import ROW, ROW_OF, keep_row
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.url_codec import ChoicePart, Flag, ShortText, UrlPart
from app_pages.state.widget_state import persistent_choice
from app_pages.state.workspace import facts_or_stop, facts_stamp
from app_pages.workbench.custom_query import (
    QUERY_PART,
    open_as_custom_query,
    parameter_parts,
    parts_in_address,
    show_custom_query,
)
from app_pages.workbench.query_answers import answer_once, shared_answer, show_refusal
from app_pages.workbench.texts import phrase
from graph.model.facts import Facts
from graph.stores.store import Answer, StoreError
from queries.ask import ask, shell_parameters
from queries.catalogue import QueryError, Question, questions
from queries.custom_queries.custom_question import catalogue_parameters

MODE_KEY = "ask_mode"
# The parts of the address that the page has written.
WRITTEN_PARTS_KEY = "ask_written"
MODES = CATALOGUE, CUSTOM_QUERY = ("catalogue", "custom_query")
# The custom query in a link that was copied before it had its present name.
FORMER_CUSTOM_QUERY = "own_query"


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_ask"))
    if st.query_params.get("by") == FORMER_CUSTOM_QUERY:
        st.query_params["by"] = CUSTOM_QUERY
    row_before = st.session_state.get(ROW)
    restore_from_url("ask", _parts(facts))
    if st.session_state.get(ROW) != row_before:  # the address says which row
        st.session_state[ROW_OF] = None
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        mode = _choose_mode()
    with right:
        store = choose_store()
    name_server(store)
    if mode == CATALOGUE:
        _catalogue(facts, store)
    else:
        show_custom_query(facts, store, lambda: _write_view(facts, store))


def _parts(facts: Facts) -> list[UrlPart]:
    """The view: which question with which values, or which query, and to which store."""
    question = question_part(facts)
    key_in_url = str(st.query_params.get(question.name, st.session_state.get(QUESTION)))
    key = key_in_url if key_in_url in question.options else str(question.default)
    values = question_parts(facts, questions()[key])
    if _from_url("by", MODE_KEY) == CUSTOM_QUERY:
        part = store_part()
        values = parts_in_address(facts, _from_url(part.name, part.key))
    return [*_mode_and_store(), question, *values, *_view_parts(), QUERY_PART]


def _view_parts() -> list[UrlPart]:
    """The selected row of the answer, and whether the passages of all rows are shown."""
    return [ShortText("row", ROW, "", str.isdecimal), Flag("passages", PASSAGES, default=False)]


def _mode_and_store() -> list[UrlPart]:
    return [ChoicePart("by", MODE_KEY, MODES, CATALOGUE), store_part()]


def _from_url(name: str, key: str) -> str:
    """A part as the address has it, else as it is chosen."""
    return str(st.query_params.get(name, st.session_state.get(key)))


def _write_view(facts: Facts, store: str) -> None:
    """Writes the view into the address, and removes the parts of the view before."""
    if st.session_state[MODE_KEY] == CATALOGUE:
        values = question_parts(facts, questions()[st.session_state[QUESTION]])
        parts = [*_mode_and_store(), question_part(facts), *values, *_view_parts()]
    else:
        parts = [*_mode_and_store(), QUERY_PART, *parameter_parts(facts, store)]
    names = catalogue_parameters().keys() | st.session_state.get(WRITTEN_PARTS_KEY, set())
    st.session_state[WRITTEN_PARTS_KEY] = {part.name for part in parts}
    page_parts = {"question", "query", "row", "passages"}
    for name in (names | page_parts) - st.session_state[WRITTEN_PARTS_KEY]:
        if name in st.query_params:
            del st.query_params[name]
    write_to_url("ask", parts)


def _choose_mode() -> str:
    return persistent_choice(MODE_KEY, say("ask_mode"), {mode: say(mode) for mode in MODES})


def _catalogue(facts: Facts, store: str) -> None:
    question = choose_question(facts)
    st.write(question.question.name(language()))
    try:
        values = question_form(facts, question)
        keep_row((question.key, values))
        _write_view(facts, store)
        if values is None:
            st.info(say("nothing_here"))
            return
        open_store = open_chosen_store(store)

        sorted_values = tuple(sorted(values.items()))

        def ask_store() -> Answer:
            open_store.check_dataset(facts.dataset)
            language = query_language(store)
            if open_store.is_server:  # what it holds can change
                return ask(question, values, open_store.store, language)
            return shared_answer(
                *facts_stamp(), question.key, sorted_values, language, open_store.store
            )

        answer = answer_once((question.key, sorted_values), open_store, ask_store)
    except (StoreError, QueryError, NoServer) as error:
        show_refusal(error)
        return
    show_answer(facts, answer, question, values)
    text = st.expander(say("query_text"), key="ask_query_text", on_change="rerun")
    if text.open:  # what colours a query is a fifth of all that a browser loads for the page
        with text:
            _show_query(facts, question, values, store)


def _show_query(
    facts: Facts, question: Question, values: Mapping[str, str | int], store: str
) -> None:
    """The text of a question with its values, and the way to change it."""
    st.code(question.text(query_language(store)), language=query_language(store))
    if query_language(store) == "cypher":
        st.caption(say("query_parameters"))
        st.code(shell_parameters(facts.dataset.name, values), language=None)
    st.button(phrase("as_query"), on_click=open_as_custom_query, args=(question, store, MODE_KEY))


page()
