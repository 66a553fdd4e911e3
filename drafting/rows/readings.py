"""Two drafts as readings of the same passage: their common cells, and their differences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafting.drafts.draft import NEW_PREFIX, Draft
from drafting.lint.finding import FindingCode

WORDING_SUFFIXES = ("_written", "local_name")


def overlap(draft: Draft, other: Draft) -> bool:
    """Whether two drafts are of the same kind and share a letter of their first passages."""
    first, second = draft.spans[0], other.spans[0]
    return draft.kind == other.kind and first.start < second.end and second.start < first.end


def common_cells(draft: Draft, other: Draft) -> list[tuple[str, str, str]]:
    """Column and both cells that both drafts fill, without words of the text and new names."""
    other_cells = dict(other.cells)
    return [
        (column, cell, other_cells[column])
        for column, cell in draft.cells
        if column in other_cells
        and not column.endswith(WORDING_SUFFIXES)
        and not (cell.startswith(NEW_PREFIX) or other_cells[column].startswith(NEW_PREFIX))
    ]


def shared_cell_count(draft: Draft, other: Draft) -> int:
    """How many cells two drafts share, if that is half of those both fill besides the stance."""
    content = [pair for pair in common_cells(draft, other) if pair[0] != "stance"]
    count = sum(cell == other_cell for _, cell, other_cell in content)
    return count if 2 * count >= len(content) else 0


def other_readings(drafts: Iterable[Draft]) -> Mapping[str, tuple[Draft, ...]]:
    """For each draft that disagrees with others, by id, these others."""
    conflicts = [d for d in drafts if FindingCode.CONFLICT.value in d.findings and d.spans]
    return {
        draft.id: tuple(
            other
            for other in conflicts
            if other.source == draft.source
            and overlap(draft, other)
            and shared_cell_count(draft, other)
            and any(cell != other_cell for _, cell, other_cell in common_cells(draft, other))
        )
        for draft in conflicts
    }
