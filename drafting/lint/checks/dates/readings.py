"""Whether a date of a statement is one of the dates that its words read."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from drafting.lint.checks.dates.context import YEAR
from drafting.recognition.dates import RecognisedDate
from ontology.schema.kinds import Measurement, Statement

# The last month and day of a year or month, by the words behind it: 2014年底, 6月底.
END_WORDS, BEGINNING_OF_YEAR = re.compile("年?[底末]"), re.compile("年初")
MONTH = re.compile("(?<![0-9])(1[0-2]|0?[1-9])月")
# The same part of another year: 去年同期.
SAME_PART = "同期"


def agree(edtf: str, readings: Sequence[RecognisedDate], written: str) -> bool:
    """Whether a date is the one in the words or a wider one, or an interval whose two ends they
    state in order.

    Not all words for "about" and "since" are known, so only the points are compared.
    """
    if any(date.edtf == edtf for date in readings):
        return True
    ends = [end.strip("~?") for end in edtf.split("/") if end != ".."]
    if len(ends) == 1:
        points = {point for date in readings for point in date_points(date, written)}
        return any(point == ends[0] or point.startswith(f"{ends[0]}-") for point in points)
    mentioned = [date.edtf.strip("./") for date in readings]
    years = YEAR.findall(written)
    months = _months_of_one_year(years, written)
    return (
        ends in (mentioned[:2], [*months[:1], *months[-1:]]) or [e[:4] for e in ends] == years[:2]
    )


def _months_of_one_year(years: Sequence[str], written: str) -> list[str]:
    """The months that words name behind their only year: 2023年3月和11月."""
    if len(years) != 1:
        return []
    return [f"{years[0]}-{int(month):02}" for month in MONTH.findall(written)]


def date_points(date: RecognisedDate, text: str) -> set[str]:
    """A date as a point; if its words go on with an end or a beginning, that month or day too."""
    point = date.edtf.strip("./")
    points = {point}
    letters_behind = text[date.end - 1 : date.end + 2] if date.end > 0 else ""
    if len(point) == 4 and BEGINNING_OF_YEAR.search(letters_behind):
        points.add(f"{point}-01")
    if END_WORDS.search(letters_behind) and len(point) == 4:
        point = f"{point}-12"
        points.add(point)
    if END_WORDS.search(letters_behind) and len(point) == 7:
        year, month = int(point[:4]), int(point[5:])
        points.add(f"{point}-{monthrange(year, month)[1]:02}")
    return points


def is_same_part_of_last_year(statement: Statement, edtf: str, written: str) -> bool:
    """Whether words such as 去年同期 mean a date as the period of a figure a year before."""
    period = statement.period if isinstance(statement, Measurement) else None
    if SAME_PART not in written or not period:
        return False
    return edtf == YEAR.sub(lambda match: str(int(match[0]) - 1), period)
