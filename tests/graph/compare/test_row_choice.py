"""The rows of a comparison by what is told of two places, in an order and in groups."""

from __future__ import annotations

import pytest

from graph.compare.adoption_matrix import Agreement, Cell, Mark, Row
from graph.compare.row_choice import (
    Overlap,
    RowGroup,
    RowOrder,
    chosen_rows,
    grouped_rows,
    ordered_rows,
    overlaps,
)

SILENT_CELL = Cell(Mark.UNSAID)


def stated_cell(*since: str, count: int = 1, mark: Mark = Mark.STATED) -> Cell:
    return Cell(mark, since, tuple(f"adoption-{number}" for number in range(count)))


def row(*cells: Cell, name: str = "m") -> Row:
    return Row(name, 0, cells)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (stated_cell(), SILENT_CELL, {Overlap.ONLY_FIRST}),
        (stated_cell(), stated_cell(mark=Mark.PLANNED), {Overlap.ONLY_FIRST}),
        (SILENT_CELL, stated_cell(mark=Mark.NARROWER), {Overlap.ONLY_SECOND}),
        (stated_cell("2019"), stated_cell(), {Overlap.BOTH}),
        (stated_cell("2019"), stated_cell("2019-03"), {Overlap.BOTH}),
        (stated_cell("2019"), stated_cell("2021"), {Overlap.BOTH, Overlap.OTHER_DATE}),
        (stated_cell("2019", "2021"), stated_cell("2021"), {Overlap.BOTH}),
        (stated_cell(mark=Mark.DENIED), Cell(Mark.UNREAD), {Overlap.NEITHER}),
        (stated_cell(mark=Mark.DIFFERENT), stated_cell(), {Overlap.BOTH}),
    ],
)
def test_what_is_told_of_two_places(first, second, expected):
    assert overlaps(row(first, second)) == expected
    assert (
        overlaps(row(first, second, stated_cell("1999"))) == expected
    )  # a third says nothing of them


ROWS = [
    row(stated_cell("2021"), SILENT_CELL, name="only-first"),
    row(stated_cell("2019"), stated_cell("2021", count=3), name="other-date"),
    row(SILENT_CELL, stated_cell(), name="only-second"),
    row(SILENT_CELL, SILENT_CELL, name="silent"),
]


def names(rows) -> list[str]:
    return [member.mechanism for member in rows]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ((), ["only-first", "other-date", "only-second", "silent"]),
        ((Overlap.ONLY_FIRST,), ["only-first"]),
        ((Overlap.OTHER_DATE,), ["other-date"]),
        ((Overlap.BOTH, Overlap.ONLY_SECOND), ["other-date", "only-second"]),
    ],
)
def test_only_the_wanted_rows_are_listed(wanted, expected):
    assert names(chosen_rows(ROWS, wanted)) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (RowOrder.TREE, ["only-first", "other-date", "only-second", "silent"]),
        (RowOrder.DATE, ["other-date", "only-first", "only-second", "silent"]),
        (RowOrder.PLACES, ["other-date", "only-first", "only-second", "silent"]),
        (RowOrder.EVIDENCE, ["other-date", "only-first", "only-second", "silent"]),
    ],
)
def test_rows_stand_in_the_order_that_is_asked(order, expected):
    assert names(ordered_rows(ROWS, order)) == expected


def test_each_row_is_in_one_group():
    groups = grouped_rows(ROWS, RowGroup.OVERLAP)
    assert {key: names(rows) for key, rows in groups.items()} == {
        "only_first": ["only-first"],
        "only_second": ["only-second"],
        "other_date": ["other-date"],
        "neither": ["silent"],
    }
    by_agreement = grouped_rows(ROWS, RowGroup.AGREEMENT)
    assert names(by_agreement[Agreement.PARTIAL]) == ["only-first", "only-second"]
    assert grouped_rows(ROWS, RowGroup.NONE) == {"": ROWS}
    assert grouped_rows([], RowGroup.NONE) == {}
