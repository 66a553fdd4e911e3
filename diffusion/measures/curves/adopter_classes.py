"""Adopter classes by time, and by threshold where there are ties."""

from __future__ import annotations

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import count_adopters, panel_refusal, panel_result
from diffusion.networks.adopter_classes import (
    BY_THRESHOLD,
    BY_TIME,
    classify,
    cross_table,
    cut_offs,
)
from diffusion.networks.exposure import adopter_thresholds, exposure_matrix
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Array, Panel, adjacency, build_panel
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import Study

MIN_ADOPTERS = 20
COLUMNS = ("toa", *BY_THRESHOLD)
CUT_NAMES = ("low", "mean", "high")
NODE_COLUMNS = ("node", "period", "threshold", "toa", "by_threshold")


def adopter_classes(study: Study, *, each: bool = False, counts: bool = False) -> Result:
    """Classes by time (rows) and threshold (columns), in per cent of all nodes or as counts.

    Cut-offs are mean - sd, mean, mean + sd; a value at a cut-off belongs to the class above it.
    With `each`, one row for each node. Without ties no node has a threshold; the result says so.
    """
    panel = build_panel(study, single_cascade(study))
    if count_adopters(panel) < MIN_ADOPTERS:
        reason = sentence("too_few_adopters", needed=MIN_ADOPTERS, found=count_adopters(panel))
        return panel_refusal(panel, COLUMNS, count_adopters(panel), reason)
    threshold_values = _thresholds(study, panel)
    cuts = cut_offs(panel.time), cut_offs(threshold_values)
    by_time, by_threshold = classify(panel.time, cuts[0]), classify(threshold_values, cuts[1])
    table = cross_table(by_time, by_threshold).astype(float)
    rows = _class_rows(table if counts else 100 * table / len(panel.nodes))
    if each:
        rows = _node_rows(panel, threshold_values, by_time, by_threshold)
    summary = {**_cut_cells("time", cuts[0]), **_cut_cells("threshold", cuts[1])}
    columns = NODE_COLUMNS if each else COLUMNS
    notes = () if study.contacts else (sentence("no_thresholds"),)
    return panel_result(study, panel, columns, rows, count_adopters(panel), summary, notes)


def _thresholds(study: Study, panel: Panel) -> Array:
    if not study.contacts:
        return np.full(len(panel.nodes), np.nan)
    weights = adjacency(study.contacts, panel.nodes)
    return adopter_thresholds(exposure_matrix(weights, panel.has_adopted.astype(float)), panel)


def _cut_cells(name: str, cuts: Array) -> dict[str, Cell]:
    return {f"{name}_{end}": number_cell(cut) for end, cut in zip(CUT_NAMES, cuts, strict=True)}


def _class_rows(table: Array) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (name, *(round(float(share), 2) for share in row))
        for name, row in zip(BY_TIME, table, strict=True)
    )


def _node_rows(
    panel: Panel, threshold_values: Array, by_time: np.ndarray, by_threshold: np.ndarray
) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (node, period_cell(time), number_cell(threshold), BY_TIME[early], BY_THRESHOLD[low])
        for node, time, threshold, early, low in zip(
            panel.nodes, panel.time, threshold_values, by_time, by_threshold, strict=True
        )
    )


MEASURE = Measure("adopter_classes", adopter_classes, frozenset({"adoptions"}))
