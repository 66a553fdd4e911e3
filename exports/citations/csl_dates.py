"""Dates in EDTF as CSL-JSON has them: `{"date-parts": [[2024, 12, 22]]}`."""

from __future__ import annotations

from datetime import date
from typing import Any

OPEN_END = ".."
UNKNOWN_DIGIT = "X"


def csl_date(text: str) -> dict[str, Any]:
    """An EDTF date as a CSL date.

    A date is marked `circa` if the source is not sure of it or only one end is known: CSL has no
    open intervals. Both ends of an interval get the precision of the coarser one: citeproc-js stops
    the whole bibliography where they differ (findings/citeproc_js_ranges.sh).
    """
    start, slash, end_text = text.partition("/")
    ends = [end for end in (start, end_text) if end and end != OPEN_END]
    parts = [part for end in ends for part in _parts(end)]
    is_vague = OPEN_END in (start, end_text) or any(
        sign in text for sign in ("~", "?", UNKNOWN_DIGIT)
    )
    return {"date-parts": _ends_alike(parts)} | ({"circa": True} if is_vague else {})


def csl_day(day: date) -> dict[str, Any]:
    """A day as a CSL date."""
    return {"date-parts": [[day.year, day.month, day.day]]}


def iso_date(csl: dict[str, Any]) -> str:
    """The first date of a CSL date, as `2024`, `2024-12` or `2024-12-22`."""
    year, *month_and_day = csl["date-parts"][0]
    return "-".join([f"{year:04}", *(f"{part:02}" for part in month_and_day)])


def _ends_alike(parts: list[list[int]]) -> list[list[int]]:
    """The first and the last of the parts in one precision; once only if they are the same then."""
    start, end = parts[0], parts[-1]
    precision = min(len(start), len(end))
    ends = [start[:precision], end[:precision]]
    return ends[:1] if ends[0] == ends[1] else ends


def _parts(point: str) -> list[list[int]]:
    """The year, month and day of a point in time; of a decade or century its two ends."""
    plain = point.rstrip("~?")
    if UNKNOWN_DIGIT in plain:
        year = plain.split("-")[0]
        return [[int(year.replace(UNKNOWN_DIGIT, digit))] for digit in "09"]
    return [[int(part) for part in plain.split("-")]]
