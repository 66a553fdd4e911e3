"""Standard errors of a model of events: classical, robust, and clustered."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diffusion.statistics.regression import GLM_LINKS, LinkFunction
from diffusion.study.panel import Array


class StandardErrors(StrEnum):
    """How standard errors are computed.

    observed: by the observed information, as Stata's probit and statsmodels' Probit; expected: by
    the expected information, as R's glm() (the same for a logit); robust: the sandwich HC0 (White
    1982); cluster: the sandwich of sums over units, times G / (G - 1) for G units, as Stata and
    R's sandwich::vcovCL() (Liang and Zeger 1986).
    """

    OBSERVED = "observed"
    EXPECTED = "expected"
    ROBUST = "robust"
    CLUSTER = "cluster"


SANDWICHES = (StandardErrors.ROBUST, StandardErrors.CLUSTER)


def standard_errors(
    outcome: Array,
    table: Array,
    estimates: Array,
    link: LinkFunction,
    kind: StandardErrors,
    groups: Array | None = None,
    *,
    small_sample: bool = False,
) -> Array:
    """The error of each of k estimates (`table` is n x k); `groups` (n) number clusters from 0.

    `small_sample` multiplies the variance of a sandwich by n / (n - k) if it is robust (HC1), by
    (n - 1) / (n - k) if it is clustered, as statsmodels does.

    Source: White (1982), Econometrica 50; Liang and Zeger (1986), Biometrika 73.
    """
    from statsmodels.genmod.families import Binomial, links
    from statsmodels.genmod.generalized_linear_model import GLM

    model: Any = GLM(outcome, table, family=Binomial(link=getattr(links, GLM_LINKS[link])()))
    observed = kind is not StandardErrors.EXPECTED
    bread = np.linalg.pinv(-model.hessian(estimates, observed=observed), hermitian=True)
    if kind not in SANDWICHES:
        return np.asarray(np.sqrt(np.diag(bread)))
    rows, terms = table.shape
    scores = model.score_factor(estimates)[:, None] * table
    factor = rows / (rows - terms) if small_sample else 1.0
    if kind is StandardErrors.CLUSTER and groups is not None:
        scores = _sums(scores, groups.astype(np.intp))
        factor = len(scores) / (len(scores) - 1)
        factor *= (rows - 1) / (rows - terms) if small_sample else 1.0
    return np.asarray(np.sqrt(factor * np.diag(bread @ (scores.T @ scores) @ bread)))


def _sums(scores: Array, groups: NDArray[np.intp]) -> Array:
    sums = np.zeros((int(groups.max()) + 1, scores.shape[1]))
    np.add.at(sums, groups, scores)
    return sums
