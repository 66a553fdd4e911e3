"""The search box: a typed name opens the thing that it means, or shows the possible things."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import statement_address
from app_pages.state.search_cache import search_of_facts
from app_pages.state.workspace import search_index
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts
from queries.search.search import MAX_HITS
from queries.search.search_hits import (
    MATCH_ORDER,
    PASSAGE,
    QUESTION,
    SOURCE_TEXT,
    STATEMENT,
    MatchType,
    SearchHit,
)

NO_THINGS = (STATEMENT, QUESTION, PASSAGE, SOURCE_TEXT)


def thing_search(
    facts: Facts, key: str, on_found: Callable[[str], None], beneath: DeltaGenerator
) -> None:
    """A box for a name in either language or script, or in pinyin, and the hits as buttons beneath.

    The id of a statement, or its beginning, gives links to the statements' pages.
    A name that only one thing has opens it at once; if several have it, the reader chooses.
    """

    def open_named_thing() -> None:
        if code := search_index().meaning(st.session_state[key]):
            on_found(code)

    text = st.text_input(
        say("search"),
        key=key,
        placeholder=say("search_how"),
        icon=":material/search:",
        on_change=open_named_thing,
        label_visibility="collapsed",
    )
    if text.strip():
        with beneath:
            _hits(facts, key, text, on_found)


def _hits(facts: Facts, key: str, text: str, on_found: Callable[[str], None]) -> None:
    """The same hits as in the search of every page: statements as links, things as buttons."""
    groups = search_of_facts().groups(text, language())
    statements = [hit for group in groups if group.kind == STATEMENT for hit in group.hits]
    things = [hit for group in groups if group.kind not in NO_THINGS for hit in group.hits]
    things.sort(key=lambda hit: MATCH_ORDER.index(hit.match))
    if statements:
        st.caption(say("hits_statements"))
        st.markdown("\n".join(f"- {_to_statement(facts, hit)}" for hit in statements))
    elif not things:
        st.info(say("nothing_found", text=plain(text)))
    if exact := search_index().meaning(text):
        things = [hit for hit in things if hit.id != exact]
    if not things:
        return
    is_close = things[0].match is MatchType.CLOSE
    st.caption(say("hits_too" if exact else "hits_close" if is_close else "hits_which"))
    with st.container(horizontal=True, key=f"{key}_hits"):
        for hit in things[:MAX_HITS]:
            st.button(
                f"{plain(_label(hit))} · {plain(context_label(facts, hit.id, language()))}",
                key=f"{key}-{hit.id}",
                on_click=on_found,
                args=(hit.id,),
            )


def _label(hit: SearchHit) -> str:
    """A thing's name, and the matching name if its own name does not show why it was found."""
    shows_why = hit.matched_text is None or hit.matched_text in hit.name
    return hit.name if shows_why else f"{hit.name} ({hit.matched_text})"


def _to_statement(facts: Facts, hit: SearchHit) -> str:
    address = statement_address(facts, hit.id, language())
    return f"[{plain(hit.name)} · {plain(hit.id)}]({address})"
