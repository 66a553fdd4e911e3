"""Checks whether the passage states the figure: value, bound, unit, rate and baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from drafting.lint.checks.figures.changes import check_change
from drafting.lint.checks.figures.context import (
    has_before,
    stands_as_before,
    starts_a_change,
)
from drafting.lint.checks.figures.limits import limits_aimed_at, stated_limits
from drafting.lint.checks.figures.rates import has_rate
from drafting.lint.checks.figures.units import (
    figure_of_other_unit,
    in_unit,
    is_convertible,
    is_in_unit,
)
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.numbers.figures import figures
from drafting.recognition.numbers.numerals import letters, number
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch
from ontology.schema.kinds import Bound, Measurement

# Words for none: 没有一个.
NONE = re.compile("没有?|无|零")


def check_figures(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on value, bound, unit, rate and baseline of a measurement."""
    statement = evidence.statement
    if not isinstance(statement, Measurement):
        return
    written = CleanText(statement.value_written).text
    spots = written_spots(evidence, written)
    if not spots and "value_written" not in statement.composed:
        yield evidence.finding(
            FindingCode.VALUE, "value_written", "words_not_there", words=statement.value_written
        )
        return
    candidates = _candidates(evidence, written, spots)
    same = [figure for figure in candidates if figure.value == statement.value]
    same = same or [*_as_written_otherwise(statement, candidates)]
    if approximate := _figure_around(statement, candidates):
        same = [replace(approximate, value=statement.value, bound=Bound.ABOUT)]
    is_none = not statement.value and bool(NONE.search(written))
    if is_none or (not candidates and plain_value(written) == statement.value):
        same = [figure_of_other_unit(evidence.text.clean.text, statement.value, spots)]
    if not same:
        yield _wrong_value(evidence, candidates)
        return
    yield from _limits(evidence, statement, same, names)
    yield from _baseline(evidence, statement, same)
    yield from check_change(evidence, same, names)


def written_spots(evidence: Evidence, written: str) -> list[Stretch]:
    """Where the words of a figure stand in the passage, as whole numbers."""
    numerals = "".join({**letters("digit"), **letters("place"), **letters("scale")})
    words = r"\s*".join(map(re.escape, written.strip()))
    before = "(?<![0-9.])" if written[:1].isdigit() else ""
    before = f"(?<![{numerals}0-9])" if written[:1] in numerals and written else before
    behind = "(?![0-9]|[.][0-9])" if written[-1:].isdigit() else ""
    behind = f"(?![{numerals}])" if written[-1:] in numerals and written else behind
    start = evidence.stretch.start
    return [
        Stretch(start + match.start(), start + match.end())
        for match in re.finditer(before + words + behind, evidence.passage)
    ]


def plain_value(written: str) -> Decimal | None:
    """The first number of some words, with its scale (万), whatever is counted."""
    numerals = "".join({**letters("digit"), **letters("place")})
    scales = {**letters("scale"), **letters("place")}
    match = re.search(rf"([0-9][0-9,]*(?:[.][0-9]+)?|[{numerals}]+)([{''.join(scales)}]*)", written)
    value = number(match[1]) if match else None
    for letter in match[2] if match else "":
        value = value * scales[letter] if value is not None else None
    return value


def _candidates(evidence: Evidence, written: str, spots: list[Stretch]) -> list[RecognisedFigure]:
    """The figures of the text at these words; else those in the words alone."""
    there = [figure for spot in spots for figure in evidence.text.figures_in(spot)]
    if not spots:
        there = evidence.text.figures_in(evidence.stretch)
    return there or list(figures(written))


def _figure_around(
    statement: Measurement, candidates: list[RecognisedFigure]
) -> RecognisedFigure | None:
    """The approximate number (五六十) or range (8到10家) in which the value lies, or None."""
    for figure in candidates:
        if figure.ends and figure.ends[0] <= statement.value <= figure.ends[1]:
            return figure
    low = [f.value for f in candidates if f.bound is Bound.AT_LEAST]
    high = [f.value for f in candidates if f.bound is Bound.AT_MOST]
    one_spot = len({(figure.start, figure.end) for figure in candidates}) == 1
    inside = one_spot and bool(low and high) and low[0] < statement.value < high[0]
    return candidates[0] if inside else None


def _as_written_otherwise(
    statement: Measurement, candidates: list[RecognisedFigure]
) -> Iterator[RecognisedFigure]:
    """The figures that are the value in another unit of time, or that it rounds: 三分之一."""
    for figure in candidates:
        rounded = figure.value.quantize(statement.value) if figure.bound is Bound.ABOUT else None
        if statement.value in (in_unit(figure, statement.unit), rounded):
            unit = statement.unit if is_convertible(figure.unit, statement.unit) else figure.unit
            yield replace(figure, value=statement.value, unit=unit)


def _wrong_value(evidence: Evidence, candidates: list[RecognisedFigure]) -> Finding:
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    if not candidates:
        return evidence.finding(
            FindingCode.VALUE, "value", "no_figure", words=statement.value_written
        )
    figure = candidates[0]
    return evidence.finding(
        FindingCode.VALUE,
        "value",
        "other_value",
        words=figure.words,
        value=f"{figure.value.normalize():f}",
    )


def _limits(
    evidence: Evidence,
    statement: Measurement,
    same: list[RecognisedFigure],
    names: ThingNames,
) -> Iterator[Finding]:
    """Bound, unit and rate: each must be that of one of the figures with this value."""
    figure = same[0]
    limits = stated_limits(evidence, same) | limits_aimed_at(evidence, same)
    if statement.bound not in {figure.bound for figure in same} | limits:
        yield evidence.finding(
            FindingCode.BOUND,
            "bound",
            "other_bound",
            words=figure.words,
            bound=figure.bound.value,
        )
    if not any(is_in_unit(evidence, f, names) for f in same):
        yield evidence.finding(
            FindingCode.UNIT, "unit", "other_unit", words=figure.words, unit=figure.unit
        )
    elif names.units.get(statement.indicator, statement.unit) != statement.unit:
        unit = names.display(names.units[statement.indicator])
        yield evidence.finding(FindingCode.UNIT, "unit", "unit_of_indicator", unit=unit)
    if not any(has_rate(evidence, figure, statement.per, names) for figure in same):
        yield evidence.finding(
            FindingCode.PER, "per", "other_rate" if figure.per else "no_rate", rate=figure.per
        )


def _baseline(
    evidence: Evidence, statement: Measurement, same: list[RecognisedFigure]
) -> Iterator[Finding]:
    """The baseline must be a figure nearby, and not be exchanged with the value."""
    period_words = CleanText(statement.period_written or "").text
    if all(
        stands_as_before(evidence, figure)
        if statement.baseline is not None
        else starts_a_change(evidence, figure, period_words)
        for figure in same
    ):
        yield evidence.finding(FindingCode.BASELINE, "value", "value_is_before")
    if statement.baseline == 0 and NONE.search(statement.baseline_written or ""):
        return  # 没有做过一台
    wider_stretches = [evidence.widen(stretch) for stretch in evidence.stretches]
    figures_near = [
        figure for stretch in wider_stretches for figure in evidence.text.figures_in(stretch)
    ]
    if statement.baseline is not None:
        before = [
            figure
            for figure in figures_near
            if in_unit(figure, statement.unit) == statement.baseline and figure not in same
        ]
        if not before and _is_written_near(evidence, wider_stretches, statement.baseline):
            return
        if (
            not before
            or has_before(evidence, same)
            and not any(stands_as_before(evidence, f) for f in before)
        ):
            yield _no_baseline(evidence, statement.baseline)
    elif has_before(evidence, same) and statement.baseline_written is None:
        yield evidence.finding(FindingCode.BASELINE, "baseline", "baseline_left_out")


def _is_written_near(evidence: Evidence, stretches: list[Stretch], baseline: Decimal) -> bool:
    """Whether a number without a unit near the passages is the baseline: 只有三万出头."""
    numerals = "".join({**letters("digit"), **letters("place"), **letters("scale")})
    words = (evidence.read(stretch) for stretch in stretches)
    changed = "(?<=[从由])[0-9.]+(?=[^0-9，,。；;]{0,8}?[至到为])"
    pattern = f"{changed}|[0-9.,]*[{numerals}]+"
    numbers = (n for text in words for n in re.findall(pattern, text))
    return any(plain_value(number) == baseline for number in numbers)


def _no_baseline(evidence: Evidence, baseline: Decimal) -> Finding:
    return evidence.finding(
        FindingCode.BASELINE, "baseline", "no_baseline", value=f"{baseline.normalize():f}"
    )
