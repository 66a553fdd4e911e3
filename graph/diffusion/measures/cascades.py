"""What the cascades are like: how long, how many at the same time, how many edges they allow."""

from __future__ import annotations

import numpy as np

from graph.diffusion.choosing import dated, unsaid
from graph.diffusion.data import Study
from graph.diffusion.measure import Measure
from graph.diffusion.netinf import possible_edges, sorted_times
from graph.diffusion.result import Cell, Result, refused, say

COLUMNS = ("statistic", "min", "q1", "median", "mean", "q3", "max")


def cascades(study: Study) -> Result:
    """Quantiles and mean of the cascades' lengths, and of how many of their times are repeated.

    As summary() of NetworkInference; quartiles by linear interpolation.
    """
    held, undated = dated(study)
    if not held:
        return refused(COLUMNS, say("no_sharp_dates"), 0, undated, unsaid(study))
    times = sorted_times(held)
    return Result(
        columns=COLUMNS,
        rows=(
            _row("length", [len(one) for one in held.values()]),
            _row("ties", [len(one) - len(set(one.values())) for one in held.values()]),
        ),
        n=len(held),
        undated=undated,
        unknown=unsaid(study),
        summary={
            "adoptions": len(times.time),
            "nodes": len(study.nodes) if study.closed else len(times.names),
            "adopters": len(times.names),
            "possible_edges": possible_edges(times),
        },
        warnings=study.warnings,
    )


def _row(name: str, counts: list[int]) -> tuple[Cell, ...]:
    low, first, middle, third, high = np.quantile(counts, [0, 0.25, 0.5, 0.75, 1])
    quantiles = (low, first, middle, float(np.mean(counts)), third, high)
    return (name, *(float(one) for one in quantiles))


MEASURE = Measure("cascades", cascades, frozenset({"cascades"}))
