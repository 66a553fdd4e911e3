"""Statement: one statement at its own address, with everything related to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages.components.result_table import link_columns_of
from app_pages.panels.cite_control import cite_statements
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import statement_address
from app_pages.state.url_codec import ShortText
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import copies, facts_or_stop
from exports.cards.arrow_table import filled_table
from exports.cards.page_links import PageLinks
from exports.cards.statement_card import STYLE, CardContext, card
from exports.cards.statement_record import statement_record_html
from exports.cards.statement_words import Row, date_text, stance
from graph.drawing.statement_headline import headline
from graph.lookup.statement_context import (
    fact_of,
    replaced_statements,
    statement_or_withdrawn,
    statements_at_same_spot,
)
from graph.lookup.statement_ids import MAX_IDS, ids_beginning, nearest_ids
from graph.lookup.withdrawn import equal_statements
from graph.model.facts import Facts
from ontology.labels.labels import name as word

ID = "statement_id"
MAX_TYPED_LENGTH = 200


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    parts = [ShortText("id", ID, "", lambda text: len(text) <= MAX_TYPED_LENGTH)]
    restore_from_url("statement", parts)
    title, box = st.columns([1, 3], vertical_alignment="center")
    title.title(say("page_statement"))
    with box:
        typed_text = persistent_widget(ID, "", _id_field)
    ids = ids_beginning(facts, typed_text, MAX_IDS + 1)
    if len(ids) == 1:
        _show_statement(facts, ids[0])
    elif ids:
        _list_matches(facts, ids)
    elif typed_text.strip():
        _say_unknown_statement(facts, typed_text)
    elif facts.statements:
        st.info(say("statement_find", example=_link(facts, next(iter(facts.statements)))))
    else:
        st.info(say("nothing_here"))
    write_to_url("statement", parts)


def _id_field(widget_key: str, value: str | None) -> str:
    label, sign = say("statement_id"), ":material/search:"
    text: str = st.text_input(
        label,
        key=widget_key,
        placeholder=label,
        icon=sign,
        max_chars=MAX_TYPED_LENGTH,
        label_visibility="collapsed",
    )
    return text


def _list_matches(facts: Facts, ids: Sequence[str]) -> None:
    """Statements whose ids begin as typed."""
    if len(ids) > MAX_IDS:
        st.caption(say("statement_first_few", count=MAX_IDS))
    else:
        st.caption(say("statement_which", count=len(ids)))
    _table(facts, ids[:MAX_IDS])


def _say_unknown_statement(facts: Facts, typed_text: str) -> None:
    """One sentence, with the nearest ids as links."""
    ids = nearest_ids(facts, typed_text)
    text = typed_text.strip()
    if not ids:
        st.warning(say("statement_unknown_far", text=plain(text)), icon=":material/link_off:")
        return
    links = say("comma").join(_link(facts, id) for id in ids)
    message = say("statement_unknown", text=plain(text), ids=links)
    st.warning(message, icon=":material/link_off:")


def _link(facts: Facts, id: str) -> str:
    """An id in Markdown, which leads to its page."""
    return f"[{plain(id)}]({statement_address(facts, id, language())})"


def _show_statement(facts: Facts, id: str) -> None:
    """The statement, its record beside it, and related statements below."""
    statement = statement_or_withdrawn(facts, id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain(headline(facts, statement, language())), anchor=False, width="content")
        if id in facts.withdrawn:
            st.caption(say("statement_not_cited"), width="content")
        cite_statements(facts, [id], "statement")
    context = CardContext(facts, copies(), language())
    if context.copies_of(facts.source_of(statement)) is None:
        st.info(say("give_copies"), icon=":material/description:")
    passage, record = st.columns([3, 2])
    passage.html(STYLE + card(context, id))
    with record:
        st.subheader(say("statement_record"), anchor=False)
        st.html(STYLE + statement_record_html(PageLinks(facts, language()), id))
    _show_equal_statements(facts, id)
    st.subheader(say("statement_also_there"), anchor=False)
    if ids_at_same_spot := statements_at_same_spot(facts, id):
        _table(facts, ids_at_same_spot)
    else:
        st.caption(say("statement_nothing_else"))
    if replaced_ids := replaced_statements(facts, id):
        st.subheader(say("statement_replaces"), anchor=False)
        st.html(STYLE + "".join(card(context, earlier) for earlier in replaced_ids))


def _show_equal_statements(facts: Facts, id: str) -> None:
    """The fact of a standing statement with its others; what still says a withdrawn one's."""
    fact = fact_of(facts, id)
    if fact is None:
        if ids := equal_statements(facts, facts.withdrawn[id]):
            st.subheader(say("statement_same_said"), anchor=False)
            _table(facts, ids)
        return
    st.subheader(say("statement_fact"), anchor=False)
    other_ids = [other_id for other_id in fact.statement_ids if other_id != id]
    if other_ids:
        st.caption(say("statement_fact_others", count=len(other_ids), fact=plain(fact.id)))
        _table(facts, other_ids)
    else:
        st.caption(say("statement_fact_alone", fact=plain(fact.id)))


def _table(facts: Facts, ids: Sequence[str]) -> None:
    """A row a statement; its id leads to its page."""
    rows: list[Row] = [
        {
            say("statement_id_column"): statement_address(facts, id, language()),
            say("kind"): word(type(statement).__name__, language()),
            say("what_is_said"): headline(facts, statement, language()),
            say("when"): date_text(statement, language()),
            word("stance", language()): stance(statement, language()),
            word("Source", language()): facts.display_name(statement.source, language()),
        }
        for id in ids
        for statement in [statement_or_withdrawn(facts, id)]
    ]
    columns = link_columns_of([say("statement_id_column")])
    st.dataframe(filled_table(rows), hide_index=True, column_config=columns)


page()
