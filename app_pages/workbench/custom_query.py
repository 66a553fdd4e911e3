"""A custom query: its box, its parameters as fields, and its answer.

The query can only read. The last query that ran is in the page's address with its values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from app_pages.forms.questions.question_form import question_form, question_parts
from app_pages.forms.questions.store_choice import NoServer, open_chosen_store, query_language
from app_pages.state.language import say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import CompressedText, UnresolvedPart, UrlPart
from app_pages.state.widget_state import forget
from app_pages.workbench.editor import EnginePlace, QueryRun, editor, place_of
from app_pages.workbench.query_answers import answer_once, forget_answer, show_refusal
from app_pages.workbench.result_profile import profile_views
from app_pages.workbench.result_views import show_result
from graph.model.facts import Facts
from graph.stores.store import DATASET, Answer, StoreError
from queries.catalogue import QueryError, Question
from queries.custom_queries.custom_question import CUSTOM_KEY, custom_question, split_header
from queries.custom_queries.question_header import question_file, question_header

QUERY_KEY, QUERY_BOX_KEY = "ask_query", "ask_query_in"
RUN_KEY, VALUES_KEY = "custom_run", "custom_values"
QUERY_PART = CompressedText("query", QUERY_KEY)
# Parts of the page's address that no parameter may take.
RESERVED_PARTS = frozenset({"by", "store", "query", "question", "lang", "row", "passages"})
FIRST_QUERIES = {
    "cypher": "MATCH (learner)-[link:LEARNED_FROM]->(teacher)\n"
    "RETURN learner.name_zh AS learner, teacher.name_zh AS teacher,\n"
    "  link.when AS when, link.statements AS statements",
    "sparql": "SELECT ?kind (COUNT(?thing) AS ?count)\nWHERE { ?thing a ?kind }\n"
    "GROUP BY ?kind ORDER BY DESC(?count)",
}


def parts_in_address(facts: Facts, store: str) -> list[UrlPart]:
    """The parameters of the query that the address has."""
    try:
        text = QUERY_PART.read(st.query_params.get(QUERY_PART.name, ""))
    except UnresolvedPart:
        text = st.session_state.get(QUERY_KEY) or ""
    return _parts(facts, text, store)


def parameter_parts(facts: Facts, store: str) -> list[UrlPart]:
    """The parameters of the query that was run last, for the address."""
    return _parts(facts, st.session_state.get(QUERY_KEY) or "", store)


def _parts(facts: Facts, text: str, store: str) -> list[UrlPart]:
    question = custom_question(text, query_language(store))
    return [part for part in question_parts(facts, question) if part.name not in RESERVED_PARTS]


def open_as_custom_query(question: Question, store: str, mode_key: str) -> None:
    """Opens a question of the catalogue as a custom query, with the same values."""
    store_language = query_language(store)
    text = question_file(question, store_language)
    for key in ("custom_cypher", "custom_sparql"):
        st.session_state.pop(key, None)
    st.session_state[QUERY_KEY], st.session_state[QUERY_BOX_KEY] = text, f"custom_{store_language}"
    for parameter in question.parameters:
        forget(f"{CUSTOM_KEY}.{parameter.key}")
        value = st.session_state.get(f"{question.key}.{parameter.key}", parameter.example)
        st.session_state[f"{CUSTOM_KEY}.{parameter.key}"] = value
    forget(mode_key)
    st.session_state[mode_key] = "custom_query"


def type_query(store: str) -> str:
    """The box; gives the text that is in it. A press of Run makes it the page's query."""
    store_language = query_language(store)
    box_key = f"custom_{store_language}"
    if st.session_state.setdefault(QUERY_BOX_KEY, box_key) != box_key:  # of the other language
        st.session_state[QUERY_KEY], st.session_state[QUERY_BOX_KEY] = "", box_key
    if box_key not in st.session_state:
        st.session_state[box_key] = st.session_state.get(QUERY_KEY) or FIRST_QUERIES[store_language]
    text: str = st.text_area(say("custom_query"), height=220, key=box_key)
    return text


def show_custom_query(facts: Facts, store: str, write_address: Callable[[], None]) -> None:
    """The query's part of the page; `write_address` is called when its values are known."""
    store_language = query_language(store)
    text = type_query(store)
    fields, tools, answer_container = st.container(), st.container(), st.container()
    st.session_state.setdefault(QUERY_KEY, "")
    with tools:
        st.caption(say("read_only"))
        if st.button(say("run"), type="primary", key=RUN_KEY):
            st.session_state[QUERY_KEY] = text
            forget_answer()
    with fields:
        values = _fields(facts, custom_question(text, store_language))
    write_address()
    last_run: QueryRun | None = None
    stopping_place: EnginePlace | None = None
    query: str = st.session_state[QUERY_KEY]
    if query and values is not None:
        if query == text:
            st.session_state[VALUES_KEY] = values
        else:  # the fields are those of another text
            values = st.session_state.get(VALUES_KEY, {})
        with answer_container:
            last_run, stopping_place = _answer(
                facts, store, custom_question(query, store_language), values
            )
    with tools:
        editor(f"custom_{store_language}", store_language, RUN_KEY, last_run, stopping_place)


def _fields(facts: Facts, question: Question) -> dict[str, str | int] | None:
    """A field for each parameter, as in the catalogue; None if a value is not one it takes."""
    if not question.parameters:
        return {}
    try:
        values = question_form(facts, question)
    except QueryError as error:
        show_refusal(error)
        return None
    if values is None:
        st.info(say("nothing_here"))
    return values


def _answer(
    facts: Facts, store: str, question: Question, values: Mapping[str, str | int]
) -> tuple[QueryRun, EnginePlace | None]:
    """Shows the answer or the refusal; returns the run, and where the engine stopped."""
    query, store_language = question.cypher, query_language(store)
    query_run = QueryRun(store_language, query, split_header(query, store_language)[1])
    try:
        open_store = open_chosen_store(store)

        def ask_store() -> tuple[Answer, list[str]]:
            answer = open_store.store.ask(query, values)
            return answer, [] if DATASET in query else open_store.other_datasets(facts.dataset)

        request = (query, tuple(sorted(values.items())))
        answer, other_datasets = answer_once(request, open_store, ask_store)
    except (StoreError, NoServer) as error:
        show_refusal(error)
        return query_run, place_of(error, query) if isinstance(error, StoreError) else None
    if other_datasets:
        names = plain(", ".join(other_datasets))
        st.info(say("several_datasets", names=names, name=plain(facts.dataset.name)))
    show_result(facts, answer, question, profile_views(open_store, query, values))
    return replace(query_run, header=question_header(facts, question, answer, store_language)), None
