"""The measure NetInf: the network that cascades imply, beside the ties that are stated."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.netinf_options import FirstExplanation, NetInfOptions, cascades_refusal
from diffusion.inference.cascade_times import SortedTimes, possible_edges, sorted_times
from diffusion.inference.netinf import InferredEdge, inferred_edges
from diffusion.inference.waiting_times import WaitingTimeModel
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import count_nodes_without_adoption, dated_cascades
from diffusion.study.study import Study

DETAIL_COLUMNS = ("volume", "median_wait", "mean_wait")
COLUMNS = ("rank", "source", "target", "gain", "p")


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
    """The network that the cascades of a study imply; see diffusion/inference/netinf.py.

    For the options see NetInfOptions. `details` adds how many cascades an edge explains better, and
    the mean and median wait in them: of an even number the upper of the middle two, as in the
    original program.
    """
    options = NetInfOptions(model, rate, sigma, epsilon, p, edges, start)
    options.check()
    if (refusal := cascades_refusal(study, COLUMNS)) is not None:
        return refusal
    cascades, undated = dated_cascades(study)
    times = sorted_times(cascades)
    parameters = options.parameters(times)
    network = inferred_edges(times, options.scoring(parameters), options.cutoff, edges)
    return Result(
        columns=(*COLUMNS, *DETAIL_COLUMNS) if details else COLUMNS,
        rows=tuple(_row(rank, edge, details=details) for rank, edge in enumerate(network, 1)),
        n=len(cascades),
        undated=undated,
        unknown=count_nodes_without_adoption(study),
        summary=_summary(study, times, network, parameters),
        warnings=(*study.warnings, sentence("inferred_not_stated")),
    )


def _row(rank: int, edge: InferredEdge, *, details: bool) -> tuple[Cell, ...]:
    row = (rank, edge.source, edge.target, edge.gain, edge.p)
    if not details:
        return row
    return (
        *row,
        len(edge.waits),
        sorted(edge.waits)[len(edge.waits) // 2],
        float(np.mean(edge.waits)),
    )


def _summary(
    study: Study,
    times: SortedTimes,
    inferred_edges: Sequence[InferredEdge],
    parameters: tuple[float, ...],
) -> dict[str, Cell]:
    counts = {"adoptions": len(times.time), "nodes": len(times.names), "edges": len(inferred_edges)}
    counts["possible_edges"] = possible_edges(times)
    numbers: dict[str, Cell] = counts | dict(zip(("rate", "sigma"), parameters, strict=False))
    stated_pairs = {(tie.teacher, tie.learner) for tie in study.ties if tie.teacher != tie.learner}
    inferred_pairs = {(edge.source, edge.target) for edge in inferred_edges}
    common_pairs = len(stated_pairs & inferred_pairs)
    if stated_pairs:
        numbers |= {
            "stated": len(stated_pairs),
            "in_both": common_pairs,
            "recall": common_pairs / len(stated_pairs),
        }
        numbers["precision"] = common_pairs / len(inferred_pairs) if inferred_pairs else None
    return numbers


MEASURE = Measure("netinf", netinf, frozenset({"cascades"}))
