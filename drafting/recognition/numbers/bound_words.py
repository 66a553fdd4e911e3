"""The words before and after a number that bound it: 近, 超过, 以上, 多."""

from __future__ import annotations

import re
from functools import cache

from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern

BEFORE_GROUP, AFTER_GROUP = "before", "after"
# The longest word that ends in a word of a bound: 节约 is no 约.
MAX_WORD_LETTERS = 3


@cache
def bound_alternatives(*positions: str) -> str:
    """A pattern of any word of a bound at one of these positions."""
    return alternatives(_bounds(*positions))


@cache
def _bounds(*positions: str) -> dict[str, str]:
    rows = [pairs("bounds", "bound", position=position) for position in positions]
    return {written: bound for row in rows for written, bound in row.items()}


def bound_before(text: str, match: re.Match[str], *positions: str) -> tuple[int, str]:
    """Where a figure begins, and the bound by the group `before`.

    The bound is "" without such a word, and where it ends a longer word (签约3万人).
    """
    word = match["before"]
    if not word:
        return match.start(), ""
    end = match.start() + len(word)
    for stop in range(match.start() + 1, end + 1):  # 预约有 is no 约有
        if _words_in_bounds().search(text, max(0, stop - MAX_WORD_LETTERS), stop):
            return end, ""
    return match.start(), _bounds(*positions or (BEFORE_GROUP,))[word]


def bound_after(text: str, match: re.Match[str], *positions: str) -> tuple[int, str]:
    """Where a figure ends, and the bound by the group `after`.

    The bound is "" without such a word, and where it begins a longer word (3个多学科门诊).
    """
    word = match["after"]
    if not word:
        return match.end(), ""
    start = match.end() - len(word)
    if word_pattern("words_beginning_with_bounds").match(text, start):
        return start, ""
    return match.end(), _bounds(*positions or (AFTER_GROUP,))[word]


@cache
def _words_in_bounds() -> re.Pattern[str]:
    return re.compile(f"(?:{word_alternatives('words_ending_in_bounds')})$")
