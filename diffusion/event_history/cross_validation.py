"""Prediction of rows that the fit has not seen: groups of rows left out in turn."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from diffusion.event_history.risk_table import RiskTable
from diffusion.statistics.design_matrix import column_sizes, independent_columns
from diffusion.statistics.event_history_model import EventHistoryLink, firth_model
from diffusion.statistics.regression import GLM_LINKS, LinkFunction
from diffusion.study.panel import Array

# The number of folds of units, periods or policies; each fold is left out once.
FOLDS = 10
# Probabilities are kept this far from 0 and 1, so that no logarithm is infinite.
MIN_PROBABILITY = 1e-9
MAX_ITERATIONS = 60


class LeftOutGroup(StrEnum):
    """What is left out whole."""

    UNITS = "units"
    PERIODS = "periods"
    POLICIES = "policies"


@dataclass(frozen=True)
class Prediction:
    """What was predicted of n rows while they were left out.

    `chance` (n) is the model's, `base` (n) the share of events among the rows fitted; `group` (n)
    numbers the unit, period or policy, `fold` (n) the fold it was left out with. In
    `penalised_count` of the fits the likelihood had no finite estimate, so Firth's took its place.
    """

    left_out_group: LeftOutGroup
    outcome: Array
    chance: Array
    base: Array
    group: NDArray[np.intp]
    fold: NDArray[np.intp]
    penalised_count: int

    @property
    def groups(self) -> int:
        """How many units, periods or policies there are."""
        return int(self.group.max()) + 1

    @property
    def folds(self) -> int:
        """How many folds there are."""
        return int(self.fold.max()) + 1


def cross_validate(
    table: RiskTable,
    link: EventHistoryLink,
    left_out: LeftOutGroup,
    generator: np.random.Generator | None = None,
) -> Prediction | None:
    """The chance of each row by a fit without its unit, period or policy.

    With a generator they are put into folds at random (see assign_folds). None if there are not
    two of them with events, so that a fit without one has no event.
    """
    labels = {
        LeftOutGroup.UNITS: table.unit,
        LeftOutGroup.PERIODS: table.period,
        LeftOutGroup.POLICIES: table.policy,
    }[left_out]
    _, group = np.unique(labels, return_inverse=True)
    events = np.bincount(group, weights=table.outcome)
    if (events > 0).sum() < 2:
        return None
    fold = assign_folds(group, table.outcome, generator)[group]
    design = np.column_stack([np.ones(len(table.outcome)), *table.terms.values()])
    chance, base = np.empty(len(fold)), np.empty(len(fold))
    penalised = 0
    for number in range(int(fold.max()) + 1):
        is_left_out = fold == number
        chances = _chances(
            table.outcome[~is_left_out], design[~is_left_out], design[is_left_out], link
        )
        penalised += chances is None and link is not EventHistoryLink.FIRTH
        if chances is None:
            chances = _penalised_chances(
                table.outcome[~is_left_out], design[~is_left_out], design[is_left_out]
            )
        chance[is_left_out], base[is_left_out] = chances, table.outcome[~is_left_out].mean()
    limits = (MIN_PROBABILITY, 1 - MIN_PROBABILITY)
    chance, base = np.clip(chance, *limits), np.clip(base, *limits)
    return Prediction(left_out, table.outcome, chance, base, group, fold, penalised)


def assign_folds(
    group: NDArray[np.intp], outcome: Array, generator: np.random.Generator | None = None
) -> NDArray[np.intp]:
    """The fold of each group: events, then rows, are spread as evenly as whole groups allow.

    A fold without an event more than others would lower the base rate of the rest, and so spoil the
    comparison of rows of different folds. A generator draws the order of groups with equally many
    events.
    """
    rows, events = np.bincount(group), np.bincount(group, weights=outcome)
    count = min(FOLDS, int((events > 0).sum()))
    event_counts, sizes = np.zeros(count), np.zeros(count, dtype=np.intp)
    fold = np.zeros(len(rows), dtype=np.intp)
    second = -rows if generator is None else generator.random(len(rows))
    for place in np.lexsort((second, -events)):
        order = (sizes, event_counts) if events[place] else (sizes,)
        lightest = np.lexsort(order)[0]
        event_counts[lightest] += events[place]
        sizes[lightest] += rows[place]
        fold[place] = lightest
    return fold


def _chances(
    outcome: Array, design: Array, left_out_design: Array, link: EventHistoryLink
) -> Array | None:
    """The chances of other rows; None if the likelihood has no finite estimate, or under Firth."""
    if link is EventHistoryLink.FIRTH or len(set(outcome.tolist())) < 2:
        return None
    from statsmodels.genmod.families import Binomial, links
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationError

    family = Binomial(link=getattr(links, GLM_LINKS[LinkFunction(link.value)])())
    sizes = column_sizes(design)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            model = GLM(outcome, design / sizes, family=family).fit(
                maxiter=MAX_ITERATIONS, tol_criterion="params", atol=1e-7, rtol=1e-7
            )
        except (PerfectSeparationError, np.linalg.LinAlgError, ValueError):
            return None
        if not model.converged:
            return None
        return np.asarray(model.predict(left_out_design / sizes), dtype=np.float64)


def _penalised_chances(outcome: Array, design: Array, left_out_design: Array) -> Array:
    """Firth's chances, which are always finite; without columns that the rows do not determine."""
    sizes = column_sizes(design)
    columns = independent_columns(design / sizes)
    model = firth_model()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit((design / sizes)[:, columns], outcome)
    sums = (left_out_design / sizes)[:, columns] @ model.coef_
    return np.asarray(1 / (1 + np.exp(-np.clip(sums, -700, 700))))
