"""The share of bootstrap samples of cascades in which an inferred edge comes back.

The nonparametric bootstrap over cascades (Efron & Tibshirani 1993, An introduction to the
bootstrap); for networks inferred from cascades it has no theory of its own, so a share is a measure
of stability and no probability that the edge is real.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice

import numpy as np

from diffusion.inference.netinf import search_steps
from diffusion.inference.parent_columns import ParentColumns


def edge_shares(
    columns: ParentColumns,
    cutoff: float | None,
    limit: int | None,
    replicates: int,
    seed: int,
) -> Mapping[tuple[int, int], float]:
    """The share of the replicates in which NetInf infers an edge, by its parent and child.

    A replicate draws as many cascades as there are, with replacement, by counting each cascade as
    often as it was drawn: nothing is copied or sorted again. `cutoff` and `limit` end each search
    as they end the search of all cascades (see infer_edges); the parameters of the waiting times
    stay those of all cascades.
    """
    count = columns.times.count
    first = columns.first_scores()
    generator = np.random.default_rng(seed)
    shares = np.full(count, 1 / count)
    counts: Counter[tuple[int, int]] = Counter()
    for _ in range(replicates):
        weights = generator.multinomial(count, shares).astype(float)
        steps = islice(search_steps(columns, cutoff, weights, first), limit)
        counts.update((step.parent, step.child) for step in steps)
    return {edge: number / replicates for edge, number in counts.items()}
