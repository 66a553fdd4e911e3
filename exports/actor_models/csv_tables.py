"""Tables for R: plain CSV in UTF-8 without a mark, and matrices of numbers without names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from graph.formats.csv_injection import escape_formula

Row = Sequence[object]


def csv_bytes(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A table with a header; None is an empty cell."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\n")
    table.writerow(columns)
    table.writerows([escape_formula(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8")


def matrix_bytes(rows: Iterable[Sequence[int | None]]) -> bytes:
    """Numbers between spaces, NA where one is unknown, as RSiena's own data files are."""
    lines = (" ".join("NA" if cell is None else str(cell) for cell in row) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("ascii")


def number(value: float) -> str:
    """A number as R reads it; empty where it is not finite."""
    return "" if value in (float("inf"), float("-inf")) else f"{value:.6f}".rstrip("0").rstrip(".")
