"""What has come about at a moment: surely, perhaps, not yet; or nobody says when.

A date is an interval of days (see ontology/schema/edtf.py). By a day a link has surely come about
if its interval has ended, and may have if it has begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from graph.links.edge_bundles import EdgeBundle

# A day on which a change may be, and one by which it is sure: as in Line.
Days = tuple[date | None, date | None]


class TimeState(StrEnum):
    """How a link stands at a moment."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    LATER = "later"
    UNDATED = "undated"


def timeline_years(lines: Iterable[EdgeBundle]) -> tuple[int, ...]:
    """The years at whose ends one looks: from before the first change to the last.

    Nothing that is dated gives none.
    """
    days = {day for line in lines for day in (line.possible, line.certain)}
    years = sorted(day.year for day in days if day is not None and day != date.min)
    return tuple(range(years[0] - 1, years[-1] + 1)) if years else ()


def state_at(days: Days, year: int) -> TimeState:
    """How what has these days stands at the end of a year."""
    possible, certain = days
    if possible is None:
        return TimeState.UNDATED
    if certain is not None and certain.year <= year:
        return TimeState.CERTAIN
    return TimeState.POSSIBLE if possible.year <= year else TimeState.LATER


def onset(days: Days, years: Sequence[int]) -> tuple[int | None, int | None]:
    """The places of the first moments at which it is possible, and certain; None if at none."""
    states = [state_at(days, year) for year in years]
    told = (TimeState.POSSIBLE, TimeState.CERTAIN)
    possible = next((at for at, one in enumerate(states) if one in told), None)
    certain = next((at for at, one in enumerate(states) if one is TimeState.CERTAIN), None)
    return possible, certain


def first_days(lines: Iterable[EdgeBundle]) -> Days:
    """The days of several lines together: when the first of them may, and must, have come about."""
    held = list(lines)
    possible = min((line.possible for line in held if line.possible is not None), default=None)
    certain = min((line.certain for line in held if line.certain is not None), default=None)
    return possible, certain
