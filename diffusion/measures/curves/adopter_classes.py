"""Adopter classes by time, and by threshold where there are ties."""

from __future__ import annotations

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, not_computed, report
from diffusion.networks.adopter_classes import BY_THRESHOLD, BY_TIME, classes, crossed, cut_offs
from diffusion.networks.exposure import exposure, thresholds
from diffusion.study.number_format import cell, period
from diffusion.study.panel import Array, Panel, adjacency, panel
from diffusion.study.result import Cell, Result, say
from diffusion.study.selection import adoptions
from diffusion.study.study import Study

FEWEST = 20
COLUMNS = ("toa", *BY_THRESHOLD)
ENDS = ("low", "mean", "high")
EACH = ("node", "period", "threshold", "toa", "by_threshold")


def adopter_classes(study: Study, *, each: bool = False, counts: bool = False) -> Result:
    """Classes by time (rows) and threshold (columns), in per cent of all nodes or as counts.

    Cut-offs are mean - sd, mean, mean + sd; a value at a cut-off belongs to the class above it.
    With `each`, one row a node. Without ties nobody has a threshold, and it is said.
    """
    watched = panel(study, adoptions(study))
    if adopters(watched) < FEWEST:
        why = say("too_few_adopters", needed=FEWEST, found=adopters(watched))
        return not_computed(watched, COLUMNS, adopters(watched), why)
    threshold_values = _thresholds(study, watched)
    cuts = cut_offs(watched.time), cut_offs(threshold_values)
    by_time, by_threshold = classes(watched.time, cuts[0]), classes(threshold_values, cuts[1])
    table = crossed(by_time, by_threshold).astype(float)
    rows = _table(table if counts else 100 * table / len(watched.nodes))
    if each:
        rows = _each(watched, threshold_values, by_time, by_threshold)
    summary = {**_named("time", cuts[0]), **_named("threshold", cuts[1])}
    columns = EACH if each else COLUMNS
    notes = () if study.contacts else (say("no_thresholds"),)
    return report(study, watched, columns, rows, adopters(watched), summary, notes)


def _thresholds(study: Study, watched: Panel) -> Array:
    if not study.contacts:
        return np.full(len(watched.nodes), np.nan)
    weights = adjacency(study.contacts, watched.nodes)
    return thresholds(exposure(weights, watched.adopted.astype(float)), watched)


def _named(name: str, cuts: Array) -> dict[str, Cell]:
    return {f"{name}_{end}": cell(cut) for end, cut in zip(ENDS, cuts, strict=True)}


def _table(table: Array) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (name, *(round(float(share), 2) for share in row))
        for name, row in zip(BY_TIME, table, strict=True)
    )


def _each(
    watched: Panel, threshold_values: Array, by_time: np.ndarray, by_threshold: np.ndarray
) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (node, period(time), cell(threshold), BY_TIME[early], BY_THRESHOLD[low])
        for node, time, threshold, early, low in zip(
            watched.nodes, watched.time, threshold_values, by_time, by_threshold, strict=True
        )
    )


MEASURE = Measure("adopter_classes", adopter_classes, frozenset({"adoptions"}))
