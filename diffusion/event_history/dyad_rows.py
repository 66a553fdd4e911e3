"""Pairs of nodes as rows at risk: who may follow whom in a period.

Volden (2006), American Journal of Political Science 50(2), 294-312; Boehmke (2009), Journal of
Politics 71(3), 1125-1140, doi:10.1017/S0022381609090926.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from diffusion.event_history.risk_table import RiskTable
from diffusion.study.errors import WrongStudy
from diffusion.study.grouping import groups_by_node
from diffusion.study.panel import Array, Panel, adjacency, build_panel, node_values, parse_numbers
from diffusion.study.result import sentence
from diffusion.study.study import Study

# More rows than this take minutes and gigabytes.
MAX_ROWS = 200_000
Indices = NDArray[np.intp]


class Opportunity(StrEnum):
    """Which pairs are at risk.

    given: those whose teacher has adopted, so that the learner has something to emulate (Boehmke's
    correction); all: every pair whose learner has not adopted, as in the first dyadic models.
    """

    GIVEN = "given"
    ALL = "all"


@dataclass(frozen=True)
class DyadOptions:
    """Which pairs, and what of them: contacts, a shared group, numeric columns of both ends."""

    opportunity: Opportunity
    covariates: tuple[str, ...]
    shared_group: str | None


@dataclass(frozen=True)
class DyadTable:
    """The rows; `unit` of the table is the learner, `policy` the cascade.

    `adoptions` are the adoptions that stand behind the events: one adoption is an event of the pair
    with each teacher who had adopted before.
    """

    table: RiskTable
    teachers: int
    adoptions: int
    undated: int
    unreported: int
    policies: int


@dataclass(frozen=True)
class _Pairs:
    """Rows as places: learner and teacher in the panel's nodes, and the period."""

    learner: Indices
    teacher: Indices
    period: Indices
    outcome: Array


def dyad_rows(study: Study, options: DyadOptions) -> DyadTable:
    """A row for each learner at risk, each teacher and each period after the first.

    The outcome is 1 where the learner adopts in the period and the teacher had adopted before it.
    The rows of several cascades stand one after another, each over its own periods. Raises
    WrongStudy if there is no term, or too many rows.
    """
    if not (study.contacts or options.covariates or options.shared_group):
        raise WrongStudy(sentence("no_dyad_terms"))
    panels = {id: build_panel(study, adoptions) for id, adoptions in study.cascades.items()}
    count = sum(_count_pairs(panel, options.opportunity) for panel in panels.values())
    if count > MAX_ROWS:
        raise WrongStudy(sentence("too_many_dyads", count=count, most=MAX_ROWS))
    pairs = {id: _pairs(panel, options.opportunity) for id, panel in panels.items()}
    tables = [_table(study, id, panels[id], pairs[id], options) for id in panels]
    return DyadTable(
        table=_stack_tables(tables),
        teachers=len({panels[id].nodes[place] for id in panels for place in pairs[id].teacher}),
        adoptions=sum(len(np.unique(rows.learner[rows.outcome > 0])) for rows in pairs.values()),
        undated=sum(panel.undated for panel in panels.values()),
        unreported=sum(panel.unreported for panel in panels.values()),
        policies=sum(len(table.outcome) > 0 for table in tables),
    )


def _stack_tables(tables: Sequence[RiskTable]) -> RiskTable:
    """The rows of all tables, which have the same terms."""
    return RiskTable(
        outcome=np.concatenate([table.outcome for table in tables]),
        terms={
            name: np.concatenate([table.terms[name] for table in tables])
            for name in tables[0].terms
        },
        unit=np.concatenate([table.unit for table in tables]),
        period=np.concatenate([table.period for table in tables]),
        elapsed=np.concatenate([table.elapsed for table in tables]),
        policy=np.concatenate([table.policy for table in tables]),
    )


def _count_pairs(panel: Panel, opportunity: Opportunity) -> int:
    """How many rows _pairs makes; who has adopted before a period is no learner in it."""
    nodes, periods = len(panel.nodes), np.arange(1, len(panel.periods))
    adopter_counts = np.searchsorted(np.sort(panel.period_index), periods)
    teachers = (
        adopter_counts if opportunity is Opportunity.GIVEN else np.full(len(periods), nodes - 1)
    )
    return int(((nodes - adopter_counts) * teachers).sum())


def _pairs(panel: Panel, opportunity: Opportunity) -> _Pairs:
    nodes, last = len(panel.nodes), len(panel.periods)
    adoption_periods = panel.period_index
    parts: list[tuple[Indices, Indices, Indices]] = []
    for number in range(1, last):
        learners = np.flatnonzero(adoption_periods >= number)
        past_adopters_only = opportunity is Opportunity.GIVEN
        teachers = (
            np.flatnonzero(adoption_periods < number) if past_adopters_only else np.arange(nodes)
        )
        learner, teacher = (grid.ravel() for grid in np.meshgrid(learners, teachers, indexing="ij"))
        are_different = learner != teacher
        parts.append(
            (
                learner[are_different],
                teacher[are_different],
                np.full(int(are_different.sum()), number, dtype=np.intp),
            )
        )
    if not parts:
        none = np.zeros(0, dtype=np.intp)
        return _Pairs(none, none, none, np.zeros(0))
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    learner, teacher, period = columns
    outcome = (adoption_periods[learner] == period) & (adoption_periods[teacher] < period)
    return _Pairs(learner, teacher, period, outcome.astype(float))


def _table(
    study: Study, cascade: str, panel: Panel, pairs: _Pairs, options: DyadOptions
) -> RiskTable:
    return RiskTable(
        outcome=pairs.outcome,
        terms=_terms(study, panel, pairs, options),
        unit=np.array(panel.nodes, dtype=np.str_)[pairs.learner],
        period=panel.periods[pairs.period],
        elapsed=(panel.periods - panel.periods[:1])[pairs.period],
        policy=np.full(len(pairs.outcome), cascade),
    )


def _terms(study: Study, panel: Panel, pairs: _Pairs, options: DyadOptions) -> Mapping[str, Array]:
    terms: dict[str, Array] = {}
    if study.contacts:
        terms["tie"] = _ties(adjacency(study.contacts, panel.nodes), pairs)
    if options.shared_group is not None:
        groups = groups_by_node(study, options.shared_group)
        labels = np.array([groups.get(node, "") for node in panel.nodes])
        equal = (labels[pairs.learner] == labels[pairs.teacher]) & (labels[pairs.learner] != "")
        terms[f"same {options.shared_group}"] = equal.astype(float)
    for name in options.covariates:
        values = parse_numbers(node_values(study, panel.nodes, name), name)
        learner, teacher = values[pairs.learner], values[pairs.teacher]
        terms[f"{name} of learner"], terms[f"{name} of teacher"] = learner, teacher
        terms[f"{name} apart"] = np.abs(learner - teacher)
    return terms


def _ties(weights: csr_array, pairs: _Pairs) -> Array:
    if not len(pairs.learner):  # scipy raises an error for an empty lookup
        return np.zeros(0)
    return np.asarray(weights[pairs.learner, pairs.teacher], dtype=float).ravel()
