"""Thresholds: how exposed each adopter was when it adopted."""

from __future__ import annotations

import numpy as np

from diffusion.framework.exposure_weights import ExposureWeight, WeightOptions, exposure_weights
from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import count_adopters, no_ties_result, panel_result
from diffusion.networks.exposure import adopter_thresholds, exposure_matrix
from diffusion.study.errors import require
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Array, Panel, adjacency, build_panel, group_labels
from diffusion.study.result import Cell, Result
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study

COLUMNS = ("node", "period", "threshold")
GROUP_COLUMNS = ("group", "adopters", "mean", "deviation")
ALL_GROUPS = "all"


def threshold(
    study: Study,
    *,
    lag: int = 0,
    outgoing: bool = True,
    valued: bool = False,
    by: str | None = None,
    weight: ExposureWeight = ExposureWeight.CONTACTS,
    cohesion: float = 1.0,
    within: str | None = None,
) -> Result:
    """One row for each adopter; with `by`, the mean for each value of that column and for all."""
    require(lag >= 0, "lag", lag, "lag >= 0")
    options = WeightOptions(weight, cohesion, within)
    options.check()
    panel = build_panel(study, single_cascade(study))
    weights = adjacency(require_contacts(study), panel.nodes, valued=valued)
    columns = COLUMNS if by is None else GROUP_COLUMNS
    if not weights.nnz:
        return no_ties_result(panel, columns)
    has_adopted = panel.has_adopted.astype(float)
    ties = exposure_weights(study, panel.nodes, weights if outgoing else weights.T.tocsr(), options)
    threshold_values = adopter_thresholds(exposure_matrix(ties, has_adopted, lag=lag), panel)
    rows = _node_rows(panel, threshold_values)
    if by is not None:
        rows = _group_rows(group_labels(study, panel.nodes, by), threshold_values)
    summary = {"mean": _mean(threshold_values), "ties": int(weights.nnz)}
    return panel_result(study, panel, columns, rows, count_adopters(panel), summary)


def _node_rows(panel: Panel, threshold_values: Array) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (node, period_cell(time), number_cell(value))
        for node, time, value in zip(panel.nodes, panel.time, threshold_values, strict=True)
        if not np.isnan(time)
    )


def _group_rows(labels: list[str], threshold_values: Array) -> tuple[tuple[Cell, ...], ...]:
    names = np.array(labels)
    adopters = ~np.isnan(threshold_values)
    by_group = {
        group: threshold_values[adopters & (names == group)] for group in sorted(set(labels))
    }
    by_group[ALL_GROUPS] = threshold_values[adopters]
    return tuple(
        (
            group,
            len(members),
            _mean(members),
            float(members.std(ddof=1)) if len(members) > 1 else None,
        )
        for group, members in by_group.items()
    )


def _mean(threshold_values: Array) -> float | None:
    finite = threshold_values[~np.isnan(threshold_values)]
    return float(finite.mean()) if len(finite) else None


MEASURE = Measure("threshold", threshold, frozenset({"adoptions", "contacts"}))
