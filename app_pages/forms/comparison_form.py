"""The reader's choice of the rows of a comparison: which, in which order, in which groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import Flag, OneOf, SomeOf, UrlPart
from app_pages.state.widget_state import persistent_widget
from graph.compare.adoption_matrix import Agreement, Comparison, Row
from graph.compare.row_choice import (
    Overlap,
    RowGroup,
    RowOrder,
    chosen_rows,
    grouped_rows,
    ordered_rows,
)
from graph.model.facts import Facts

TOLD, DIFFER, ALL = "compare_told", "compare_differ", "compare_all"
WANTED, ORDER, GROUP = "compare_wanted", "compare_order", "compare_group"
OVERLAPS = tuple(overlap.value for overlap in Overlap if overlap is not Overlap.NEITHER)


@dataclass(frozen=True)
class RowChoice:
    """Which rows to list: only mentioned ones, only differences, which overlaps, order, groups."""

    only_told: bool = True
    only_different: bool = False
    only: tuple[Overlap, ...] = ()
    order: RowOrder = RowOrder.TREE
    group: RowGroup = RowGroup.NONE
    all_evidence: bool = False

    def rows(self, compared: Comparison) -> list[Row]:
        """The rows in their order; without the tree no row is below another."""
        rows = [
            row
            for row in chosen_rows(compared.rows, self.only)
            if not (self.only_told and row.agreement is Agreement.SILENT)
            and not (self.only_different and row.agreement is not Agreement.DIFFERENT)
        ]
        if self.order is RowOrder.TREE and self.group is RowGroup.NONE:
            return rows
        return [replace(row, depth=0) for row in ordered_rows(rows, self.order)]

    def groups(self, rows: Sequence[Row]) -> dict[str, list[Row]]:
        """The rows by the key of their group."""
        return grouped_rows(rows, self.group)


def row_parts() -> tuple[UrlPart, ...]:
    """The choice in the address."""
    return (
        Flag("told", TOLD, True),
        Flag("differ", DIFFER, False),
        SomeOf("only", WANTED, OVERLAPS),
        OneOf("order", ORDER, [order.value for order in RowOrder], RowOrder.TREE.value),
        OneOf("group", GROUP, [group.value for group in RowGroup], RowGroup.NONE.value),
        Flag("evidence", ALL, False),
    )


def choose_rows(facts: Facts, places: Sequence[str]) -> RowChoice:
    """Draws the switches; those of the overlap are named for the first two places."""
    overlaps = _choose_overlaps(facts, places)
    # one line of controls: the table below them should begin on the first screen
    left, middle, right = st.columns([3.2, 1.1, 1.1], vertical_alignment="bottom")
    # as wide as their words, in a second line where the window is narrow
    with left, st.container(horizontal=True, gap="small"):
        only_told = _toggle(TOLD, True, say("only_told"))
        only_different = _toggle(DIFFER, False, say("only_different"))
        all_evidence = _toggle(ALL, False, say("all_evidence"))
    with middle:
        orders = {order.value: say(f"order_{order}") for order in RowOrder}
        chosen_order = _one_of(ORDER, say("row_order"), orders)
    with right:
        groups = {group.value: say(f"group_{group}") for group in RowGroup}
        chosen_group = _one_of(GROUP, say("row_group"), groups)
    return RowChoice(
        only_told,
        only_different,
        tuple(map(Overlap, overlaps)),
        RowOrder(chosen_order),
        RowGroup(chosen_group),
        all_evidence,
    )


def group_title(facts: Facts, key: str, places: Sequence[str], group: RowGroup) -> str:
    """The name of a group of rows."""
    if group is RowGroup.OVERLAP:
        first, second = (plain(facts.display_name(code, language())) for code in places[:2])
        return say(f"overlap_{key}", first=first, second=second)
    return say(f"agreement_{key}")


def _choose_overlaps(facts: Facts, places: Sequence[str]) -> Sequence[str]:
    first, second = (plain(facts.display_name(code, language())) for code in places[:2])
    labels = {key: say(f"overlap_{key}", first=first, second=second) for key in OVERLAPS}

    def draw(widget_key: str, value: Sequence[str] | None) -> Sequence[str]:
        return st.pills(
            say("overlap", first=first, second=second),
            OVERLAPS,
            selection_mode="multi",
            default=value,
            format_func=labels.__getitem__,
            key=widget_key,
        )

    # the names in the labels are those of the places, so other places need another widget
    default: Sequence[str] = ()
    return persistent_widget(WANTED, default, draw)


def _toggle(key: str, default: bool, label: str) -> bool:
    return persistent_widget(key, default, lambda widget_key, _: st.toggle(label, key=widget_key))


def _one_of(key: str, label: str, labels: Mapping[str, str]) -> str:
    options = list(labels)

    def draw(widget_key: str, value: str | None) -> str:
        chosen = st.selectbox(label, options, format_func=labels.__getitem__, key=widget_key)
        return str(chosen)

    return persistent_widget(key, options[0], draw)
