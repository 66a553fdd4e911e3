"""The Bass curve through the share that has adopted."""

from __future__ import annotations

from math import sqrt

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, not_computed, report, silence
from diffusion.statistics.growth_curves import Fit, bass_peak, fit
from diffusion.statistics.growth_curves import bass as bass_curve
from diffusion.study.number_format import cell, period
from diffusion.study.panel import Panel, panel
from diffusion.study.result import Cell, Result, say
from diffusion.study.selection import adoptions
from diffusion.study.study import Study

FEWEST = 8
COLUMNS = ("period", "share", "fitted")


def bass(study: Study) -> Result:
    """Observed and fitted share by period; p, q, their errors and the residual sum of squares.

    The first period of the window is t = 1, and q starts from 0.5, p from the first share, as
    fitbass() of netdiffuseR.
    """
    watched = panel(study, adoptions(study))
    count = len(watched.periods)
    if count < FEWEST:
        why = say("too_few_periods", needed=FEWEST, found=count)
        return not_computed(watched, COLUMNS, adopters(watched), why)
    share = watched.adopted.mean(axis=0)
    curve = fit(bass_curve, share, (max(float(share[0]), 1e-4), 0.5))
    if curve is None:
        return not_computed(watched, COLUMNS, adopters(watched), say("no_curve"))
    peak = bass_peak(*curve.parameters)
    early = () if peak < count else (say("before_inflection"),)
    rows = zip(map(period, watched.periods), share.tolist(), curve.fitted.tolist(), strict=True)
    summary = _summary(curve, watched, peak, study.width)
    notes = (*silence(study), *early)
    return report(study, watched, COLUMNS, rows, adopters(watched), summary, notes)


def _summary(curve: Fit, watched: Panel, peak: float, step: float) -> dict[str, Cell]:
    return {
        "p": curve.parameters[0],
        "q": curve.parameters[1],
        "p_error": curve.errors[0],
        "q_error": curve.errors[1],
        "rss": curve.rss,
        "residual_error": sqrt(curve.rss / (len(watched.periods) - 2)),
        "residual_df": len(watched.periods) - 2,
        "peak": cell(float(watched.periods[0]) + (peak - 1) * step),
        "periods": len(watched.periods),
    }


MEASURE = Measure("bass", bass, frozenset({"adoptions"}))
