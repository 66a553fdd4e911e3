"""The Bass curve through the share that has adopted."""

from __future__ import annotations

import numpy as np

from graph.diffusion.cells import cell, period
from graph.diffusion.choosing import adoptions
from graph.diffusion.data import Study
from graph.diffusion.growth import bass as bass_curve
from graph.diffusion.growth import bass_peak, fit
from graph.diffusion.measure import Measure
from graph.diffusion.panel import panel
from graph.diffusion.result import Result, refused, say

FEWEST = 8
COLUMNS = ("period", "share", "fitted")


def bass(study: Study) -> Result:
    """Observed and fitted share by period; p, q, their errors and the residual sum of squares.

    The first period of the window is t = 1, and q starts from 0.5, p from the first share, as
    fitbass() of netdiffuseR.
    """
    watched = panel(study, adoptions(study))
    adopters, count = int((~np.isnan(watched.time)).sum()), len(watched.periods)
    if count < FEWEST:
        why = say("too_few_periods", needed=FEWEST, found=count)
        return refused(COLUMNS, why, adopters, watched.undated, watched.unsaid)
    share = watched.adopted.mean(axis=0)
    found = fit(bass_curve, share, (max(float(share[0]), 1e-4), 0.5))
    if found is None:
        return refused(COLUMNS, say("no_curve"), adopters, watched.undated, watched.unsaid)
    p, q = found.parameters
    peak = bass_peak(p, q)
    early = () if peak < count else (say("before_inflection"),)
    partial = () if study.closed else (say("only_adopters"),)
    return Result(
        columns=COLUMNS,
        rows=tuple(
            (period(when), float(share[t]), float(found.fitted[t]))
            for t, when in enumerate(watched.periods)
        ),
        n=adopters,
        undated=watched.undated,
        unknown=watched.unsaid,
        summary={
            "p": p,
            "q": q,
            "p_error": found.errors[0],
            "q_error": found.errors[1],
            "rss": found.rss,
            "peak": cell(peak and watched.periods[0] + (peak - 1) * (study.step or 1.0)),
            "periods": count,
        },
        warnings=(*study.warnings, *partial, *early),
    )


MEASURE = Measure("bass", bass, frozenset({"adoptions"}))
