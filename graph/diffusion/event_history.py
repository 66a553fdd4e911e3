"""Discrete event history: how the chance to adopt in a period goes with what came before it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.diffusion import logit
from graph.diffusion.cells import cell
from graph.diffusion.panel import Array

INTERCEPT = "(Intercept)"
# The standard deviations within which 95 % of a normal distribution lie.
Z = 1.959964


class Link(StrEnum):
    """How the chance goes with the terms; Firth's is a logit with his penalty."""

    LOGIT = "logit"
    PROBIT = "probit"
    CLOGLOG = "cloglog"
    FIRTH = "firth"


@dataclass(frozen=True, slots=True)
class Term:
    """One coefficient on the scale of the link; the interval is of 95 %, open where None."""

    name: str
    estimate: float
    std_error: float
    low: float | None
    high: float | None
    p: float


@dataclass(frozen=True)
class Fit:
    """A fitted model, and how well it fits (nothing under Firth's penalty, which has no AIC)."""

    link: Link
    terms: tuple[Term, ...]
    numbers: Mapping[str, float]


class NoEstimate(ArithmeticError):
    """There is no estimate; `key` is the sentence that says why.

    terms_depend: outcomes are all alike, or a term is made up of others; terms_separate: some
    terms tell the events apart wholly, so that maximum likelihood has no finite estimate;
    not_settled: the search did not end.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def separated(outcome: Array, terms: Mapping[str, Array]) -> bool:
    """Whether some sum of the terms tells events from the rest (Konis 2007)."""
    from firthmodels import detect_separation  # slow to import, so only where a model is fitted

    return bool(detect_separation(_table(terms), outcome, fit_intercept=True).separation)


def fit(outcome: Array, terms: Mapping[str, Array], link: Link) -> Fit:
    """Fits the chance of an event by an intercept and the terms, one row a person-period.

    Logit, probit and complementary log-log by maximum likelihood with Wald's intervals and p;
    exp(estimate) is an odds ratio, under cloglog a ratio of hazards in continuous time. Firth:
    penalised likelihood with profile intervals and the p of the penalised likelihood ratio, for
    few events. Raises NoEstimate. Terms of very different size are better centred first.

    Source: Allison (1982), Sociological Methodology 13; Berry and Berry (1990), APSR 84(2);
    Firth (1993), Biometrika 80; Heinze and Schemper (2002), Statistics in Medicine 21. In a
    table of two by two Firth's is the log odds ratio with 0.5 added to each cell.
    """
    table = np.column_stack([np.ones(len(outcome)), *terms.values()])
    if len(set(outcome.tolist())) < 2 or np.linalg.matrix_rank(table) < table.shape[1]:
        raise NoEstimate("terms_depend")
    if link is Link.FIRTH:
        return _firth(outcome, terms)
    if terms and separated(outcome, terms):
        raise NoEstimate("terms_separate")
    return _likeliest(outcome, terms, link)


def _likeliest(outcome: Array, terms: Mapping[str, Array], link: Link) -> Fit:
    found = logit.fit(outcome, terms, logit.Link(link.value))
    if found is None:
        raise NoEstimate("not_settled")
    low, high = found.estimates - Z * found.errors, found.estimates + Z * found.errors
    columns = (found.estimates, found.errors, low, high, found.p)
    return Fit(link, _terms(found.terms, columns), found.numbers)


def _firth(outcome: Array, terms: Mapping[str, Array]) -> Fit:
    from firthmodels import FirthLogisticRegression

    table = np.column_stack([np.ones(len(outcome)), *terms.values()])
    model = FirthLogisticRegression(
        fit_intercept=False, backend="numpy", max_iter=200, max_step=1e3, gtol=1e-6, xtol=1e-6
    )
    # not settling is asked for below; an end of a profile that is open is told as nan
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(table, outcome)
        if not model.converged_:
            raise NoEstimate("not_settled")
        model.lrt()
        ends = model.conf_int(method="pl")
    columns = (model.coef_, model.bse_, ends[:, 0], ends[:, 1], model.lrt_pvalues_)
    numbers = {"observations": len(outcome), "penalised_loglik": float(model.loglik_)}
    return Fit(Link.FIRTH, _terms((INTERCEPT, *terms), columns), numbers)


def _terms(names: tuple[str, ...], columns: tuple[Array, ...]) -> tuple[Term, ...]:
    return tuple(
        Term(name, float(estimate), float(error), cell(low), cell(high), float(p))
        for name, estimate, error, low, high, p in zip(names, *columns, strict=True)
    )


def _table(terms: Mapping[str, Array]) -> Array:
    return np.column_stack(list(terms.values()))
