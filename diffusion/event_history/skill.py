"""The skill of a model on rows that it has not seen, beside the base rate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from diffusion.event_history.cross_validation import Prediction
from diffusion.study.panel import Array

# Replicates of the bootstrap, the least number of groups to draw from, numbers in memory at once.
REPLICATES, MIN_GROUPS, BLOCK = 500, 5, 4_000_000
# A chance ranks an event before a row without one in half of the pairs.
CHANCE = 0.5
ENDS_95 = (2.5, 97.5)


class Score(StrEnum):
    """A figure of skill. A gain is the share of the base rate's score saved: 0 is none, 1 all."""

    AUC = "auc"
    BRIER = "brier"
    BRIER_GAIN = "brier_gain"
    LOG = "log"
    LOG_GAIN = "log_gain"


class SkillVerdict(StrEnum):
    """What the scores together mean."""

    BETTER = "better"
    RANKS = "ranks"
    RANKS_ONLY = "ranks_only"
    NONE = "none"


@dataclass(frozen=True)
class SkillScore:
    """A score, its interval of 95 %, and what the base rate alone has; None: not to be had."""

    score: Score
    value: float | None
    low: float | None
    high: float | None
    base: float


@dataclass(frozen=True)
class Skill:
    """The scores of a prediction by their names, averaged over all repeats.

    In `penalised_count` of the `fit_count` fits Firth's took the place of a likelihood without a
    finite estimate.
    """

    prediction: Prediction
    scores: Mapping[Score, SkillScore]
    penalised_count: int
    fit_count: int

    @property
    def verdict(self) -> SkillVerdict:
        """Whether events are ranked better than by chance, and whether chances beat the base rate.

        An interval that reaches the value without skill shows none.
        """
        auc, gain = self.scores[Score.AUC], self.scores[Score.LOG_GAIN]
        if auc.low is None or auc.low <= CHANCE:
            return SkillVerdict.NONE
        if gain.low is not None and gain.low > 0:
            return SkillVerdict.BETTER
        is_worse = gain.high is not None and gain.high < 0
        return SkillVerdict.RANKS_ONLY if is_worse else SkillVerdict.RANKS


def skill_of(
    prediction: Prediction, seed: int, other_predictions: Sequence[Prediction] = ()
) -> Skill:
    """The scores of a prediction, with intervals by drawing its groups again (percentiles).

    `other_predictions` are of the same rows with the groups in other folds: each score, and each of
    a draw, is the mean over all repeats (repeated cross-validation).

    The area under the curve is the share of pairs of an event and another row of the same fold in
    which the event has the higher chance; ties count half. Pairs of different folds do not count:
    the fold with more events has the lower base rate, which would bias the area to below 1/2 for a
    model without skill. Brier's score is the mean squared difference, the log score the mean of
    minus the logarithm of the chance of what came.

    Source: Brier (1950), Monthly Weather Review 78; Hanley and McNeil (1982), Radiology 143;
    Gneiting and Raftery (2007), JASA 102; Field and Welsh (2007), JRSS B 69, for drawing groups.
    """
    groups = prediction.groups
    once = np.ones((1, groups))
    repeats = (prediction, *other_predictions)
    values = _mean_scores(repeats, once)
    replicates: Mapping[Score, Array] = {}
    if groups >= MIN_GROUPS:
        generator = np.random.default_rng(seed)
        shares = np.full(groups, 1 / groups)
        draws = generator.multinomial(groups, shares, REPLICATES).astype(float)
        replicates = _mean_scores(repeats, draws)
    bases = _base_scores(repeats)
    return Skill(
        prediction,
        {
            score: SkillScore(
                score, _number(values[score][0]), *_interval(replicates.get(score)), bases[score]
            )
            for score in Score
        },
        penalised_count=sum(repeat.penalised_count for repeat in repeats),
        fit_count=sum(repeat.folds for repeat in repeats),
    )


def _mean_scores(repeats: Sequence[Prediction], weights: Array) -> dict[Score, Array]:
    scores = [_scores(repeat, weights) for repeat in repeats]
    return {score: np.mean([values[score] for values in scores], axis=0) for score in Score}


def _base_scores(repeats: Sequence[Prediction]) -> dict[Score, float]:
    losses = [_losses(repeat, repeat.base) for repeat in repeats]
    return {
        Score.AUC: CHANCE,
        Score.BRIER: float(np.mean([squares.mean() for squares, _ in losses])),
        Score.BRIER_GAIN: 0.0,
        Score.LOG: float(np.mean([logs.mean() for _, logs in losses])),
        Score.LOG_GAIN: 0.0,
    }


def _losses(prediction: Prediction, chance: Array) -> tuple[Array, Array]:
    outcome = prediction.outcome
    logs = -np.log(np.where(outcome == 1, chance, 1 - chance))
    return (chance - outcome) ** 2, logs


def _scores(prediction: Prediction, weights: Array) -> dict[Score, Array]:
    """Each score for each row of weights (replicates x groups)."""
    groups = prediction.groups
    rows = weights @ np.bincount(prediction.group, minlength=groups)

    def means(losses: Array) -> Array:
        sums = np.bincount(prediction.group, weights=losses, minlength=groups)
        return np.asarray(weights @ sums / rows)

    squares, logs = map(means, _losses(prediction, prediction.chance))
    base_squares, base_logs = map(means, _losses(prediction, prediction.base))
    return {
        Score.AUC: _areas(prediction, weights),
        Score.BRIER: squares,
        Score.BRIER_GAIN: 1 - squares / base_squares,
        Score.LOG: logs,
        Score.LOG_GAIN: 1 - logs / base_logs,
    }


def _areas(prediction: Prediction, weights: Array) -> Array:
    right, pairs = np.zeros(len(weights)), np.zeros(len(weights))
    for fold in range(prediction.folds):
        inside = np.flatnonzero(prediction.fold == fold)
        order = inside[np.argsort(prediction.chance[inside], kind="stable")]
        for block in _blocks(len(weights), len(order)):
            block_weights, count = _ranked_weights(prediction, order, weights[block])
            right[block] += block_weights
            pairs[block] += count
    with np.errstate(invalid="ignore"):
        return np.asarray(right / pairs)


def _blocks(replicates: int, rows: int) -> Iterator[slice]:
    step = max(1, BLOCK // max(rows, 1))
    for start in range(0, replicates, step):
        yield slice(start, start + step)


def _ranked_weights(
    prediction: Prediction, order: NDArray[np.intp], weights: Array
) -> tuple[Array, Array]:
    """The weight of pairs ranked rightly, and of all pairs; rows in the order of their chances."""
    chance, outcome = prediction.chance[order], prediction.outcome[order]
    starts = np.flatnonzero(np.diff(chance, prepend=-1.0))
    group_weights = weights[:, prediction.group[order]]
    events = np.add.reduceat(group_weights * outcome, starts, axis=1)
    others = np.add.reduceat(group_weights * (1 - outcome), starts, axis=1)
    lower = np.cumsum(others, axis=1) - others / 2
    return (events * lower).sum(axis=1), events.sum(axis=1) * others.sum(axis=1)


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _interval(replicates: Array | None) -> tuple[float | None, float | None]:
    finite = replicates[np.isfinite(replicates)] if replicates is not None else np.zeros(0)
    if not len(finite):
        return None, None
    low, high = np.percentile(finite, ENDS_95)
    return float(low), float(high)
