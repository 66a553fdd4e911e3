"""Standard errors against statsmodels' own, in the forms that Stata and R publish."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from diffusion.event_history.panel_rows import panel_rows
from diffusion.event_history.risk_table import RiskTable
from diffusion.statistics.event_history_model import (
    ErrorChoice,
    EventHistoryLink,
    fit_event_history,
)
from diffusion.statistics.standard_errors import StandardErrors
from tests.diffusion import simulated


@pytest.fixture(scope="module")
def rows() -> RiskTable:
    return panel_rows(simulated.table(simulated.panel(seed=3)), "event", ["wealth", "noise"])


def errors(rows: RiskTable, link: EventHistoryLink, kind: StandardErrors, *, small=False):
    groups = np.unique(rows.unit, return_inverse=True)[1].astype(float)
    choice = ErrorChoice(kind, groups, small)
    model = fit_event_history(rows.outcome, rows.terms, link, choice)
    return np.array([term.std_error for term in model.terms]), groups


def design(rows: RiskTable):
    return np.column_stack([np.ones(len(rows.outcome)), *rows.terms.values()])


@pytest.mark.parametrize(("link", "model"), [("logit", sm.Logit), ("probit", sm.Probit)])
def test_classical_errors_are_those_of_the_observed_information(rows, link, model):
    fitted = model(rows.outcome, design(rows)).fit(disp=0)
    ours, _ = errors(rows, EventHistoryLink(link), StandardErrors.OBSERVED)
    assert ours == pytest.approx(fitted.bse, rel=1e-5)


def test_expected_errors_of_a_probit_are_those_of_a_generalised_linear_model(rows):
    family = sm.families.Binomial(sm.families.links.Probit())
    fitted = sm.GLM(rows.outcome, design(rows), family=family).fit(tol=1e-12)
    ours, _ = errors(rows, EventHistoryLink.PROBIT, StandardErrors.EXPECTED)
    assert ours == pytest.approx(fitted.bse, rel=1e-5)
    observed, _ = errors(rows, EventHistoryLink.PROBIT, StandardErrors.OBSERVED)
    assert ours != pytest.approx(observed, rel=1e-4)


@pytest.mark.parametrize("model", [sm.Logit, sm.Probit])
def test_robust_and_clustered_errors_are_those_of_statsmodels_but_for_its_factors(rows, model):
    link = EventHistoryLink(model.__name__.lower())
    data = model(rows.outcome, design(rows))
    ours, groups = errors(rows, link, StandardErrors.ROBUST)
    assert ours == pytest.approx(data.fit(disp=0, cov_type="HC0").bse, rel=1e-4)
    theirs = data.fit(disp=0, cov_type="cluster", cov_kwds={"groups": groups}).bse
    ours, _ = errors(rows, link, StandardErrors.CLUSTER, small=True)
    assert ours == pytest.approx(theirs, rel=1e-4)
    plain, _ = errors(rows, link, StandardErrors.CLUSTER)
    count, terms = design(rows).shape
    assert plain == pytest.approx(theirs * np.sqrt((count - terms) / (count - 1)), rel=1e-4)


def test_a_logit_has_the_same_observed_and_expected_information(rows):
    both = [
        errors(rows, EventHistoryLink.LOGIT, kind)[0]
        for kind in (StandardErrors.OBSERVED, StandardErrors.EXPECTED)
    ]
    assert both[0] == pytest.approx(both[1])
