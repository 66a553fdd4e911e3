"""The share that has adopted by each time, from dates that are known only as intervals."""

from __future__ import annotations

from math import inf, nextafter

from diffusion.framework.measure import Measure
from diffusion.statistics.turnbull import Step, adoption_shares
from diffusion.study.coverage import known, undated_adopters
from diffusion.study.observation_window import watch
from diffusion.study.result import Cell, Result, refused, say
from diffusion.study.selection import adoptions, unsaid
from diffusion.study.study import UNDATED, Adoptions, Span, Study

COLUMNS = ("earliest", "latest", "share", "by_end", "not_yet")
# With fewer the estimate is no more than the list of dates.
FEWEST = 5


def adopted_by(study: Study) -> Result:
    """One row a step of Turnbull's estimate; see graph/diffusion/turnbull.py.

    Members are the adopters, and in a closed study all nodes: those without adoption had not
    adopted when the watch ended. An adopter whose interval is open to the right had by then.
    """
    adopters = adoptions(study)
    undated, silent = undated_adopters(adopters), unsaid(study)
    dated = {node: span for node, span in adopters.items() if span != UNDATED}
    if len(dated) < FEWEST:
        why = say("too_few_dated", needed=FEWEST, found=len(dated))
        return refused(COLUMNS, why, len(dated), undated, silent)
    end = watch(study, dated).latest
    without = len(study.nodes.keys() - adopters.keys()) if study.closed else 0
    steps = adoption_shares([*_watched(dated, end), *[_never(end)] * without])
    return Result(
        columns=COLUMNS,
        rows=tuple(_row(step) for step in steps),
        n=len(dated) + without,
        undated=undated,
        unknown=silent,
        summary={"adopters": len(dated), "not_adopted": without, "until": end} | _median(steps),
        warnings=study.warnings if study.closed else (*study.warnings, say("adopters_only")),
    )


def _watched(dated: Adoptions, end: float) -> list[Span]:
    """The spans as they were known at the end of the watch."""
    return [
        _never(end) if span.earliest > end else Span(span.earliest, min(span.latest, end))
        for span in dated.values()
    ]


def _never(end: float) -> Span:
    return Span(nextafter(end, inf), inf)


def _row(step: Step) -> tuple[Cell, ...]:
    never = step.latest == inf
    earliest = None if never else known(step.earliest)
    return (earliest, known(step.latest), step.share, step.by_end, 1 - step.by_end)


def _median(steps: list[Step]) -> dict[str, Cell]:
    """The step by whose end half have adopted."""
    half = next((step for step in steps if step.by_end >= 0.5), None)
    if half is None or half.latest == inf:
        return {}
    return {"median_earliest": known(half.earliest), "median_latest": known(half.latest)}


MEASURE = Measure("adopted_by", adopted_by, frozenset({"adoptions"}))
