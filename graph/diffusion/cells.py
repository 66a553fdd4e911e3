"""Numbers of numpy into cells, and cells as people read them."""

from __future__ import annotations

from math import isnan

from graph.diffusion.result import Cell

# Numbers below are written 1.2e-05.
TINY = 1e-4


def cell(number: float) -> float | None:
    """A number, or nothing for nan."""
    return None if isnan(number) else float(number)


def period(number: float) -> float | int | None:
    """A period: a whole number as one."""
    if isnan(number):
        return None
    return int(number) if float(number).is_integer() else float(number)


def rounded(cell: Cell, digits: int = 4) -> Cell:
    """A number with so many digits, or one after the point if it is long; a whole one as it is."""
    if not isinstance(cell, float):
        return cell
    if cell.is_integer():
        return int(cell)
    if abs(cell) < TINY:
        return f"{cell:.1e}"
    return f"{cell:.{digits}g}" if abs(cell) < 10 ** (digits - 1) else f"{cell:.1f}"
