"""The words before and after a number that bound it: 近, 超过, 以上, 多."""

from __future__ import annotations

import re
from functools import cache

from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern

BEFORE_GROUP, AFTER_GROUP = "before", "after"
# The longest word that ends in a word of a bound: 节约 is no 约.
MAX_WORD_LETTERS = 3
# Words further behind a number: 元起 (not 起来), 封顶, and 以上 behind what is counted.
MONEY, START_OF_PRICE, CEILING = "元", re.compile("起(?![来步])"), re.compile("封顶")
MEASURES_OF_NOUNS, BOUND_BEHIND_NOUN = (
    "个种项家",
    re.compile("(?:(?![级及或含])[\u4e00-\u9fff]){1,3}?(以上|以内|左右)"),
)
# How far before a number a word of its bound may stand, and the longest verb between.
DISTANT_REACH, MAX_VERB_LETTERS = 10, 4
# How far before a multiple the bound of its whole may stand.
WHOLE_DISTANCE = 18


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


def bound_behind(text: str, end: int, unit: str) -> str:
    """The bound by words further behind: 1600元起, 三倍封顶, 800个品种以上; or ""."""
    if unit == MONEY and START_OF_PRICE.match(text, end):
        return ">="
    if CEILING.match(text, end):
        return "<="
    noun = BOUND_BEHIND_NOUN.match(text, end) if unit in MEASURES_OF_NOUNS else None
    return _bounds(AFTER_GROUP)[noun[1]] if noun else ""


def distant_bound(text: str, match: re.Match[str]) -> str:
    """The bound by a word before the verb of a number, or ""."""
    distant = pairs("bounds", "bound", position="distant")
    verb = re.compile(rf"({alternatives(distant)})[\u4e00-\u9fff]{{1,{MAX_VERB_LETTERS}}}$")
    before = verb.search(text, max(0, match.start() - DISTANT_REACH), match.start())
    return distant[before[1]] if before else _bound_of_whole(text, match.start())


def _bound_of_whole(text: str, start: int) -> str:
    """The bound by a word before the whole of which a multiple is: 不超过平均收入的2.5倍; or ""."""
    match = _bound_before_whole().search(text, max(0, start - WHOLE_DISTANCE), start)
    return _bounds(BEFORE_GROUP)[match[1]] if match else ""


@cache
def _bound_before_whole() -> re.Pattern[str]:
    words = alternatives(word for word in _bounds(BEFORE_GROUP) if word.startswith("不"))
    return re.compile(rf"({words})[\u4e00-\u9fff]{{2,12}}的$")


@cache
def _words_in_bounds() -> re.Pattern[str]:
    return re.compile(f"(?:{word_alternatives('words_ending_in_bounds')})$")
