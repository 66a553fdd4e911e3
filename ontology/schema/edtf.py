"""Dates in EDTF (ISO 8601-2), read as the interval of days that they may mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from time import struct_time
from typing import Any

# The library reads more of EDTF (seasons, sets, negative years) than sources give. Only these
# forms are allowed, so that mistyped dates are found.
POINT = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-(0[1-9]|1[0-2])(-[0-9]{2})?)?[~?]?"  # month 21 is spring
)
# Years, months and days without a sign of doubt: nearly all dates of a source.
PLAIN_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


class BadDate(ValueError):
    """The text is not a date in the part of EDTF that is read here."""


class Order(StrEnum):
    """Whether one interval lies before another."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Interval:
    """The first and the last day that a date may mean; None is an open end.

    Of a date with an open end, such as "since 2019", `start_latest` is the last day on which it
    may have begun.
    """

    earliest: date | None
    latest: date | None
    start_latest: date | None = None

    @property
    def begun_by(self) -> date | None:
        """The day by which it has begun for certain; None if it has no such day."""
        return self.latest if self.start_latest is None else self.start_latest

    def order_before(self, other: Interval) -> Order:
        """Whether this interval lies before the other for certain, possibly or not at all."""
        if self.latest and other.earliest and self.latest < other.earliest:
            return Order.CERTAIN
        if self.earliest and other.latest and self.earliest >= other.latest:
            return Order.IMPOSSIBLE
        return Order.POSSIBLE

    @property
    def first_year(self) -> int | None:
        """The year in which it begins; if its beginning is open, the year in which it ends."""
        day = self.earliest or self.latest
        return day.year if day else None


def first_of(intervals: Iterable[Interval]) -> Interval | None:
    """When the first of several events came about; None if there are no events.

    It may be as early as the earliest beginning, and has been by the earliest end.
    """
    intervals = list(intervals)
    if not intervals:
        return None
    beginnings = [when.earliest for when in intervals if when.earliest is not None]
    ends = [when.latest for when in intervals if when.latest is not None]
    has_open_beginning = len(beginnings) < len(intervals)
    begun = [day for when in intervals if (day := when.begun_by) is not None]
    latest, first_begun = min(ends, default=None), min(begun, default=None)
    return Interval(
        None if has_open_beginning else min(beginnings),
        latest,
        None if first_begun == latest else first_begun,
    )


@cache  # dates repeat, and those with a sign of doubt take milliseconds
def edtf_interval(text: str) -> Interval:
    """The days that an EDTF date may mean.

    `2019` is its 365 days, `2019~` a year more on either side, `../2024-11` has no beginning,
    `2012/2014` runs from the first day of 2012 to the last of 2014.

    Raises BadDate if the text is no such date or its end precedes its beginning.
    """
    begin, slash, end = text.partition("/")
    if not slash:
        return Interval(*_point(text))
    if begin == end == "..":
        raise BadDate(text)
    earliest = None if begin == ".." else _point(begin)[0]
    latest = None if end == ".." else _point(end)[1]
    if earliest and latest and earliest > latest:
        raise BadDate(text)
    return Interval(earliest, latest, _point(begin)[1] if end == ".." else None)


def _point(text: str) -> tuple[date, date]:
    match = PLAIN_DATE.fullmatch(text)
    try:
        if match:
            year, month, day = (int(part) if part else None for part in match.groups())
            return _plain_point(year or 0, month, day)
        if POINT.fullmatch(text):
            return _point_of_library(text)
    except ValueError as error:
        raise BadDate(text) from error
    raise BadDate(text)


def _plain_point(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and last day of a year, a month or a day; raises ValueError if there is none."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return (plain_day := date(year, month, day)), plain_day


def _point_of_library(text: str) -> tuple[date, date]:
    """What the library makes of a date; raises ValueError if it is none.

    Its grammar takes milliseconds a date and a tenth of a second to load, so that plain dates
    do without.
    """
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed: Any = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(text) from error
    return _day(parsed.lower_fuzzy()), _day(parsed.upper_fuzzy())


def _day(moment: struct_time) -> date:
    year, month, day = moment[:3]
    if day > calendar.monthrange(year, month)[1]:
        raise ValueError(f"{year}-{month} has no day {day}")
    return date(year, month, day)
