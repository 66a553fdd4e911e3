"""The time of a curator for an accepted row, counted from the log of decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median, quantiles

from drafting.decisions.decision import Decision


@dataclass(frozen=True)
class Pace:
    """Accepted rows that were shown before they were decided on, and the seconds from one to the
    other: the median, and what nine of ten rows took at most."""

    rows: int
    median: float
    ninety: float


def pace(decisions: Iterable[Decision]) -> Pace | None:
    """The pace of first acceptances, one by one; None if there are none.

    Rows accepted together, second readings and decisions whose row was not shown are left out.
    """
    seconds = [
        (
            datetime.fromisoformat(decision.decided_at) - datetime.fromisoformat(decision.shown_at)
        ).total_seconds()
        for decision in decisions
        if decision.admits
        and not decision.is_second_reading
        and not decision.batch
        and decision.shown_at not in ("", decision.decided_at)
    ]
    if not seconds:
        return None
    ninety = quantiles(seconds, n=10)[-1] if len(seconds) > 1 else seconds[0]
    return Pace(len(seconds), median(seconds), ninety)
