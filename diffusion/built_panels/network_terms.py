"""Lagged columns of networks: the share or the number of a unit's teachers that had adopted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import floor, inf

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from diffusion.built_panels.adoption_states import AdoptionStates
from diffusion.built_panels.risk_spells import RiskSpells
from diffusion.study.errors import BadOption
from diffusion.study.panel import Array
from diffusion.study.study import UNDATED_INTERVAL, Tie

LESSON_NETWORK, INFERRED_NETWORK = "lessons", "inferred"


class TermKind(StrEnum):
    """How a unit's teachers are counted: their share, their number, or whether there is any."""

    SHARE = "share"
    COUNT = "count"
    ANY = "any"


# Networks without a known number of possible teachers: no share can be computed of them.
NETWORKS_WITHOUT_SHARES = (LESSON_NETWORK, INFERRED_NETWORK)


@dataclass(frozen=True)
class NetworkTerm:
    """A column of the panel: a network, and how it is counted."""

    network: str
    kind: TermKind

    @property
    def column(self) -> str:
        """The name of its column."""
        usual = self.kind is usual_kind(self.network)
        return self.network if usual else f"{self.network}_{self.kind.value}"


def usual_kind(network: str) -> TermKind:
    """How a network is counted by default."""
    return TermKind.COUNT if network in NETWORKS_WITHOUT_SHARES else TermKind.SHARE


def parse_terms(text: str | None) -> tuple[NetworkTerm, ...]:
    """`borders,lessons:any`: networks, and how each is counted. Raises BadOption."""
    terms: dict[NetworkTerm, None] = {}
    for part in filter(None, map(str.strip, (text or "").split(","))):
        network, colon, kind = part.partition(":")
        if colon and kind not in set(TermKind):
            raise BadOption(f"--terms {part} → {network}:{'|'.join(TermKind)}")
        terms[NetworkTerm(network, TermKind(kind) if colon else usual_kind(network))] = None
    return tuple(terms)


@dataclass(frozen=True)
class LaggedNetwork:
    """Ties of k pairs as places of their ends, and the period from which on each is there."""

    learner: NDArray[np.intp]
    teacher: NDArray[np.intp]
    since: Array


def lagged_network(ties: Iterable[Tie], states: AdoptionStates) -> LaggedNetwork:
    """The ties between units; a pair with several has the earliest. A tie without a time is there
    all along, one with a time from the period on by whose end it had certainly begun."""
    places = {unit: place for place, unit in enumerate(states.units)}
    since: dict[tuple[int, int], float] = {}
    for tie in ties:
        if tie.learner == tie.teacher or not {tie.learner, tie.teacher} <= places.keys():
            continue
        pair = places[tie.learner], places[tie.teacher]
        since[pair] = min(since.get(pair, inf), tie_period(tie, states.step))
    pairs = np.array(list(since), dtype=np.intp).reshape(-1, 2)
    return LaggedNetwork(pairs[:, 0], pairs[:, 1], np.array(list(since.values())))


def tie_period(tie: Tie, step: float) -> float:
    """The number of the period by whose end a tie had certainly begun; -inf without a time."""
    if tie.when == UNDATED_INTERVAL:
        return -inf
    return float(floor(tie.when.latest / step)) if np.isfinite(tie.when.latest) else inf


def term_column(
    network: LaggedNetwork, kind: TermKind, states: AdoptionStates, spells: RiskSpells, lag: int
) -> Array:
    """The column of a term, a number for each row of the spells.

    What counts is the end of the period `lag` periods before the row's. A share leaves out teachers
    of whom nobody knows whether they had adopted; it is 0 without a teacher, nan if of all teachers
    nobody knows.
    """
    column = np.zeros(len(spells.unit))
    for period in np.unique(spells.period):
        rows = spells.period == period
        adopters, non_adopters, ties = _teachers(network, states, period - lag)
        units = spells.unit[rows]
        column[rows] = _values(adopters[units], non_adopters[units], ties[units], kind)
    return column


def _teachers(
    network: LaggedNetwork, states: AdoptionStates, moment: float
) -> tuple[Array, Array, Array]:
    """For each unit, teachers that had adopted, teachers that had not, and all teachers."""
    has_begun = network.since <= moment
    ends = network.learner[has_begun], network.teacher[has_begun]
    size = len(states.units)
    ties = csr_array((np.ones(int(has_begun.sum())), ends), shape=(size, size))
    flags = np.column_stack(
        [states.adopters_by(moment), states.non_adopters_by(moment), np.ones(size)]
    ).astype(float)
    adopters, non_adopters, total = (ties @ flags).T
    return adopters, non_adopters, total


def _values(adopters: Array, non_adopters: Array, ties: Array, kind: TermKind) -> Array:
    if kind is TermKind.COUNT:
        return adopters
    if kind is TermKind.ANY:
        return np.asarray((adopters > 0).astype(float))
    known_units = adopters + non_adopters
    shares = np.divide(adopters, known_units, out=np.zeros(len(known_units)), where=known_units > 0)
    return np.where((ties > 0) & (known_units == 0), np.nan, shares)
