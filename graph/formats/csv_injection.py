"""Text that a spreadsheet would run because it begins like a formula (CWE-1236), made harmless."""

from __future__ import annotations

# Chinese and Japanese spreadsheets also run the full-width ones
RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# short signs, such as the bound >= or <=, are no formula
MIN_FORMULA_LENGTH = 3


def escape_formula(cell: object) -> object:
    """A cell that a spreadsheet shows and does not run; numbers stay as they are."""
    if isinstance(cell, str) and len(cell) >= MIN_FORMULA_LENGTH and cell.startswith(RUNNABLE):
        return "'" + cell
    return cell
