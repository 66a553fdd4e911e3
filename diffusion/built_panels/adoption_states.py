"""For one policy, from which period on each unit possibly and certainly had adopted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, inf

import numpy as np
from numpy.typing import NDArray

from diffusion.study.panel import Array, window_periods
from diffusion.study.study import NumericInterval, Study

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class AdoptionStates:
    """The n units of a policy; `possible` and `certain` (n) are numbers of periods, whose
    beginning is the number times `step`.

    Before `possible` a unit had certainly not adopted (-inf: nobody knows), from `certain` on it
    certainly had (inf: never, or nobody knows when). Of `adopters` (n) it is stated that they
    adopted, of `watched_units` (n) that they had not at some time. The policy is watched from the
    period `first_period` to `last_period`.
    """

    policy: str
    units: tuple[str, ...]
    possible: Array
    certain: Array
    adopters: Flags
    watched_units: Flags
    first_period: int
    last_period: int
    step: float

    @property
    def sharp(self) -> Flags:
        """Whether a unit's adoption lies in one period."""
        return np.asarray((self.possible == self.certain) & np.isfinite(self.certain))

    def adopters_by(self, moment: float) -> Flags:
        """Whether each unit had certainly adopted by the end of this period."""
        return np.asarray(self.certain <= moment)

    def non_adopters_by(self, moment: float) -> Flags:
        """Whether each unit had certainly not adopted by the end of this period."""
        return np.asarray(self.possible > moment)


def states_of(study: Study, policy: str) -> AdoptionStates:
    """The states of one of the study's cascades, over its window or its own first to last date.

    A unit without a date in a closed study never adopted; in an open one nothing is known of it,
    unless a source says as of when it had not adopted.
    """
    study = replace(study, step=study.width)
    adoptions = study.cascades[policy]
    first, last = (round(end / study.step) for end in window_periods(study, adoptions))
    units = tuple(sorted({*study.nodes, *adoptions}))
    adopters = np.array([unit in adoptions for unit in units], dtype=bool)
    spans = [_span(study, policy, unit) for unit in units]
    possible = np.array([_period(span.earliest, study.step) for span in spans])
    certain = np.array([_period(span.latest, study.step) for span in spans])
    watched_units = ~adopters & np.isfinite(possible)
    possible[watched_units] += 1  # the period in which it had not adopted is over
    watched_units |= ~adopters & study.is_closed
    return AdoptionStates(
        policy, units, possible, certain, adopters, watched_units, first, last, study.step
    )


def _span(study: Study, policy: str, unit: str) -> NumericInterval:
    """When a unit adopted; of one that did not, from when on it may have."""
    adoptions, denials = study.cascades[policy], study.background.denials.get(policy, {})
    if unit in adoptions:
        return adoptions[unit]
    if study.is_closed:
        return NumericInterval(inf, inf)
    return NumericInterval(denials[unit].latest if unit in denials else -inf, inf)


def _period(moment: float, step: float) -> float:
    return float(floor(moment / step)) if np.isfinite(moment) else moment
