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
    found = thresholds(
        exposure(weights if outgoing else weights.T.tocsr(), adopted, lag=lag), watched
    )
    rows = _each(watched, found)
    if by is not None:
        rows = _grouped(groups(study, watched.nodes, by), found)
    summary = {"mean": _mean(found), "ties": int(weights.nnz)}
    return report(study, watched, columns, rows, adopters(watched), summary)


def _each(watched: Panel, found: Array) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (node, period(time), cell(one))
        for node, time, one in zip(watched.nodes, watched.time, found, strict=True)
        if not np.isnan(time)
    )


def _grouped(labels: list[str], found: Array) -> tuple[tuple[Cell, ...], ...]:
    names = np.array(labels)
    adopters = ~np.isnan(found)
    held = {group: found[adopters & (names == group)] for group in sorted(set(labels))}
    held[ALL] = found[adopters]
    return tuple(
        (group, len(ones), _mean(ones), float(ones.std(ddof=1)) if len(ones) > 1 else None)
        for group, ones in held.items()
    )


def _mean(found: Array) -> float | None:
    held = found[~np.isnan(found)]
    return float(held.mean()) if len(held) else None


MEASURE = Measure("threshold", threshold, frozenset({"adoptions", "contacts"}))
