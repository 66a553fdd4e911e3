"""The search box: a typed name opens the thing that it means, or shows the possible things."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.result_table import names
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import statement_address
from app_pages.state.workspace import search_index
from graph.drawing.statement_headline import headline
from graph.lookup.search import Hit, Rank, exact_match
from graph.lookup.statement_context import statement_or_withdrawn
from graph.lookup.statement_ids import ids_beginning, looks_like_id
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts


def search_box(
    facts: Facts, key: str, on_found: Callable[[str], None], beneath: DeltaGenerator
) -> None:
    """A box for a name in either language or script, or in pinyin, and the hits as buttons beneath.

    The id of a statement, or its beginning, gives links to the statements' pages.
    A name that only one thing has opens it at once; if several have it, the reader chooses.
    """

    def typed() -> None:
        if code := search_index().meaning(st.session_state[key]):
            on_found(code)

    text = st.text_input(
        say("search"),
        key=key,
        placeholder=say("search_how"),
        icon=":material/search:",
        on_change=typed,
        label_visibility="collapsed",
    )
    if text.strip():
        with beneath:
            _hits(facts, key, text, on_found)


def _called(name: str, hit: Hit) -> str:
    """A thing's name, and the matching name if its own name does not show why it was found."""
    return f"{name} ({hit.name})" if hit.name and hit.name not in name else name


def _statements(facts: Facts, text: str) -> bool:
    """Links to the statements whose id was typed, or its beginning; whether there are any."""
    ids = ids_beginning(facts, text) if looks_like_id(text) else ()
    if ids:
        st.caption(say("hits_statements"))
        st.markdown("\n".join(f"- {_to_statement(facts, id)}" for id in ids))
    return bool(ids)


def _to_statement(facts: Facts, id: str) -> str:
    says = headline(facts, statement_or_withdrawn(facts, id), language())
    address = statement_address(facts, id, language())
    return f"[{plain(says)} · {plain(id)}]({address})"


def _hits(facts: Facts, key: str, text: str, on_found: Callable[[str], None]) -> None:
    has_statements = _statements(facts, text)
    hits = search_index().hits(text)
    if not hits:
        if not has_statements:
            st.info(say("nothing_found", text=plain(text)))
        return
    is_clear = exact_match(hits) is not None
    text_key = (
        "hits_too" if is_clear else "hits_close" if hits[0].rank is Rank.CLOSE else "hits_which"
    )
    listed = hits[1:] if is_clear else hits
    if not listed:
        return
    st.caption(say(text_key))
    labels = names(facts, language())
    with st.container(horizontal=True, key=f"{key}_hits"):
        for hit in listed:
            st.button(
                f"{plain(_called(labels[hit.code], hit))} · "
                f"{plain(context_label(facts, hit.code, language()))}",
                key=f"{key}-{hit.code}",
                on_click=on_found,
                args=(hit.code,),
            )
