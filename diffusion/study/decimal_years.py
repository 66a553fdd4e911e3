"""EDTF dates as numbers: years with a decimal part, or the numbers of a dataset's own periods."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from math import inf

from diffusion.study.study import UNDATED_INTERVAL, NumericInterval
from ontology.schema.edtf import Interval, edtf_interval


def numeric_interval(text: str | None, periods: Sequence[str] = ()) -> NumericInterval:
    """An EDTF date in years: the first day of 2020 is 2020.0, the first of July about 2020.5.

    Both ends are the beginning of a day, so that a day is one number; no date is UNDATED. Where
    a dataset counts in periods of its own, the date is the number of its period, from 1.
    """
    if not text:
        return UNDATED_INTERVAL
    return _numbers(text, edtf_interval(text), periods)


def start_interval(text: str | None, periods: Sequence[str] = ()) -> NumericInterval:
    """The beginning of a duration in EDTF: `2022/..`, since 2022, began in 2022."""
    return _start(text, tuple(periods)) if text else UNDATED_INTERVAL


@lru_cache(maxsize=10_000)  # thousands of facts begin on the same days
def _start(text: str, periods: tuple[str, ...]) -> NumericInterval:
    days = edtf_interval(text)
    return _numbers(text.removesuffix("/.."), Interval(days.earliest, days.begun_by), periods)


def decimal_year(day: date) -> float:
    """The year plus the part of it that had passed when the day began."""
    days = 366 if calendar.isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1) / days


def first_interval(spans: Sequence[NumericInterval]) -> NumericInterval:
    """The interval in which the first of these lies; UNDATED if none has a date."""
    if len(spans) == 1:
        return spans[0]
    dated = [span for span in spans if span != UNDATED_INTERVAL]
    if not dated:
        return UNDATED_INTERVAL
    return NumericInterval(min(span.earliest for span in dated), min(span.latest for span in dated))


def _numbers(text: str, days: Interval, periods: Sequence[str]) -> NumericInterval:
    if periods:
        return _period_numbers(text, days, periods)
    return NumericInterval(
        -inf if days.earliest is None else decimal_year(days.earliest),
        inf if days.latest is None else decimal_year(days.latest),
    )


def _period_numbers(text: str, days: Interval, periods: Sequence[str]) -> NumericInterval:
    """The number of the period that a date names; else of the first and last that it may lie in.

    A date before the first period is 0, after the last one more than there are; a date in a gap
    belongs to the period after it. Periods may overlap: `1954-12/1955-01` and `1955-01/1955-02`.
    """
    if text in periods:
        number = periods.index(text) + 1.0
        return NumericInterval(number, number)
    intervals = [edtf_interval(period) for period in periods]
    ended_periods = sum(_precedes(other.latest, days.earliest) for other in intervals)
    begun_periods = sum(not _precedes(days.latest, other.earliest) for other in intervals)
    last = max(float(begun_periods), ended_periods + 1.0) if begun_periods else 0.0
    return NumericInterval(
        -inf if days.earliest is None else min(ended_periods + 1.0, last),
        inf if days.latest is None else last,
    )


def _precedes(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other
