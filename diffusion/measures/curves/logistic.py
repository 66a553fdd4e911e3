"""The logistic curve through the share that has adopted."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import (
    count_adopters,
    open_study_warnings,
    panel_refusal,
    panel_result,
)
from diffusion.statistics.growth_curves import CurveFit, fit_curve, logistic_curve
from diffusion.study.number_format import period_cell
from diffusion.study.panel import Panel, build_panel
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import Study

MIN_PERIODS = 8
COLUMNS = ("period", "share", "fitted")


def logistic(study: Study) -> Result:
    """Observed and fitted share by period; the rate, the middle and the residual sum of squares."""
    panel = build_panel(study, single_cascade(study))
    count = len(panel.periods)
    if count < MIN_PERIODS:
        reason = sentence("too_few_periods", needed=MIN_PERIODS, found=count)
        return panel_refusal(panel, COLUMNS, count_adopters(panel), reason)
    share = panel.has_adopted.mean(axis=0)
    curve = fit_curve(logistic_curve, share, (0.5, count / 2))
    if curve is None:
        return panel_refusal(panel, COLUMNS, count_adopters(panel), sentence("no_curve"))
    early = () if curve.parameters[1] < count else (sentence("before_inflection"),)
    rows = zip(map(period_cell, panel.periods), share.tolist(), curve.fitted.tolist(), strict=True)
    summary = _summary(curve, panel, study.width)
    notes = (*open_study_warnings(study), *early)
    return panel_result(study, panel, COLUMNS, rows, count_adopters(panel), summary, notes)


def _summary(curve: CurveFit, panel: Panel, step: float) -> dict[str, Cell]:
    rate, middle = curve.parameters
    return {
        "rate": rate,
        "middle": float(panel.periods[0]) + (middle - 1) * step,
        "rate_error": curve.errors[0],
        "middle_error": curve.errors[1] * step,
        "rss": curve.rss,
        "periods": len(panel.periods),
    }


MEASURE = Measure("logistic", logistic, frozenset({"adoptions"}))
