"""Numbers of numpy into cells: nan is an empty cell, whole periods are whole numbers."""

from __future__ import annotations

from math import isnan


def cell(number: float) -> float | None:
    """A number, or nothing for nan."""
    return None if isnan(number) else float(number)


def period(number: float) -> float | int | None:
    """A period: a whole number as one."""
    if isnan(number):
        return None
    return int(number) if float(number).is_integer() else float(number)
