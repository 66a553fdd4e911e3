"""Ask: a question of the catalogue or a query of one's own, to any store."""

from __future__ import annotations

import streamlit as st

from app_pages.forms.question_form import form, form_parts
from app_pages.forms.store_choice import (
    NoServer,
    choose_store,
    name_server,
    opened_store,
    spoken,
    store_part,
)
from app_pages.panels.answer import show_answer
from app_pages.state.address import opened, stood
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import One, Part, Words
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_or_stop
from graph.model.facts import Facts
from graph.stores.common.base import StoreError
from queries.ask import ask
from queries.catalogue import QueryError, Question, questions
from texts.tables import APP

FIRST = "who_learned_from"
WAY, QUESTION, QUERY, QUERY_IN = "ask_way", "ask_question", "ask_query", "ask_query_in"
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
    opened("ask", _parts(facts))
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


def _parts(facts: Facts) -> list[Part]:
    """The view: which question with which values, or which query, and to which store."""
    question = _question_part()
    asked = str(st.query_params.get(question.name, st.session_state.get(QUESTION)))
    key = asked if asked in question.options else str(question.default)
    return [*_ways(), question, *form_parts(facts, questions()[key]), Words("query", QUERY)]


def _ways() -> list[Part]:
    return [One("by", WAY, WAYS, WAYS[0]), store_part()]


def _question_part() -> One:
    known = questions()
    return One("question", QUESTION, tuple(known), FIRST if FIRST in known else next(iter(known)))


def _stood(facts: Facts) -> None:
    """Writes the view into the address, and takes out what the view before had there."""
    if st.session_state[WAY] == "catalogue":
        values = form_parts(facts, questions()[st.session_state[QUESTION]])
        parts = [*_ways(), _question_part(), *values]
    else:
        parts = [*_ways(), Words("query", QUERY)]
    names = {one.key for asked in questions().values() for one in asked.parameters}
    for name in (names | {"question", "query"}) - {part.name for part in parts}:
        if name in st.query_params:
            del st.query_params[name]
    stood("ask", parts)


def _choose_way() -> str:
    def draw(widget_key: str, value: str | None) -> str:
        called = {way: say(way) for way in WAYS}
        return str(
            st.segmented_control(
                say("ways"),
                WAYS,
                format_func=called.__getitem__,
                key=widget_key,
                required=True,
                label_visibility="collapsed",
            )
        )

    return persistent_widget(WAY, WAYS[0], draw)


def _catalogue(facts: Facts, store: str) -> None:
    asked = _choose_question()
    st.write(asked.question.name(language()))
    try:
        given = form(facts, asked)
        _stood(facts)
        if given is None:
            st.info(say("nothing_here"))
            return
        answer = ask(asked, given, opened_store(store).store, spoken(store))
    except (StoreError, QueryError, NoServer) as error:
        _refused(error)
        return
    show_answer(facts, answer, asked, given)
    with st.expander(say("query_text")):
        st.code(asked.text(spoken(store)), language=spoken(store))


def _choose_question() -> Question:
    part = _question_part()
    titles = {key: one.title.name(language()) for key, one in questions().items()}

    def draw(widget_key: str, value: str | None) -> str:
        chosen: str = st.selectbox(
            say("question"), list(part.options), format_func=titles.__getitem__, key=widget_key
        )
        return chosen

    assert part.default is not None
    return questions()[persistent_widget(part.key, part.default, draw)]


def _own(facts: Facts, store: str) -> None:
    """A query of one's own; it can read, and nothing else. What was last run is in the address."""
    typing = f"own_{spoken(store)}"
    if st.session_state.setdefault(QUERY_IN, typing) != typing:  # it is in the other language
        st.session_state[QUERY], st.session_state[QUERY_IN] = "", typing
    if typing not in st.session_state:
        st.session_state[typing] = st.session_state.get(QUERY) or STARTS[spoken(store)]
    text = st.text_area(say("own_query"), height=160, key=typing)
    st.caption(say("read_only"))
    if st.button(say("run"), type="primary"):
        st.session_state[QUERY] = text
    _stood(facts)
    if not st.session_state.get(QUERY):
        return
    try:
        answer = opened_store(store).store.ask(st.session_state[QUERY], {})
    except (StoreError, NoServer) as error:
        _refused(error)
        return
    show_answer(facts, answer, None)


def _refused(error: Exception) -> None:
    """An error of a question or a store, as one sentence."""
    reason = plain(" ".join(str(error).split())[:400])
    # an error of a narrower kind is told like the one that it is a kind of
    known = next(kind for kind in type(error).__mro__ if f"error_{kind.__name__}" in APP)
    st.error(say(f"error_{known.__name__}", reason=reason))


page()
