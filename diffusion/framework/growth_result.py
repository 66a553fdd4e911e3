"""The result of a curve of growth through the share that has adopted: Bass or logistic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diffusion.framework.panel_result import (
    count_adopters,
    open_study_warnings,
    panel_refusal,
    panel_result,
)
from diffusion.statistics.growth_curves import Curve, CurveFit, fit_curve
from diffusion.study.number_format import period_cell
from diffusion.study.panel import Array, Panel, build_panel
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import Study

MIN_PERIODS = 8
COLUMNS = ("period", "share", "fitted")


@dataclass(frozen=True)
class GrowthModel:
    """A curve with the parameters that a fit starts from, the inflection of a fit, and its summary.

    The inflection is counted in periods, the first of the window being 1; nan is none. The summary
    is of a fit, its panel, and the years of a period.
    """

    curve: Curve
    first_parameters: Callable[[Array], tuple[float, ...]]
    inflection: Callable[[CurveFit], float]
    summary: Callable[[CurveFit, Panel, float], dict[str, Cell]]


def growth_result(study: Study, model: GrowthModel) -> Result:
    """The observed and the fitted share by period, or why no curve can be fitted."""
    panel = build_panel(study, single_cascade(study))
    count = len(panel.periods)
    if count < MIN_PERIODS:
        reason = sentence("too_few_periods", needed=MIN_PERIODS, found=count)
        return panel_refusal(panel, COLUMNS, count_adopters(panel), reason)
    share = panel.has_adopted.mean(axis=0)
    fit = fit_curve(model.curve, share, model.first_parameters(share))
    if fit is None:
        return panel_refusal(panel, COLUMNS, count_adopters(panel), sentence("no_curve"))
    early = () if model.inflection(fit) < count else (sentence("before_inflection"),)
    rows = zip(
        map(period_cell, panel.periods), share.tolist(), fit.fitted_shares.tolist(), strict=True
    )
    summary = model.summary(fit, panel, study.width)
    notes = (*open_study_warnings(study), *early)
    return panel_result(study, panel, COLUMNS, rows, count_adopters(panel), summary, notes)
