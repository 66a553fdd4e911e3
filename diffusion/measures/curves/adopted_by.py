"""The share that has adopted by each time, from dates that are known only as intervals."""

from __future__ import annotations

from math import inf, nextafter

from diffusion.framework.measure import Measure
from diffusion.statistics.turnbull import ShareStep, adoption_shares
from diffusion.study.coverage import count_undated_adoptions, time_cell
from diffusion.study.observation_window import observation_window
from diffusion.study.result import Cell, Result, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, single_cascade
from diffusion.study.study import UNDATED_INTERVAL, Adoptions, NumericInterval, Study

COLUMNS = ("earliest", "latest", "share", "by_end", "not_yet")
# With fewer adopters, the estimate only repeats the list of dates.
MIN_ADOPTERS = 5


def adopted_by(study: Study) -> Result:
    """One row a step of Turnbull's estimate; see diffusion/statistics/turnbull.py.

    Members are the adopters, and in a closed study all nodes: those without adoption had not
    adopted when the watch ended. An adopter whose interval is open to the right had adopted by
    then.
    """
    adopters = single_cascade(study)
    undated, unreported = count_undated_adoptions(adopters), count_nodes_without_adoption(study)
    dated = {node: span for node, span in adopters.items() if span != UNDATED_INTERVAL}
    if len(dated) < MIN_ADOPTERS:
        reason = sentence("too_few_dated", needed=MIN_ADOPTERS, found=len(dated))
        return refusal_result(COLUMNS, reason, len(dated), undated, unreported)
    end = observation_window(study, dated).latest
    non_adopters = len(study.nodes.keys() - adopters.keys()) if study.is_closed else 0
    steps = adoption_shares([*_spans_in_window(dated, end), *[_interval_after(end)] * non_adopters])
    return Result(
        columns=COLUMNS,
        rows=tuple(_row(step) for step in steps),
        n=len(dated) + non_adopters,
        undated=undated,
        unknown=unreported,
        summary={"adopters": len(dated), "not_adopted": non_adopters, "until": end}
        | _median(steps),
        warnings=study.warnings
        if study.is_closed
        else (*study.warnings, sentence("adopters_only")),
    )


def _spans_in_window(dated_adoptions: Adoptions, end: float) -> list[NumericInterval]:
    """The spans as they were known at the end of the watch."""
    return [
        _interval_after(end)
        if span.earliest > end
        else NumericInterval(span.earliest, min(span.latest, end))
        for span in dated_adoptions.values()
    ]


def _interval_after(end: float) -> NumericInterval:
    return NumericInterval(nextafter(end, inf), inf)


def _row(step: ShareStep) -> tuple[Cell, ...]:
    never = step.latest == inf
    earliest = None if never else time_cell(step.earliest)
    return (earliest, time_cell(step.latest), step.share, step.by_end, 1 - step.by_end)


def _median(steps: list[ShareStep]) -> dict[str, Cell]:
    """The step by whose end half have adopted."""
    half = next((step for step in steps if step.by_end >= 0.5), None)
    if half is None or half.latest == inf:
        return {}
    return {"median_earliest": time_cell(half.earliest), "median_latest": time_cell(half.latest)}


MEASURE = Measure("adopted_by", adopted_by, frozenset({"adoptions"}))
