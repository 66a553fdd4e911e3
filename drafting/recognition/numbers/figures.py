"""Figures of a clean text: value, bound, unit and rate, with the span of their writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from drafting.recognition.numbers.bound_words import (
    bound_after,
    bound_alternatives,
    bound_before,
    bound_behind,
    distant_bound,
)
from drafting.recognition.numbers.figures_in_words import other_figures
from drafting.recognition.numbers.numerals import letters, number, numeral_letters, span_of_two
from drafting.recognition.numbers.ranges import (
    with_ranges,
    with_rates_of_changes,
    with_rates_of_rows,
    without_rate_words,
)
from drafting.recognition.numbers.rates import rate, rate_of_unit
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.words.word_tables import (
    alternatives,
    pairs,
    word_pattern,
    word_table,
)
from ontology.schema.enums import Bound

YEAR = re.compile("(?:19|20)[0-9]{2}|[一二][零〇九八七六五四三二一]{3}")
# How far after a figure the counted thing may stand.
COUNTED_DISTANCE = 30
# What ends the words for what is counted: 两个医共体由甲医院牵头.
PREDICATE = "由在被把向与为"
INSTITUTION, COUNT, PERSON, SHARE, MONTH = "institution", "count", "person", "share", "month"
PERCENT, DIGITS = "percent", "0123456789"
# What joins the two ends of a range, and what before them makes it a change (从8到10家).
RANGE_JOINT, CHANGE_START = "到|至|[-—~～]", re.compile("(?:从|由)[^，,。；;]{0,6}$")
# How far before a number what tells a change may stand, and the longest verb behind 每.
REACH, VERB, HALF = 10, 4, Decimal("0.5")
# 一 before these words is an article, unless a word such as 每 shows that something is counted.
ARTICLES, GRADE = "个种项条次类件道位", "级"
# The word of measure that may stand before another (个百分点), and counts people too.
A, EACH_ONE = "个", "每"
EACH_BEFORE = re.compile("[每各仅只][\u4e00-\u9fff]{0,3}$")
# How many letters before a number may name posts, and the words of measure of posts.
POST_DISTANCE, POST_MEASURES = 3, "名个人"
# A word of measure that the facts name: 项次.
MEASURE = re.compile("[\u4e00-\u9fff]{1,3}")
IN_DATES = set("月日号时")
# Where a word of the bound of a number stands: before a word for a place too (上百家).
BEFORE_PLACE = ("before", "before_place")
# A part of a ten or a hundred thousand or of a thousand: 8.5/10万, 2.3‰.
RATE_OF_MANY = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?:/(?P<whole>[0-9]{0,2}万)|(?P<sign>‰))"
)
# 8个人 are persons, 3个人民医院 are not.
A_PERSON = re.compile("人(?![民口大均次员群])")


def figures(text: str, units: Mapping[str, str] | None = None) -> tuple[RecognisedFigure, ...]:
    """The figures of a clean text by their place; the ends of a range (8到10家) are two figures.

    A word for a share without a number (全部) is a figure too. `units` are the names that facts
    give to their units, with their codes: a word of measure among them is that unit, unless the
    table of words has that unit for other words.
    """
    own_units = units or {}
    quantities = [
        figure
        for match in _quantity(_measure_words(own_units)).finditer(text)
        for figure in _read_figure(text, match, own_units)
    ]
    others = [*other_figures(text), *_rates_of_many(text, own_units)]
    idioms = [match.span() for match in word_pattern("words_without_figures").finditer(text)]
    longest = {f.start: f.end for f in sorted(others) if f.unit == PERCENT}
    zeros = {place for f in others if not f.value for place in range(f.start, f.end)}
    quantities = [
        figure
        for figure in quantities
        if figure.end - 1 not in zeros  # 没有一家
        and figure.end >= longest.get(figure.start, 0)  # 一家不落
    ]
    covered = {place for figure in quantities for place in range(figure.start, figure.end)}
    figures_there = {*quantities, *(figure for figure in others if figure.start not in covered)}
    ordered = sorted(figure for figure in figures_there if not _ends_in(figure, idioms))
    ranged = with_ranges(text, without_rate_words(text, ordered))
    return with_rates_of_rows(text, with_rates_of_changes(text, ranged))


def _ends_in(figure: RecognisedFigure, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= figure.end - 1 < end for start, end in stretches)


def _rates_of_many(text: str, own_units: Mapping[str, str]) -> Iterator[RecognisedFigure]:
    """Parts of a thousand and more, in percent unless the facts have a unit for them."""
    for match in RATE_OF_MANY.finditer(text):
        value, written = Decimal(match["number"]), match[0][len(match["number"]) :]
        unit = own_units.get(written) or own_units.get(written.lstrip("/"))
        whole = number(match["whole"]) if match["whole"] else Decimal(1000)
        if whole:
            value = value if unit else value * 100 / whole
            yield RecognisedFigure(*match.span(), value, Bound.EQUAL, unit or PERCENT, "", match[0])


@cache
def _quantity(words_of_measure: frozenset[str]) -> re.Pattern[str]:
    # a single letter that is seldom a unit may be any word after a number in words
    short = {word for word in words_of_measure if len(word) == 1} - _units().keys() - IN_DATES
    after_digits = f"|(?<=[0-9万亿])(?:{alternatives(short)})"
    measures = alternatives(words_of_measure - short - IN_DATES)
    inside = bound_alternatives("inside")
    numerals, scales = numeral_letters("digit", "place"), numeral_letters("scale", "place")
    digits = r"[0-9]{1,3}(?:[ ,\u2009\u00a0][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
    tenths = f"(?:点[{numeral_letters('digit')}]+)?"
    written = f"[{numerals}]+{tenths}(?:[万亿][{numerals}]+){{0,2}}"  # 一万两千, 七十二点五
    before_place = f"(?:{bound_alternatives('before_place')})(?=[{scales}])"  # 上百; not 上一个
    low_scale = rf"(?P<low_unit>[{scales}%％]*)"
    return re.compile(
        rf"(?P<before>{bound_alternatives('before')}|{before_place})?"
        rf"(?<![第几0-9{numerals}])(?!(?<=数)[十百千])"
        rf"(?:(?P<low>{digits}|{written}){low_scale}(?:{RANGE_JOINT}))?"
        rf"(?P<number>{digits}|{written}|(?=[万亿][余多])|(?(before)(?=[万亿])|(?!)))"
        rf"(?P<more>{inside})?(?P<scale>[{scales}]+(?:[0-9]+[{scales}]+){{0,3}})?"
        rf"(?P<more_behind>{inside})?(?P<scale_behind>[万亿]+)?"
        rf"(?:个(?P<half>半)?(?P<more_of_unit>多)?(?=月|百分点|小时|钟头|工作日))?"
        rf"(?P<unit>{measures}|(?<=[个半多])月{after_digits})"
        rf"(?P<half_behind>(?<=[年天])半)?(?P<after>{bound_alternatives('after')})?"
    )


def _measure_words(own_units: Mapping[str, str]) -> frozenset[str]:
    """The words of measure of the tables, and short ones that the facts name."""
    unit_names = (name for name in own_units if MEASURE.fullmatch(name))
    return frozenset({*_units(), *_units_after_digits(), *unit_names})


@cache
def _units() -> dict[str, str]:
    return pairs("units", "unit")


@cache
def _units_after_digits() -> dict[str, str]:
    return pairs("units_after_digits", "unit")


def _read_figure(
    text: str, match: re.Match[str], own_units: Mapping[str, str]
) -> Iterator[RecognisedFigure]:
    if match["unit"] == "年" and YEAR.fullmatch(match["number"]) or _is_each(text, match):
        return
    written = "".join(match[group] or "" for group in ("number", "scale", "scale_behind"))
    ends, value = span_of_two(written), number(written)
    value = (ends[0] + ends[1]) / 2 if ends else value
    if value is None or _is_guess(match["number"]) or _is_grade_or_article(text, match):
        return
    value += HALF if match["half"] or match["half_behind"] else 0
    start, end, bound = _bounds(text, match)
    lead_text = text[max(0, start - POST_DISTANCE) : start]
    unit = _unit(match["unit"], lead_text, text[end:], own_units)
    per = rate_of_unit(text, start, end, unit)
    values = [(value, Bound.ABOUT if ends else bound)]
    if low := _low_end(text, match):
        values = [(low, Bound.AT_LEAST), (value, Bound.AT_MOST)]
    for amount, limit in values:
        yield RecognisedFigure(start, end, amount, limit, unit, per, text[start:end], ends)


def _is_each(text: str, match: re.Match[str]) -> bool:
    """Whether a number says of how many each has something: 每千人口, 每万人."""
    many = not set(match["number"]) & (letters("digit").keys() | set(DIGITS))
    return many and text.endswith(EACH_ONE, 0, match.start())


def _is_guess(written: str) -> bool:
    """Whether two digits in words stand side by side that do not follow each other: 三五个."""
    digits = letters("digit")
    two = len(written) == 2 and all(digits.get(letter) for letter in written)
    return two and span_of_two(written) is None


def _is_grade_or_article(text: str, match: re.Match[str]) -> bool:
    """Whether a number is a grade (三级医院) or stands for an article (一个制度)."""
    if match["unit"] == GRADE and span_of_two(match["number"]):
        return True
    if match["number"] not in letters("digit") or match["low"] or match["scale"]:
        return False
    if match["unit"] == GRADE:
        return bool(word_pattern("graded_words").match(text, match.end("unit")))
    bounded = (
        match["before"]
        or match["after"]
        or distant_bound(text, match)
        or EACH_BEFORE.search(text, max(0, match.start() - VERB), match.start())
        or rate(text, match.start(), match.end())
    )
    return match["number"] == "一" and match["unit"] in ARTICLES and not bounded


def _low_end(text: str, match: re.Match[str]) -> Decimal | None:
    """The lower end of 8到10家; None for one number, and for a change (从8到10家)."""
    if not match["low"] or CHANGE_START.search(text, max(0, match.start() - REACH), match.start()):
        return None
    scale = match["low_unit"].rstrip("%％") or match["scale"] or ""
    return number(match["low"] + scale)


def _bounds(text: str, match: re.Match[str]) -> tuple[int, int, Bound]:
    """Start and end of a figure, and the bound by the words before, inside and after its number.

    The last of them counts. Some words may stand before the verb: 最多服务2500人.
    """
    start, before = bound_before(text, match, *BEFORE_PLACE)
    end, after = bound_after(text, match)
    inside = pairs("bounds", "bound", position="inside")
    more = match["more"] or match["more_behind"] or match["more_of_unit"]
    bound = after or inside.get(more or "", "") or before or distant_bound(text, match) or "="
    bound = bound_behind(text, end, match["unit"]) or bound if bound == "=" else bound
    return start, end, Bound(bound)


def _unit(written: str, lead_text: str, text_behind: str, own_units: Mapping[str, str]) -> str:
    """The unit of a word of measure: institutions if it counts them, a count of posts (编制3名).

    `lead_text` are the last letters before the number, `text_behind` those after it.
    """
    unit = (_units() | _units_after_digits()).get(written, MONTH)
    own_unit = own_units.get(f"{A}{written}") or own_units.get(written) or unit
    if own_unit not in {*_units().values(), MONTH, SHARE}:
        return own_unit
    if written in POST_MEASURES and word_pattern("counted_posts").search(lead_text):
        return COUNT
    people = word_pattern("counted_people")
    if (
        unit == COUNT
        and written == A
        and (A_PERSON.match(text_behind) or people.match(text_behind))
    ):
        return PERSON
    counted = re.split(f"[，,。；;、\n{PREDICATE}]", text_behind[:COUNTED_DISTANCE])[0]
    institutions = (row["written"] for row in word_table("counted_institutions"))
    if unit == COUNT and written in "个处" and any(word in counted for word in institutions):
        return INSTITUTION
    return unit
