"""The logistic curve through the share that has adopted."""

from __future__ import annotations

from diffusion.framework.growth_result import GrowthModel, growth_result
from diffusion.framework.measure import Measure
from diffusion.statistics.growth_curves import CurveFit, logistic_curve
from diffusion.study.panel import Array, Panel
from diffusion.study.result import Cell, Result
from diffusion.study.study import Study


def logistic(study: Study) -> Result:
    """Observed and fitted share by period; the rate, the middle and the residual sum of squares."""
    return growth_result(study, GrowthModel(logistic_curve, _first_parameters, _middle, _summary))


def _first_parameters(share: Array) -> tuple[float, ...]:
    return 0.5, len(share) / 2


def _middle(fit: CurveFit) -> float:
    return fit.parameters[1]


def _summary(fit: CurveFit, panel: Panel, step: float) -> dict[str, Cell]:
    rate, middle = fit.parameters
    return {
        "rate": rate,
        "middle": float(panel.periods[0]) + (middle - 1) * step,
        "rate_error": fit.errors[0],
        "middle_error": fit.errors[1] * step,
        "rss": fit.rss,
        "periods": len(panel.periods),
    }


MEASURE = Measure("logistic", logistic, frozenset({"adoptions"}))
