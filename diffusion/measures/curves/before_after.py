"""Adoption before and after a signal as a measure: counts, rates and the ratio of the rates."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import inf, isfinite

from diffusion.framework.measure import Measure
from diffusion.networks.before_after import FEWEST, Counts, count, rate_ratio, time_at_risk
from diffusion.study.coverage import known
from diffusion.study.decimal_years import span
from diffusion.study.errors import BadOption
from diffusion.study.observation_window import watch
from diffusion.study.result import Cell, Result, Sentence, refused, say
from diffusion.study.selection import adoptions, unsaid
from diffusion.study.study import UNDATED, Adoptions, Span, Study
from ontology.schema.edtf import BadDate

COLUMNS = ("when", "adoptions", "time", "rate")


class Per(StrEnum):
    """What a rate is counted in: time, or the time of those who had not yet adopted."""

    TIME = "time"
    MEMBER = "member"


def before_after(study: Study, *, on: str = "", per: Per = Per.TIME) -> Result:
    """Counts before, after and either; the ratio only from FEWEST adoptions on.

    `on` is the date of the signal, EDTF for facts and the tables' own number for tables. What
    is watched is the study's window, or from the first to the last known date.
    """
    spans = adoptions(study)
    window = watch(study, spans)
    if not (isfinite(window.earliest) and isfinite(window.latest)):
        return refused(COLUMNS, say("no_dates"), 0, len(spans), unsaid(study))
    signal = _signal(study, on)
    counts = count(spans, signal, window)
    parts = {
        "before": Span(window.earliest, min(signal.earliest, window.latest)),
        "after": Span(max(signal.latest, window.earliest), window.latest),
    }
    times = {
        name: _time(study, spans, part, per) if part.latest > part.earliest else 0.0
        for name, part in parts.items()
    }
    summary, warnings = _ratio(counts, times)
    unsure = [say("window_from_data")] if None in study.window else []
    return Result(
        columns=COLUMNS,
        rows=tuple(_rows(counts, times)),
        n=counts.before + counts.after + counts.either,
        undated=counts.undated,
        unknown=unsaid(study),
        summary={"opens": window.earliest, "closes": window.latest, **summary},
        warnings=(*study.warnings, *unsure, *warnings),
    )


def _signal(study: Study, on: str) -> Span:
    """The signal's date: in a table of moments a number is one, beside periods 2012 is a year."""
    readings = (_dated, _number) if study.step else (_number, _dated)
    signal = next(filter(None, (read(on) for read in readings)), UNDATED)
    if signal == UNDATED:
        raise BadOption(f"--on {on} → EDTF|NUMBER")
    return signal


def _dated(on: str) -> Span | None:
    try:
        return span(on)
    except BadDate:
        return None


def _number(on: str) -> Span | None:
    try:
        number = float(on)
    except ValueError:
        return None
    return Span(number, number) if isfinite(number) else None


def _time(study: Study, spans: Adoptions, part: Span, per: Per) -> float:
    if per is Per.TIME:
        return part.latest - part.earliest
    undated = [node for node, when in spans.items() if when == UNDATED]
    members = study.nodes if study.closed else spans
    return time_at_risk(spans, list(members), part, undated)


def _rows(counts: Counts, times: dict[str, float]) -> Iterable[tuple[Cell, ...]]:
    for name in ("before", "after"):
        events, time = getattr(counts, name), times[name]
        yield (name, events, time, events / time if time > 0 else None)
    yield from (("either", counts.either, None, None), ("outside", counts.outside, None, None))


def _ratio(counts: Counts, times: dict[str, float]) -> tuple[dict[str, Cell], list[Sentence]]:
    """The ratio as dated, and as it were with all that may be either on one side."""
    if min(times.values()) <= 0:
        return {}, [say("no_time_on_a_side")]
    if counts.before + counts.after < FEWEST:
        return {}, [say("too_few_for_a_rate", needed=FEWEST, found=counts.before + counts.after)]
    spans = (times["after"], times["before"])
    ratio = rate_ratio(counts.after, counts.before, *spans)
    lowest = rate_ratio(counts.after, counts.before + counts.either, *spans).ratio
    highest = rate_ratio(counts.after + counts.either, counts.before, *spans).ratio
    named = {"ratio": ratio.ratio, "low": ratio.low, "high": ratio.high}
    bounds = {"if_before": lowest, "if_after": highest}
    cells: dict[str, Cell] = {key: known(value) for key, value in (named | bounds).items()}
    endless = [say("nothing_before")] if ratio.ratio == inf else []
    return cells | {"p": ratio.p}, endless


MEASURE = Measure("before_after", before_after, frozenset({"adoptions"}))
