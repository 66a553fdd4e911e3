"""The search box on every page: typed words find things, statements, questions and sources.

The key `/` brings the reader to it. A choice opens its page in the same session, so that the
reader's folder of copies is not forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from streamlit.navigation.page import Page

from app_pages.components.component import component
from app_pages.search.page_suggestions import (
    exact_page,
    joint_page_suggestions,
    page_name_suggestions,
)
from app_pages.search.suggestions import (
    FIRST_HITS,
    MAX_HITS_OF_KIND,
    exact_address,
    suggestion_groups,
)
from app_pages.state.language import language, say
from app_pages.state.search_cache import search_of_facts
from graph.model.facts import Facts
from queries.search.names_in_text import NamesInText, names_in_text

KEY, VISIBLE = "search_box", "visible"
TYPED_KEY, KIND_KEY = f"{KEY}_typed", f"{KEY}_kind"
HTML = """<div class="search" role="search"><div class="box">
<svg class="glass" viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor"
 stroke-width="2" d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20 20"/></svg>
<input class="input" type="text" role="combobox" autocomplete="off" spellcheck="false"
 aria-autocomplete="list" aria-expanded="false" aria-controls="hits" aria-keyshortcuts="/">
<kbd class="key" aria-hidden="true">/</kbd></div>
<div class="list" popover="manual"><div class="hits" id="hits" role="listbox"></div>
<p class="note" hidden></p></div><div class="status" role="status"></div></div>"""


@st.fragment
def search_box(facts: Facts, pages: Mapping[str, Page]) -> None:
    """The box: typing runs only the box again; a choice opens one of the pages by its address."""

    def keep_typed_text() -> None:
        st.session_state[TYPED_KEY], st.session_state[KIND_KEY] = st.session_state[KEY].typed, None

    def keep_kind() -> None:
        st.session_state[KIND_KEY] = st.session_state[KEY].expanded

    def forget_typed_text() -> None:
        st.session_state[TYPED_KEY], st.session_state[KIND_KEY] = "", None

    value = _mount()(
        key=KEY,
        data=_data(facts, [name for name, page in pages.items() if page.visibility == VISIBLE]),
        on_typed_change=keep_typed_text,
        on_expanded_change=keep_kind,
        on_opened_change=forget_typed_text,
    )
    if value.opened:
        _open(str(value.opened), pages)


def _page_of_names_alone(
    names: NamesInText, joint_pages: Sequence[Mapping[str, Any]]
) -> str | None:
    """The page that shows the named things together, where nothing but their names was typed."""
    return (
        joint_pages[0]["options"][0]["address"]
        if joint_pages and not names.other_words.strip()
        else None
    )


@cache
def _mount() -> Any:
    return component(KEY, HTML)


def _open(address: str, pages: Mapping[str, Page]) -> None:
    """Opens the page of an address."""
    parts = urlsplit(address)
    if (page := pages.get(parts.path)) is not None:
        st.switch_page(page, query_params=dict(parse_qsl(parts.query)))


def _data(facts: Facts, pages: Sequence[str]) -> dict[str, object]:
    """What the box shows: its words, the hits of what is typed, and the pages that it means."""
    text, kind = st.session_state.get(TYPED_KEY) or "", st.session_state.get(KIND_KEY)
    limit = MAX_HITS_OF_KIND if kind else FIRST_HITS
    search = search_of_facts()
    groups = search.groups(text, language(), limit) if text else ()
    names = names_in_text(text, search.index.lookup)
    joint_pages = joint_page_suggestions(facts, names.in_order, language())
    by_name = page_name_suggestions(facts, text, pages, language())
    page = exact_page(facts, text, pages, language())
    count = sum(group.count for group in groups)
    suggestions = [*joint_pages, *suggestion_groups(facts, groups, language())]
    suggestions = [*by_name, *suggestions] if page else [*suggestions, *by_name]
    if kind:
        suggestions = [group for group in suggestions if group["kind"] == kind]
    note = say("search_box_hint") if not text else "" if suggestions else say("search_nothing")
    return {
        "label": say("search_box"),
        "placeholder": say("search_box_placeholder"),
        "typed": text,
        "groups": suggestions,
        "exact": page
        or exact_address(facts, groups, language())
        or _page_of_names_alone(names, joint_pages),
        "note": note,
        "status": note or say("found_count", count=count),
    }
