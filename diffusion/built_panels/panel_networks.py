"""Network columns for a researcher's own panel: when its units adopted is read from the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor, inf

import numpy as np
from numpy.typing import NDArray

from diffusion.built_panels.adoption_states import AdoptionStates
from diffusion.built_panels.built_notes import lesson_notes
from diffusion.built_panels.earlier_lessons import LessonCounts
from diffusion.built_panels.network_terms import NetworkTerm, lagged_network, term_column
from diffusion.built_panels.networks import networks_of
from diffusion.built_panels.risk_spells import RiskSpells, SpellCounts
from diffusion.study.errors import require
from diffusion.study.number_format import period_text
from diffusion.study.panel import Array
from diffusion.study.result import Sentence
from diffusion.study.study import PanelTable, Study


@dataclass(frozen=True)
class PanelPeriods:
    """The n rows of a panel: place of the unit, number of the period, outcome (nan if empty)."""

    units: tuple[str, ...]
    unit: NDArray[np.intp]
    period: Array
    outcome: Array


def with_network_columns(
    study: Study, panel: PanelTable, outcome: str, terms: Sequence[NetworkTerm], lag: int
) -> tuple[PanelTable, tuple[Sentence, ...]]:
    """The panel with a column for each term, and what the lessons count.

    A unit adopts in the period of its event. Before its last row without one it had not adopted;
    afterwards, and where it has no row of the policy, nobody knows. Cells of periods and outcomes
    must be numbers. Raises WrongStudy if there is no such network.
    """
    require(lag >= 1, "lag", lag, "lag >= 1")
    names = [term.column for term in terms]
    clashes = [name for name in names if name in panel.cells]
    require(not clashes, "terms", ",".join(clashes), f"≠ {', '.join(panel.cells)}")
    networks = networks_of(study, terms)
    columns = {name: np.full(len(panel.lines), np.nan) for name in names}
    lessons = LessonCounts()
    for states, rows, spells in _policies(panel, outcome, study.width):
        for term in terms:
            ties, counts = networks.for_policy(term.network, states)
            lessons = lessons + counts
            network = lagged_network(ties, states)
            columns[term.column][rows] = term_column(network, term.kind, states, spells, lag)
    cells = {name: tuple(map(period_text, column.tolist())) for name, column in columns.items()}
    return replace(panel, cells={**panel.cells, **cells}), tuple(lesson_notes(lessons))


def _policies(
    panel: PanelTable, outcome: str, step: float
) -> Iterator[tuple[AdoptionStates, NDArray[np.intp], RiskSpells]]:
    """Each policy's states, the places of its rows in the panel, and the rows."""
    units, place = np.unique(np.array(panel.cells[panel.unit]), return_inverse=True)
    periods = np.array([floor(float(cell) / step) for cell in panel.cells[panel.period]], float)
    outcomes = np.array([float(cell) if cell else np.nan for cell in panel.cells[outcome]])
    policies = np.array(panel.policies)
    for policy in sorted(set(panel.policies)):
        rows = np.flatnonzero(policies == policy)
        of_policy = PanelPeriods(tuple(units.tolist()), place[rows], periods[rows], outcomes[rows])
        spells = RiskSpells(of_policy.unit, of_policy.period, of_policy.outcome, SpellCounts())
        yield _states(policy, of_policy, step), rows, spells


def _states(policy: str, rows: PanelPeriods, step: float) -> AdoptionStates:
    size = len(rows.units)
    possible, certain = np.full(size, -inf), np.full(size, inf)
    at_risk = ~np.isnan(rows.outcome)
    np.maximum.at(possible, rows.unit[at_risk], rows.period[at_risk] + 1)
    event = rows.outcome == 1
    possible[rows.unit[event]] = certain[rows.unit[event]] = rows.period[event]
    adopters = np.isfinite(certain)
    watched_units = ~adopters & np.isfinite(possible)
    first, last = int(rows.period.min()), int(rows.period.max())
    return AdoptionStates(
        policy, rows.units, possible, certain, adopters, watched_units, first, last, step
    )
