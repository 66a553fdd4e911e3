"""A summary of the cascades: their lengths, equal times, and the edges that they allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.inference.cascade_times import possible_edges, sorted_times
from diffusion.study.number_format import period_cell
from diffusion.study.result import Cell, Result, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, dated_cascades
from diffusion.study.study import Study

CASCADE_COLUMNS = ("cascade", "length", "ties", "first", "last")
COLUMNS = ("statistic", "min", "q1", "median", "mean", "q3", "max")


def cascades(study: Study, *, each: bool = False) -> Result:
    """Quantiles and mean of the cascades' lengths, and of how many of their times are repeated.

    As summary() of NetworkInference; quartiles by linear interpolation. With `each`, one row a
    cascade, the longest first.
    """
    cascades_by_id, undated = dated_cascades(study)
    if not cascades_by_id:
        return refusal_result(
            COLUMNS, sentence("no_sharp_dates"), 0, undated, count_nodes_without_adoption(study)
        )
    times = sorted_times(cascades_by_id)
    return Result(
        columns=CASCADE_COLUMNS if each else COLUMNS,
        rows=_cascade_rows(cascades_by_id) if each else _quantile_rows(cascades_by_id),
        n=len(cascades_by_id),
        undated=undated,
        unknown=count_nodes_without_adoption(study),
        summary={
            "adoptions": len(times.time),
            "nodes": len(study.nodes) if study.is_closed else len(times.names),
            "adopters": len(times.names),
            "possible_edges": possible_edges(times),
        },
        warnings=study.warnings,
    )


def _quantile_rows(
    cascades_by_id: Mapping[str, Mapping[str, float]],
) -> tuple[tuple[Cell, ...], ...]:
    return (
        _quantile_row("length", [len(times) for times in cascades_by_id.values()]),
        _quantile_row(
            "ties", [len(times) - len(set(times.values())) for times in cascades_by_id.values()]
        ),
    )


def _cascade_rows(
    cascades_by_id: Mapping[str, Mapping[str, float]],
) -> tuple[tuple[Cell, ...], ...]:
    rows = [
        (id, len(times), len(times) - len(set(times.values())), *_period_range(times.values()))
        for id, times in cascades_by_id.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def _period_range(times: Iterable[float]) -> tuple[float | int | None, float | int | None]:
    ordered = sorted(times)
    return period_cell(ordered[0]), period_cell(ordered[-1])


def _quantile_row(name: str, counts: list[int]) -> tuple[Cell, ...]:
    low, first, middle, third, high = np.quantile(counts, [0, 0.25, 0.5, 0.75, 1])
    quantiles = (low, first, middle, float(np.mean(counts)), third, high)
    return (name, *(period_cell(float(number)) for number in quantiles))


MEASURE = Measure("cascades", cascades, frozenset({"cascades"}))
