"""Figures that are no number with a word of measure: shares in words, ratios, numbered names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafting.recognition.numbers.numerals import letters, number
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_table
from ontology.schema.enums import Bound

# A ratio of three parts, or of two before a word that says so.
RATIO = re.compile(
    r"(?<![0-9∶:])([0-9]{1,2})[∶:]([0-9]{1,2})(?:[∶:]([0-9]{1,2})|(?=的?比例|分配|比|分成|分摊|分担|分享|共担|承担|结算|分账|开))"
)
COUNT, SHARE = "count", "share"
# What the parts of a ratio of three add up to.
WHOLES = (10, 100)
HUNDREDTH, HALF = Decimal("0.01"), Decimal("0.5")


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


def other_figures(text: str) -> list[RecognisedFigure]:
    """The ratios, numbered names and shares in words of a clean text."""
    in_parts = [*_ratios(text), *_numbered_names(text), *_shares(text), *_parts(text)]
    return [*in_parts, *_halves(text), *_doublings(text)]


def _halves(text: str) -> Iterator[RecognisedFigure]:
    """Half of a unit of time: 半小时 is 0.5 hours."""
    after = alternatives(pairs("bounds", "bound", position="after"))
    for match in re.finditer(rf"半个?(小时|年|天|月)(?P<after>{after})?", text):
        bound = pairs("bounds", "bound", position="after").get(match["after"] or "", "=")
        unit = pairs("units", "unit").get(match[1], "month")
        yield RecognisedFigure(*match.span(), HALF, Bound(bound), unit, "", match[0])


def _doublings(text: str) -> Iterator[RecognisedFigure]:
    """A multiple told by doubling: 翻了一番 is twice as many, 翻两番 four times."""
    for match in re.finditer("翻了?([一两二三])番|翻倍", text):
        times = number(match[1]) if match[1] else Decimal(1)
        value = Decimal(2) ** (times or Decimal(1))
        yield RecognisedFigure(*match.span(), value, Bound.EQUAL, "multiple", "", match[0])


def _ratios(text: str) -> Iterator[RecognisedFigure]:
    """The parts of a ratio: 5:3:2, which together are 10 or 100 unless a word says it is one."""
    for match in RATIO.finditer(text):
        parts = [part for part in match.groups() if part]
        if len(parts) > 2 and sum(map(int, parts)) not in WHOLES:
            continue  # a time: 12:30:45
        for part in parts:
            span = match.start(), match.end()
            yield RecognisedFigure(*span, Decimal(part), Bound.EQUAL, SHARE, "", match[0])


def _shares(text: str) -> Iterator[RecognisedFigure]:
    """Words for a share without a number: 全部 is 100 %."""
    rows = {row["written"]: row for row in word_table("shares")}
    for match in re.finditer(alternatives(rows), text):
        value, unit = Decimal(rows[match[0]]["value"]), rows[match[0]]["unit"]
        yield RecognisedFigure(*match.span(), value, Bound.EQUAL, unit, "", match[0])


def _parts(text: str) -> Iterator[RecognisedFigure]:
    """Parts in words: 三分之二 is about 66.67 %, 百分之六十 is 60 %, 七成 is 70 %."""
    numerals = "".join({**letters("digit"), **letters("place")})
    before = alternatives(pairs("bounds", "bound", position="before"))
    after = alternatives(pairs("bounds", "bound", position="after"))
    no_share = word_alternatives("words_with_tenths")
    tenths = f"(?P<tenths>[{numerals}1-9])成(?P<half>半)?(?!{no_share})|(?P<a_half>一半|半数)"
    whole = rf"(?P<whole>[{numerals}]+)分之(?P<part>[{numerals}]+)"
    pattern = rf"(?P<before>{before})?(?<![第0-9{numerals}])(?:{tenths}|{whole})(?P<after>{after})?"
    for match in re.finditer(pattern, text):
        value = _share_of(match)
        if value is None:
            continue
        bound = "=" if value == value.quantize(HUNDREDTH) else "~"
        for position in ("before", "after"):
            words = pairs("bounds", "bound", position=position)
            bound = words.get(match[position] or "", bound)
        span = match.start(), match.end()
        value = value.quantize(HUNDREDTH)
        yield RecognisedFigure(*span, value, Bound(bound), "percent", "", match[0])


def _share_of(match: re.Match[str]) -> Decimal | None:
    """The share in percent of tenths or of a fraction; None for no number."""
    if match["a_half"]:
        return Decimal(50)
    if match["tenths"]:
        tenths = number(match["tenths"])
        return tenths * 10 + (5 if match["half"] else 0) if tenths else None
    part, total = number(match["part"]), number(match["whole"])
    return part * 100 / total if part is not None and total else None


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
