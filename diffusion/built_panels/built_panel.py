"""A study of dated adoptions as a panel: a row for each unit at risk of a policy in a period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from diffusion.built_panels.adoption_states import AdoptionStates, states_of
from diffusion.built_panels.built_notes import PanelBasis, built_notes
from diffusion.built_panels.earlier_lessons import LessonCounts
from diffusion.built_panels.network_terms import NetworkTerm, lagged_network, term_column
from diffusion.built_panels.networks import Networks, networks_of
from diffusion.built_panels.risk_spells import RiskSpells, SpellCounts, risk_spells
from diffusion.study.errors import WrongStudy, require
from diffusion.study.number_format import period_cell, period_text
from diffusion.study.panel import Array, node_values
from diffusion.study.result import Sentence, sentence
from diffusion.study.study import Column, PanelTable, Study

UNIT, PERIOD, POLICY, EVENT = RESERVED_COLUMNS = ("unit", "period", "policy", "event")
# More rows than this take minutes and gigabytes.
MAX_ROWS = 200_000


@dataclass(frozen=True)
class BuiltPanel:
    """The panel, the counts of its spells, and how it was built."""

    table: PanelTable
    spells: SpellCounts
    notes: tuple[Sentence, ...]


@dataclass(frozen=True)
class _PolicyRows:
    """One policy's rows with the columns of their terms; `lone_spells` are the spells of units
    without a tie, by column."""

    states: AdoptionStates
    spells: RiskSpells
    columns: Mapping[str, Array]
    lone_spells: Mapping[str, int]
    lessons: LessonCounts


def built_panel(
    study: Study, terms: Sequence[NetworkTerm], covariates: Iterable[str], lag: int
) -> BuiltPanel:
    """The panel of all cascades of a study; `covariates` are columns of its nodes.

    The columns are `unit`, `period`, `policy`, `event` (1 where the unit adopted in the period), a
    column for each term, and the covariates. Raises WrongStudy if there is no such network or
    column, or if there are too many rows.
    """
    require(lag >= 1, "lag", lag, "lag >= 1")
    columns, names = list(dict.fromkeys(covariates)), [term.column for term in terms]
    clashes = sorted({*columns} & {*RESERVED_COLUMNS, *names})
    require(
        not clashes, "covariates", ",".join(clashes), f"≠ {', '.join((*RESERVED_COLUMNS, *names))}"
    )
    networks = networks_of(study, terms)
    states = [states_of(study, policy) for policy in study.cascades]
    spells = [risk_spells(policy_states, lag) for policy_states in states]
    count = sum(len(policy_states.unit) for policy_states in spells)
    if count > MAX_ROWS:
        raise WrongStudy(sentence("too_many_panel_rows", count=count, most=MAX_ROWS))
    rows = [_policy_rows(*pair, networks, terms, lag) for pair in zip(states, spells, strict=True)]
    table = _table(study, rows, columns)
    counts = reduce(add, (policy.spells.counts for policy in rows), SpellCounts())
    lessons = reduce(add, (policy.lessons for policy in rows), LessonCounts())
    lone_spells = {name: sum(policy.lone_spells[name] for policy in rows) for name in names}
    basis = PanelBasis(table, counts, lessons, lone_spells, networks.inferred_sources, lag)
    return BuiltPanel(table, counts, built_notes(study, basis))


def _policy_rows(
    states: AdoptionStates,
    spells: RiskSpells,
    networks: Networks,
    terms: Sequence[NetworkTerm],
    lag: int,
) -> _PolicyRows:
    columns, lone_spells, lessons = {}, {}, LessonCounts()
    at_risk = np.unique(spells.unit)
    for term in terms:
        ties, counts = networks.for_policy(term.network, states)
        lessons = counts if counts.total else lessons
        network = lagged_network(ties, states)
        columns[term.column] = term_column(network, term.kind, states, spells, lag)
        lone_spells[term.column] = int((~np.isin(at_risk, network.learner)).sum())
    return _PolicyRows(states, spells, columns, lone_spells, lessons)


def _table(study: Study, rows: Sequence[_PolicyRows], covariates: Sequence[str]) -> PanelTable:
    units: list[str] = []
    cells: dict[str, list[str]] = {name: [] for name in RESERVED_COLUMNS}
    for policy in rows:
        states, spells = policy.states, policy.spells
        unit_names = [states.units[place] for place in spells.unit.tolist()]
        units += unit_names
        cells[PERIOD] += [f"{period_cell(number * states.step)}" for number in spells.period]
        cells[POLICY] += [states.policy] * len(unit_names)
        cells[EVENT] += [str(int(outcome)) for outcome in spells.outcome]
        for name, column in policy.columns.items():
            cells.setdefault(name, []).extend(map(period_text, column.tolist()))
    cells[UNIT] = units
    for name in covariates:
        values = dict(zip(study.nodes, node_values(study, study.nodes, name), strict=True))
        cells[name] = [values.get(unit, "") for unit in units]
    frozen: dict[str, Column] = {name: tuple(column) for name, column in cells.items()}
    return PanelTable(UNIT, PERIOD, POLICY, frozen, tuple(range(2, len(units) + 2)))
