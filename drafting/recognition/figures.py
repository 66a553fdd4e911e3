"""Figures of a clean text: value, bound, unit and rate, with the span of their writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from drafting.recognition.numerals import letters, number, span_of_two
from drafting.words.word_tables import alternatives, pairs, word_table
from ontology.schema.enums import Bound

YEAR = re.compile("(?:19|20)[0-9]{2}")
CLAUSE_ENDS = "，,。；;、\n"
RATIO = re.compile(r"([0-9]+)[∶:]([0-9]+)(?:[∶:]([0-9]+))?(?=的?比例|分配|比)")
# How far before a figure its rate may stand, and how far after it the counted thing.
RATE_DISTANCE, COUNTED_DISTANCE = 14, 30
INSTITUTION, COUNT = "institution", "count"


@dataclass(frozen=True, order=True)
class RecognisedFigure:
    """A figure: characters `start` to `end` of the clean text read `written`.

    `unit` is a code of the table of units, `per` a unit of time or "".
    """

    start: int
    end: int
    value: Decimal
    bound: Bound
    unit: str
    per: str
    written: str


def figures(text: str) -> tuple[RecognisedFigure, ...]:
    """The figures of a clean text by their place; a span of two (五六十) is two figures.

    A word for a share without a number (全部) is a figure too.
    """
    quantities = [figure for match in _quantity().finditer(text) for figure in _read(text, match)]
    covered = {place for figure in quantities for place in range(figure.start, figure.end)}
    others = [*_ratios(text), *_numbered_names(text), *_shares(text)]
    return tuple(
        sorted({*quantities, *(figure for figure in others if figure.start not in covered)})
    )


@cache
def _quantity() -> re.Pattern[str]:
    before = alternatives(pairs("bounds", "bound", position="before"))
    after = alternatives(pairs("bounds", "bound", position="after"))
    inside = alternatives(pairs("bounds", "bound", position="inside"))
    numerals = "".join({**letters("digit"), **letters("place")})
    scales = "".join({**letters("scale"), **letters("place")})
    digits = r"[0-9]{1,3}(?:[ ,\u2009\u00a0][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
    return re.compile(
        rf"(?P<before>{before})?(?<![第0-9{numerals}])(?P<number>{digits}|[{numerals}]+|(?=[万亿]余))"
        rf"(?P<more>{inside})?(?P<scale>[{scales}]+)?(?P<more_behind>{inside})?"
        rf"(?:个(?=月|百分点))?(?P<unit>{alternatives(_units())}|(?<=个)月)(?P<after>{after})?"
    )


@cache
def _units() -> dict[str, str]:
    return pairs("units", "unit")


def _read(text: str, match: re.Match[str]) -> Iterator[RecognisedFigure]:
    written, end = match["number"], match.end()
    if match["unit"] == "年" and YEAR.fullmatch(written):
        return
    value = number(written) if written else Decimal(1)
    if value is None:
        return
    for letter in match["scale"] or "":
        value *= letters("scale").get(letter) or letters("place")[letter]
    if match["after"] == "内" and text[end : end + 1] in {"容", "部"}:
        end -= 1  # the first letter of 内容, 内部
    start, bound = match.start(), _bound(match, end)
    unit, per = _unit(match["unit"], text[end:]), _rate(text, start, end)
    values = [(value, bound)]
    if (pair := span_of_two(written)) and not match["scale"]:
        values = [(pair[0], Bound.AT_LEAST), (pair[1], Bound.AT_MOST)]
    for amount, limit in values:
        yield RecognisedFigure(start, end, amount, limit, unit, per, text[start:end])


def _bound(match: re.Match[str], end: int) -> Bound:
    """The bound by the words before, inside and after a number; the last of them counts."""
    bound = "="
    if match["before"]:
        bound = pairs("bounds", "bound", position="before")[match["before"]]
    if match["more"] or match["more_behind"]:
        bound = ">"
    if match["after"] and end == match.end():
        bound = pairs("bounds", "bound", position="after")[match["after"]]
    return Bound(bound)


def _unit(written: str, behind: str) -> str:
    """The unit of a word of measure; counted institutions are institutions."""
    unit = _units().get(written, "month")
    counted = re.split(f"[{CLAUSE_ENDS}]", behind[:COUNTED_DISTANCE])[0]
    institutions = (row["written"] for row in word_table("counted_institutions"))
    if unit == COUNT and written in "个处" and any(word in counted for word in institutions):
        return INSTITUTION
    return unit


def _rate(text: str, start: int, end: int) -> str:
    """The unit of time of a rate: before the figure in its clause, or directly after it."""
    clause = re.split(f"[{CLAUSE_ENDS}]", text[max(0, start - RATE_DISTANCE) : start])[-1]
    for written, per in pairs("rates", "per").items():
        if written in clause or text.startswith(written, end) and written.startswith("/"):
            return per
    return ""


def _ratios(text: str) -> Iterator[RecognisedFigure]:
    """The parts of a ratio: 5:3:2."""
    for match in RATIO.finditer(text):
        for part in filter(None, match.groups()):
            span = match.start(), match.end()
            yield RecognisedFigure(*span, Decimal(part), Bound.EQUAL, "share", "", match[0])


def _shares(text: str) -> Iterator[RecognisedFigure]:
    """Words for a share without a number: 全部 is 100 %."""
    rows = {row["written"]: row for row in word_table("shares")}
    for match in re.finditer(alternatives(rows), text):
        value, unit = Decimal(rows[match[0]]["value"]), rows[match[0]]["unit"]
        yield RecognisedFigure(*match.span(), value, Bound.EQUAL, unit, "", match[0])


def _numbered_names(text: str) -> Iterator[RecognisedFigure]:
    """Numbers in quoted names: a name of the form “三通” or “四个一” says how many parts it has."""
    numerals = "".join({**letters("digit"), "十": 10})
    part = rf"(?:[{numerals}]+|[0-9]{{1,2}})(?:[A-Z]|[\u4e00-\u9fff]{{1,3}}?)"
    for name in re.finditer(rf"[“‘](?:{part})+[”’]", text):
        for match in re.finditer(rf"([{numerals}]+|[0-9]{{1,2}})[^{numerals}0-9”’]+", name[0]):
            value = number(match[1])
            if value is not None:
                start = name.start() + match.start()
                end = name.start() + match.end()
                yield RecognisedFigure(start, end, value, Bound.EQUAL, COUNT, "", match[0])
