"""Figures without a word of measure: halves, doublings, numbered names, bare numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from drafting.recognition.numbers.bound_words import bound_after, bound_alternatives, bound_before
from drafting.recognition.numbers.numerals import letters, number, numeral_letters
from drafting.recognition.numbers.rates import rate
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.recognition.numbers.shares_in_words import shares_in_words
from drafting.words.word_tables import pairs, word_alternatives
from ontology.schema.enums import Bound

COUNT, MINUTE, MONTH, MULTIPLE, PERSON = "count", "minute", "month", "multiple", "person"
HALF, QUARTER = Decimal("0.5"), 15
# From here on a number in a quoted name is a year.
YEARS = 1000
ABOUT_WORD = "来"
# How far before a number without a word of measure the words that tell its unit may stand.
LABEL_DISTANCE = 14
CLAUSE_ENDS = "，,。；;、：:\n"
# A decimal that nothing counts, and how far before it the word for its index may stand.
INDEX_NUMBER = re.compile(
    "(?<![0-9.])[0-9]{1,2}\\.[0-9]{1,3}(?![0-9.%％‰]|[\u4e00-\u9fff])"
    "|(?<![0-9.])[0-9]\\.[0-9]{1,3}(?=[提升增下降上到])"
)
INDEX_DISTANCE, DAY = 24, "day"
DAYS_WITHIN = re.compile("(?<![0-9月年])([0-9]{1,3})日(?:以|之)?内")


def other_figures(text: str) -> list[RecognisedFigure]:
    """The shares in words, numbered names, halves, quarters and bare numbers of a clean text."""
    in_words = [*shares_in_words(text), *_numbered_names(text), *_halves(text), *_doublings(text)]
    numbers = [*_quarters(text), *_bare_numbers(text), *_indices(text), *_days_within(text)]
    return [*in_words, *numbers, *_not_one(text)]


def _indices(text: str) -> Iterator[RecognisedFigure]:
    """Decimals without a word of measure behind a word for an index: 病例组合指数由0.9升到1.1."""
    for match in INDEX_NUMBER.finditer(text):
        clause = re.split(
            "[，,。；;\n]", text[max(0, match.start() - INDEX_DISTANCE) : match.start()]
        )
        if re.search(word_alternatives("index_words"), clause[-1]):
            yield _exact_figure(match, Decimal(match[0]), MULTIPLE)


def _days_within(text: str) -> Iterator[RecognisedFigure]:
    """A limit of days: 60日内."""
    for match in DAYS_WITHIN.finditer(text):
        yield replace(_exact_figure(match, Decimal(match[1]), DAY), bound=Bound.AT_MOST)


def _not_one(text: str) -> Iterator[RecognisedFigure]:
    """None of something: 一台也没有装; 一个也没有 behind people counts them."""
    people = re.compile(word_alternatives("counted_people"))
    for match in _not_one_pattern().finditer(text):
        unit = pairs("units", "unit")[match["measure"]]
        clause = text[max(0, match.start() - LABEL_DISTANCE) : match.start()]
        is_people = unit == COUNT and match["measure"] == "个" and people.search(clause)
        yield _exact_figure(match, Decimal(0), PERSON if is_people else unit)


@cache
def _not_one_pattern() -> re.Pattern[str]:
    return re.compile(rf"一(?P<measure>{word_alternatives('units')})(?:也|都)(?:没有?|未|不)")


def _exact_figure(match: re.Match[str], value: Decimal, unit: str) -> RecognisedFigure:
    return RecognisedFigure(*match.span(), value, Bound.EQUAL, unit, "", match[0])


def _halves(text: str) -> Iterator[RecognisedFigure]:
    """Half of a unit of time: 半小时 is 0.5 hours, 半个多小时 more."""
    for match in _half().finditer(text):
        unit = pairs("units", "unit").get(match["unit"], MONTH)
        figure = _figure_with_bound(text, match, HALF, unit)
        yield replace(figure, bound=Bound.ABOVE if match["more"] else figure.bound)


@cache
def _half() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>{bound_alternatives('before')})?(?<![上下前后大小])半个?(?P<more>多)?(?P<unit>小时|年|天|月)"
        rf"(?P<after>{bound_alternatives('after')})?"
    )


def _quarters(text: str) -> Iterator[RecognisedFigure]:
    """Quarters of an hour: 一刻钟 is 15 minutes."""
    for match in _quarter().finditer(text):
        yield _figure_with_bound(
            text, match, Decimal(letters("digit")[match["quarters"]] * QUARTER), MINUTE
        )


@cache
def _quarter() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>{bound_alternatives('before')})?(?P<quarters>[一两二三])刻钟"
        rf"(?P<after>{bound_alternatives('after')})?"
    )


def _figure_with_bound(
    text: str, match: re.Match[str], value: Decimal, unit: str
) -> RecognisedFigure:
    """The figure of a match with groups `before` and `after`; the last bound counts."""
    start, before = bound_before(text, match)
    end, after = bound_after(text, match)
    bound = Bound(after or before or Bound.EQUAL)
    return RecognisedFigure(start, end, value, bound, unit, rate(text, start, end), text[start:end])


def _doublings(text: str) -> Iterator[RecognisedFigure]:
    """A multiple given by doubling: 翻了一番 is twice as many, 翻两番 four times."""
    before = bound_alternatives("before")
    for match in re.finditer(
        rf"翻了?(?P<before>{before})?([一两二三])番(?P<more>多)?|翻[倍番]", text
    ):
        times = number(match[2]) if match[2] else Decimal(1)
        written = pairs("bounds", "bound", position="before").get(match["before"] or "", "=")
        bound = Bound.ABOVE if match["more"] else Bound(written)
        yield RecognisedFigure(
            *match.span(), 2 ** (times or Decimal(1)), bound, MULTIPLE, "", match[0]
        )


def _bare_numbers(text: str) -> Iterator[RecognisedFigure]:
    """Numbers of ten thousands without a word of measure: 人口42万, 节省超300万.

    What is counted stands behind them (42万居民), or in their clause before: the words nearest to
    the number tell the unit.
    """
    for match in _bare_number().finditer(text):
        unit = _unit_in_words(text, match)
        value = number(match["number"] + match["scale"] + (match["scale_behind"] or ""))
        if unit and value is not None:
            figure = _figure_with_bound(text, match, value, unit)
            more = match["more"] or match["more_inside"]
            about = Bound.ABOUT if more == ABOUT_WORD else Bound.ABOVE
            yield replace(figure, bound=about if more else figure.bound)


@cache
def _bare_number() -> re.Pattern[str]:
    numerals, places = numeral_letters("digit", "place"), numeral_letters("place")
    units = word_alternatives("units")
    return re.compile(
        rf"(?P<before>{bound_alternatives('before', 'before_place')})?(?<![第几数/0-9.{numerals}])"
        rf"(?P<number>[0-9]+(?:\.[0-9]+)?|[{numeral_letters('digit')}][{numerals}]*|(?(before)[{places}]?|(?!)))"
        rf"(?P<more_inside>[多余来])?(?P<scale>[千百]?[万亿])(?P<more>[多余])?(?P<scale_behind>亿)?(?![0-9{numerals}万亿分]|{units}|余[0-9])"
        rf"(?P<after>{bound_alternatives('after')})?"
    )


def _unit_in_words(text: str, match: re.Match[str]) -> str:
    """The unit of a bare number by the words after it, else by the last ones before; or ""."""
    people = rf"[\u4e00-\u9fff]{{0,3}}?(?:{word_alternatives('counted_people')}|人口)"
    if re.compile(people).match(text, match.end()):
        return PERSON
    start = max(0, match.start() - LABEL_DISTANCE)
    clause = re.split(f"[{CLAUSE_ENDS}]", text[start : match.start("number")])[-1]
    labels = pairs("labels_of_bare_numbers", "unit")
    ends = {
        clause.rfind(label) + len(label): unit for label, unit in labels.items() if label in clause
    }
    return ends[max(ends)] if ends else ""


def _numbered_names(text: str) -> Iterator[RecognisedFigure]:
    """Numbers in quoted names: a name of the form “三通” or “四个一” says how many parts it has."""
    numerals = "".join({**letters("digit"), "十": 10})
    part = rf"(?:[{numerals}]+|[0-9]{{1,2}})(?:[A-Z]|[\u4e00-\u9fff]{{1,3}}?)"
    for name in re.finditer(rf"[“‘](?:{part})+[”’]", text):
        for match in re.finditer(rf"([{numerals}]+|[0-9]{{1,2}})[^{numerals}0-9”’]+", name[0]):
            value = number(match[1])
            if value is not None and value < YEARS:
                start = name.start() + match.start()
                end = name.start() + match.end()
                yield RecognisedFigure(start, end, value, Bound.EQUAL, COUNT, "", match[0])
