"""The measure NetInf: the network that cascades imply, beside the ties that are stated."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import isfinite

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.statistics.netinf import (
    InferredEdge,
    Scoring,
    SortedTimes,
    inferred_edges,
    possible_edges,
    sorted_times,
)
from diffusion.statistics.waiting_times import (
    Array,
    WaitingTimeModel,
    estimate_parameters,
    log_density,
)
from diffusion.study.errors import require
from diffusion.study.result import Cell, Result, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, dated_cascades
from diffusion.study.study import Study

# The fewest that simulations need (see the texts).
MIN_CASCADES = 10
DETAIL_COLUMNS = ("volume", "median_wait", "mean_wait")
COLUMNS = ("rank", "source", "target", "gain", "p")
# An epsilon below this is not a share of edges but the original program's chance from outside.
MAX_OUTSIDE_EPSILON = 1e-32


class FirstExplanation(StrEnum):
    """What explains an adoption as long as no edge does; see diffusion/statistics/netinf.py."""

    AUTO = "auto"
    PARENT = "parent"
    OUTSIDE = "outside"


def netinf(
    study: Study,
    *,
    model: WaitingTimeModel = WaitingTimeModel.EXPONENTIAL,
    rate: float | None = None,
    sigma: float | None = None,
    epsilon: float = 1e-10,
    p: float | None = None,
    edges: int | None = None,
    start: FirstExplanation = FirstExplanation.AUTO,
    details: bool = False,
) -> Result:
    """The network that the cascades of a study imply; see diffusion/statistics/netinf.py.

    `rate` is the exponential's rate, Rayleigh's scale, or the mean of the logarithm in a
    log-normal; `sigma` is that logarithm's deviation. Both are estimated if absent. The search
    stops at p = 0.05 unless `p` or `edges` is set; `edges` alone gives that many edges.
    `details` adds how many cascades an edge explains better, and the mean and median wait in
    them: of an even number the upper of the middle two, as in the original program.
    """
    _check_options(model, sigma, epsilon, p, edges)
    cascades, undated = dated_cascades(study)
    unreported = count_nodes_without_adoption(study)
    telling = sum(len(set(times.values())) > 1 for times in cascades.values())
    if telling < MIN_CASCADES:
        why = sentence("too_few_cascades", needed=MIN_CASCADES, found=telling)
        return refusal_result(COLUMNS, why, len(cascades), undated, unreported)
    times = sorted_times(cascades)
    parameters = _parameters(times, model, rate, sigma)
    scoring = Scoring(log_density(model, parameters), epsilon, _starts_outside(start, epsilon))
    network = inferred_edges(times, scoring, 0.05 if p is None and edges is None else p, edges)
    return Result(
        columns=(*COLUMNS, *DETAIL_COLUMNS) if details else COLUMNS,
        rows=tuple(_row(rank, edge, details) for rank, edge in enumerate(network, 1)),
        n=len(cascades),
        undated=undated,
        unknown=unreported,
        summary=_summary(study, times, network, parameters),
        warnings=(*study.warnings, sentence("inferred_not_stated")),
    )


def _check_options(
    model: WaitingTimeModel,
    sigma: float | None,
    epsilon: float,
    p: float | None,
    edges: int | None,
) -> None:
    takes_sigma = model is WaitingTimeModel.LOGNORMAL
    require(sigma is None or takes_sigma, "sigma", sigma, "--model lognormal")
    require(0 < epsilon < 1, "epsilon", epsilon, "0 < epsilon < 1")
    require(p is None or 0 < p <= 1, "p", p, "0 < p <= 1")
    require(edges is None or edges >= 1, "edges", edges, "edges >= 1")


def _starts_outside(start: FirstExplanation, epsilon: float) -> bool:
    return start is FirstExplanation.OUTSIDE or (
        start is FirstExplanation.AUTO and epsilon <= MAX_OUTSIDE_EPSILON
    )


def _row(rank: int, edge: InferredEdge, details: bool) -> tuple[Cell, ...]:
    row = (rank, edge.source, edge.target, edge.gain, edge.p)
    if not details:
        return row
    return (
        *row,
        len(edge.waits),
        sorted(edge.waits)[len(edge.waits) // 2],
        float(np.mean(edge.waits)),
    )


def waiting_times(times: SortedTimes) -> tuple[Array, Array]:
    """From a cascade's first adoption to each later one, and from each to the next."""
    later = times.start < np.arange(len(times.time))
    since_first = (times.time - times.time[times.start])[later]
    gaps = np.diff(times.time, prepend=np.nan)[later]
    return since_first, gaps


def _parameters(
    times: SortedTimes, model: WaitingTimeModel, rate: float | None, sigma: float | None
) -> tuple[float, ...]:
    typed = (rate, sigma) if model is WaitingTimeModel.LOGNORMAL else (rate,)
    defaults = estimate_parameters(model, *waiting_times(times)) if None in typed else (0.0, 0.0)
    chosen = tuple(f if g is None else g for g, f in zip(typed, defaults, strict=False))
    option = "sigma" if model is WaitingTimeModel.LOGNORMAL else "rate"
    require(chosen[-1] > 0 and all(map(isfinite, chosen)), option, chosen[-1], f"{option} > 0")
    return chosen


def _summary(
    study: Study,
    times: SortedTimes,
    inferred_edges: Sequence[InferredEdge],
    parameters: tuple[float, ...],
) -> dict[str, Cell]:
    counts = {"adoptions": len(times.time), "nodes": len(times.names), "edges": len(inferred_edges)}
    counts["possible_edges"] = possible_edges(times)
    numbers: dict[str, Cell] = counts | dict(zip(("rate", "sigma"), parameters, strict=False))
    stated = {(tie.teacher, tie.learner) for tie in study.ties if tie.teacher != tie.learner}
    inferred = {(edge.source, edge.target) for edge in inferred_edges}
    both = len(stated & inferred)
    if stated:
        numbers |= {"stated": len(stated), "in_both": both, "recall": both / len(stated)}
        numbers["precision"] = both / len(inferred) if inferred else None
    return numbers


MEASURE = Measure("netinf", netinf, frozenset({"cascades"}))
