"""Text for a spreadsheet's cell, which would run a cell that begins like a formula (CWE-1236)."""

from __future__ import annotations

# the wide ones run too where the spreadsheet is Chinese or Japanese
RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# signs of their own, such as the bound >= or <=, run nothing
SHORTEST_FORMULA = 3


def escape_formula(cell: object) -> object:
    """A cell that a spreadsheet will show and not run; numbers are left as they are."""
    if isinstance(cell, str) and len(cell) >= SHORTEST_FORMULA and cell.startswith(RUNNABLE):
        return "'" + cell
    return cell
