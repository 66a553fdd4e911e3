"""Opinion leaders: whether those whom many name, or who name many, adopted early or late."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import numpy as np
from scipy.sparse import csr_array

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import (
    count_adopters,
    no_ties_result,
    panel_refusal,
    panel_result,
)
from diffusion.statistics.correlations import CorrelationInterval, bootstrap_correlation
from diffusion.study.errors import require
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Array, Panel, adjacency, build_panel
from diffusion.study.result import Cell, Result, Sentence, sentence
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study

MIN_ADOPTERS, MIN_STEADY = 3, 20
COLUMNS = ("degree", "correlation", "low", "high", "bias", "std_error", "adopters")
NODE_COLUMNS = ("node", "indegree", "outdegree", "period", "share_before")
INDEGREE, OUTDEGREE = "indegree", "outdegree"


class LeaderView(StrEnum):
    """What is shown: the correlations, or every adopter with its degrees."""

    CORRELATIONS = "correlations"
    NODES = "nodes"


def opinion_leaders(
    study: Study,
    *,
    valued: bool = False,
    replicates: int = 1000,
    seed: int = 1,
    show: LeaderView = LeaderView.CORRELATIONS,
) -> Result:
    """Pearson's correlation of in- and out-degree with the period of adoption, among adopters.

    As degree_adoption_diagnostic() of netdiffuseR: in-degree is how many contacts name a node. The
    intervals of 95 % are percentiles of `replicates` bootstraps that draw adopters anew; none is
    drawn if it is 0. With `show=nodes` one row for each adopter, most named first.
    """
    require(replicates <= 100_000, "replicates", replicates, "0 <= replicates <= 100000")
    panel = build_panel(study, single_cascade(study))
    columns = COLUMNS if show is LeaderView.CORRELATIONS else NODE_COLUMNS
    weights = adjacency(require_contacts(study), panel.nodes, valued=valued)
    if not weights.nnz:
        return no_ties_result(panel, columns)
    count = count_adopters(panel)
    if count < MIN_ADOPTERS:
        reason = sentence("too_few_adopters", needed=MIN_ADOPTERS, found=count)
        return panel_refusal(panel, columns, count, reason)
    degrees = {INDEGREE: _sums(weights, 0), OUTDEGREE: _sums(weights, 1)}
    if show is LeaderView.NODES:
        return panel_result(study, panel, columns, _node_rows(panel, degrees), count, {})
    adopters = ~np.isnan(panel.time)
    intervals = {
        name: bootstrap_correlation(values[adopters], panel.time[adopters], replicates, seed)
        for name, values in degrees.items()
    }
    rows = [_row(name, interval, count) for name, interval in intervals.items()]
    summary = {"ties": int(weights.nnz), "replicates": replicates}
    notes = _notes(intervals[INDEGREE], count)
    return panel_result(study, panel, columns, rows, count, summary, notes)


def _sums(weights: csr_array, axis: int) -> Array:
    return np.asarray(weights.sum(axis=axis), dtype=float).ravel()


def _row(name: str, interval: CorrelationInterval, count: int) -> tuple[Cell, ...]:
    numbers = (interval.value, interval.low, interval.high, interval.bias, interval.std_error)
    return (name, *map(number_cell, numbers), count)


def _notes(interval: CorrelationInterval, count: int) -> Iterator[Sentence]:
    """What the correlation of in-degree means, and that few adopters make it unsteady."""
    if np.isnan(interval.value):
        yield sentence("leaders_alike")
    elif interval.high < 0:
        yield sentence("leaders_early")
    elif interval.low > 0:
        yield sentence("leaders_late")
    else:
        yield sentence("leaders_unclear")
    if count < MIN_STEADY:
        yield sentence("leaders_few", count=count, needed=MIN_STEADY)


def _node_rows(panel: Panel, degrees: dict[str, Array]) -> list[tuple[Cell, ...]]:
    adopters = np.flatnonzero(~np.isnan(panel.time))
    order = sorted(adopters, key=lambda i: (-degrees[INDEGREE][i], panel.time[i], panel.nodes[i]))
    times = panel.time[adopters]
    return [
        (
            panel.nodes[i],
            number_cell(degrees[INDEGREE][i]),
            number_cell(degrees[OUTDEGREE][i]),
            period_cell(panel.time[i]),
            float((times < panel.time[i]).mean()),
        )
        for i in order
    ]


MEASURE = Measure("opinion_leaders", opinion_leaders, frozenset({"adoptions", "contacts"}))
