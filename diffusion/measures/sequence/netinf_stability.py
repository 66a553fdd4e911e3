"""Repeated draws of the inferred network: how often each edge comes back, with NetRate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.netinf_options import FirstExplanation, NetInfOptions, cascades_refusal
from diffusion.inference.cascade_times import SortedTimes, sorted_times
from diffusion.inference.netinf import SearchStep, search_steps
from diffusion.inference.netrate import EdgeRates, edge_rates
from diffusion.inference.parent_columns import ParentColumns
from diffusion.inference.stability import edge_shares
from diffusion.inference.waiting_times import Array, WaitingTimeModel
from diffusion.study.errors import require
from diffusion.study.result import Cell, Result, Sentence, sentence
from diffusion.study.selection import count_nodes_without_adoption, dated_cascades
from diffusion.study.study import Study

COLUMNS = ("source", "target", "share", "gain", "p", "rate", "rate_rank")
# An edge that comes back in fewer of the replicates than this is called unsteady.
STEADY = 0.8
MAX_REPLICATES = 10_000
Edge = tuple[int, int]


def netinf_stability(
    study: Study,
    *,
    model: WaitingTimeModel = WaitingTimeModel.EXPONENTIAL,
    rate: float | None = None,
    sigma: float | None = None,
    epsilon: float = 1e-10,
    p: float | None = None,
    edges: int | None = None,
    start: FirstExplanation = FirstExplanation.AUTO,
    replicates: int = 200,
    seed: int = 1,
) -> Result:
    """One row for each edge that NetInf infers from all cascades, the steadiest first.

    `share` is in how many of the `replicates` the edge comes back when the cascades are drawn anew
    with replacement. `rate` is NetRate's rate of the same pair, `rate_rank` its rank among all
    pairs with a rate. For the other options see NetInfOptions.
    """
    options = NetInfOptions(model, rate, sigma, epsilon, p, edges, start)
    options.check()
    right = f"1 <= replicates <= {MAX_REPLICATES}"
    require(1 <= replicates <= MAX_REPLICATES, "replicates", replicates, right)
    if (refusal := cascades_refusal(study, COLUMNS)) is not None:
        return refusal
    cascades, undated = dated_cascades(study)
    return _result(study, options, sorted_times(cascades), undated, (replicates, seed))


def _result(
    study: Study,
    options: NetInfOptions,
    times: SortedTimes,
    undated: int,
    draws: tuple[int, int],
) -> Result:
    """The result of enough cascades; `draws` are the replicates and their seed."""
    columns = ParentColumns(times, options.scoring(options.parameters(times)))
    steps = list(islice(search_steps(columns, options.cutoff), options.edges))
    shares = edge_shares(columns, options.cutoff, options.edges, *draws)
    end = _end_of_watch(study, times)
    rates = edge_rates(columns, end)
    rows = tuple(_rows(times, steps, shares, rates.rates))
    return Result(
        COLUMNS,
        rows,
        times.count,
        undated,
        count_nodes_without_adoption(study),
        _summary(times, steps, shares, rates, end) | {"replicates": draws[0]},
        (*study.warnings, *_notes(rows, rates)),
    )


def _end_of_watch(study: Study, times: SortedTimes) -> float:
    """The end of the study's window; the last adoption if it has none."""
    last = study.window[1]
    return float(times.time.max()) if last is None else last


def _rows(
    times: SortedTimes, steps: list[SearchStep], shares: Mapping[Edge, float], rates: Array
) -> Iterator[tuple[Cell, ...]]:
    ranks = {edge: rank for rank, edge in enumerate(_by_rate(rates), 1)}
    order = sorted(steps, key=lambda step: (-shares.get((step.parent, step.child), 0), -step.gain))
    for step in order:
        edge = (step.parent, step.child)
        yield (
            times.names[step.parent],
            times.names[step.child],
            shares.get(edge, 0.0),
            step.gain,
            step.p,
            float(rates[edge]),
            ranks.get(edge),
        )


def _by_rate(rates: Array) -> list[Edge]:
    """The pairs with a rate, the highest first; a rate a millionth of it is none."""
    pairs = np.argwhere(rates > 1e-6 * max(float(rates.max(initial=0)), 0.0))
    return sorted(((int(i), int(j)) for i, j in pairs), key=lambda edge: (-rates[edge], edge))


def _summary(
    times: SortedTimes,
    steps: list[SearchStep],
    shares: Mapping[Edge, float],
    rates: EdgeRates,
    end: float,
) -> dict[str, Cell]:
    edges = [(step.parent, step.child) for step in steps]
    steady = sum(shares.get(edge, 0) >= STEADY for edge in edges)
    top = set(_by_rate(rates.rates)[: len(edges)])
    return {
        "nodes": len(times.names),
        "adoptions": len(times.time),
        "same_time": _with_equal_time(times),
        "censored": times.count * len(times.names) - len(times.time),
        "end": end,
        "edges": len(edges),
        "steady": steady,
        "others": sum(share >= STEADY for edge, share in shares.items() if edge not in set(edges)),
        "in_both": len(top & set(edges)),
        "rank_correlation": _agreement(steps, rates.rates),
    }


def _with_equal_time(times: SortedTimes) -> int:
    """How many adoptions share their time with another of the same cascade: neither is a parent."""
    pairs = np.stack([times.cascade.astype(float), times.time])
    _, place, counts = np.unique(pairs, axis=1, return_inverse=True, return_counts=True)
    return int((counts[place.ravel()] > 1).sum())


def _agreement(steps: list[SearchStep], rates: Array) -> float | None:
    """Spearman's correlation of the gains with NetRate's rates of the same pairs."""
    from scipy.stats import spearmanr

    gains = [step.gain for step in steps]
    own_rates = [float(rates[step.parent, step.child]) for step in steps]
    if len(set(gains)) < 2 or len(set(own_rates)) < 2:
        return None
    return float(spearmanr(gains, own_rates).statistic)


def _notes(rows: tuple[tuple[Cell, ...], ...], rates: EdgeRates) -> Iterator[Sentence]:
    yield sentence("inferred_not_stated")
    place = COLUMNS.index("share")
    unsteady = sum(float(row[place] or 0) < STEADY for row in rows)
    if unsteady:
        yield sentence("edges_unsteady", count=unsteady, all=len(rows), percent=round(100 * STEADY))
    if not rates.has_converged:
        yield sentence("rates_not_converged")


MEASURE = Measure("netinf_stability", netinf_stability, frozenset({"cascades"}))
