"""The logistic curve through the share that has adopted."""

from __future__ import annotations

import numpy as np

from graph.diffusion.cells import period
from graph.diffusion.choosing import adoptions
from graph.diffusion.data import Study
from graph.diffusion.growth import fit
from graph.diffusion.growth import logistic as logistic_curve
from graph.diffusion.measure import Measure
from graph.diffusion.panel import panel
from graph.diffusion.result import Result, refused, say

FEWEST = 8
COLUMNS = ("period", "share", "fitted")


def logistic(study: Study) -> Result:
    """Observed and fitted share by period; the rate, the middle and the residual sum of squares."""
    watched = panel(study, adoptions(study))
    adopters, count = int((~np.isnan(watched.time)).sum()), len(watched.periods)
    if count < FEWEST:
        why = say("too_few_periods", needed=FEWEST, found=count)
        return refused(COLUMNS, why, adopters, watched.undated, watched.unsaid)
    share = watched.adopted.mean(axis=0)
    found = fit(logistic_curve, share, (0.5, count / 2))
    if found is None:
        return refused(COLUMNS, say("no_curve"), adopters, watched.undated, watched.unsaid)
    rate, middle = found.parameters
    early = () if middle < count else (say("before_inflection"),)
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
            "rate": rate,
            "middle": float(watched.periods[0] + (middle - 1) * (study.step or 1.0)),
            "rate_error": found.errors[0],
            "middle_error": found.errors[1] * (study.step or 1.0),
            "rss": found.rss,
            "periods": count,
        },
        warnings=(*study.warnings, *partial, *early),
    )


MEASURE = Measure("logistic", logistic, frozenset({"adoptions"}))
