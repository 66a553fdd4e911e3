"""All statements of a page at once: cited in the forms that papers need, and as text to paste."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages.panels.cite_control import cite_statements
from app_pages.state.language import language, say
from app_pages.state.workspace import address_of_passage
from exports.cards.statement_words import date_text
from graph.drawing.statement_headline import headline
from graph.model.facts import Facts
from graph.stores.store import Answer
from ontology.labels.labels import name as word
from queries.rendering.citations import cited_markdown

# More statements than this are not copied by hand; the files below each table have all.
MAX_COPIED_STATEMENTS = 500


def cite_and_copy(facts: Facts, ids: Sequence[str]) -> None:
    """The two controls, side by side."""
    if not ids:
        return
    with st.container(horizontal=True):
        cite_statements(facts, ids, "thing_page", say("cite_page", count=f"{len(ids):,}"))
        panel = st.popover(
            say("copy_page"), icon=":material/content_copy:", key="copy_page", on_change="rerun"
        )
    if panel.open:
        with panel:
            copied_ids = list(ids)[:MAX_COPIED_STATEMENTS]
            if len(copied_ids) < len(ids):
                st.caption(say("copied_first", count=len(copied_ids), total=f"{len(ids):,}"))
            st.caption(say("copy_help"))
            st.code(_text(facts, copied_ids), language=None, wrap_lines=True, height=260)


def _text(facts: Facts, ids: Sequence[str]) -> str:
    """A Markdown table, a row a statement, with a numbered footnote for the source of each."""
    page_language = language()
    columns = (say("kind"), say("what_is_said"), say("when"), say("statements"))
    rows = []
    for id in ids:
        statement = facts.statements[id]
        kind = word(type(statement).__name__, page_language)
        rows.append(
            (
                kind,
                headline(facts, statement, page_language),
                date_text(statement, page_language),
                id,
            )
        )
    return cited_markdown(
        facts, Answer(columns, tuple(rows)), page_language, address_of_passage(facts)
    )
