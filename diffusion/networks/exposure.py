"""Exposure: the share of a node's contacts that had adopted; threshold: exposure at adoption.

Valente (1995), Network models of the diffusion of innovations; definitions as in netdiffuseR
(Vega Yon, Valente), functions exposure() and threshold().
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from diffusion.study.panel import Array, Panel


def exposure_matrix(
    weights: csr_array,
    has_adopted: Array,
    attribute: Array | None = None,
    lag: int = 0,
    *,
    normalized: bool = True,
) -> Array:
    """E (n x T) = W (x * A) / (W x): W n x n from ego to alter, A n x T adopted, x an attribute.

    Without an attribute x is 1. A node without ties has exposure 0. Without normalizing, the
    exposure is the count W (x * A). With a lag, column t is the exposure of period t - lag; before
    it is nan.
    """
    size = has_adopted.shape[0]
    x = np.ones(size) if attribute is None else attribute
    exposures = weights @ (x[:, None] * has_adopted)
    if normalized:
        totals = weights @ x
        has_ties = totals[:, None] != 0
        exposures = np.divide(
            exposures, totals[:, None], out=np.zeros_like(exposures), where=has_ties
        )
    if lag:
        exposures = np.hstack([np.full((size, lag), np.nan), exposures[:, :-lag]])
    return np.asarray(exposures[:, : has_adopted.shape[1]])


def adopter_thresholds(exposures: Array, panel: Panel) -> Array:
    """The exposure (n) of each adopter in the period of its adoption; nan for the others."""
    values = np.full(len(panel.nodes), np.nan)
    adopters = ~np.isnan(panel.time)
    values[adopters] = exposures[adopters, panel.period_index[adopters]]
    return values
