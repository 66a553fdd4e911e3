"""A model of events with a random intercept by group, by adaptive Gauss-Hermite quadrature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, expit, log_ndtr

from diffusion.statistics.design_matrix import design_matrix
from diffusion.statistics.regression import LinkFunction, fit_regression
from diffusion.study.panel import Array

# The deviation of fewer intercepts has no meaning.
MIN_GROUPS = 5
# Nodes of the quadrature; with 25 the figures of glmer() no longer change in the sixth decimal.
NODES = 25
# The variance of a row by itself on the scale of the link.
ROW_VARIANCE = {
    LinkFunction.LOGIT: pi**2 / 3,
    LinkFunction.PROBIT: 1.0,
    LinkFunction.CLOGLOG: pi**2 / 6,
}
# A deviation below this is 0: the groups do not differ more than chance would have it.
MIN_DEVIATION = 1e-3
FIRST_SIGMA = 0.5
MAX_STEPS = 40
# Beyond these sums, a chance cannot be distinguished from 0 or 1 in floating point.
MAX_SUM = 30.0


@dataclass(frozen=True)
class RandomInterceptFit:
    """The estimates of k terms with errors, and the deviation of the intercepts of the groups.

    `lr_p` is that of the likelihood ratio against the model without groups, halved, for the
    deviation cannot be negative (Self and Liang 1987). `icc` is the share of the groups in the
    variance on the scale of the link.
    """

    names: tuple[str, ...]
    estimates: Array
    errors: Array
    sigma: float
    sigma_error: float | None
    icc: float
    loglik: float
    lr: float
    lr_p: float
    groups: int


@dataclass(frozen=True)
class _Rows:
    """Rows in the order of their groups: n x k table, outcomes, and where each group begins."""

    table: Array
    outcome: Array
    group: NDArray[np.intp]
    starts: NDArray[np.intp]
    derivatives: Callable[[Array, Array], tuple[Array, Array, Array]]


def fit_random_intercept(
    outcome: Array, terms: Mapping[str, Array], link: LinkFunction, group: NDArray[np.intp]
) -> RandomInterceptFit | None:
    """Maximum likelihood of intercept, terms and sigma; `group` (n) numbers the groups from 0.

    The intercept of a group is drawn from a normal distribution of mean 0; its likelihood is
    integrated around its own mode (Liu and Pierce 1994, Biometrika 81; Pinheiro and Bates 1995,
    JCGS 4), as lme4's glmer(nAGQ = 25) and Stata's melogit do. Errors are by the observed
    information of all parameters. None if the model without groups has no estimate, or the search
    does not end.
    """
    fit = fit_regression(outcome, terms, link, until_stable=True)
    if fit is None:
        return None
    design = design_matrix(terms, len(outcome))
    rows = _rows(design.table, outcome, group, link)
    start = np.append(fit.estimates * design.sizes, FIRST_SIGMA)
    maximum = _maximum(rows, start)
    if maximum is None:
        return None
    parameters, errors = maximum
    base_loglik = -fit.numbers["residual_deviance"] / 2
    sigma = abs(float(parameters[-1]))
    if sigma < MIN_DEVIATION:
        return _without_groups(fit.terms, fit.estimates, fit.errors, base_loglik, rows)
    loglik, _ = _loglik(rows, parameters)
    lr = max(2 * (loglik - base_loglik), 0.0)
    return RandomInterceptFit(
        names=design.names,
        estimates=parameters[:-1] / design.sizes,
        errors=errors[:-1] / design.sizes,
        sigma=sigma,
        sigma_error=float(errors[-1]),
        icc=sigma**2 / (sigma**2 + ROW_VARIANCE[link]),
        loglik=loglik,
        lr=lr,
        lr_p=float(chdtrc(1, lr)) / 2,
        groups=len(rows.starts),
    )


def _without_groups(
    names: tuple[str, ...], estimates: Array, errors: Array, loglik: float, rows: _Rows
) -> RandomInterceptFit:
    """The estimate at the boundary: no variance, so the model without groups."""
    return RandomInterceptFit(
        names, estimates, errors, 0.0, None, 0.0, loglik, 0.0, 1.0, len(rows.starts)
    )


def _rows(table: Array, outcome: Array, group: NDArray[np.intp], link: LinkFunction) -> _Rows:
    order = np.argsort(group, kind="stable")
    _, starts, places = np.unique(group[order], return_index=True, return_inverse=True)
    return _Rows(table[order], outcome[order], places, starts, DERIVATIVES[link])


def _maximum(rows: _Rows, start: Array) -> tuple[Array, Array] | None:
    """The parameters at the maximum and their errors; None if it is not found."""
    from scipy.optimize import minimize

    def loss(parameters: Array) -> tuple[float, Array]:
        value, gradient = _loglik(rows, parameters)
        return -value, -gradient

    result = minimize(loss, start, jac=True, method="BFGS", options={"gtol": 1e-5, "maxiter": 500})
    parameters = np.asarray(result.x, dtype=np.float64)
    if not np.isfinite(parameters).all():
        return None
    information = _information(rows, parameters)
    for _ in range(3):  # Newton's steps end the search to the last decimals
        _, gradient = _loglik(rows, parameters)
        step = np.linalg.pinv(information, hermitian=True) @ gradient
        if np.abs(step).max() < 1e-9 or abs(parameters[-1]) < MIN_DEVIATION:
            break
        parameters = parameters + step
    _, gradient = _loglik(rows, parameters)
    if np.abs(gradient).max() > 1e-2 * max(1.0, np.sqrt(len(rows.outcome))):
        return None
    variances = np.diag(np.linalg.pinv(_information(rows, parameters), hermitian=True))
    return parameters, np.sqrt(np.maximum(variances, 0.0))


def _information(rows: _Rows, parameters: Array) -> Array:
    """Minus the second derivatives, by differences of the first."""
    columns = []
    for place in range(len(parameters)):
        step = np.zeros(len(parameters))
        step[place] = 1e-5 * max(1.0, abs(parameters[place]))
        ends = [_loglik(rows, parameters + side * step)[1] for side in (1, -1)]
        columns.append((ends[1] - ends[0]) / (2 * step[place]))
    square = np.array(columns)
    return np.asarray((square + square.T) / 2)


def _loglik(rows: _Rows, parameters: Array) -> tuple[float, Array]:
    """The logarithm of the likelihood, and its derivatives by terms and sigma."""
    sigma = float(parameters[-1])
    sums = rows.table @ parameters[:-1]
    mode, spread = _modes(rows, sums, sigma)
    nodes, weights = np.polynomial.hermite.hermgauss(NODES)
    points = mode[:, None] + np.sqrt(2) * spread[:, None] * nodes
    value, slope, _ = rows.derivatives(
        sums[:, None] + sigma * points[rows.group], rows.outcome[:, None]
    )
    # the normal density and the change of variable, up to factors that cancel
    logs = np.add.reduceat(value, rows.starts, axis=0) - points**2 / 2
    logs += np.log(weights) + nodes**2 + np.log(spread)[:, None] - np.log(pi) / 2
    top = logs.max(axis=1, keepdims=True)
    parts = np.exp(logs - top)
    total = parts.sum(axis=1, keepdims=True)
    shares = (parts / total)[rows.group] * slope
    by_term = rows.table.T @ shares.sum(axis=1)
    by_sigma = float((shares * points[rows.group]).sum())
    return float((top + np.log(total)).sum()), np.append(by_term, by_sigma)


def _modes(rows: _Rows, sums: Array, sigma: float) -> tuple[Array, Array]:
    """For each group the most likely intercept, in deviations, and the width around it."""
    mode = np.zeros(len(rows.starts))
    for _ in range(MAX_STEPS):
        _, slope, curve = rows.derivatives(sums + sigma * mode[rows.group], rows.outcome)
        gradient = sigma * np.add.reduceat(slope, rows.starts) - mode
        curvature = sigma**2 * np.add.reduceat(curve, rows.starts) + 1
        step = np.clip(gradient / curvature, -2.0, 2.0)
        mode = mode + step
        if np.abs(step).max() < 1e-10:
            break
    return mode, 1 / np.sqrt(curvature)


def _logit(sums: Array, outcome: Array) -> tuple[Array, Array, Array]:
    chance = expit(sums)
    return outcome * sums - np.logaddexp(0, sums), outcome - chance, chance * (1 - chance)


def _probit(sums: Array, outcome: Array) -> tuple[Array, Array, Array]:
    side = 2 * outcome - 1
    value = log_ndtr(side * sums)
    ratio = np.exp(-(sums**2) / 2 - np.log(2 * pi) / 2 - value)
    return value, side * ratio, ratio * (ratio + side * sums)


def _cloglog(sums: Array, outcome: Array) -> tuple[Array, Array, Array]:
    hazard = np.exp(np.clip(sums, -MAX_SUM, MAX_SUM))
    is_event = outcome == 1
    with np.errstate(over="ignore"):
        slope = np.where(is_event, hazard / np.expm1(hazard), -hazard)
    value = np.where(is_event, np.log(-np.expm1(-hazard)), -hazard)
    curve = np.where(is_event, slope * (hazard + slope - 1), hazard)
    return value, slope, curve


# The logarithm of a row's chance, its slope by the sum, and minus its curvature.
DERIVATIVES = {
    LinkFunction.LOGIT: _logit,
    LinkFunction.PROBIT: _probit,
    LinkFunction.CLOGLOG: _cloglog,
}
