"""Skill out of sample: against definitions, and on panels whose truth is known."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from diffusion.event_history.calibration import calibration
from diffusion.event_history.cross_validation import (
    LeftOutGroup,
    Prediction,
    assign_folds,
    cross_validate,
)
from diffusion.event_history.panel_rows import panel_rows
from diffusion.event_history.period_halves import period_halves
from diffusion.event_history.skill import Score, SkillVerdict, skill_of
from diffusion.statistics.event_history_model import EventHistoryLink
from tests.diffusion import simulated

LOGIT = EventHistoryLink.LOGIT


def rows(seed: int, covariates=("wealth",), **truth):
    return panel_rows(simulated.table(simulated.panel(seed, **truth)), "event", covariates)


def skill(table, left_out=LeftOutGroup.UNITS):
    return skill_of(cross_validate(table, LOGIT, left_out), seed=1)


@pytest.fixture(scope="module")
def prediction() -> Prediction:
    found = cross_validate(rows(5), LOGIT, LeftOutGroup.UNITS)
    assert found is not None
    return found


def test_whole_groups_are_dealt_so_that_events_are_spread():
    group = np.repeat(np.arange(30), 4)
    outcome = (group < 13).astype(float) * np.tile([0, 0, 0, 1], 30)
    fold = assign_folds(group, outcome)
    events = np.bincount(fold[group], weights=outcome)
    assert len(events) == 10 and set(events) == {1, 2}
    assert np.bincount(fold[group]).max() - np.bincount(fold[group]).min() <= 4


def test_a_row_is_predicted_by_a_fit_that_has_not_seen_its_unit():
    """Changing the cells of a unit leaves what is predicted of the others of its fold as it was."""
    table = rows(5)
    before = cross_validate(table, LOGIT, LeftOutGroup.UNITS)
    here = table.unit == table.unit[0]
    changed = table.with_terms({"wealth": np.where(here, 9.0, table.terms["wealth"])})
    after = cross_validate(changed, LOGIT, LeftOutGroup.UNITS)
    same = (before.fold == before.fold[0]) & ~here
    assert same.any() and after.chance[same] == pytest.approx(before.chance[same])


def test_the_area_is_the_share_of_pairs_of_a_part_that_are_ranked_rightly(prediction):
    right = pairs = 0.0
    for fold in range(prediction.folds):
        inside = prediction.fold == fold
        chance, outcome = prediction.chance[inside], prediction.outcome[inside]
        count = outcome.sum() * (1 - outcome).sum()
        right += roc_auc_score(outcome, chance) * count
        pairs += count
    auc = skill_of(prediction, seed=1).scores[Score.AUC]
    assert auc.value == pytest.approx(right / pairs)
    assert auc.low < auc.value < auc.high


def test_brier_and_log_scores_are_means_of_losses(prediction):
    scores = skill_of(prediction, seed=1).scores
    brier = ((prediction.chance - prediction.outcome) ** 2).mean()
    assert scores[Score.BRIER].value == pytest.approx(brier)
    gain = 1 - brier / ((prediction.base - prediction.outcome) ** 2).mean()
    assert scores[Score.BRIER_GAIN].value == pytest.approx(gain)
    chance = np.where(prediction.outcome == 1, prediction.chance, 1 - prediction.chance)
    assert scores[Score.LOG].value == pytest.approx(-np.log(chance).mean())


def test_a_strong_term_predicts_and_noise_does_not():
    for left_out in (LeftOutGroup.UNITS, LeftOutGroup.PERIODS):
        assert skill(rows(7, wealth=2.0), left_out).verdict is SkillVerdict.BETTER
        assert skill(rows(7, ("noise",), wealth=2.0), left_out).verdict is SkillVerdict.NONE


def test_a_model_without_terms_has_the_area_of_chance_and_gains_nothing():
    """Pooled over all folds its area would be less, because each fold lowers the rest's rate."""
    scores = skill(rows(7, ())).scores
    assert scores[Score.AUC].value == 0.5
    assert scores[Score.LOG_GAIN].value == pytest.approx(0, abs=1e-6)


def test_noise_is_seldom_said_to_predict():
    """The interval of 95 % leaves at most a few of 20 panels of noise beyond it."""
    verdicts = [skill(rows(seed, ("noise",), units=20)).verdict for seed in range(20)]
    assert verdicts.count(SkillVerdict.BETTER) == 0 and verdicts.count(SkillVerdict.NONE) >= 17


def test_events_of_one_unit_leave_nothing_to_predict():
    table = rows(5)
    keep = (table.outcome == 0) | (table.unit == table.unit[table.outcome == 1][0])
    assert cross_validate(table.rows_where(keep), LOGIT, LeftOutGroup.UNITS) is None


def test_a_part_without_a_finite_estimate_is_predicted_with_firths():
    table = rows(5)
    rare = table.with_terms({"rare": (table.unit == table.unit[0]).astype(float)})
    prediction = cross_validate(rare, LOGIT, LeftOutGroup.UNITS)
    assert (
        np.isfinite(prediction.chance).all() and 0 <= prediction.penalised_count <= prediction.folds
    )


def test_what_is_predicted_rightly_is_calibrated(prediction):
    groups = calibration(prediction)
    assert sum(group.rows for group in groups) == len(prediction.outcome)
    assert sum(group.events for group in groups) == prediction.outcome.sum()
    assert all(group.low <= group.observed <= group.high for group in groups)
    covered = [group.low <= group.predicted <= group.high for group in groups]
    assert sum(covered) >= len(groups) - 2
    assert [group.predicted for group in groups] == sorted(group.predicted for group in groups)


def test_a_term_that_turns_round_differs_between_the_halves():
    table = rows(11, units=120)
    late = table.period > 1993
    turned = table.with_terms({"wealth": np.where(late, -1, 1) * table.terms["wealth"]})
    (intercept, wealth) = period_halves(turned, LOGIT).terms
    assert wealth.early.estimate > 0 > wealth.late.estimate and wealth.p < 0.05
    (_, steady) = period_halves(table, LOGIT).terms
    assert steady.p > 0.05 and steady.difference == pytest.approx(
        steady.late.estimate - steady.early.estimate
    )


@pytest.mark.parametrize("link", list(EventHistoryLink))
def test_every_link_can_be_predicted_with(link):
    chance = cross_validate(rows(5), link, LeftOutGroup.PERIODS).chance
    assert ((chance > 0) & (chance < 1)).all()


def test_the_intervals_of_estimates_cover_the_truth():
    """Of 40 panels nine in ten at least: the chance of fewer is 0.3 % if 95 % are covered."""
    from diffusion.statistics.event_history_model import fit_event_history

    covered = 0
    for seed, link in product(range(40), [LOGIT]):
        table = rows(seed, start=-2.0)
        (_, wealth) = fit_event_history(table.outcome, table.terms, link).terms
        covered += wealth.low <= 1.0 <= wealth.high
    assert covered >= 34


def test_scores_of_several_deals_are_their_means_and_vary_less():
    table = rows(5)
    generator = np.random.default_rng(2)
    deals = [cross_validate(table, LOGIT, LeftOutGroup.UNITS, generator) for _ in range(6)]
    areas = [skill_of(repeat, seed=1).scores[Score.AUC].value for repeat in deals]
    assert len({round(area, 9) for area in areas}) > 3  # a repeat differs from others
    first = skill_of(deals[0], 1, deals[1:])
    assert first.scores[Score.AUC].value == pytest.approx(np.mean(areas))
    assert (first.fit_count, first.penalised_count) == (60, 0)
    assert (
        first.scores[Score.AUC].low < first.scores[Score.AUC].value < first.scores[Score.AUC].high
    )
    halves = [skill_of(deals[n], 1, deals[n + 1 : n + 3]).scores[Score.AUC].value for n in (0, 3)]
    assert abs(halves[0] - halves[1]) < max(areas) - min(areas)
