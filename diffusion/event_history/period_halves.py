"""Whether estimates are the same in the first and in the second half of the time."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import ndtr

from diffusion.event_history.risk_table import RiskTable
from diffusion.statistics.design_matrix import dependent_terms, design_matrix
from diffusion.statistics.event_history_model import (
    EventHistoryLink,
    EventHistoryTerm,
    NoEstimate,
    fit_event_history,
)


@dataclass(frozen=True)
class TermInHalves:
    """A term's estimates and errors in both halves, and the test that they differ.

    `p` is Wald's; None where a half has no estimate.
    """

    name: str
    early: EventHistoryTerm | None
    late: EventHistoryTerm | None

    @property
    def difference(self) -> float | None:
        """Late less early."""
        return None if not (self.early and self.late) else self.late.estimate - self.early.estimate

    @property
    def p(self) -> float | None:
        """The chance of a difference at least so large if there is none."""
        if not (self.early and self.late):
            return None
        error = sqrt(self.early.std_error**2 + self.late.std_error**2)
        difference = abs(self.late.estimate - self.early.estimate)
        return float(2 * ndtr(-difference / error)) if error else None


@dataclass(frozen=True)
class PeriodHalves:
    """The terms in both halves, the last period of the first half, and the events of each."""

    terms: tuple[TermInHalves, ...]
    last_early: float
    early_events: int
    late_events: int


def period_halves(table: RiskTable, link: EventHistoryLink) -> PeriodHalves | None:
    """The model fitted to the periods up to the one by which half of the events had happened, and
    to those after it; None if no event comes after it.

    In each half a term that is a combination of those before it is left out. A half with a term
    without a finite estimate has no estimates.
    """
    events = np.sort(table.period[table.outcome == 1])
    if not len(events) or events[-1] <= (middle := events[(len(events) - 1) // 2]):
        return None
    early = table.rows_where(table.period <= middle)
    late = table.rows_where(table.period > middle)
    by_name = [_terms(half, link) for half in (early, late)]
    names = dict.fromkeys(name for terms in by_name for name in terms)
    terms = tuple(TermInHalves(name, *(terms.get(name) for terms in by_name)) for name in names)
    return PeriodHalves(terms, float(middle), early.events, late.events)


def _terms(half: RiskTable, link: EventHistoryLink) -> dict[str, EventHistoryTerm]:
    dependent = dependent_terms(design_matrix(half.terms, len(half.outcome)))
    terms = {name: column for name, column in half.terms.items() if name not in dependent}
    try:
        model = fit_event_history(half.outcome, terms, link)
    except NoEstimate:
        return {}
    return {term.name: term for term in model.terms}
