"""The logistic curve through the share that has adopted."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, not_computed, report, silence
from diffusion.statistics.growth_curves import Fit, fit
from diffusion.statistics.growth_curves import logistic as logistic_curve
from diffusion.study.number_format import period
from diffusion.study.panel import Panel, panel
from diffusion.study.result import Cell, Result, say
from diffusion.study.selection import adoptions
from diffusion.study.study import Study

FEWEST = 8
COLUMNS = ("period", "share", "fitted")


def logistic(study: Study) -> Result:
    """Observed and fitted share by period; the rate, the middle and the residual sum of squares."""
    watched = panel(study, adoptions(study))
    count = len(watched.periods)
    if count < FEWEST:
        why = say("too_few_periods", needed=FEWEST, found=count)
        return not_computed(watched, COLUMNS, adopters(watched), why)
    share = watched.adopted.mean(axis=0)
    curve = fit(logistic_curve, share, (0.5, count / 2))
    if curve is None:
        return not_computed(watched, COLUMNS, adopters(watched), say("no_curve"))
    early = () if curve.parameters[1] < count else (say("before_inflection"),)
    rows = zip(map(period, watched.periods), share.tolist(), curve.fitted.tolist(), strict=True)
    summary = _summary(curve, watched, study.width)
    notes = (*silence(study), *early)
    return report(study, watched, COLUMNS, rows, adopters(watched), summary, notes)


def _summary(curve: Fit, watched: Panel, step: float) -> dict[str, Cell]:
    rate, middle = curve.parameters
    return {
        "rate": rate,
        "middle": float(watched.periods[0]) + (middle - 1) * step,
        "rate_error": curve.errors[0],
        "middle_error": curve.errors[1] * step,
        "rss": curve.rss,
        "periods": len(watched.periods),
    }


MEASURE = Measure("logistic", logistic, frozenset({"adoptions"}))
