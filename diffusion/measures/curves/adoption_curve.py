"""The adoption curve: how many adopted in each period, in total, and as a share of those left."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import (
    count_adopters,
    open_study_warnings,
    panel_refusal,
    panel_result,
)
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Array, Panel, build_panel, cumulative_bounds
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import Study

COLUMNS = ("period", "adopters", "cumulative", "share", "rate", "hazard", "least", "most")


def adoption_curve(study: Study) -> Result:
    """Adopters q_t - q_(t-1), cumulative q_t, share q_t / n, rate and hazard by period.

    rate = (q_t - q_(t-1)) / q_(t-1), hazard = (q_t - q_(t-1)) / (n - q_(t-1)), both from the
    second period on, as cumulative_adopt_count() and hazard_rate() of netdiffuseR. `least` and
    `most` bound the cumulative count over all adopters, whose dates may be intervals.
    """
    spans = single_cascade(study)
    panel = build_panel(study, spans)
    if not len(panel.periods):
        return panel_refusal(panel, COLUMNS, 0, sentence("no_sharp_dates"))
    rows = _rows(panel, *cumulative_bounds(spans, panel, study.width))
    return panel_result(
        study,
        panel,
        COLUMNS,
        rows,
        count_adopters(panel),
        _summary(panel),
        open_study_warnings(study),
    )


def _rows(
    panel: Panel, lower_bounds: list[int], upper_bounds: list[int]
) -> Iterator[tuple[Cell, ...]]:
    counts = panel.has_adopted.sum(axis=0)
    before = np.concatenate([[np.nan], counts[:-1]])
    rate = _ratio(counts - before, before)
    hazard = _ratio(counts - before, len(panel.nodes) - before)
    for t, count in enumerate(counts):
        new = int(count if t == 0 else count - before[t])
        share = float(count / len(panel.nodes))
        numbers = (
            new,
            int(count),
            share,
            number_cell(rate[t]),
            number_cell(hazard[t]),
            lower_bounds[t],
            upper_bounds[t],
        )
        yield (period_cell(panel.periods[t]), *numbers)


def _summary(panel: Panel) -> dict[str, int]:
    first = int((panel.time <= panel.periods[0]).sum())
    never_count = int(np.isnan(panel.time).sum())
    return {"nodes": len(panel.nodes), "left_censored": first, "right_censored": never_count}


def _ratio(numerators: Array, denominators: Array) -> Array:
    unknown = np.full(len(numerators), np.nan)
    return np.asarray(np.divide(numerators, denominators, out=unknown, where=denominators > 0))


MEASURE = Measure("adoption_curve", adoption_curve, frozenset({"adoptions"}))
