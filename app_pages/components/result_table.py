"""Tables whose rows open the statements behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

import streamlit as st

from app_pages.state.language import say
from app_pages.state.page_links import ID_IN_ADDRESS, NAME_IN_ADDRESS, statement_address
from exports.cards.arrow_table import filled_table
from exports.cards.statement_words import Row
from graph.model.facts import Facts


def picked_row(
    rows: Sequence[Row],
    key: str,
    on_select: Callable[[], None] | Literal["rerun"] = "rerun",
    id_columns: Iterable[str] = (),
    name_columns: Iterable[str] = (),
    first_row: int | None = None,
) -> int | None:
    """Shows rows and returns the place of the row that the reader has selected, or `first_row`.

    A column without any value is left out. The cells of `id_columns` are addresses
    of statements or things: the table shows their ids or codes, which lead there. Those of
    `name_columns` are addresses of things that end in the name that the table shows.
    """
    state = st.dataframe(
        filled_table(rows),
        key=key,
        hide_index=True,
        on_select=on_select,
        selection_mode="single-row",
        placeholder="",
        selection_default=None if first_row is None else {"selection": {"rows": [first_row]}},
        column_config=link_columns_of(id_columns) | link_columns_of(name_columns, NAME_IN_ADDRESS),
    )
    selected_rows: list[int] = state["selection"]["rows"]
    return selected_rows[0] if selected_rows and selected_rows[0] < len(rows) else None


def picked_rows(
    rows: Sequence[Row], key: str, id_columns: Iterable[str] = (), name_columns: Iterable[str] = ()
) -> list[int]:
    """Shows rows and returns the places of those the reader has ticked; the head ticks all.

    The columns are as in `picked_row`.
    """
    state = st.dataframe(
        filled_table(rows),
        key=key,
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        placeholder="",
        column_config=link_columns_of(id_columns) | link_columns_of(name_columns, NAME_IN_ADDRESS),
    )
    return sorted(place for place in state["selection"]["rows"] if place < len(rows))


def link_columns_of(columns: Iterable[str], part: str = ID_IN_ADDRESS) -> dict[str, Any]:
    """Columns of addresses of pages, shown as the ids, codes or names that they hold."""
    return {column: st.column_config.LinkColumn(display_text=part) for column in columns}


def with_address(facts: Facts, row: Row, id: str, language: str) -> Row:
    """A row about one statement, with a last cell that links to its page."""
    return {**row, say("statement_id_column"): statement_address(facts, id, language)}
