"""The rows of a comparison that a reader chose, with their order and groups."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum

from graph.compare.adoption_matrix import DONE_MARKS, Agreement, Cell, Mark, Row
from ontology.schema.edtf import Order, edtf_interval

AFTER_EVERY_DAY = "9999-12-31"  # later than every day on which something began


class Overlap(StrEnum):
    """Which of the first two places adopted a mechanism, by the sources; silence is no denial."""

    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"
    BOTH = "both"
    OTHER_DATE = "other_date"
    NEITHER = "neither"


class RowOrder(StrEnum):
    """The order of rows: by the tree of mechanisms, first date, places that did it, or evidence."""

    TREE = "tree"
    DATE = "date"
    PLACES = "places"
    EVIDENCE = "evidence"


class RowGroup(StrEnum):
    """What rows are grouped by: nothing, the overlap of the first two places, or agreement."""

    NONE = "none"
    OVERLAP = "overlap"
    AGREEMENT = "agreement"


def overlaps(row: Row) -> frozenset[Overlap]:
    """The overlap of the first two places of a row; OTHER_DATE comes with BOTH."""
    first, second = row.cells[:2]
    match _is_done(first), _is_done(second):
        case True, True:
            other = {Overlap.OTHER_DATE} if _dates_differ(first, second) else set()
            return frozenset({Overlap.BOTH} | other)
        case True, False:
            return frozenset({Overlap.ONLY_FIRST})
        case False, True:
            return frozenset({Overlap.ONLY_SECOND})
    return frozenset({Overlap.NEITHER})


def chosen_rows(rows: Sequence[Row], choice: Collection[Overlap]) -> list[Row]:
    """The rows with one of these overlaps; all rows if none is chosen."""
    return [row for row in rows if not choice or not overlaps(row).isdisjoint(choice)]


def ordered_rows(rows: Sequence[Row], order: RowOrder) -> list[Row]:
    """The rows in an order; equal ones stay in that of the tree, and undated ones come last."""
    keys: Mapping[RowOrder, Callable[[Row], int | str]] = {
        RowOrder.TREE: lambda row: 0,
        RowOrder.DATE: lambda row: _first_day(row) or AFTER_EVERY_DAY,
        RowOrder.PLACES: lambda row: -sum(map(_is_done, row.cells)),
        RowOrder.EVIDENCE: lambda row: -sum(len(cell.statements) for cell in row.cells),
    }
    return sorted(rows, key=lambda row: (keys[order](row),))


def grouped_rows(rows: Sequence[Row], group: RowGroup) -> dict[str, list[Row]]:
    """The rows by the key of their group, in the order of the groups; "" is all of them."""
    if group is RowGroup.NONE:
        return {"": list(rows)} if rows else {}
    names = list(Overlap) if group is RowGroup.OVERLAP else list(Agreement)
    groups: dict[str, list[Row]] = {name.value: [] for name in names}
    for row in rows:
        groups[_group_of(row, group)].append(row)
    return {name: part for name, part in groups.items() if part}


def _group_of(row: Row, group: RowGroup) -> str:
    if group is RowGroup.AGREEMENT:
        return row.agreement.value
    row_overlaps = overlaps(row)
    return (
        Overlap.OTHER_DATE if Overlap.OTHER_DATE in row_overlaps else next(iter(row_overlaps))
    ).value


def _is_done(cell: Cell) -> bool:
    return cell.mark in DONE_MARKS or cell.mark is Mark.DIFFERENT


def _dates_differ(first: Cell, second: Cell) -> bool:
    """Whether a date of one is certainly before each date of the other."""
    if not (first.since and second.since):
        return False
    pairs = [
        (edtf_interval(first_date), edtf_interval(second_date))
        for first_date in first.since
        for second_date in second.since
    ]
    return all(
        Order.CERTAIN in (left.order_before(right), right.order_before(left))
        for left, right in pairs
    )


def _first_day(row: Row) -> str | None:
    """The first day on which any place may have begun, as text that sorts."""
    intervals = [edtf_interval(date) for cell in row.cells for date in cell.since]
    days = [interval.earliest or interval.latest for interval in intervals]
    return min((day.isoformat() for day in days if day), default=None)
