"""Models of adopting in a period, against closed forms, life tables and R's published output."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from diffusion.statistics.event_history_model import (
    EventHistoryLink,
    NoEstimate,
    fit_event_history,
    has_separation,
)
from diffusion.statistics.regression import rows_at_risk
from diffusion.study.panel import build_panel
from diffusion.study.study import NumericInterval, Study, StudyNode
from tests.diffusion import published


def estimates(found) -> list[float]:
    return [term.estimate for term in found.terms]


# --- models ---------------------------------------------------------------------------------


def table(
    events_0: int, rest_0: int, events_1: int, rest_1: int
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Outcome and one covariate of 0 and 1."""
    outcome = [1] * events_0 + [0] * rest_0 + [1] * events_1 + [0] * rest_1
    group = [0] * (events_0 + rest_0) + [1] * (events_1 + rest_1)
    return np.array(outcome, dtype=float), {"x": np.array(group, dtype=float)}


def test_the_logit_of_a_two_by_two_table_is_its_log_odds_ratio():
    found = fit_event_history(*table(5, 20, 12, 8), EventHistoryLink.LOGIT)
    assert estimates(found) == pytest.approx([log(5 / 20), log(12 * 20 / (8 * 5))])
    assert found.terms[1].std_error == pytest.approx(sqrt(1 / 5 + 1 / 20 + 1 / 12 + 1 / 8))
    assert found.numbers["observations"] == 45


def test_the_cloglog_of_a_two_by_two_table_is_its_log_ratio_of_hazards():
    found = fit_event_history(*table(5, 20, 12, 8), EventHistoryLink.CLOGLOG)
    hazards = [-log(20 / 25), -log(8 / 20)]
    assert estimates(found) == pytest.approx([log(hazards[0]), log(hazards[1] / hazards[0])])


@given(*[st.integers(0, 12)] * 4)
@settings(deadline=None, max_examples=40)
def test_firths_penalty_adds_half_an_event_to_each_cell(a, b, c, d):
    """Heinze and Schemper (2002): in the saturated model of a table it is Haldane's estimate."""
    if not (a + b and c + d and a + c and b + d):
        return
    found = fit_event_history(*table(a, b, c, d), EventHistoryLink.FIRTH)
    odds = [log((a + 0.5) / (b + 0.5)), log((c + 0.5) / (d + 0.5))]
    assert estimates(found) == pytest.approx([odds[0], odds[1] - odds[0]], abs=1e-4)


@pytest.mark.parametrize("seed", range(5))
def test_firths_estimate_is_the_top_of_the_penalised_likelihood(seed):
    """l(b) + log |X' W X| / 2, climbed by another method from another start."""
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(30, 2)), rng.random(30) < 0.3
    table = np.column_stack([np.ones(30), x])

    def descent(b):
        chance = 1 / (1 + np.exp(-table @ b))
        information = table.T @ (table * (chance * (1 - chance))[:, None])
        likelihood = np.log(np.where(y, chance, 1 - chance)).sum()
        return -likelihood - np.linalg.slogdet(information)[1] / 2

    options = {"xatol": 1e-9, "fatol": 1e-12, "maxiter": 10_000}
    top = minimize(descent, np.full(3, 0.5), method="Nelder-Mead", options=options)
    found = fit_event_history(y.astype(float), {"a": x[:, 0], "b": x[:, 1]}, EventHistoryLink.FIRTH)
    assert [one.estimate for one in found.terms] == pytest.approx(top.x, abs=1e-4)
    assert found.numbers["penalised_loglik"] == pytest.approx(-top.fun)


def test_where_a_covariate_tells_all_apart_only_firth_answers():
    """y = x in six rows: the estimate that firthmodels documents for the slope is 3.89181893."""
    outcome, covariates = table(0, 3, 3, 0)
    assert has_separation(outcome, covariates)
    for link in (EventHistoryLink.LOGIT, EventHistoryLink.CLOGLOG):
        with pytest.raises(NoEstimate, match="separate"):
            fit_event_history(outcome, covariates, link)
    found = fit_event_history(outcome, covariates, EventHistoryLink.FIRTH)
    assert found.terms[1].estimate == pytest.approx(3.89181893, abs=1e-4)
    assert found.terms[1].estimate == pytest.approx(2 * log(7), abs=1e-6)
    assert found.terms[1].p < 0.1
    assert "aic" not in found.numbers


def test_the_model_of_periods_alone_gives_the_life_tables_hazards():
    adoptions = {
        name: NumericInterval(1 + place % 3, 1 + place % 3) for place, name in enumerate("abcdefgh")
    }
    watched = build_panel(Study({name: StudyNode(name) for name in "abcdefghijkl"}), adoptions)
    rows = rows_at_risk(watched, 0)
    dummies = {f"period {t + 1}": (rows.period == t).astype(float) for t in (1, 2)}
    first, *others = estimates(fit_event_history(rows.outcome, dummies, EventHistoryLink.LOGIT))
    odds = [first, first + others[0], first + others[1]]
    assert odds == pytest.approx([log(3 / 9), log(3 / 6), log(2 / 4)])


@pytest.mark.parametrize(("outcome", "x"), [([1, 1, 1], [1, 2, 3]), ([1, 0, 1], [5, 5, 5])])
def test_what_cannot_be_fitted_is_refused(outcome, x):
    with pytest.raises(NoEstimate, match="depend"):
        fit_event_history(
            np.array(outcome, dtype=float), {"x": np.array(x, dtype=float)}, EventHistoryLink.LOGIT
        )


# Beetles killed at eight doses of carbon disulphide, Bliss (1935), as in Dobson (1990), ch. 7.
DOSES = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839]
BEETLES = [59, 60, 62, 56, 63, 59, 62, 60]
KILLED = [6, 13, 18, 28, 52, 53, 61, 60]


@pytest.mark.parametrize(
    ("link", "published"),
    [
        (EventHistoryLink.LOGIT, [(-60.717, 5.181), (34.270, 2.912)]),
        (EventHistoryLink.CLOGLOG, [(-39.572, 3.240), (22.041, 1.799)]),
    ],
)
def test_the_beetles_are_fitted_as_published(link, published):
    killed = zip(BEETLES, KILLED, strict=True)
    outcome = np.concatenate([[1.0] * dead + [0.0] * (all - dead) for all, dead in killed])
    found = fit_event_history(outcome, {"dose": np.repeat(DOSES, BEETLES)}, link)
    for term, (estimate, std_error) in zip(found.terms, published, strict=True):
        assert term.estimate == pytest.approx(estimate, abs=0.006)
        assert term.std_error == pytest.approx(std_error, abs=0.006)


# Estimate, standard error and 95 % interval, as the page of firthlogist gives them; estimates and
# intervals are those of SAS and of R's logistf too.
WOMEN = {
    "(Intercept)": (0.120254, 0.485542, -0.818559, 1.07315),
    "age": (-1.10598, 0.42366, -1.97379, -0.307427),
    "oc": (-0.0688167, 0.443793, -0.941436, 0.789202),
    "vic": (2.26887, 0.548416, 1.27304, 3.43543),
    "vicl": (-2.11141, 0.543082, -3.26086, -1.11774),
    "vis": (-0.788317, 0.417368, -1.60809, 0.0151846),
    "dia": (3.09601, 1.67501, 0.774568, 8.03028),
}


def test_firths_regression_of_the_women_is_the_published():
    rows = published.expected("firth/sex2.csv")
    columns = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}
    found = fit_event_history(columns.pop("case"), columns, EventHistoryLink.FIRTH)
    for term in found.terms:
        shown = (term.estimate, term.std_error, term.low, term.high)
        assert shown == pytest.approx(WOMEN[term.name], abs=5e-5), term.name
    assert found.numbers["penalised_loglik"] == pytest.approx(-132.5394, abs=5e-5)
