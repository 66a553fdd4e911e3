"""Long tables of statements in pages: only the rows of the page that is open are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from app_pages.state.language import language, say
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Statement

PAGE_ROWS = 200
AS_LISTED, BY_DATE = "listed", "when"
# Statements without a date stand behind all others.
AFTER_ALL_DATES = "9999"
SortKey = Callable[[Statement], str]


def statement_page(facts: Facts, ids: Sequence[str], key: str) -> Sequence[str]:
    """The statements of the open page of a table; of a short table all of them, and no controls.

    The reader chooses the page and the order of all pages: the table itself sorts only the rows
    that it has. The number of a page belongs to the number of rows, which changes with the facts.
    """
    if len(ids) <= PAGE_ROWS:
        return ids
    orders = sort_keys(facts, ids, language())
    labels = {AS_LISTED: say("order_as_listed")} | {order: _label(order) for order in orders}
    count = -(-len(ids) // PAGE_ROWS)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = st.selectbox(
            say("order_of_rows"),
            list(labels),
            format_func=labels.__getitem__,
            key=f"{key}_order-{language()}",
            width=260,
        )
        number = st.number_input(
            say("page_of_table", count=f"{count:,}"),
            min_value=1,
            max_value=count,
            key=f"{key}_page_{len(ids)}",
            width=180,
        )
        start = (int(number) - 1) * PAGE_ROWS
        end = min(start + PAGE_ROWS, len(ids))
        counts = {"first": f"{start + 1:,}", "last": f"{end:,}", "count": f"{len(ids):,}"}
        st.caption(say("rows_of_table", **counts), width="content")
    return in_order(facts, ids, orders.get(str(order)))[start:end]


def sort_keys(facts: Facts, ids: Sequence[str], language: str) -> Mapping[str, SortKey]:
    """What these statements can be sorted by: the date, and the things that they name."""
    kinds = dict.fromkeys(type(facts.statements[id]) for id in ids)
    fields = dict.fromkeys(field.name for kind in kinds for field in reference_fields(kind))
    keys: dict[str, SortKey] = {BY_DATE: _date} if any(kind.date_field for kind in kinds) else {}
    return keys | {field: _by_name(facts, field, language) for field in fields}


def in_order(facts: Facts, ids: Sequence[str], sort_key: SortKey | None) -> Sequence[str]:
    """These statements in an order; as they are listed without one."""
    if sort_key is None:
        return ids
    return sorted(ids, key=lambda id: sort_key(facts.statements[id]))


def _label(order: str) -> str:
    return say("when") if order == BY_DATE else word(order, language())


def _date(statement: Statement) -> str:
    field = type(statement).date_field
    return str(getattr(statement, field) or AFTER_ALL_DATES) if field else AFTER_ALL_DATES


def _by_name(facts: Facts, field: str, language: str) -> SortKey:
    def sort_key(statement: Statement) -> str:
        code = getattr(statement, field, None)
        return facts.display_name(code, language).casefold() if code else ""

    return sort_key
