"""The checks of a facts folder on rows that are not in it yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from drafting.rows.fact_rows import RowIndex, neighbour_rows
from drafting.rows.typed_row import TypedRow
from graph.model.dataset import Dataset
from loaders.facts.checks import CHECKS, every_thing_is_referenced
from loaders.facts.parsed_folder import ParsedRow
from loaders.tables.faults import Fault

# A new thing may be accepted before the statement that names it.
ROW_CHECKS = tuple(check for check in CHECKS if check is not every_thing_is_referenced)


class RowChecks:
    """Facts, which have no faults, and the accepted rows that wait to become facts.

    `facts` are their rows; `without` are codes and ids of things and statements that are left
    out of them. A row is checked only beside rows that share a thing or a passage with it.
    """

    def __init__(
        self,
        dataset: Dataset,
        facts: RowIndex,
        accepted_rows: Iterable[TypedRow] = (),
        excluded_ids: Collection[str] = (),
    ) -> None:
        self._dataset, self._without = dataset, excluded_ids
        self._indexes = (facts, RowIndex(ParsedRow(row.row, row.value) for row in accepted_rows))

    def faults(self, row: TypedRow) -> list[Fault]:
        """Every fault that comes with a row."""
        new_row = ParsedRow(row.row, row.value)
        folder = neighbour_rows(self._dataset, self._indexes, new_row, self._without)
        return [fault for check in ROW_CHECKS for fault in check(folder)]
