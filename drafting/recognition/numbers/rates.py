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


# 一年 before a verb is a rate too (一个医生一年跑四十趟); 去年一年 is a year.
A_YEAR_INSIDE = re.compile(
    "(?<![ 去今前后全整近这那其每头第上下半二三四五六七八九十])"
    "一(年|个月|周|天)(?![内后来级前多以间里半到之])[\u4e00-\u9fff]{1,10}$"
)
# What is produced in a day: 日煎煮能力.
CAPACITY = re.compile("(日|年)[\u4e00-\u9fff]{2,4}能力")
# What is spent for each head (not what each gets: 人均拿到), and units that no head is counted by.
PER_HEAD = re.compile("人均[\u4e00-\u9fff]{0,8}?(?:支出|投入|费用?|经费|补助|筹资|成本|财力|标准)")
MONEY, PERSON, INSTANCE = "CNY", "person", "instance"
YEARLY_PAY, YEAR = "年薪", "year"
# A clause that goes on from what the one before counts: 人均投入，甲县112元; 拿年薪，最高24万元.
SHORT_NAME = re.compile("[\u4e00-\u9fff]{1,6}")
PARTS, SPANS = {"multiple", "share"}, {"year", "month", "week", "day", "hour", "minute"}


def rate_of_unit(text: str, start: int, end: int, unit: str) -> str:
    """The rate of a figure in a unit: money is given per head too, and a span of time never is."""
    *clauses_before, clause = CLAUSE_ENDS.split(text[max(0, start - DISTANCE) : start])
    per = rate(text, start, end)
    if unit == MONEY and not per:
        heading = clauses_before[-1] if clauses_before and SHORT_NAME.fullmatch(clause) else ""
        words = A_DATE.sub(" ", heading + clause)
        return PERSON if PER_HEAD.search(words) else YEAR if YEARLY_PAY in words else ""
    if unit in PARTS or (unit in SPANS and per in (PERSON, INSTANCE)):
        return ""
    return per


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
    if capacity := CAPACITY.search(clause):
        return rates[f"{EACH_WORD}{capacity[1]}"]
    each = A_YEAR.match(clause) or A_YEAR_INSIDE.search(clause)
    return rates.get(f"{EACH_WORD}{each[1].removeprefix(MEASURE_WORD)}", "") if each else ""


@cache
def _rate_word_pattern() -> re.Pattern[str]:
    """A word of a rate, or a number with the word of measure that it counts by."""
    numerals = numeral_letters("digit", "place", "scale")
    measure = f"[0-9.{numerals}]+[多余]?(?P<measure>{word_alternatives('units')})"
    return re.compile(f"{word_alternatives('rates')}|一[年月周天]|{measure}")
