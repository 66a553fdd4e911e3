"""Checks whether the passage states the figure: value, bound, unit, rate and baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from drafting.lint.checks.figures.context import has_before, stands_as_before
from drafting.lint.checks.figures.units import (
    PARTS,
    figure_of_other_unit,
    has_rate,
    in_unit,
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
from drafting.words.word_tables import pairs
from ontology.schema.kinds import Bound, Measurement, Stance

# How far before a figure the word for a limit may stand.
LIMIT_DISTANCE = 5
# How many letters of such a word stand directly behind a figure, and what a fraction has.
CAP, FRACTION = 2, "分之"
# Words before what a plan aims at: to reach it or more, to bring down to it or less. They stand in
# its clause, at most so many letters before it.
AIM_DISTANCE = 20
AIMS = {
    Bound.AT_LEAST: re.compile(
        "达|提高|提升|[升增]至|增[加至]|扩大到|[保维]持在|稳定在|覆盖|力争|确保|实现|完成|建成|新增|培[养训]"
    ),
    Bound.AT_MOST: re.compile("[下压]?降[到至低]?|控制在|压[减缩]|缩[短减]|减少"),
}
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
            other = (figure.unit, statement.unit) in PARTS or (statement.unit, figure.unit) in PARTS
            unit = statement.unit if other else figure.unit
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
    limits = _stated_limits(evidence, same) | _limits_aimed_at(evidence, same)
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


def _stated_limits(evidence: Evidence, same: list[RecognisedFigure]) -> set[Bound]:
    """The bounds that a figure may also have by the word beside it: 最高12万元, 三倍封顶.

    A fraction is exact or not: 三分之一.
    """
    words = pairs("limit_words", "bound")
    text = evidence.text.clean.text
    texts_before = [text[max(0, figure.start - LIMIT_DISTANCE) : figure.start] for figure in same]
    texts_before += [text[figure.end : figure.end + CAP] for figure in same]
    limits = {Bound(words[word]) for word in words if any(word in part for part in texts_before)}
    is_fraction = any(FRACTION in figure.words for figure in same)
    return limits | ({Bound.EQUAL, Bound.ABOUT} if is_fraction else set())


def _limits_aimed_at(evidence: Evidence, same: list[RecognisedFigure]) -> set[Bound]:
    """The bound of an aim by the word before it: a plan to reach 90 % is content with more."""
    if evidence.statement.stance is not Stance.PLANNED:
        return set()
    text = evidence.text.clean.text
    before = [text[max(0, figure.start - AIM_DISTANCE) : figure.start + 2] for figure in same]
    before = [re.split("[，,。；;\n]", lead_text)[-1] for lead_text in before]
    return {
        bound
        for bound, words in AIMS.items()
        if any(words.search(lead_text) for lead_text in before)
    }


def _baseline(
    evidence: Evidence, statement: Measurement, same: list[RecognisedFigure]
) -> Iterator[Finding]:
    """The baseline must be a figure nearby, and not be exchanged with the value."""
    swapped = statement.baseline is not None and all(stands_as_before(evidence, f) for f in same)
    if swapped:
        yield evidence.finding(FindingCode.BASELINE, "value", "value_is_before")
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
