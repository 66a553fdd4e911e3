"""The adoption curve: how many adopted in each period, in all, and of those who still could."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, not_computed, report, silence
from diffusion.study.number_format import cell, period
from diffusion.study.panel import Array, Panel, bounds, panel
from diffusion.study.result import Cell, Result, say
from diffusion.study.selection import adoptions
from diffusion.study.study import Study

COLUMNS = ("period", "adopters", "cumulative", "share", "rate", "hazard", "least", "most")


def adoption_curve(study: Study) -> Result:
    """Adopters q_t - q_(t-1), cumulative q_t, share q_t / n, rate and hazard by period.

    rate = (q_t - q_(t-1)) / q_(t-1), hazard = (q_t - q_(t-1)) / (n - q_(t-1)), both from the
    second period on, as cumulative_adopt_count() and hazard_rate() of netdiffuseR. `least` and
    `most` bound the cumulative count over all adopters, whose dates may be intervals.
    """
    spans = adoptions(study)
    watched = panel(study, spans)
    if not len(watched.periods):
        return not_computed(watched, COLUMNS, 0, say("no_sharp_dates"))
    rows = _rows(watched, *bounds(spans, watched, study.width))
    return report(
        study, watched, COLUMNS, rows, adopters(watched), _summary(watched), silence(study)
    )


def _rows(watched: Panel, lower_bounds: list[int], upper_bounds: list[int]) -> Iterator[tuple[Cell, ...]]:
    counts = watched.adopted.sum(axis=0)
    before = np.concatenate([[np.nan], counts[:-1]])
    rate = _over(counts - before, before)
    hazard = _over(counts - before, len(watched.nodes) - before)
    for t, count in enumerate(counts):
        new = int(count if t == 0 else count - before[t])
        share = float(count / len(watched.nodes))
        numbers = (new, int(count), share, cell(rate[t]), cell(hazard[t]), lower_bounds[t], upper_bounds[t])
        yield (period(watched.periods[t]), *numbers)


def _summary(watched: Panel) -> dict[str, int]:
    first = int((watched.time <= watched.periods[0]).sum())
    never = int(np.isnan(watched.time).sum())
    return {"nodes": len(watched.nodes), "left_censored": first, "right_censored": never}


def _over(numerators: Array, denominators: Array) -> Array:
    nothing = np.full(len(numerators), np.nan)
    return np.asarray(np.divide(numerators, denominators, out=nothing, where=denominators > 0))


MEASURE = Measure("adoption_curve", adoption_curve, frozenset({"adoptions"}))
