"""NetRate: at what rate each node follows each other, from the dates of many cascades.

Gomez-Rodriguez, Balduzzi, Schölkopf (2011), Uncovering the temporal dynamics of diffusion networks,
ICML 561-568, with exponential waiting times. Unlike NetInf it gives each edge a rate, needs no
number of edges, and counts those who did not adopt while they were watched.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffusion.inference.cascade_times import SortedTimes
from diffusion.inference.parent_columns import ParentColumn, ParentColumns
from diffusion.inference.waiting_times import Array

# The search of a child's rates ends when its log-likelihood is at most this below the maximum:
# the likelihood is concave, and no better than by the adoptions times (the largest growth - 1).
GAP, MAX_ROUNDS = 1e-3, 5000


@dataclass(frozen=True, slots=True)
class EdgeRates:
    """`rates[parent, child]` (n x n) per unit of time; not `has_converged` if the search ended."""

    rates: Array
    has_converged: bool


def edge_rates(columns: ParentColumns, end: float) -> EdgeRates:
    """The likeliest rates of all pairs; `end` is the end of the watch of every cascade.

    For a child i that adopts at t_i, the log-likelihood is log(sum_j a_ji) - sum_j a_ji (t_i - t_j)
    over the earlier adopters j; for one that does not, - sum_j a_ji (end - t_j). It is concave in
    the rates a_ji of a child, so the expectation-maximisation of a mixture finds its maximum.
    """
    times = columns.times
    nodes = len(times.names)
    rates, converged = np.zeros((nodes, nodes)), True
    lost_time = _watched_in_vain(times, end)
    for child in range(nodes):
        column = columns.column(child)
        exposure = np.bincount(column.parents, column.waits, minlength=nodes) + lost_time[:, child]
        rates[:, child], child_converged = _child_rates(column, exposure)
        converged &= child_converged
    return EdgeRates(rates, converged)


def _child_rates(column: ParentColumn, exposure: Array) -> tuple[Array, bool]:
    nodes = len(exposure)
    counts = np.bincount(column.parents, minlength=nodes)
    rates = np.divide(counts, exposure, out=np.zeros(nodes), where=exposure > 0)
    if not rates.any():
        return rates, True
    _, adoption = np.unique(column.children, return_inverse=True)
    adoptions = int(adoption.max()) + 1
    rates *= adoptions / float(rates @ exposure)  # as after every round: each adoption counts once
    for _ in range(MAX_ROUNDS):
        totals = np.bincount(adoption, rates[column.parents])
        slopes = np.bincount(column.parents, 1 / totals[adoption], minlength=nodes)
        growth = np.divide(slopes, exposure, out=np.zeros(nodes), where=exposure > 0)
        if adoptions * (float(growth.max()) - 1) <= GAP:
            return rates, True
        rates = rates * growth
    return rates, False


def _watched_in_vain(times: SortedTimes, end: float) -> Array:
    """n x n: how long parents had adopted while a child did not, summed over its cascades."""
    nodes = len(times.names)
    remaining = np.maximum(0, end - times.time)
    by_cascade = np.zeros((times.count, nodes))
    np.add.at(by_cascade, (times.cascade, times.node), remaining)
    absent = np.ones((times.count, nodes))
    absent[times.cascade, times.node] = 0
    return by_cascade.T @ absent
