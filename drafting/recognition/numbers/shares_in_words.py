"""Shares that words tell: 七成, 三分之二, 过半, 八折, 千分之三, 5:3:2, 二八开, 全部."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from drafting.recognition.numbers.bound_words import bound_after, bound_alternatives, bound_before
from drafting.recognition.numbers.numerals import letters, number, numeral_letters, span_of_two
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.words.word_tables import alternatives, word_alternatives, word_table
from ontology.schema.enums import Bound

PERCENT, SHARE = "percent", "share"
# Where the words of the bound of a share stand: 近三成, 七成以上, 三分之二强; 过半 has another.
POSITIONS_BEFORE, POSITIONS_AFTER = ("before",), ("after", "after_share")
POSITIONS_BEFORE_HALF = ("before", "before_place")
# A ratio of three parts, or of two before a word that says so; 比 needs that word or 按.
DIVISION_WORDS = "的?比例|分配|配|比|分成|分摊|分担|分享|共担|承担|结算|分账|开"
RATIO = re.compile(
    rf"(?<![0-9∶:：])([0-9]{{1,2}})[∶:：]([0-9]{{1,2}})(?:[∶:：]([0-9]{{1,2}})|(?={DIVISION_WORDS}))"
)
# What may stand between the word for a ratio and its change.
CHANGE_WORDS = "(?:提高|提升|上升|下降|优化|调整|改善|升|降)[到至为]"
# What stands between the ends of a range (三至五成), and before them if they are a change.
RANGE_JOINT, CHANGE_START = "[至到\\-—~～]", re.compile("(?:从|由)[^，,。；;]{0,6}$")
REACH = 8
# 每个月 is a rate, and no share.
NO_MONTH = "(?<!每个(?=[月季星小工周]))"
# What the parts of a ratio of three add up to, and those of a division in two (二八开).
RATIO_SUMS, TENTHS = (10, 100), 10
HUNDREDTH, MIN_STEP = Decimal("0.01"), Decimal("0.000001")
# Half as a share: 过半, 近半数; other words follow in 近半年, 年过半百.
HALF = (
    "(?P<before>过|近|将近|接近|超过?|逾|不足|不到|约)半"
    "(?:数|(?![年月天日个小百径数夜价圈辈路途生程球周边封点学世导自]))(?!百)"
)
# What stands before and behind the tenths of a price (按八折收取): 骨折 and 折扣 are other words.
PRICE_OPENINGS, OTHER_WORD_ENDINGS = "打了按享受付的以价费", "扣合叠算腾页"


def shares_in_words(text: str) -> Iterator[RecognisedFigure]:
    """The shares of a clean text that no number with a word of measure tells."""
    yield from _ratios(text)
    yield from _divisions(text)
    yield from _words_for_shares(text)
    yield from _parts(text)
    yield from _more_than_half(text)
    yield from _discounts(text)


def _ratios(text: str) -> Iterator[RecognisedFigure]:
    """The parts of a ratio: 5:3:2, which together are 10 or 100 unless a word says it is one."""
    for match in [*RATIO.finditer(text), *_ratio_in_words().finditer(text)]:
        parts = [value for part in match.groups() if part and (value := number(part)) is not None]
        if len(parts) > 2 and sum(parts) not in RATIO_SUMS:
            continue  # a time: 12:30:45
        yield from _parts_of(match, parts)
    for match in _ratio_behind_its_name().finditer(text):
        parts = [value for part in ("one", "other") if (value := number(match[part])) is not None]
        yield from _parts_of(
            match, parts, Bound(bound_before(text, match, *POSITIONS_BEFORE)[1] or "=")
        )


@cache
def _ratio_in_words() -> re.Pattern[str]:
    part = f"([0-9]{{1,2}}|[{numeral_letters('digit', 'place')}]{{1,3}})"
    return re.compile(
        rf"(?<![0-9{numeral_letters('digit', 'place')}]){part}比{part}"
        rf"(?:比{part}|(?={DIVISION_WORDS}))(?![0-9])"
    )


@cache
def _ratio_behind_its_name() -> re.Pattern[str]:
    """A ratio of two after a word that marks a ratio: 医护比约为1比1.5, 床护比达到1∶0.6."""
    part = rf"[0-9]{{1,3}}(?:\.[0-9]+)?|[{numeral_letters('digit', 'place')}]{{1,3}}"
    return re.compile(
        rf"(?<=比)(?:例|值)?[由从]?(?:{CHANGE_WORDS})?(?P<before>{bound_alternatives(*POSITIONS_BEFORE)})?[为是]?"
        rf"(?P<one>{part})[比∶:：](?P<other>{part})(?![0-9]|{DIVISION_WORDS})"
    )


def _divisions(text: str) -> Iterator[RecognisedFigure]:
    """What two parties have of ten parts: 二八开, 四六分成."""
    part = f"([{numeral_letters('digit')}])"
    for match in re.finditer(
        rf"{part}{part}(?:开(?![展始设通业放发])|分(?:[成账担摊享配]|(?=[，,。；;])))", text
    ):
        parts = [Decimal(letters("digit")[part]) for part in match.groups()]
        if sum(parts) == TENTHS:
            yield from _parts_of(match, parts)


def _parts_of(
    match: re.Match[str], parts: list[Decimal], bound: Bound = Bound.EQUAL
) -> Iterator[RecognisedFigure]:
    for part in parts:
        yield RecognisedFigure(*match.span(), part, bound, SHARE, "", match[0])


def _words_for_shares(text: str) -> Iterator[RecognisedFigure]:
    """Words for a share without a number: 全部 is 100 %."""
    rows = {row["written"]: row for row in word_table("shares")}
    for match in re.finditer(f"(?:{alternatives(rows)}){NO_MONTH}", text):
        value, unit = Decimal(rows[match[0]]["value"]), rows[match[0]]["unit"]
        yield RecognisedFigure(*match.span(), value, Bound.EQUAL, unit, "", match[0])


def _parts(text: str) -> Iterator[RecognisedFigure]:
    """Parts in words: 三分之二 is about 66.67 %, 百分之六十 is 60 %, 七成五 is 75 %."""
    for match in _part().finditer(text):
        value, low = _share_of(match), _low_end(text, match)
        if value is not None and low is not None:
            high = value.quantize(HUNDREDTH)
            for amount, limit in ((low, Bound.AT_LEAST), (high, Bound.AT_MOST)):
                yield RecognisedFigure(*match.span(), amount, limit, PERCENT, "", match[0])
        elif value is not None:
            is_exact = value == value.quantize(MIN_STEP)
            exact = is_exact and not span_of_two(match["tenths"] or "")
            value = value if exact else value.quantize(HUNDREDTH)
            yield _figure_with_bound(text, match, value, Bound.EQUAL if exact else Bound.ABOUT)


@cache
def _part() -> re.Pattern[str]:
    digits = numeral_letters("digit")
    numerals, scales = numeral_letters("digit", "place"), numeral_letters("scale")
    counted = alternatives(row["written"] for row in word_table("units"))
    tenths = (
        f"(?:(?P<low_tenths>[{digits}1-9])成?{RANGE_JOINT})?(?P<tenths>[{digits}]{{2}}|[{numerals}1-9])成(?!{word_alternatives('words_with_tenths')})"
        f"(?:(?P<hundredths>[{digits}1-9])(?![0-9{numerals}]|{counted})|(?P<half>半))?"
    )
    whole = f"(?P<whole>[{numerals}{scales}]+)分之(?P<part>[{numerals}]+(?:点[{digits}]+)?)"
    high = f"(?P<high>[{numerals}]+(?:点[{digits}]+)?)(?![{numerals}半分]|{counted})"
    whole += f"(?:{RANGE_JOINT}(?:(?P=whole)分之)?{high})?"
    fraction = r"(?<![/.])(?P<above>[1-9])/(?P<below>[2-9]|10)(?=的|以上|左右|多|强|[，,。；;\n]|$)"
    return re.compile(
        rf"(?P<before>{bound_alternatives(*POSITIONS_BEFORE)})?(?<![第0-9{numerals}])"
        rf"(?:{tenths}|(?P<a_half>一半|半数)|{whole}|{fraction})"
        rf"(?P<after>{bound_alternatives(*POSITIONS_AFTER)})?"
    )


def _low_end(text: str, match: re.Match[str]) -> Decimal | None:
    """The lower end of a range in percent; None for one share, and for a change (从三成到五成)."""
    if CHANGE_START.search(text, max(0, match.start() - REACH), match.start()):
        return None
    if match["low_tenths"]:
        low = number(match["low_tenths"])
        return low * 10 if low else None
    return _part_of(match["whole"], match["part"]) if match["high"] else None


def _part_of(denominator: str, numerator: str) -> Decimal | None:
    parts, total = number(numerator), number(denominator)
    if parts is None or not total:
        return None
    return (parts * 100 / total).quantize(HUNDREDTH)


def _share_of(match: re.Match[str]) -> Decimal | None:
    """The share in percent of tenths or of a fraction; None for no number."""
    if match["a_half"]:
        return Decimal(50)
    if ends := span_of_two(match["tenths"] or ""):
        return (ends[0] + ends[1]) * TENTHS / 2
    if match["tenths"]:
        tenths, more = number(match["tenths"]), number(match["hundredths"] or "0")
        return tenths * 10 + (5 if match["half"] else more or 0) if tenths else None
    last = "high" if match["high"] else "part"
    part, total = (number(match[name] or "") for name in (last, "whole"))
    if match["above"]:
        part, total = Decimal(match["above"]), Decimal(match["below"])
    return part * 100 / total if part is not None and total else None


def _more_than_half(text: str) -> Iterator[RecognisedFigure]:
    """More or less than half, without a number: 过半, 近半数."""
    for match in re.finditer(HALF, text):
        start, bound = bound_before(text, match, *POSITIONS_BEFORE_HALF)
        if bound:
            span = start, match.end()
            yield RecognisedFigure(*span, Decimal(50), Bound(bound), PERCENT, "", match[0])


def _discounts(text: str) -> Iterator[RecognisedFigure]:
    """The share of a price that is asked: 八折 is 80 %, 七五折 75 %."""
    written = rf"[{numeral_letters('digit')}]{{1,2}}|[1-9][0-9]|[1-9](?:\.[1-9])?"
    pattern = rf"(?<=[{PRICE_OPENINGS}])(?P<number>{written})折(?![{OTHER_WORD_ENDINGS}])"
    for match in re.finditer(pattern, text):
        value = number(match["number"])
        if value:
            value = value * 10 if value < 10 else value
            yield RecognisedFigure(*match.span(), value, Bound.EQUAL, PERCENT, "", match[0])


def _figure_with_bound(
    text: str, match: re.Match[str], value: Decimal, bound: Bound
) -> RecognisedFigure:
    """The figure of a match with groups `before` and `after`; the last bound counts."""
    start, before = bound_before(text, match, *POSITIONS_BEFORE)
    end, after = bound_after(text, match, *POSITIONS_AFTER)
    bound = Bound(after or before or bound)
    return RecognisedFigure(start, end, value, bound, PERCENT, "", text[start:end])
