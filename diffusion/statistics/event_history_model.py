"""Discrete-time event history: how the chance to adopt in a period depends on the terms."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr

from diffusion.statistics import regression
from diffusion.statistics.design_matrix import (
    DesignMatrix,
    dependent_terms,
    design_matrix,
    terms_without_estimate,
)
from diffusion.statistics.random_intercept import MIN_GROUPS, fit_random_intercept
from diffusion.statistics.standard_errors import StandardErrors, standard_errors
from diffusion.study.number_format import number_cell
from diffusion.study.panel import Array

# The standard deviations within which 95 % of a normal distribution lie.
NORMAL_95 = 1.959964


class EventHistoryLink(StrEnum):
    """How the chance depends on the terms; Firth's is a logit with his penalty."""

    LOGIT = "logit"
    PROBIT = "probit"
    CLOGLOG = "cloglog"
    FIRTH = "firth"


@dataclass(frozen=True, slots=True)
class EventHistoryTerm:
    """One coefficient on the scale of the link; the interval is of 95 %, open where None.

    `p` is None where it cannot be computed.
    """

    name: str
    estimate: float
    std_error: float
    low: float | None
    high: float | None
    p: float | None


@dataclass(frozen=True)
class EventHistoryFit:
    """A fitted model and its numbers of fit (no AIC under Firth's penalty)."""

    link: EventHistoryLink
    terms: tuple[EventHistoryTerm, ...]
    numbers: Mapping[str, float]


@dataclass(frozen=True)
class ErrorChoice:
    """Which standard errors: `groups` are the numbers of the rows' clusters, from 0."""

    kind: StandardErrors = StandardErrors.EXPECTED
    groups: Array | None = None
    small_sample: bool = False


DEFAULT_ERRORS = ErrorChoice()


class NoEstimate(ArithmeticError):
    """There is no estimate; `key` is the sentence that says why, `terms` are those that fail.

    terms_depend: outcomes are all alike, or a term is a combination of others; terms_separate: some
    terms separate the events completely, so that maximum likelihood has no finite estimate;
    too_few_random_groups: fewer than 5 groups with a random intercept; not_settled: the search did
    not end.
    """

    def __init__(self, key: str, terms: tuple[str, ...] = ()) -> None:
        self.key = key
        self.terms = terms
        super().__init__(key)


def has_separation(outcome: Array, terms: Mapping[str, Array]) -> bool:
    """Whether some sum of the terms separates events from the rest; raises NoEstimate."""
    return bool(terms_without_estimate(outcome, _independent(outcome, terms)))


def fit_event_history(
    outcome: Array,
    terms: Mapping[str, Array],
    link: EventHistoryLink,
    errors: ErrorChoice = DEFAULT_ERRORS,
) -> EventHistoryFit:
    """Fits the chance of an event by an intercept and the terms, one row a person-period.

    Logit, probit and complementary log-log by maximum likelihood with Wald's intervals and p;
    exp(estimate) is an odds ratio, under cloglog a ratio of hazards in continuous time. Firth:
    penalised likelihood with profile intervals and the p of the penalised likelihood ratio, for
    few events (errors by the information without the penalty). Raises NoEstimate.

    Source: Allison (1982), Sociological Methodology 13; Berry and Berry (1990), APSR 84(2);
    Firth (1993), Biometrika 80; Heinze and Schemper (2002), Statistics in Medicine 21. In a
    table of two by two Firth's is the log odds ratio with 0.5 added to each cell.
    """
    table = _independent(outcome, terms)
    if link is EventHistoryLink.FIRTH:
        return _fit_firth(outcome, table)
    if separating_terms := terms_without_estimate(outcome, table):
        raise NoEstimate("terms_separate", separating_terms)
    return _fit_likelihood(outcome, terms, link, errors)


def _independent(outcome: Array, terms: Mapping[str, Array]) -> DesignMatrix:
    table = design_matrix(terms, len(outcome))
    if len(set(outcome.tolist())) < 2 or not table.independent:
        raise NoEstimate("terms_depend", dependent_terms(table))
    return table


def _fit_likelihood(
    outcome: Array, terms: Mapping[str, Array], link: EventHistoryLink, choice: ErrorChoice
) -> EventHistoryFit:
    function = regression.LinkFunction(link.value)
    model = regression.fit_regression(outcome, terms, function, until_stable=True)
    if model is None:
        raise NoEstimate("not_settled")
    design = design_matrix(terms, len(outcome))
    scaled_estimates = model.estimates * design.sizes
    errors = standard_errors(
        outcome,
        design.table,
        scaled_estimates,
        function,
        choice.kind,
        choice.groups,
        small_sample=choice.small_sample,
    )
    errors = errors / design.sizes
    ends = (model.estimates - NORMAL_95 * errors, model.estimates + NORMAL_95 * errors)
    p = 2 * ndtr(-np.abs(model.estimates / errors))
    columns = (model.estimates, errors, *ends, p)
    numbers = {**model.numbers, "loglik": -model.numbers["residual_deviance"] / 2}
    return EventHistoryFit(link, _terms(model.terms, columns), numbers)


def fit_random_effects(
    outcome: Array, terms: Mapping[str, Array], link: EventHistoryLink, group: NDArray[np.intp]
) -> EventHistoryFit:
    """The same model with a random intercept for each group (n numbers, from 0).

    See random_intercept.fit_random_intercept. Raises NoEstimate.
    """
    table = _independent(outcome, terms)
    if separating_terms := terms_without_estimate(outcome, table):
        raise NoEstimate("terms_separate", separating_terms)
    if group.max(initial=0) + 1 < MIN_GROUPS:
        raise NoEstimate("too_few_random_groups")
    model = fit_random_intercept(outcome, terms, regression.LinkFunction(link.value), group)
    if model is None:
        raise NoEstimate("not_settled")
    ends = (model.estimates - NORMAL_95 * model.errors, model.estimates + NORMAL_95 * model.errors)
    p = 2 * ndtr(-np.abs(model.estimates / model.errors))
    numbers = {
        "observations": len(outcome),
        "loglik": model.loglik,
        "aic": 2 * (len(model.names) + 1) - 2 * model.loglik,
        "random_groups": model.groups,
        "sigma": model.sigma,
        "icc": model.icc,
        "lr": model.lr,
        "lr_p": model.lr_p,
    }
    columns = (model.estimates, model.errors, *ends, p)
    return EventHistoryFit(link, _terms(model.names, columns), numbers)


def firth_model() -> Any:
    """A model of the package firthmodels that is still to be fitted, without an own intercept."""
    from firthmodels import FirthLogisticRegression

    return FirthLogisticRegression(
        fit_intercept=False, backend="numpy", max_iter=200, max_step=1e3, gtol=1e-6, xtol=1e-6
    )


def _fit_firth(outcome: Array, table: DesignMatrix) -> EventHistoryFit:
    model = firth_model()
    # whether it converged is checked below; an open end of a profile is nan
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(table.table, outcome)
        if not model.converged_:
            raise NoEstimate("not_settled")
        model.lrt()
        ends = model.conf_int(method="pl")
    errors = _errors(table.table, model.coef_)
    columns = (values / table.sizes for values in (model.coef_, errors, ends[:, 0], ends[:, 1]))
    # log |information| / 2 of the terms themselves
    loglik = float(model.loglik_) + float(np.log(table.sizes).sum())
    numbers = {"observations": len(outcome), "penalised_loglik": loglik}
    return EventHistoryFit(
        EventHistoryLink.FIRTH, _terms(table.names, (*columns, model.lrt_pvalues_)), numbers
    )


def _errors(table: Array, estimates: Array) -> Array:
    """Standard errors by Fisher's information at the estimates, as Heinze and Schemper."""
    chance = expit(table @ estimates)
    information = table.T @ (table * (chance * (1 - chance))[:, None])
    return np.asarray(np.sqrt(np.diag(np.linalg.pinv(information, hermitian=True))))


def _terms(names: tuple[str, ...], columns: tuple[Array, ...]) -> tuple[EventHistoryTerm, ...]:
    return tuple(
        EventHistoryTerm(
            name, float(estimate), float(error), number_cell(low), number_cell(high), number_cell(p)
        )
        for name, estimate, error, low, high, p in zip(names, *columns, strict=True)
    )
