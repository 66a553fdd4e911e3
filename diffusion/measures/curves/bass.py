"""The Bass curve through the share that has adopted."""

from __future__ import annotations

from math import sqrt

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import (
    count_adopters,
    open_study_warnings,
    panel_refusal,
    panel_result,
)
from diffusion.statistics.growth_curves import CurveFit, bass_curve, bass_peak, fit_curve
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Panel, build_panel
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import Study

MIN_PERIODS = 8
COLUMNS = ("period", "share", "fitted")


def bass(study: Study) -> Result:
    """Observed and fitted share by period; p, q, their errors and the residual sum of squares.

    The first period of the window is t = 1, and q starts from 0.5, p from the first share, as
    fitbass() of netdiffuseR.
    """
    panel = build_panel(study, single_cascade(study))
    count = len(panel.periods)
    if count < MIN_PERIODS:
        reason = sentence("too_few_periods", needed=MIN_PERIODS, found=count)
        return panel_refusal(panel, COLUMNS, count_adopters(panel), reason)
    share = panel.has_adopted.mean(axis=0)
    curve = fit_curve(bass_curve, share, (max(float(share[0]), 1e-4), 0.5))
    if curve is None:
        return panel_refusal(panel, COLUMNS, count_adopters(panel), sentence("no_curve"))
    peak = bass_peak(*curve.parameters)
    early = () if peak < count else (sentence("before_inflection"),)
    rows = zip(map(period_cell, panel.periods), share.tolist(), curve.fitted.tolist(), strict=True)
    summary = _summary(curve, panel, peak, study.width)
    notes = (*open_study_warnings(study), *early)
    return panel_result(study, panel, COLUMNS, rows, count_adopters(panel), summary, notes)


def _summary(curve: CurveFit, panel: Panel, peak: float, step: float) -> dict[str, Cell]:
    return {
        "p": curve.parameters[0],
        "q": curve.parameters[1],
        "p_error": curve.errors[0],
        "q_error": curve.errors[1],
        "rss": curve.rss,
        "residual_error": sqrt(curve.rss / (len(panel.periods) - 2)),
        "residual_df": len(panel.periods) - 2,
        "peak": number_cell(float(panel.periods[0]) + (peak - 1) * step),
        "periods": len(panel.periods),
    }


MEASURE = Measure("bass", bass, frozenset({"adoptions"}))
