"""The spells in which each unit is at risk of a policy; units left out are listed with why."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from diffusion.built_panels.adoption_states import AdoptionStates
from diffusion.study.panel import Array


@dataclass(frozen=True)
class SpellCounts:
    """Spells, that is units at risk of a policy; and those left out.

    `early` had adopted before the first period at risk, `undated` have no date, `wide` a date that
    runs over several periods, `unreported` no statement. `denied` are at risk only as long as a
    source says that they had not adopted.
    """

    spells: int = 0
    early: int = 0
    undated: int = 0
    wide: int = 0
    unreported: int = 0
    denied: int = 0

    def __add__(self, other: SpellCounts) -> SpellCounts:
        names = [field.name for field in fields(self)]
        return SpellCounts(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True)
class RiskSpells:
    """The rows of a policy: the place of the unit, the number of the period, and
    whether it adopted in it."""

    unit: NDArray[np.intp]
    period: Array
    outcome: Array
    counts: SpellCounts


def risk_spells(states: AdoptionStates, lag: int) -> RiskSpells:
    """A unit is at risk from `lag` periods after the watch begins, so that what went before is
    known, up to its adoption; without one, to the end of the watch.
    """
    begin = states.first_period + lag
    sharp, watched = states.sharp, states.watched_units
    undated = np.isneginf(states.possible) & np.isposinf(states.certain)
    end = np.where(sharp, states.certain, states.possible - 1)
    end = np.minimum(end, states.last_period)
    at_risk = (sharp | watched) & (end >= begin)
    count = np.where(at_risk, end - begin + 1, 0).astype(np.intp)
    unit = np.repeat(np.arange(len(states.units)), count)
    number = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    period = (begin + number).astype(float)
    outcome = (period == states.certain[unit]).astype(float)
    counts = SpellCounts(
        spells=int(at_risk.sum()),
        early=int((sharp & (states.certain < begin)).sum()),
        undated=int((states.adopters & undated).sum()),
        wide=int((states.adopters & ~sharp & ~undated).sum()),
        unreported=int((~states.adopters & ~watched).sum()),
        denied=int((watched & at_risk & np.isfinite(states.possible)).sum()),
    )
    return RiskSpells(unit, period, outcome, counts)
