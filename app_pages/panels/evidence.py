"""The panel of statements: the evidence of all that the reader has picked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.panels.cite_control import cite_statements
from app_pages.state.language import language, say
from app_pages.state.workspace import copies
from exports.cards.statement_card import STYLE, CardContext, card
from graph.model.facts import Facts

FIRST_CARDS = 12


def evidence(
    facts: Facts,
    ids: Sequence[str],
    title: str,
    key: str,
    first_cards: int = FIRST_CARDS,
    *,
    is_revealed: bool = False,
) -> None:
    """The statements with these ids, a card each; the first of them until more are wanted.

    A picture brings its panel into sight by itself; a table cannot, and asks for it here.
    """
    context = CardContext(facts, copies(), language())
    with st.container(key=f"evidence-{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(say("evidence"), anchor=False, width="content")
            cite_statements(facts, ids, key)
        st.text(say("evidence_of", title=title, count=len(ids)))
        sources = [facts.source_of(context.statement(id)) for id in ids]
        if any(context.copies_of(source) is None for source in sources):
            st.info(say("give_copies"), icon=":material/description:")
        visible = list(ids)
        if len(ids) > first_cards and not st.toggle(
            say("show_all", count=len(ids)), key=f"all-{key}"
        ):
            visible = visible[:first_cards]
        columns = st.columns(2) if len(visible) > 1 else [st.container()]
        for place, column in enumerate(columns):
            cards = "".join(card(context, id) for id in visible[place :: len(columns)])
            column.html(f"{STYLE}{cards}")
        if is_revealed:
            _revealer()(key=f"reveal-{key}", data={"panel": key, "ids": list(ids)})


@cache
def _revealer() -> Any:
    return component("revealer")
