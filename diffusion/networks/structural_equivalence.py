"""Structural equivalence: which nodes have the same position in the network, tied or not.

Burt (1987), American Journal of Sociology 92, 1287-1335, doi:10.1086/228667; definitions as in
struct_equiv() of netdiffuseR (Vega Yon, Valente).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path
from scipy.spatial.distance import cdist

from diffusion.study.panel import Array


def geodesics(ties: csr_array, steps: int) -> Array:
    """n x n lengths of the shortest directed paths; 0 where there is none of at most `steps`."""
    lengths = shortest_path(ties, directed=True, unweighted=True)
    lengths[lengths > steps] = 0
    return np.asarray(lengths, dtype=float)


def equivalence_distances(ties: csr_array, steps: int = 6) -> Array:
    """n x n Euclidean distances d between the places of i and j in the network.

    With z the geodesics over their largest, d_ij^2 = (z_ij - z_ji)^2 + the sum over k other than i
    and j of (z_ik - z_jk)^2 + (z_ki - z_kj)^2.
    """
    z = geodesics(ties, steps)
    z = z / (z.max() or 1)
    between = z**2 + z.T**2
    squares = cdist(z, z, "sqeuclidean") + cdist(z.T, z.T, "sqeuclidean")
    squares += (z - z.T) ** 2 - 2 * between  # the terms of k = i and k = j do not belong to it
    np.fill_diagonal(squares, 0)
    return np.asarray(np.sqrt(np.maximum(squares, 0)))


def structural_equivalence(ties: csr_array, cohesion: float = 1.0, steps: int = 6) -> Array:
    """n x n weights SE_ij = (dmax_i - d_ij)^v / sum_k (dmax_i - d_ik)^v, k other than i.

    dmax_i is the largest distance of i; v is the cohesion: the higher, the more the nearest count.
    A row sums to 1, or to 0 if all others are equally far. The diagonal is 0.
    """
    distances = equivalence_distances(ties, steps)
    if not len(distances):
        return distances
    closeness = (distances.max(axis=1, keepdims=True) - distances) ** cohesion
    closeness[closeness < 0] = 0
    np.fill_diagonal(closeness, 0)
    totals = closeness.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(closeness, totals, out=np.zeros_like(closeness), where=totals > 0))


def equivalence_within(
    ties: csr_array, groups: Sequence[str], cohesion: float = 1.0, steps: int = 6
) -> Array:
    """n x n structural equivalence, computed inside each group (n labels); 0 between groups."""
    labels = np.array(groups)
    weights = np.zeros(ties.shape)
    for label in sorted(set(groups)):
        members = np.flatnonzero(labels == label)
        inside = csr_array(ties[members][:, members])
        weights[np.ix_(members, members)] = structural_equivalence(inside, cohesion, steps)
    return weights


def inverse_weights(weights: Array) -> Array:
    """1 over each weight that is not 0, as exposure(alt.graph = "se") of netdiffuseR."""
    return np.asarray(np.divide(1, weights, out=np.zeros_like(weights), where=weights > 0))
