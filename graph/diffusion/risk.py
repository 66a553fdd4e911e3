"""Who could still adopt in each period, and what each was then exposed to: one row a person-period.

A member enters in the first period and leaves with its own adoption, or at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.diffusion.data import Tie

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class RiskSet:
    """Person-periods: `member`, `period`, whether it adopted then; rows by period, then member."""

    members: Sequence[str]
    periods: Floats
    adopted: Floats  # 0 or 1

    @property
    def events(self) -> int:
        """How many adopted while they were watched."""
        return int(self.adopted.sum())


def risk_set(
    adopted: Mapping[str, float], members: Iterable[str], periods: Sequence[float]
) -> RiskSet:
    """The person-periods of these members; who is not in `adopted` stays to the end.

    Who adopted before the first period never was at risk. Periods are in order; an adoption in
    none of them counts as not watched: the member leaves with the last period before it.

    Source: Allison (1982), Discrete-time methods for the analysis of event histories,
    Sociological Methodology 13.
    """
    order = sorted(members)
    rows = [
        (member, period, float(adopted.get(member) == period))
        for period in periods
        for member in order
        if member not in adopted or adopted[member] >= period
    ]
    names, times, events = zip(*rows, strict=True) if rows else ((), (), ())
    return RiskSet(names, np.array(times, dtype=float), np.array(events, dtype=float))


def lagged_exposure(rows: RiskSet, adopted: Mapping[str, float], contacts: Iterable[Tie]) -> Floats:
    """Of each row's member, the share of its contacts that had adopted before the period.

    Contacts are whom it names as `teacher`, each once, itself left out; 0 without contacts. They
    must be ties that would stand if nobody had adopted: over ties that were recorded because of
    the adoption the exposure would explain the adoption by itself.

    Source: Valente (1995), Network Models of the Diffusion of Innovations; netdiffuseR's
    exposure with a lag.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for tie in contacts:
        if tie.learner != tie.teacher:
            named[tie.learner].add(tie.teacher)
    when = {
        member: np.array([adopted.get(other, np.inf) for other in named[member]])
        for member in set(rows.members)
    }
    shares = [
        float((when[member] < period).mean()) if len(when[member]) else 0.0
        for member, period in zip(rows.members, rows.periods, strict=True)
    ]
    return np.array(shares)
