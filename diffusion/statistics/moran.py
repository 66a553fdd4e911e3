"""Moran's I: whether those who are close in the network are alike.

Moran (1950), Biometrika 37, 17-23; moments under randomisation as in Cliff & Ord (1981).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, nan, sqrt

import numpy as np
from scipy.sparse import csr_array, diags_array, eye_array

from diffusion.study.panel import Array

# A value below this is a rounding error of sums that cancel out.
ROUNDING_ERROR = 1e-12


@dataclass(frozen=True, slots=True)
class MoranIndex:
    """The observed index, its mean and standard deviation by chance, and the two-sided p."""

    observed: float
    expected: float
    deviation: float
    p: float


def geodesic_weights(ties: csr_array, steps: int = 6) -> csr_array:
    """1 over the length of the shortest directed path, 0 beyond `steps`; each row sums to 1.

    Only pairs within `steps` are stored, not all n x n.
    """
    neighbours = csr_array(ties.astype(bool))
    frontier, reachable = (
        neighbours,
        neighbours + csr_array(eye_array(neighbours.shape[0], dtype=bool)),
    )
    weights = neighbours.astype(float)
    for length in range(2, steps + 1):
        further = csr_array(frontier @ neighbours)
        frontier = csr_array(further > further.multiply(reachable))
        if not frontier.nnz:
            break
        reachable = reachable + frontier
        weights = weights + frontier.astype(float) / length
    sums = weights.sum(axis=1)
    shares = np.divide(1, sums, out=np.zeros_like(sums), where=sums > 0)
    return csr_array(diags_array(shares) @ weights)


def moran_index(x: Array, weights: csr_array) -> MoranIndex | None:
    """Moran's I of a variable x (n) under weights (n x n); None if x or the weights are all alike.

    I = n / S0 * sum_ij w_ij (x_i - m)(x_j - m) / sum_i (x_i - m)^2, S0 the sum of the weights.
    """
    size, total = len(x), float(weights.sum())
    centred = x - x.mean()
    squares = float((centred**2).sum())
    if size < 4 or total == 0 or squares < ROUNDING_ERROR:
        return None
    observed = size / total * float(centred @ (weights @ centred)) / squares
    if abs(observed) < ROUNDING_ERROR:
        observed = 0.0
    expected = -1 / (size - 1)
    deviation = _deviation(centred, weights, expected)
    return MoranIndex(observed, expected, deviation, _two_sided_p(observed - expected, deviation))


def _deviation(centred_values: Array, weights: csr_array, expected_index: float) -> float:
    size, total = len(centred_values), float(weights.sum())
    s1 = float(((weights + weights.T) ** 2).sum()) / 2
    s2 = float(((weights.sum(axis=1) + weights.sum(axis=0)) ** 2).sum())
    s3 = float((centred_values**4).mean() / (centred_values**2).mean() ** 2)
    s4 = (size**2 - 3 * size + 3) * s1 - size * s2 + 3 * total**2
    s5 = size * (size - 1) * s1 - 2 * size * s2 + 6 * total**2
    denominator = (size - 1) * (size - 2) * (size - 3) * total**2
    return sqrt(max((size * s4 - s3 * s5) / denominator - expected_index**2, 0))


def _two_sided_p(distance: float, deviation: float) -> float:
    return erfc(abs(distance) / deviation / sqrt(2)) if deviation else nan
