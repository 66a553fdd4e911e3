"""Ask: a question of the catalogue or the reader's own query, to any store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from app_pages.forms.question_choice import QUESTION, choose_question, question_part
from app_pages.forms.question_form import question_form, question_parts
from app_pages.forms.store_choice import (
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
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import CompressedText, Flag, OneOf, ShortText, UrlPart
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_or_stop
from graph.model.facts import Facts
from graph.stores.common.base import DATASET, Answer, StoreError, StoreUnreachable
from graph.stores.open import Opened
from queries.ask import ask, shell_parameters
from queries.catalogue import QueryError, questions
from texts.tables import APP

WAY, QUERY, QUERY_IN = "ask_way", "ask_query", "ask_query_in"
# The last question, its store, and its answer or error.
ANSWERED = "ask_answered"
Outcome = TypeVar("Outcome")
WAYS = ("catalogue", "own_query")
STARTS = {
    "cypher": "MATCH (learner)-[link:LEARNED_FROM]->(teacher)\n"
    "RETURN learner.name_zh AS learner, teacher.name_zh AS teacher,\n"
    "  link.when AS when, link.statements AS statements",
    "sparql": "SELECT ?kind (COUNT(?thing) AS ?count)\nWHERE { ?thing a ?kind }\n"
    "GROUP BY ?kind ORDER BY DESC(?count)",
}


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_ask"))
    row_before = st.session_state.get(ROW)
    restore_from_url("ask", _parts(facts))
    if st.session_state.get(ROW) != row_before:  # the address says which row
        st.session_state[ROW_OF] = None
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        way = _choose_way()
    with right:
        store = choose_store()
    name_server(store)
    if way == "catalogue":
        _catalogue(facts, store)
    else:
        _own(facts, store)


def _parts(facts: Facts) -> list[UrlPart]:
    """The view: which question with which values, or which query, and to which store."""
    question = question_part(facts)
    key_in_url = str(st.query_params.get(question.name, st.session_state.get(QUESTION)))
    key = key_in_url if key_in_url in question.options else str(question.default)
    return [
        *_ways(),
        question,
        *question_parts(facts, questions()[key]),
        *_view_parts(),
        CompressedText("query", QUERY),
    ]


def _view_parts() -> list[UrlPart]:
    """The selected row of the answer, and whether the passages of all rows are shown."""
    return [ShortText("row", ROW, "", str.isdecimal), Flag("passages", PASSAGES, False)]


def _ways() -> list[UrlPart]:
    return [OneOf("by", WAY, WAYS, WAYS[0]), store_part()]


def _stood(facts: Facts) -> None:
    """Writes the view into the address, and removes the parts of the view before."""
    if st.session_state[WAY] == "catalogue":
        values = question_parts(facts, questions()[st.session_state[QUESTION]])
        parts = [*_ways(), question_part(facts), *values, *_view_parts()]
    else:
        parts = [*_ways(), CompressedText("query", QUERY)]
    names = {
        parameter.key for question in questions().values() for parameter in question.parameters
    }
    for name in (names | {"question", "query", "row", "passages"}) - {part.name for part in parts}:
        if name in st.query_params:
            del st.query_params[name]
    write_to_url("ask", parts)


def _choose_way() -> str:
    def draw(widget_key: str, value: str | None) -> str:
        labels = {way: say(way) for way in WAYS}
        return str(
            st.segmented_control(
                say("ways"),
                WAYS,
                format_func=labels.__getitem__,
                key=widget_key,
                required=True,
                label_visibility="collapsed",
            )
        )

    return persistent_widget(WAY, WAYS[0], draw)


def _catalogue(facts: Facts, store: str) -> None:
    question = choose_question(facts)
    st.write(question.question.name(language()))
    try:
        values = question_form(facts, question)
        keep_row((question.key, values))
        _stood(facts)
        if values is None:
            st.info(say("nothing_here"))
            return
        opened = open_chosen_store(store)

        def run() -> Answer:
            opened.check_dataset(facts.dataset)
            return ask(question, values, opened.store, query_language(store))

        answer = _once((question.key, tuple(sorted(values.items()))), opened, run)
    except (StoreError, QueryError, NoServer) as error:
        _refused(error)
        return
    show_answer(facts, answer, question, values)
    with st.expander(say("query_text")):
        st.code(question.text(query_language(store)), language=query_language(store))
        if query_language(store) == "cypher":
            st.caption(say("query_parameters"))
            st.code(shell_parameters(facts.dataset.name, values), language=None)


def _own(facts: Facts, store: str) -> None:
    """The reader's own query, which can only read. The last query that ran is in the address."""
    typing = f"own_{query_language(store)}"
    if st.session_state.setdefault(QUERY_IN, typing) != typing:  # it is in the other language
        st.session_state[QUERY], st.session_state[QUERY_IN] = "", typing
    if typing not in st.session_state:
        st.session_state[typing] = st.session_state.get(QUERY) or STARTS[query_language(store)]
    text = st.text_area(say("own_query"), height=160, key=typing)
    st.caption(say("read_only"))
    if st.button(say("run"), type="primary"):
        st.session_state[QUERY] = text
        st.session_state.pop(ANSWERED, None)
    _stood(facts)
    if not st.session_state.get(QUERY):
        return
    try:
        query, opened = st.session_state[QUERY], open_chosen_store(store)

        def run() -> tuple[Answer, list[str]]:
            answer = opened.store.ask(query, {})
            return answer, [] if DATASET in query else opened.other_datasets(facts.dataset)

        answer, others = _once(query, opened, run)
    except (StoreError, NoServer) as error:
        _refused(error)
        return
    if others:
        names = plain(", ".join(others))
        st.info(say("several_datasets", names=names, name=plain(facts.dataset.name)))
    show_answer(facts, answer, None)


def _once(request: object, opened: Opened, run: Callable[[], Outcome]) -> Outcome:
    """The answer to the last question, or its error again, without a new query.

    Every click runs the page again; a store is queried only if the reader asked for it.
    """
    last = st.session_state.get(ANSWERED)
    if last is None or last[0] != request or last[1] is not opened:
        outcome: Outcome | StoreError
        try:
            outcome = run()
        except StoreUnreachable:
            raise  # the next run may reach the store
        except StoreError as error:
            outcome = error
        st.session_state[ANSWERED] = last = (request, opened, outcome)
    if isinstance(last[2], StoreError):
        raise last[2]
    answer: Outcome = last[2]
    return answer


def _refused(error: Exception) -> None:
    """An error of a question or a store, as one sentence."""
    words = error.text(language()) if isinstance(error, StoreError) else str(error)
    reason = plain(" ".join(words.split())[:400])
    # an error of a subclass has the sentence of its base class
    named_kind = next(kind for kind in type(error).__mro__ if f"error_{kind.__name__}" in APP)
    st.error(say(f"error_{named_kind.__name__}", reason=reason))


page()
