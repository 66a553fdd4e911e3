"""Adopter classes by time, and by threshold where there are ties."""

from __future__ import annotations

import numpy as np

from graph.diffusion.cells import cell, period
from graph.diffusion.choosing import adoptions
from graph.diffusion.classes import BY_THRESHOLD, BY_TIME, classes, crossed, cut_offs
from graph.diffusion.data import Study
from graph.diffusion.exposure import exposure, thresholds
from graph.diffusion.measure import Measure
from graph.diffusion.panel import Array, Panel, adjacency, panel
from graph.diffusion.result import Cell, Result, refused, say

FEWEST = 20
COLUMNS = ("toa", *BY_THRESHOLD)
ENDS = ("low", "mean", "high")
EACH = ("node", "period", "threshold", "toa", "by_threshold")


def adopter_classes(study: Study, *, each: bool = False, counts: bool = False) -> Result:
    """Classes by time (rows) and threshold (columns), in per cent of all nodes or as counts.

    Cut-offs are mean - sd, mean, mean + sd; a value at a cut-off belongs to the class above it.
    With `each`, one row a node. Without ties every adopter's threshold is 0.
    """
    watched = panel(study, adoptions(study))
    adopters = int((~np.isnan(watched.time)).sum())
    if adopters < FEWEST:
        why = say("too_few_adopters", needed=FEWEST, found=adopters)
        return refused(COLUMNS, why, adopters, watched.undated, watched.unsaid)
    weights = adjacency(study.contacts, watched.nodes)
    found = thresholds(exposure(weights, watched.adopted.astype(float)), watched)
    time_cuts, threshold_cuts = cut_offs(watched.time), cut_offs(found)
    by_time, by_threshold = classes(watched.time, time_cuts), classes(found, threshold_cuts)
    table = crossed(by_time, by_threshold).astype(float)
    whole = 1.0 if counts else len(watched.nodes) / 100
    return Result(
        columns=EACH if each else COLUMNS,
        rows=_each(watched, found, by_time, by_threshold) if each else _table(table / whole),
        n=adopters,
        undated=watched.undated,
        unknown=watched.unsaid,
        summary={
            **_named("time", time_cuts),
            **_named("threshold", threshold_cuts),
        },
        warnings=study.warnings,
    )


def _named(name: str, cuts: Array) -> dict[str, Cell]:
    return {f"{name}_{end}": float(cut) for end, cut in zip(ENDS, cuts, strict=True)}


def _table(table: Array) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (name, *(round(float(one), 2) for one in row))
        for name, row in zip(BY_TIME, table, strict=True)
    )


def _each(
    watched: Panel, found: Array, by_time: np.ndarray, by_threshold: np.ndarray
) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (node, period(time), cell(one), BY_TIME[early], BY_THRESHOLD[low])
        for node, time, one, early, low in zip(
            watched.nodes, watched.time, found, by_time, by_threshold, strict=True
        )
    )


MEASURE = Measure("adopter_classes", adopter_classes, frozenset({"adoptions"}))
