"""Tables whose rows open the statements behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

from graph.facts import Facts
from graph.picture import name_of, undated
from ontology.kinds import Statement
from ontology.words import choice_name

Row = Mapping[str, object]


def picked_row(
    rows: Sequence[Row], key: str, on_select: Callable[[], None] | Literal["rerun"] = "rerun"
) -> int | None:
    """Shows rows; gives the place of the one that the reader has selected."""
    state = st.dataframe(
        list(rows),
        key=key,
        hide_index=True,
        on_select=on_select,
        selection_mode="single-row",
        placeholder="",
    )
    chosen: list[int] = state["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(rows) else None


def names(facts: Facts, language: str) -> dict[str, str]:
    """The name of every thing in `zh` or `en`."""
    return {code: name_of(facts, code, language) for code in facts.things}


def both_names(facts: Facts, language: str) -> dict[str, str]:
    """The name of every thing in the reader's language and then the other, to be typed in either.

    Where two are named alike, the code tells them apart.
    """
    other = "en" if language == "zh" else "zh"
    both = {
        code: f"{name_of(facts, code, language)} · {name_of(facts, code, other)}"
        for code in facts.things
    }
    often = Counter(both.values())
    return {code: name if often[name] == 1 else f"{name} · {code}" for code, name in both.items()}


def when(statement: Statement, language: str) -> str:
    """The date of a statement as written in the table, with the words of the text."""
    field = type(statement).dated
    date = getattr(statement, field) if field else None
    written = getattr(statement, f"{field}_written", None) if field else None
    shown = str(date or undated(language))
    brackets = "（{}）" if language == "zh" else " ({})"
    return shown + brackets.format(written) if written else shown


def stance(statement: Statement, language: str) -> str:
    """How the source holds a statement."""
    return choice_name(statement.stance, language)
