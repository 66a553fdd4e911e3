"""Random intercepts: lme4's figures, the integral itself, and a known truth."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from diffusion.statistics.event_history_model import (
    EventHistoryLink,
    NoEstimate,
    fit_random_effects,
)
from diffusion.statistics.random_intercept import DERIVATIVES, fit_random_intercept
from diffusion.statistics.regression import LinkFunction

# Contagious bovine pleuropneumonia in 15 herds, a line each (Lesnoff et al. 2004), as in lme4's
# cbpp: period, infected, herd size.
CBPP = (
    "1:2/14 2:3/12 3:4/9 4:0/5",
    "1:3/22 2:1/18 3:1/21",
    "1:8/22 2:2/16 3:0/16 4:2/20",
    "1:2/10 2:0/10 3:2/9 4:0/6",
    "1:5/18 2:0/25 3:0/24 4:1/4",
    "1:3/17 2:0/17 3:0/18 4:1/20",
    "1:8/16 2:1/10 3:3/9 4:0/5",
    "1:12/34",
    "1:2/9 2:0/6 3:0/8 4:0/6",
    "1:1/22 2:1/22 3:0/18 4:2/22",
    "1:0/25 2:5/27 3:3/22 4:1/22",
    "1:2/10 2:1/8 3:0/6 4:0/5",
    "1:1/21 2:2/24 3:0/19 4:0/23",
    "1:11/19 2:0/2 3:0/3 4:0/2",
    "1:1/19 2:1/15 3:1/15 4:0/15",
)
# glmer(incidence ~ period + (1 | herd), nAGQ = 25) of lme4 1.1.31: the intercept, periods 2 to 4,
# the deviation, and the log likelihood; for the logit the errors too.
LME4 = {
    LinkFunction.LOGIT: ([-1.39922, -0.99141, -1.12781, -1.57948], 0.64752, -277.4590287),
    LinkFunction.PROBIT: ([-0.83201, -0.52629, -0.61479, -0.79753], 0.33965, -278.0429543),
    LinkFunction.CLOGLOG: ([-1.53282, -0.91209, -1.03015, -1.47835], 0.59030, -277.2208442),
}
LME4_ERRORS = [0.23351, 0.30677, 0.32677, 0.42760]


def cbpp():
    rows = [
        (herd, int(period), infected)
        for herd, line in enumerate(CBPP)
        for period, cases, size in (cell.replace("/", ":").split(":") for cell in line.split())
        for infected in [1.0] * int(cases) + [0.0] * (int(size) - int(cases))
    ]
    herd, period, outcome = map(np.array, zip(*rows, strict=True))
    return outcome, {f"period {n}": (period == n).astype(float) for n in (2, 3, 4)}, herd


@pytest.mark.parametrize("link", LinkFunction)
def test_the_figures_of_lme4_come_out(link):
    outcome, terms, herd = cbpp()
    model = fit_random_intercept(outcome, terms, link, herd)
    estimates, sigma, loglik = LME4[link]
    assert model.estimates == pytest.approx(estimates, abs=5e-5)
    assert model.sigma == pytest.approx(sigma, abs=5e-5)
    assert model.loglik == pytest.approx(loglik, abs=1e-6)
    if link is LinkFunction.LOGIT:
        assert model.errors == pytest.approx(LME4_ERRORS, abs=5e-5)
        # glm() without herds: -284.5048592
        assert model.lr == pytest.approx(2 * (284.5048592 - 277.4590287), abs=1e-5)
        assert model.lr_p == pytest.approx(8.706e-5, rel=1e-3)  # half of that of chi-square
        assert model.icc == pytest.approx(0.64752**2 / (0.64752**2 + np.pi**2 / 3), abs=1e-4)


def test_the_likelihood_is_the_integral_over_the_intercepts():
    outcome, terms, herd = cbpp()
    model = fit_random_intercept(outcome, terms, LinkFunction.CLOGLOG, herd)
    sums = np.column_stack([np.ones(len(outcome)), *terms.values()]) @ model.estimates
    derivatives = DERIVATIVES[LinkFunction.CLOGLOG]
    total = 0.0
    for number in range(len(CBPP)):
        inside = herd == number

        def chance(point, inside=inside):
            value, _, _ = derivatives(sums[inside] + model.sigma * point, outcome[inside])
            return np.exp(value.sum() + 20) * norm.pdf(point)

        parts = (quad(chance, *ends, epsabs=0)[0] for ends in pairwise((-8, -2, 0, 2, 8)))
        total += np.log(sum(parts)) - 20
    assert model.loglik == pytest.approx(total, abs=1e-6)


@pytest.mark.parametrize("link", LinkFunction)
def test_slope_and_curvature_are_the_derivatives(link):
    sums, step = np.linspace(-4, 3, 15), 1e-5
    for happened in (0.0, 1.0):
        outcome = np.full(15, happened)
        (low, low_slope, _), (high, high_slope, _) = (
            DERIVATIVES[link](sums + side * step, outcome) for side in (-1, 1)
        )
        _, slope, curve = DERIVATIVES[link](sums, outcome)
        assert slope == pytest.approx((high - low) / (2 * step), abs=1e-8)
        assert curve == pytest.approx((low_slope - high_slope) / (2 * step), abs=1e-8)


def simulated(generator, sigma, groups=25, rows=24, slope=0.8):
    group = np.repeat(np.arange(groups), rows)
    term = generator.normal(size=groups * rows)
    sums = -1.5 + slope * term + sigma * generator.normal(size=groups)[group]
    outcome = (generator.random(groups * rows) < 1 / (1 + np.exp(-sums))).astype(float)
    return outcome, {"term": term}, group


def test_intervals_hold_the_truth_and_groups_are_found():
    generator = np.random.default_rng(11)
    held, sigmas, found = 0, [], 0
    for _ in range(24):
        model = fit_random_intercept(*_arguments(simulated(generator, 1.0)))
        low, high = (model.estimates[1] + side * 1.959964 * model.errors[1] for side in (-1, 1))
        held += low <= 0.8 <= high
        sigmas.append(model.sigma)
        found += model.lr_p < 0.05
    assert held >= 20  # 95 % of 24 is 23
    assert np.mean(sigmas) == pytest.approx(1.0, abs=0.1)
    assert found == 24


def test_groups_that_do_not_differ_are_rarely_found():
    generator = np.random.default_rng(12)
    models = [fit_random_intercept(*_arguments(simulated(generator, 0.0))) for _ in range(24)]
    assert sum(model.lr_p < 0.05 for model in models) <= 3  # 5 % of 24 is 1
    flat = next(model for model in models if model.sigma == 0)
    assert (flat.lr, flat.lr_p, flat.icc) == (0, 1, 0)


def _arguments(data):
    outcome, terms, group = data
    return outcome, terms, LinkFunction.LOGIT, group


def test_what_has_no_estimate_is_refused():
    generator = np.random.default_rng(1)
    outcome, terms, group = simulated(generator, 1.0, groups=4)
    with pytest.raises(NoEstimate) as few:
        fit_random_effects(outcome, terms, EventHistoryLink.LOGIT, group)
    assert few.value.key == "too_few_random_groups"
    outcome, terms, group = simulated(generator, 1.0)
    with pytest.raises(NoEstimate) as apart:
        fit_random_effects(outcome, {"same": outcome}, EventHistoryLink.LOGIT, group)
    assert (apart.value.key, apart.value.terms) == ("terms_separate", ("(Intercept)", "same"))
