"""Person-periods: the rows of an event history, whether from a study of nodes or from a panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from diffusion.study.errors import WrongStudy
from diffusion.study.panel import Array
from diffusion.study.result import sentence

Labels = NDArray[np.str_]
# Where Harrell (2015), Regression Modeling Strategies, 2.4.6, puts four knots.
KNOTS = (0.05, 0.35, 0.65, 0.95)


class HazardTime(StrEnum):
    """How the chance of an event may change with time by itself.

    Splines are restricted cubic ones with four knots (Harrell 2015), quadratic and cubic are
    polynomials (Carter and Signorino 2010, Political Analysis 18), periods a term for each.
    """

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"
    CUBIC = "cubic"
    SPLINES = "splines"
    PERIODS = "periods"


POWERS = {HazardTime.LINEAR: 1, HazardTime.QUADRATIC: 2, HazardTime.CUBIC: 3}


@dataclass(frozen=True)
class RiskTable:
    """One row for each unit and period in which the event could happen; n rows.

    `outcome` (n) is 0 or 1, `terms` are columns of n numbers, nan where a cell is empty; `unit`,
    `policy` (n) are labels, `period` (n) numbers, `elapsed` (n) periods since the beginning.
    `cluster` (n) are the labels by which errors are clustered; by unit if None.
    """

    outcome: Array
    terms: Mapping[str, Array]
    unit: Labels
    period: Array
    elapsed: Array
    policy: Labels
    cluster: Labels | None = None

    @property
    def events(self) -> int:
        """How many rows have an event."""
        return int(self.outcome.sum())

    def rows_where(self, keep: NDArray[np.bool_]) -> RiskTable:
        """The rows to keep."""
        return RiskTable(
            self.outcome[keep],
            {name: column[keep] for name, column in self.terms.items()},
            self.unit[keep],
            self.period[keep],
            self.elapsed[keep],
            self.policy[keep],
            None if self.cluster is None else self.cluster[keep],
        )

    @property
    def clusters(self) -> Labels:
        """The cluster of each row."""
        return self.unit if self.cluster is None else self.cluster

    @property
    def is_complete(self) -> NDArray[np.bool_]:
        """Whether a row has no empty cell."""
        full = np.ones(len(self.outcome), dtype=bool)
        for column in self.terms.values():
            full &= ~np.isnan(column)
        return full

    def with_terms(self, terms: Mapping[str, Array]) -> RiskTable:
        """The table with further terms."""
        return replace(self, terms={**self.terms, **terms})


def with_time(table: RiskTable, time: HazardTime) -> RiskTable:
    """The table with terms of time; raises WrongStudy if there are too few periods for splines.

    With a term for each period, those in which all at risk have the event, or none, are left out: a
    period of this kind has a term of its own and adds nothing else.
    """
    if time is HazardTime.NONE:
        return table
    if time is HazardTime.SPLINES:
        return table.with_terms(_splines(table.elapsed))
    if time is HazardTime.PERIODS:
        return _with_periods(table)
    powers = range(1, POWERS[time] + 1)
    names = {power: "time" if power == 1 else f"time^{power}" for power in powers}
    return table.with_terms({name: table.elapsed**power for power, name in names.items()})


def policy_terms(policy: Labels) -> dict[str, Array]:
    """A column of 0 and 1 for each policy but the first."""
    names = sorted(set(policy.tolist()))
    return {f"policy {name}": (policy == name).astype(float) for name in names[1:]}


def _with_periods(table: RiskTable) -> RiskTable:
    periods, places = np.unique(table.period, return_inverse=True)
    events = np.bincount(places, weights=table.outcome, minlength=len(periods))
    uncertain = (events > 0) & (events < np.bincount(places, minlength=len(periods)))
    rest = table.rows_where(uncertain[places])
    return rest.with_terms(
        {
            f"period {period:g}": (rest.period == period).astype(float)
            for period in periods[uncertain][1:]
        }
    )


def _splines(elapsed: Array) -> dict[str, Array]:
    """Restricted cubic splines: linear before the first knot and after the last."""
    periods = len(set(elapsed.tolist()))
    knots = np.quantile(elapsed, KNOTS) if periods > len(KNOTS) else np.zeros(len(KNOTS))
    if len(set(knots.tolist())) < len(KNOTS):
        raise WrongStudy(sentence("too_few_spline_periods", needed=len(KNOTS) + 1))
    *_, before, last = knots
    width = last - before
    terms = {"time": elapsed}
    for number, knot in enumerate(knots[:-2], 1):
        curve = _cube(elapsed - knot)
        curve = curve - _cube(elapsed - before) * (last - knot) / width
        curve = curve + _cube(elapsed - last) * (before - knot) / width
        terms[f"spline {number}"] = curve / (last - knots[0]) ** 2
    return terms


def _cube(column: Array) -> Array:
    return np.asarray(np.maximum(column, 0.0) ** 3)
