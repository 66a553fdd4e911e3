"""The times of a researcher's table as intervals: dates, months without a sign, and numbers.

20161001               the day 2016-10-01, in every table
2016, 2016.0           beside dates the whole year, else the number
2016.10, 201610        beside dates the month 2016-10, else the number
42614                  refused beside dates: a spreadsheet's number of a day
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from diffusion.study.decimal_years import start_interval
from diffusion.study.study import NumericInterval
from loaders.tables.spreadsheet_dates import as_edtf
from loaders.tables.time_values import OPEN, parse_time

# The years in which a number without signs is read as a date.
COMPACT_DAY = re.compile(r"([12][0-9]{3})([0-9]{2})([0-9]{2})")
COMPACT_MONTH = re.compile(r"([12][0-9]{3})([0-9]{2})")
YEAR = re.compile(r"([0-9]{4})(?:\.0+)?")
DOTTED_MONTH = re.compile(r"[0-9]{4}\.[0-9]{1,2}")
ENDS = re.compile(r"([^/]+)/([^/]+)")
BRACKETS = re.compile(r"[(\[].*[)\]]")
# Beside dates, a larger number is not a year.
LAST_YEAR = 9999
# Spreadsheets count days from here.
DAY_ZERO = date(1899, 12, 30)
DAY_NUMBERS = range(LAST_YEAR + 1, 100_000)


def time_interval(text: str, *, beside_dates: bool) -> tuple[NumericInterval, bool]:
    """The interval that a text stands for, and whether it is a date rather than a number.

    Raises ValueError (or BadDate, which is one) if it is neither.
    """
    edtf = _edtf(text, beside_dates=beside_dates)
    number = None if edtf else parse_time(text)
    if number is None:
        return start_interval(edtf or as_edtf(text)), True
    if beside_dates and _is_no_year(text, number):
        raise ValueError(text)
    return number, False


def day_of_number(text: str) -> date | None:
    """The day that a spreadsheet's day number stands for; None if the text is none."""
    if not re.fullmatch(r"[0-9]{5}", text) or int(text) not in DAY_NUMBERS:
        return None
    return DAY_ZERO + timedelta(int(text))


def _edtf(text: str, *, beside_dates: bool) -> str | None:
    """A date, or two with a stroke, without the signs of EDTF; None if the text is neither."""
    ends = ENDS.fullmatch(text)
    if not ends:
        return _end(text, beside_dates=beside_dates)
    dates = [
        ".." if end in OPEN else _end(end.strip(), beside_dates=beside_dates)
        for end in ends.groups()
    ]
    return None if None in dates or dates == ["..", ".."] else "/".join(map(str, dates))


def _end(text: str, *, beside_dates: bool) -> str | None:
    if (day := COMPACT_DAY.fullmatch(text)) and _is_day(*map(int, day.groups())):
        return "-".join(day.groups())
    if not beside_dates:
        return None
    if year := YEAR.fullmatch(text):
        return year[1]
    if month := COMPACT_MONTH.fullmatch(text):
        return "-".join(month.groups())
    return as_edtf(text) if DOTTED_MONTH.fullmatch(text) else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_no_year(text: str, number: NumericInterval) -> bool:
    """Whether a number is too large for a year, or an end in brackets may be a month."""
    ends = [end for end in (number.earliest, number.latest) if abs(end) != float("inf")]
    months = BRACKETS.fullmatch(text) and re.search(r"[0-9]{4}\.[0-9]{1,2}(?![0-9])", text)
    return bool(months) or any(abs(end) > LAST_YEAR for end in ends)
