"""Ask: a question of the catalogue or a query of one's own, to either store."""

from __future__ import annotations

import streamlit as st

from app_pages.parts.address import choice
from app_pages.parts.answers import show_answer
from app_pages.parts.form import form
from app_pages.parts.language import language, say, texts
from app_pages.parts.session import facts_or_stop, store
from graph.facts import Facts
from graph.store import Answer, StoreError
from queries.ask import ask
from queries.catalogue import QueryError, questions

LANGUAGES = {"cypher": "Cypher", "sparql": "SPARQL"}
FIRST = "who_learned_from"
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
    catalogue, own = st.tabs([say("catalogue"), say("own_query")])
    with catalogue:
        _catalogue(facts)
    with own:
        _own(facts)


def _catalogue(facts: Facts) -> None:
    known = questions()
    titles = {key: one.title.name(language()) for key, one in known.items()}
    key = choice(
        "question",
        say("question"),
        list(known),
        titles.__getitem__,
        FIRST if FIRST in known else next(iter(known)),
    )
    asked = known[key]
    st.write(asked.question.name(language()))
    try:
        given = form(facts, asked)
        spoken = _engine("engine")
        if given is None:
            st.info(say("nothing_here"))
            return
        answer = ask(asked, given, store(spoken), spoken)
    except (StoreError, QueryError) as error:
        _refused(error)
        return
    show_answer(facts, answer, asked)
    with st.expander(say("query_text")):
        st.code(asked.text(spoken), language="cypher" if spoken == "cypher" else "sparql")


def _engine(key: str) -> str:
    chosen: str = st.radio(
        say("engine"), list(LANGUAGES), format_func=LANGUAGES.__getitem__, key=key, horizontal=True
    )
    return chosen


def _own(facts: Facts) -> None:
    """A query of one's own; it can read, and nothing else."""
    spoken = _engine("own_engine")
    text = st.text_area(say("own_query"), STARTS[spoken], height=160, key=f"own_{spoken}")
    st.caption(say("read_only"))
    if not st.button(say("run"), type="primary") and not st.session_state.get("own_ran"):
        return
    st.session_state["own_ran"] = True
    try:
        answer: Answer = store(spoken).ask(text, {})
    except StoreError as error:
        _refused(error)
        return
    show_answer(facts, answer, None)


def _refused(error: Exception) -> None:
    """An error of a question or a store, as one sentence."""
    reason = " ".join(str(error).split())[:400]
    # an error of a narrower kind is told like the one that it is a kind of
    known = next(kind for kind in type(error).__mro__ if f"error_{kind.__name__}" in texts())
    st.error(say(f"error_{known.__name__}", reason=reason))


page()
