"""Ranges whose ends both have a word of measure (300元至500元), and words that only tell a rate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from ontology.schema.enums import Bound

# What joins the two ends, what before them makes it a change, and what behind says it is none.
RANGE_JOINT, CHANGE_START = (
    re.compile("[到至\\-—–~～]{1,2}"),
    re.compile("[从由][^，,。；;]{0,6}$"),
)
RANGE_END, REACH = re.compile("不等|之间"), 8
# A unit of time at the head of a clause tells the rate of the next figure: 一周三次.
ONE_IN_CHINESE, CLAUSE_HEAD = "一", re.compile("(?:^|[，,。；;：:、\\s（(“])$")
# What tells that the later of two figures is what the earlier became.
CHANGE_BETWEEN = re.compile("^[^，,。；;、\\n]{0,8}[到至为]了?[^，,。；;、\\n]{0,4}$")
# What stands between the figures of a row: a short name or 最低, and a word such as 只有.
ROW_BETWEEN = re.compile(
    "[，,、：:](?:但?差距悬殊[：:])?[\u4e00-\u9fff]{1,6}?(?:则?为|则?有|只有|仅有?|达|是|最[高低])?"
)
CLAUSE_ENDS = re.compile("[，,。；;、\n]")


def with_ranges(text: str, figures: Sequence[RecognisedFigure]) -> tuple[RecognisedFigure, ...]:
    """The figures in their order; two that are the ends of a range bound it together."""
    ranged = list(figures)
    for number, (low, high) in enumerate(pairwise(figures)):
        if _is_range(text, low, high):
            start, end = low.start, high.end
            whole = replace(low, start=start, end=end, words=text[start:end])
            ranged[number] = replace(whole, bound=Bound.AT_LEAST)
            ranged[number + 1] = replace(whole, bound=Bound.AT_MOST, value=high.value)
    return tuple(ranged)


def _is_range(text: str, low: RecognisedFigure, high: RecognisedFigure) -> bool:
    """Whether a larger figure in the same unit follows a joint, and not as what it became."""
    joined = low.end < high.start and RANGE_JOINT.fullmatch(text, low.end, high.start)
    exact = low.bound is high.bound is Bound.EQUAL
    if not (joined and exact and low.unit == high.unit and low.value < high.value):
        return False
    is_change = CHANGE_START.search(text, max(0, low.start - REACH), low.start)
    return not is_change or bool(RANGE_END.match(text, high.end))


def with_rates_of_changes(
    text: str, figures: Sequence[RecognisedFigure]
) -> tuple[RecognisedFigure, ...]:
    """The figures, each with the rate of the one that it was before: 从一年200台升到1000台."""
    rated = list(figures)
    for number, (low, high) in enumerate(pairwise(figures)):
        between = text[low.end : high.start]
        is_change = low.end < high.start and CHANGE_BETWEEN.search(between)
        if low.per and not high.per and low.unit == high.unit and is_change:
            rated[number + 1] = replace(high, per=low.per)
    return tuple(rated)


def with_rates_of_rows(
    text: str, figures: Sequence[RecognisedFigure]
) -> tuple[RecognisedFigure, ...]:
    """The figures, each with the rate of the one before whose row it goes on.

    甲县人均支出为811元，乙县只有597元; 院长拿年薪，最高24万元，最低11万元.
    """
    rated: list[RecognisedFigure] = []
    for figure in figures:
        before = next((f for f in reversed(rated) if f.end <= figure.start), None)
        start = before.end if before else 0
        goes_on = before and before.unit == figure.unit and not figure.per
        row = ROW_BETWEEN.fullmatch(text, start, figure.start) if goes_on else None
        rated.append(replace(figure, per=before.per) if before and row and before.per else figure)
    return tuple(rated)


def without_rate_words(
    text: str, figures: Sequence[RecognisedFigure]
) -> tuple[RecognisedFigure, ...]:
    """The figures without the ones that only tell by which unit the next is a rate: 一周三次."""
    return tuple(
        figure
        for figure, after in zip_longest(figures, figures[1:])
        if not (after and _is_rate_of(text, figure, after))
    )


def _is_rate_of(text: str, figure: RecognisedFigure, after: RecognisedFigure) -> bool:
    between = text[figure.end : after.start]
    return (
        figure.words.startswith(ONE_IN_CHINESE)
        and figure.unit == after.per
        and bool(CLAUSE_HEAD.search(text, 0, figure.start))
        and not CLAUSE_ENDS.search(between)
    )
