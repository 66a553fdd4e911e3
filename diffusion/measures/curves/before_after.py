"""The measure of adoption before and after a signal: counts, rates and the ratio of the rates."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import inf, isfinite

from diffusion.framework.measure import Measure
from diffusion.networks.before_after import (
    MIN_DATED_ADOPTIONS,
    BeforeAfterCounts,
    count_before_after,
    rate_ratio,
    time_at_risk,
)
from diffusion.study.coverage import time_cell
from diffusion.study.decimal_years import numeric_interval
from diffusion.study.errors import BadOption
from diffusion.study.observation_window import observation_window
from diffusion.study.result import Cell, Result, Sentence, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, single_cascade
from diffusion.study.study import UNDATED_INTERVAL, Adoptions, NumericInterval, Study
from ontology.schema.edtf import BadDate

COLUMNS = ("when", "adoptions", "time", "rate")


class RateUnit(StrEnum):
    """What a rate is counted in: time, or the time of those who had not yet adopted."""

    TIME = "time"
    MEMBER = "member"


def before_after(study: Study, *, on: str = "", per: RateUnit = RateUnit.TIME) -> Result:
    """Counts before, after and either; the ratio from MIN_DATED_ADOPTIONS on.

    `on` is the date of the signal, EDTF for facts and the tables' own number for tables. The time
    of observation is the study's window, or from the first to the last known date.
    """
    spans = single_cascade(study)
    window = observation_window(study, spans)
    if not (isfinite(window.earliest) and isfinite(window.latest)):
        return refusal_result(
            COLUMNS, sentence("no_dates"), 0, len(spans), count_nodes_without_adoption(study)
        )
    signal = _signal(study, on)
    counts = count_before_after(spans, signal, window)
    parts = {
        "before": NumericInterval(window.earliest, min(signal.earliest, window.latest)),
        "after": NumericInterval(max(signal.latest, window.earliest), window.latest),
    }
    times = {
        name: _observed_time(study, spans, part, per) if part.latest > part.earliest else 0.0
        for name, part in parts.items()
    }
    summary, warnings = _ratio_cells(counts, times)
    unsure = [sentence("window_from_data")] if None in study.window else []
    return Result(
        columns=COLUMNS,
        rows=tuple(_rows(counts, times)),
        n=counts.before + counts.after + counts.either,
        undated=counts.undated,
        unknown=count_nodes_without_adoption(study),
        summary={"opens": window.earliest, "closes": window.latest, **summary},
        warnings=(*study.warnings, *unsure, *warnings),
    )


def _signal(study: Study, on: str) -> NumericInterval:
    """The signal's date: with moments a number is a moment, with periods 2012 is a year."""
    readings = (
        (_edtf_interval, _number_interval) if study.step else (_number_interval, _edtf_interval)
    )
    signal = next(filter(None, (read(on) for read in readings)), UNDATED_INTERVAL)
    if signal == UNDATED_INTERVAL:
        raise BadOption(f"--on {on} → EDTF|NUMBER")
    return signal


def _edtf_interval(on: str) -> NumericInterval | None:
    try:
        return numeric_interval(on)
    except BadDate:
        return None


def _number_interval(on: str) -> NumericInterval | None:
    try:
        number = float(on)
    except ValueError:
        return None
    return NumericInterval(number, number) if isfinite(number) else None


def _observed_time(study: Study, spans: Adoptions, part: NumericInterval, per: RateUnit) -> float:
    if per is RateUnit.TIME:
        return part.latest - part.earliest
    undated = [node for node, when in spans.items() if when == UNDATED_INTERVAL]
    members = study.nodes if study.is_closed else spans
    return time_at_risk(spans, list(members), part, undated)


def _rows(counts: BeforeAfterCounts, times: dict[str, float]) -> Iterable[tuple[Cell, ...]]:
    for name in ("before", "after"):
        events, time = getattr(counts, name), times[name]
        yield (name, events, time, events / time if time > 0 else None)
    yield from (("either", counts.either, None, None), ("outside", counts.outside, None, None))


def _ratio_cells(
    counts: BeforeAfterCounts, times: dict[str, float]
) -> tuple[dict[str, Cell], list[Sentence]]:
    """The ratio as dated, and the ratios if all dates that allow both sides lay on one side."""
    if min(times.values()) <= 0:
        return {}, [sentence("no_time_on_a_side")]
    if counts.before + counts.after < MIN_DATED_ADOPTIONS:
        return {}, [
            sentence(
                "too_few_for_a_rate", needed=MIN_DATED_ADOPTIONS, found=counts.before + counts.after
            )
        ]
    spans = (times["after"], times["before"])
    ratio = rate_ratio(counts.after, counts.before, *spans)
    lowest = rate_ratio(counts.after, counts.before + counts.either, *spans).ratio
    highest = rate_ratio(counts.after + counts.either, counts.before, *spans).ratio
    estimates = {"ratio": ratio.ratio, "low": ratio.low, "high": ratio.high}
    bounds = {"if_before": lowest, "if_after": highest}
    cells: dict[str, Cell] = {key: time_cell(value) for key, value in (estimates | bounds).items()}
    endless = [sentence("nothing_before")] if ratio.ratio == inf else []
    return cells | {"p": ratio.p}, endless


MEASURE = Measure("before_after", before_after, frozenset({"adoptions"}))
