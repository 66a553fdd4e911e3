"""Discrete event history: how the chance to adopt in a period goes with what came before it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from firthmodels import FirthLogisticRegression, detect_separation
from numpy.typing import NDArray
from scipy.stats import norm
from statsmodels.genmod.families import Binomial, links
from statsmodels.genmod.generalized_linear_model import GLM

Floats = NDArray[np.float64]
INTERCEPT = "(Intercept)"
# Below this many events a coefficient, maximum likelihood is biased (Peduzzi et al. 1996).
EVENTS_EACH = 10
Z = float(norm.ppf(0.975))


class Link(StrEnum):
    """How the chance goes with the covariates; Firth's is a logit with his penalty."""

    LOGIT = "logit"
    CLOGLOG = "cloglog"
    FIRTH = "firth"


@dataclass(frozen=True, slots=True)
class Term:
    """One coefficient, on the scale of the link; interval of 95 %."""

    name: str
    estimate: float
    std_error: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model. Deviance and AIC are None under Firth's penalty, which has none."""

    link: Link
    terms: tuple[Term, ...]
    rows: int  # person-periods
    events: int
    deviance: float | None
    null_deviance: float | None
    aic: float | None


class Separated(ArithmeticError):
    """Some covariate tells the events apart wholly: maximum likelihood has no finite estimate."""


def separated(outcome: Floats, covariates: Mapping[str, Floats]) -> bool:
    """Whether a combination of covariates tells events from the rest (Konis 2007)."""
    return bool(
        detect_separation(
            _design(covariates, len(outcome)), outcome, fit_intercept=False
        ).separation
    )


def fit(outcome: Floats, covariates: Mapping[str, Floats], link: Link) -> Fit:
    """Fits the chance of an event by an intercept and the covariates, one row a person-period.

    Logit and complementary log-log by maximum likelihood with Wald's intervals and p;
    exp(estimate) is an odds ratio, or under cloglog a ratio of hazards in continuous time. Firth:
    penalised likelihood with profile intervals and p of the penalised likelihood ratio, for few
    events. Raises Separated where maximum likelihood has no finite estimate, and ValueError if
    outcomes are all alike or the covariates are not independent of one another.

    Source: Allison (1982), Sociological Methodology 13; Berry and Berry (1990), APSR 84(2);
    Firth (1993), Biometrika 80; Heinze and Schemper (2002), Statistics in Medicine 21. In a
    table of two by two Firth's is the log odds ratio with 0.5 added to each cell.
    """
    design = _design(covariates, len(outcome))
    names = [INTERCEPT, *covariates]
    if len(set(outcome.tolist())) < 2:
        raise ValueError("outcomes are all alike")
    if np.linalg.matrix_rank(design) < design.shape[1]:
        raise ValueError("covariates are not independent of one another")
    if link is Link.FIRTH:
        return _firth(outcome, design, names)
    if separated(outcome, covariates):
        raise Separated("a covariate tells the events apart wholly")
    return _likeliest(outcome, design, names, link)


def _likeliest(outcome: Floats, design: Floats, names: list[str], link: Link) -> Fit:
    scale = links.CLogLog() if link is Link.CLOGLOG else links.Logit()
    found = GLM(outcome, design, family=Binomial(link=scale)).fit()
    ends = found.conf_int()
    columns = (names, found.params, found.bse, ends[:, 0], ends[:, 1], found.pvalues)
    return Fit(
        link=link,
        terms=tuple(Term(row[0], *map(float, row[1:])) for row in zip(*columns, strict=True)),
        rows=len(outcome),
        events=int(outcome.sum()),
        deviance=float(found.deviance),
        null_deviance=float(found.null_deviance),
        aic=float(found.aic),
    )


def _firth(outcome: Floats, design: Floats, names: list[str]) -> Fit:
    model = FirthLogisticRegression(
        fit_intercept=False, backend="numpy", max_iter=200, gtol=1e-8, xtol=1e-8
    ).fit(design, outcome)
    with warnings.catch_warnings():  # where a profile does not close its end is told as nan
        warnings.simplefilter("ignore")
        model.lrt()
        ends = model.conf_int(method="pl")
    columns = (names, model.coef_, model.bse_, ends[:, 0], ends[:, 1], model.lrt_pvalues_)
    return Fit(
        link=Link.FIRTH,
        terms=tuple(Term(row[0], *map(float, row[1:])) for row in zip(*columns, strict=True)),
        rows=len(outcome),
        events=int(outcome.sum()),
        deviance=None,
        null_deviance=None,
        aic=None,
    )


def _design(covariates: Mapping[str, Floats], rows: int) -> Floats:
    return np.column_stack([np.ones(rows), *covariates.values()])
