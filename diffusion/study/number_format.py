"""Numbers of numpy into cells, and cells as people read them."""

from __future__ import annotations

from math import isnan

from diffusion.study.result import Cell

# Numbers below are written 1.2e-05, numbers above 8.8e+16: their digits mean nothing.
TINY, HUGE = 1e-4, 1e15


def number_cell(number: float) -> float | None:
    """A number; None for nan."""
    return None if isnan(number) else float(number)


def period_cell(number: float) -> float | int | None:
    """A period as a cell: an int if it is a whole number, None for nan."""
    if isnan(number):
        return None
    return int(number) if float(number).is_integer() else float(number)


def period_text(number: float) -> str:
    """A period as the text of a table's cell, empty for nan."""
    return "" if isnan(number) else f"{period_cell(number)}"


def round_cell(cell: Cell, digits: int = 4) -> Cell:
    """A number with so many digits, or three after the point if it is long: as a year, the last day
    of 2021 is 2021.997 and not yet 2022. A whole number as it is.
    """
    if not isinstance(cell, float):
        return cell
    if abs(cell) >= HUGE:
        return f"{cell:.1e}"
    if cell.is_integer():
        return int(cell)
    if abs(cell) < TINY:
        return f"{cell:.1e}"
    if abs(cell) < 10 ** (digits - 1):
        return f"{cell:.{digits}g}"
    return f"{cell:.3f}".rstrip("0").rstrip(".")
