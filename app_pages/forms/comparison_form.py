"""The reader's choice of the rows of a comparison: which, in which order, in which groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ChoicePart, ChoicesPart, Flag, UrlPart
from app_pages.state.widget_state import persistent_toggle, persistent_widget
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

ONLY_MENTIONED_KEY, ONLY_DIFFERENT_KEY, ALL_EVIDENCE_KEY = (
    "compare_told",
    "compare_differ",
    "compare_all",
)
OVERLAPS_KEY, ORDER_KEY, GROUP_KEY = "compare_wanted", "compare_order", "compare_group"
OVERLAPS = tuple(overlap.value for overlap in Overlap if overlap is not Overlap.NEITHER)


@dataclass(frozen=True)
class RowChoice:
    """Which rows to list: only mentioned ones, only differences, which overlaps, order, groups."""

    only_mentioned: bool = True
    only_different: bool = False
    overlaps: tuple[Overlap, ...] = ()
    order: RowOrder = RowOrder.TREE
    group: RowGroup = RowGroup.NONE
    all_evidence: bool = False

    def rows(self, comparison: Comparison) -> list[Row]:
        """The rows in their order; without the tree no row is below another."""
        rows = [
            row
            for row in chosen_rows(comparison.rows, self.overlaps)
            if not (self.only_mentioned and row.agreement is Agreement.SILENT)
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
        Flag("told", ONLY_MENTIONED_KEY, default=True),
        Flag("differ", ONLY_DIFFERENT_KEY, default=False),
        ChoicesPart("only", OVERLAPS_KEY, OVERLAPS),
        ChoicePart("order", ORDER_KEY, [order.value for order in RowOrder], RowOrder.TREE.value),
        ChoicePart("group", GROUP_KEY, [group.value for group in RowGroup], RowGroup.NONE.value),
        Flag("evidence", ALL_EVIDENCE_KEY, default=False),
    )


def choose_rows(facts: Facts, places: Sequence[str]) -> RowChoice:
    """Draws the switches; those of the overlap are named for the first two places."""
    overlaps = _choose_overlaps(facts, places)
    # one line of controls: the table below them should begin on the first screen
    left, middle, right = st.columns([3.2, 1.1, 1.1], vertical_alignment="bottom")
    # as wide as their words, in a second line where the window is narrow
    with left, st.container(horizontal=True, gap="small"):
        only_mentioned = persistent_toggle(ONLY_MENTIONED_KEY, say("only_told"), default=True)
        only_different = persistent_toggle(ONLY_DIFFERENT_KEY, say("only_different"), default=False)
        all_evidence = persistent_toggle(ALL_EVIDENCE_KEY, say("all_evidence"), default=False)
    with middle:
        orders = {order.value: say(f"order_{order}") for order in RowOrder}
        chosen_order = _one_of(ORDER_KEY, say("row_order"), orders)
    with right:
        groups = {group.value: say(f"group_{group}") for group in RowGroup}
        chosen_group = _one_of(GROUP_KEY, say("row_group"), groups)
    return RowChoice(
        only_mentioned,
        only_different,
        tuple(map(Overlap, overlaps)),
        RowOrder(chosen_order),
        RowGroup(chosen_group),
        all_evidence,
    )


def group_title(facts: Facts, key: str, places: Sequence[str], group: RowGroup) -> str:
    """The name of a group of rows."""
    if group is RowGroup.OVERLAP:
        first_place, second_place = (
            plain(facts.display_name(code, language())) for code in places[:2]
        )
        return say(f"overlap_{key}", first=first_place, second=second_place)
    return say(f"agreement_{key}")


def _choose_overlaps(facts: Facts, places: Sequence[str]) -> Sequence[str]:
    first_place, second_place = (plain(facts.display_name(code, language())) for code in places[:2])
    labels = {
        key: say(f"overlap_{key}", first=first_place, second=second_place) for key in OVERLAPS
    }

    def draw(widget_key: str, value: Sequence[str] | None) -> Sequence[str]:
        return st.pills(
            say("overlap", first=first_place, second=second_place),
            OVERLAPS,
            selection_mode="multi",
            default=value,
            format_func=labels.__getitem__,
            key=widget_key,
        )

    # the names in the labels are those of the places, so other places need another widget
    default: Sequence[str] = ()
    return persistent_widget(OVERLAPS_KEY, default, draw)


def _one_of(key: str, label: str, labels: Mapping[str, str]) -> str:
    options = list(labels)

    def draw(widget_key: str, value: str | None) -> str:
        choice = st.selectbox(label, options, format_func=labels.__getitem__, key=widget_key)
        return str(choice)

    return persistent_widget(key, options[0], draw)
