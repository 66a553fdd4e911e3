"""The unit of time or the like by which a figure is a rate: 每周派出32名."""

from __future__ import annotations

import re
from functools import cache

from drafting.recognition.numbers.numerals import numeral_letters
from drafting.words.word_tables import pairs, word_alternatives

# How far before a figure its rate may stand, and what ends its clause.
DISTANCE, CLAUSE_ENDS = 24, re.compile("[，,。；;、\n]")
# 一年 at the head of a clause is a rate (一年省下90万元).
A_YEAR = re.compile(
    "(?:平均|大约|大概|约)?一(年|个月|周|天|个?季度|个?星期)(?![内后来级前多以间里])"
)
MEASURE_WORD, EACH_WORD = "个", "每"
# The year of 2024年人均, 去年收入, 上半年服务 and of the name 年薪制 is no rate.
A_DATE = re.compile("(?:[0-9]{4}|[今去上当本前明全半])年|[当今]日|[当上本]月|年薪制")


def rate(text: str, start: int, end: int) -> str:
    """The unit of time of a rate: before the figure in its clause, or directly after it.

    A rate belongs to the first figure behind it, and to a later one that counts by the same word:
    每周派32名医生到8个驿站 sends 32 a week to 8, but 每年90元提到140元 are both a year's.
    """
    clause = CLAUSE_ENDS.split(text[max(0, start - DISTANCE) : start])[-1]
    clause = A_DATE.sub(" ", clause)
    counted = [match for match in _rate_word_pattern().finditer(clause) if match["measure"]]
    if counted and counted[-1]["measure"] not in text[start:end]:
        clause = clause[counted[-1].end() :]
    rates = pairs("rates", "per")
    for written, per in rates.items():
        if written in clause or text.startswith(written, end) and written.startswith("/"):
            return per
    each = A_YEAR.match(clause)
    return rates.get(f"{EACH_WORD}{each[1].removeprefix(MEASURE_WORD)}", "") if each else ""


@cache
def _rate_word_pattern() -> re.Pattern[str]:
    """A word of a rate, or a number with the word of measure that it counts by."""
    numerals = numeral_letters("digit", "place", "scale")
    measure = f"[0-9.{numerals}]+[多余]?(?P<measure>{word_alternatives('units')})"
    return re.compile(f"{word_alternatives('rates')}|一[年月周天]|{measure}")
