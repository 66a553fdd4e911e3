"""The state of a statement at the end of a year: certain, possible, not yet, or undated.

A date is an interval of days (see ontology/schema/edtf.py). By a day an edge has certainly come
about if its interval has ended, and may have if its interval has begun. A date "since 2019" has
begun by the end of 2019.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from graph.links.edge_bundles import EdgeBundle
from ontology.schema.edtf import Interval, first_of


class TimeState(StrEnum):
    """Whether an edge exists at the end of a year."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    LATER = "later"
    UNDATED = "undated"


def timeline_years(bundles: Iterable[EdgeBundle]) -> tuple[int, ...]:
    """The years of a timeline: from the one before the first change to that of the last.

    Bundles without a date give none.
    """
    intervals = [bundle.when for bundle in bundles if bundle.when is not None]
    days = [day for when in intervals for day in (when.earliest, when.begun_by) if day is not None]
    if not days:
        return ()
    return tuple(range(min(days).year - 1, max(days).year + 1))


def state_at(when: Interval | None, year: int) -> TimeState:
    """The state, at the end of a year, of an edge with this date."""
    if when is None:
        return TimeState.UNDATED
    if when.begun_by is not None and when.begun_by.year <= year:
        return TimeState.CERTAIN
    has_begun = when.earliest is None or when.earliest.year <= year
    return TimeState.POSSIBLE if has_begun else TimeState.LATER


def onset(when: Interval | None, years: Sequence[int]) -> tuple[int | None, int | None]:
    """The indexes of the first years in which it is possible, and certain; None if in none."""
    states = [state_at(when, year) for year in years]
    begun_states = (TimeState.POSSIBLE, TimeState.CERTAIN)
    possible = next((at for at, state in enumerate(states) if state in begun_states), None)
    certain = next((at for at, state in enumerate(states) if state is TimeState.CERTAIN), None)
    return possible, certain


def first_interval_of(bundles: Iterable[EdgeBundle]) -> Interval | None:
    """The interval in which the first of several bundles came about; None if none has a date."""
    return first_of(bundle.when for bundle in bundles if bundle.when is not None)
