"""The adoption curve: how many adopted in each period, in all, and of those who still could."""

from __future__ import annotations

import numpy as np

from graph.diffusion.cells import cell, period
from graph.diffusion.choosing import adoptions
from graph.diffusion.data import Study
from graph.diffusion.measure import Measure
from graph.diffusion.panel import Array, Panel, bounds, panel
from graph.diffusion.result import Result, refused, say

COLUMNS = ("period", "adopters", "cumulative", "share", "rate", "hazard", "least", "most")


def adoption_curve(study: Study) -> Result:
    """Adopters q_t - q_(t-1), cumulative q_t, share q_t / n, rate and hazard by period.

    rate = (q_t - q_(t-1)) / q_(t-1), hazard = (q_t - q_(t-1)) / (n - q_(t-1)), both from the
    second period on, as cumulative_adopt_count() and hazard_rate() of netdiffuseR. `least` and
    `most` bound the cumulative count over all adopters, whose dates may be intervals.
    """
    taken = adoptions(study)
    watched = panel(study, taken)
    if not len(watched.periods):
        return refused(COLUMNS, say("no_sharp_dates"), 0, watched.undated, watched.unsaid)
    least, most = bounds(taken, watched, study.step or 1.0)
    counts = watched.adopted.sum(axis=0)
    before = np.concatenate([[np.nan], counts[:-1]])
    new = np.where(np.isnan(before), counts, counts - before)
    rate = _over(counts - before, before)
    hazard = _over(counts - before, len(watched.nodes) - before)
    return Result(
        columns=COLUMNS,
        rows=tuple(
            (
                period(watched.periods[t]),
                int(new[t]),
                int(counts[t]),
                float(counts[t] / len(watched.nodes)),
                cell(rate[t]),
                cell(hazard[t]),
                least[t],
                most[t],
            )
            for t in range(len(watched.periods))
        ),
        n=int(counts[-1]),
        undated=watched.undated,
        unknown=watched.unsaid,
        summary=_summary(watched),
        warnings=study.warnings if study.closed else (*study.warnings, say("only_adopters")),
    )


def _summary(watched: Panel) -> dict[str, int]:
    first = int((watched.time <= watched.periods[0]).sum())
    never = int(np.isnan(watched.time).sum())
    return {"nodes": len(watched.nodes), "left_censored": first, "right_censored": never}


def _over(above: Array, below: Array) -> Array:
    nothing = np.full(len(above), np.nan)
    return np.asarray(np.divide(above, below, out=nothing, where=below > 0))


MEASURE = Measure("adoption_curve", adoption_curve, frozenset({"adoptions"}))
