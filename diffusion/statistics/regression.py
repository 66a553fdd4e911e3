"""Regression of adopting in a period on exposure in the one before it.

Allison (1982), Sociological Methodology 13, 61-98; Valente, Dyal, Chu, Wipfli & Fujimoto (2015).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np
from numpy.typing import NDArray

from diffusion.statistics.design_matrix import design_matrix
from diffusion.study.panel import Array, Panel


class LinkFunction(StrEnum):
    """How the chance of adopting depends on the sum of the terms."""

    LOGIT = "logit"
    PROBIT = "probit"
    CLOGLOG = "cloglog"


# The names of these links in statsmodels, which is slow to import.
GLM_LINKS = {
    LinkFunction.LOGIT: "Logit",
    LinkFunction.PROBIT: "Probit",
    LinkFunction.CLOGLOG: "CLogLog",
}

# When the search ends: when the likelihood no longer changes, or when the estimates do not.
SEARCH: Mapping[bool, Mapping[str, Any]] = {
    False: {"maxiter": 100},
    True: {"maxiter": 200, "tol_criterion": "params", "atol": 1e-9, "rtol": 1e-9},
}


class TimeTerms(StrEnum):
    """How the chance may change with time by itself."""

    NONE = "none"
    LINEAR = "linear"
    PERIODS = "periods"


@dataclass(frozen=True)
class RiskRows:
    """One row for each node and period in which it could still adopt: node, period, adopted."""

    node: NDArray[np.intp]
    period: NDArray[np.intp]
    outcome: Array


@dataclass(frozen=True)
class RegressionFit:
    """The terms with estimates and standard errors, and how well they fit."""

    terms: tuple[str, ...]
    estimates: Array
    errors: Array
    p: Array
    numbers: Mapping[str, float]


def rows_at_risk(panel: Panel, first: int) -> RiskRows:
    """The rows from the period at place `first` on, up to and with the period of adoption."""
    last = np.minimum(panel.period_index, len(panel.periods) - 1)
    counts = np.maximum(last - first + 1, 0)
    node = np.repeat(np.arange(len(panel.nodes)), counts)
    begins = np.repeat(np.cumsum(counts) - counts, counts)
    period = first + np.arange(int(counts.sum())) - begins
    return RiskRows(node, period, (period == panel.period_index[node]).astype(float))


def dummy_columns(name: str, values: list[str]) -> dict[str, Array]:
    """A column of 0 and 1 for each value but the first; nan where the value is empty."""
    cells = np.array(values)
    empty = cells == ""
    return {
        f"{name}{value}": np.where(empty, np.nan, cells == value)
        for value in _sort_values(set(values) - {""})[1:]
    }


def fit_regression(
    outcome: Array, terms: Mapping[str, Array], link: LinkFunction, *, until_stable: bool = False
) -> RegressionFit | None:
    """Maximum likelihood of a binomial model with an intercept; see SEARCH for `until_stable`.

    None if outcomes are all alike, a term is a combination of others, or the search does not
    settle. A term without a finite estimate (see design_matrix.terms_without_estimate) has the
    value at which the search stopped.
    """
    from statsmodels.genmod.families import Binomial, links
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationError, PerfectSeparationWarning

    function = getattr(links, GLM_LINKS[link])
    table, model = design_matrix(terms, len(outcome)), Binomial(link=function())
    if len(set(outcome.tolist())) < 2 or not table.independent:
        return None
    try:
        with catch_warnings():
            simplefilter("ignore", PerfectSeparationWarning)
            estimate: Any = GLM(outcome, table.table, family=model).fit(**SEARCH[until_stable])
    except (PerfectSeparationError, np.linalg.LinAlgError, ValueError):
        return None
    if not estimate.converged:
        return None
    return RegressionFit(
        terms=table.names,
        estimates=estimate.params / table.sizes,
        errors=estimate.bse / table.sizes,
        p=estimate.pvalues,
        numbers={
            "observations": int(estimate.nobs),
            "null_deviance": float(estimate.null_deviance),
            "null_df": int(estimate.nobs - 1),
            "residual_deviance": float(estimate.deviance),
            "residual_df": int(estimate.df_resid),
            "aic": float(estimate.aic),
        },
    )


def _sort_values(values: set[str]) -> list[str]:
    """Numbers by size, then words."""
    try:
        return sorted(values, key=float)
    except ValueError:
        return sorted(values)
