"""The Bass curve through the share that has adopted."""

from __future__ import annotations

from math import sqrt

from diffusion.framework.growth_result import GrowthModel, growth_result
from diffusion.framework.measure import Measure
from diffusion.statistics.growth_curves import CurveFit, bass_curve, bass_peak
from diffusion.study.number_format import number_cell
from diffusion.study.panel import Array, Panel
from diffusion.study.result import Cell, Result
from diffusion.study.study import Study


def bass(study: Study) -> Result:
    """Observed and fitted share by period; p, q, their errors and the residual sum of squares.

    The first period of the window is t = 1, and q starts from 0.5, p from the first share, as
    fitbass() of netdiffuseR.
    """
    return growth_result(study, GrowthModel(bass_curve, _first_parameters, _peak, _summary))


def _first_parameters(share: Array) -> tuple[float, ...]:
    return max(float(share[0]), 1e-4), 0.5


def _peak(fit: CurveFit) -> float:
    return bass_peak(*fit.parameters)


def _summary(fit: CurveFit, panel: Panel, step: float) -> dict[str, Cell]:
    return {
        "p": fit.parameters[0],
        "q": fit.parameters[1],
        "p_error": fit.errors[0],
        "q_error": fit.errors[1],
        "rss": fit.rss,
        "residual_error": sqrt(fit.rss / (len(panel.periods) - 2)),
        "residual_df": len(panel.periods) - 2,
        "peak": number_cell(float(panel.periods[0]) + (_peak(fit) - 1) * step),
        "periods": len(panel.periods),
    }


MEASURE = Measure("bass", bass, frozenset({"adoptions"}))
