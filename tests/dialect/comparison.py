"""Answers of two stores as they compare: rows in no order, numbers as they count."""

from __future__ import annotations

import math

from graph.stores.store import Cell, Store, StoreError

ANY_ORDER = "(lists in any order)"
REFUSAL = "refused"


def answer(store: Store, query: str, *, any_order: bool = False) -> object:
    """Columns and rows in no order, numbers as they count; or that it was refused."""
    try:
        got = store.ask(query, {})
    except StoreError:
        return REFUSAL
    rows = sorted(
        repr([comparable_cell(cell, any_order=any_order) for cell in row]) for row in got.rows
    )
    return list(got.columns), rows


def comparable_cell(cell: Cell, *, any_order: bool) -> object:
    """A cell as it compares: 1 and 1.0 alike, the last digits of a float left out."""
    match cell:
        case bool() | None | str():
            return cell
        case int() | float():
            return "NaN" if math.isnan(cell) else float(f"{cell:.12g}")
        case list():
            parts = [comparable_cell(part, any_order=any_order) for part in cell]
            return sorted(parts, key=repr) if any_order else parts
        case dict():
            return {key: comparable_cell(cell[key], any_order=any_order) for key in sorted(cell)}


def differences(asked: dict[str, str], one: Store, other: Store) -> list[str]:
    found = []
    for name, query in asked.items():
        loose = name.endswith(ANY_ORDER)
        mine, theirs = answer(one, query, any_order=loose), answer(other, query, any_order=loose)
        if mine != theirs:
            found.append(f"{name}: {str(mine)[:200]} and not {str(theirs)[:200]}")
    return found
