"""Tables whose rows open the statements behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from app_pages.state.language import say
from app_pages.state.page_links import ID_IN_ADDRESS, NAME_IN_ADDRESS, statement_address
from graph.drawing.network_view import name_of, undated
from graph.model.facts import Facts
from graph.stores.common.base import Cell
from ontology.labels.dates import date_in_words, published_in_words
from ontology.labels.labels import choice_name
from ontology.schema.kinds import Source, Statement

Row = Mapping[str, Cell]


def picked_row(
    rows: Sequence[Row],
    key: str,
    on_select: Callable[[], None] | Literal["rerun"] = "rerun",
    id_columns: Iterable[str] = (),
    name_columns: Iterable[str] = (),
    first: int | None = None,
) -> int | None:
    """Shows rows and returns the place of the row that the reader has selected, at first `first`.

    A column in which no row holds anything is left out. The cells of `id_columns` are addresses
    of statements or things: the table shows their ids or codes, which lead there. Those of
    `name_columns` are addresses of things that end in the name that the table shows.
    """
    state = st.dataframe(
        filled_columns(rows),
        key=key,
        hide_index=True,
        on_select=on_select,
        selection_mode="single-row",
        placeholder="",
        selection_default=None if first is None else {"selection": {"rows": [first]}},
        column_config=linked(id_columns) | linked(name_columns, NAME_IN_ADDRESS),
    )
    chosen: list[int] = state["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(rows) else None


def linked(columns: Iterable[str], part: str = ID_IN_ADDRESS) -> dict[str, Any]:
    """Columns of addresses of pages, shown as the ids, codes or names that they hold."""
    return {column: st.column_config.LinkColumn(display_text=part) for column in columns}


def with_address(facts: Facts, row: Row, id: str, language: str) -> Row:
    """A row that tells of one statement, with a last cell that leads to its page."""
    return {**row, say("statement_id_column"): statement_address(facts, id, language)}


def filled_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows without the columns in which none of them holds anything."""
    filled = {key for row in rows for key, cell in row.items() if cell not in (None, "")}
    return [{key: cell for key, cell in row.items() if key in filled} for row in rows]


@dataclass(frozen=True)
class Names(Mapping[str, str]):
    """The name of every thing in `zh` or `en`, each looked up when it is needed.

    Where `both`, the name in the other language follows.
    """

    facts: Facts
    language: str
    both: bool = False

    def __getitem__(self, code: str) -> str:
        name = name_of(self.facts, code, self.language)
        if not self.both:
            return name
        other = name_of(self.facts, code, "en" if self.language == "zh" else "zh")
        return f"{name} · {other}"

    def __iter__(self) -> Iterator[str]:
        return iter(self.facts.things)

    def __len__(self) -> int:
        return len(self.facts.things)


def names(facts: Facts, language: str) -> Names:
    """The name of every thing in `zh` or `en`."""
    return Names(facts, language)


def both_names(facts: Facts, language: str) -> Names:
    """The name of every thing in the reader's language and then the other, to be typed in either.

    Two things with the same name also show their code.
    """
    return Names(facts, language, both=True)


def when(statement: Statement, language: str) -> str:
    """The date of a statement in words, with those of the text."""
    field = type(statement).date_field
    date = getattr(statement, field) if field else None
    written = getattr(statement, f"{field}_written", None) if field else None
    text = date_in_words(date, language) if date else undated(language)
    brackets = "（{}）" if language == "zh" else " ({})"
    return text + brackets.format(written) if written else text


def published(source: Source, language: str) -> str:
    """When a source was published, in words; nothing if that is unknown."""
    return published_in_words(source.published, language) if source.published else ""


def stance(statement: Statement, language: str) -> str:
    """How the source holds a statement."""
    return choice_name(statement.stance, language)
