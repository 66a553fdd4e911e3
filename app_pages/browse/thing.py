"""A thing: what it is, and all that is stated of it; its address is `thing?code=…`."""

from __future__ import annotations

from itertools import chain

import streamlit as st

from app_pages.browse.indicator_view import figures
from app_pages.browse.mechanism_view import uptake
from app_pages.browse.page_citation import cite_and_copy
from app_pages.browse.surroundings import picture
from app_pages.browse.thing_head import related_links
from app_pages.panels.thing_profile import identity, profile
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import NAME_PART, thing_address
from app_pages.state.url_codec import ShortText
from app_pages.state.workspace import facts_or_stop, search_index
from exports.cards.page_links import PageLinks
from exports.cards.statement_card import STYLE
from exports.cards.thing_head import definition
from exports.cards.thing_sections import narrower_by_section
from graph.model.facts import Facts
from ontology.schema.kinds import Indicator, Mechanism

CODE = "thing_code"
MAX_CODE_LENGTH = 200
MAX_SIMILAR_THINGS = 5


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.query_params.pop(NAME_PART, None)
    parts = [ShortText("code", CODE, "", lambda text: len(text) <= MAX_CODE_LENGTH)]
    restore_from_url("thing", parts)
    code = st.session_state[CODE]
    if code in facts.things:
        st.title(plain(facts.display_name(code, language())))
        identity(facts, code, with_name=False)
        _show_thing(facts, code)
    else:
        st.title(say("page_thing"))
        _say_unknown_thing(facts, code)
    write_to_url("thing", parts)


def _show_thing(facts: Facts, code: str) -> None:
    """What it is, what is around it, what its kind shows of it, and all that is stated of it."""
    text_column, picture_column = st.container(key="thing_head").columns([1, 1])
    with text_column:
        if html := definition(PageLinks(facts, language()), code):
            st.html(STYLE + html)
        related_links(facts, code)
        cite_and_copy(facts, _all_statements(facts, code))
    with picture_column:
        picture(facts, code)
    if isinstance(facts.things[code], Mechanism):
        uptake(facts, code)
    elif isinstance(facts.things[code], Indicator):
        figures(facts, code)
    profile(facts, code)


def _all_statements(facts: Facts, code: str) -> list[str]:
    """The ids of the statements on the thing, then of those on what is narrower."""
    narrower = narrower_by_section(facts, code).values()
    return [*facts.statements_naming.get(code, ()), *chain.from_iterable(narrower)]


def _say_unknown_thing(facts: Facts, code: str) -> None:
    """One sentence on a code that no thing of these facts has, with the things most like it."""
    if not code.strip():
        st.info(say("thing_none_chosen"))
        return
    if code in facts.withdrawn_things:
        name = plain(facts.display_name(code, language()))
        st.warning(say("thing_withdrawn", name=name), icon=":material/history:")
        return
    links = say("comma").join(
        f"[{plain(facts.display_name(hit.code, language()))}]"
        f"({thing_address(facts, hit.code, language())})"
        for hit in search_index().hits(code, MAX_SIMILAR_THINGS)
    )
    key = "thing_unknown" if links else "thing_unknown_far"
    st.warning(say(key, code=plain(code.strip()), links=links), icon=":material/link_off:")


page()
