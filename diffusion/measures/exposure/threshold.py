"""Thresholds: how exposed each adopter was when it adopted."""

from __future__ import annotations

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, no_ties, report
from diffusion.networks.exposure import exposure, thresholds
from diffusion.study.errors import require
from diffusion.study.number_format import cell, period
from diffusion.study.panel import Array, Panel, adjacency, groups, panel
from diffusion.study.result import Cell, Result
from diffusion.study.selection import adoptions, contacts
from diffusion.study.study import Study

COLUMNS = ("node", "period", "threshold")
GROUPS = ("group", "adopters", "mean", "deviation")
ALL = "all"


def threshold(
    study: Study,
    *,
    lag: int = 0,
    outgoing: bool = True,
    valued: bool = False,
    by: str | None = None,
) -> Result:
    """One row for each adopter; with `by`, the mean for each value of that column and for all."""
    require(lag >= 0, "lag", lag, "lag >= 0")
    watched = panel(study, adoptions(study))
    weights = adjacency(contacts(study), watched.nodes, valued)
    columns = COLUMNS if by is None else GROUPS
    if not weights.nnz:
        return no_ties(watched, columns)
    adopted = watched.adopted.astype(float)
    threshold_values = thresholds(
        exposure(weights if outgoing else weights.T.tocsr(), adopted, lag=lag), watched
    )
    rows = _each(watched, threshold_values)
    if by is not None:
        rows = _grouped(groups(study, watched.nodes, by), threshold_values)
    summary = {"mean": _mean(threshold_values), "ties": int(weights.nnz)}
    return report(study, watched, columns, rows, adopters(watched), summary)


def _each(watched: Panel, threshold_values: Array) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (node, period(time), cell(value))
        for node, time, value in zip(watched.nodes, watched.time, threshold_values, strict=True)
        if not np.isnan(time)
    )


def _grouped(labels: list[str], threshold_values: Array) -> tuple[tuple[Cell, ...], ...]:
    names = np.array(labels)
    adopters = ~np.isnan(threshold_values)
    by_group = {group: threshold_values[adopters & (names == group)] for group in sorted(set(labels))}
    by_group[ALL] = threshold_values[adopters]
    return tuple(
        (group, len(members), _mean(members), float(members.std(ddof=1)) if len(members) > 1 else None)
        for group, members in by_group.items()
    )


def _mean(threshold_values: Array) -> float | None:
    finite = threshold_values[~np.isnan(threshold_values)]
    return float(finite.mean()) if len(finite) else None


MEASURE = Measure("threshold", threshold, frozenset({"adoptions", "contacts"}))
