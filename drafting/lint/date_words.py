"""Dates in other writing, and days that are counted from the last date of a text.

二〇二一年三月, 23年5月 and 2023.6 are read as full dates; 8日, 次日 and 三天后 as days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drafting.recognition.numbers.numerals import letters, number

NUMERALS = "一二三四五六七八九十"
YEAR_IN_LETTERS = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
MONTH_IN_LETTERS = re.compile(f"(?<![{NUMERALS}几数多半])(元|十[一二]?|[一二三四五六七八九])(?=月)")
DAY_IN_LETTERS = re.compile(f"(?<=月)([{NUMERALS}]{{1,3}})[日号]")
SHORT_YEAR = re.compile("(?<![0-9])([0-3][0-9])(?=年[0-9]{1,2}月)")
# The year in a cell of a table.
YEAR_ALONE = re.compile("(?:19|20)[0-9]{2}")
YEAR_AND_MONTH = re.compile("(?<![0-9])(20[0-9]{2})[./]([0-9]{1,2})(?![0-9./])")
DAY = re.compile("(?<![0-9月])([0-9]{1,2})[日号]")
# Days from the last date of a text: 同日 is that day, 次日 the next.
STEPS = {
    "同日": 0,
    "当日": 0,
    "当天": 0,
    "次日": 1,
    "翌日": 1,
    "第二天": 1,
    "隔天": 1,
    "前一天": -1,
}
LATER_DAYS = re.compile(f"([0-9]{{1,2}}|[{NUMERALS}两]+)天(?:之?后|以后)")


def in_digits(words: str) -> str:
    """Words of a date with years and months in letters, or in short, as digits of a full date."""
    if YEAR_ALONE.fullmatch(words.strip()):
        return f"{words.strip()}年"
    digits = {**letters("digit"), "〇": 0, "○": 0, "零": 0}
    words = YEAR_IN_LETTERS.sub(lambda m: "".join(str(int(digits[c])) for c in m[0]), words)
    words = MONTH_IN_LETTERS.sub(
        lambda m: "1" if m[1] == "元" else str(number(m[1]) or m[1]), words
    )
    words = DAY_IN_LETTERS.sub(lambda m: f"{number(m[1]) or m[1]}日", words)
    words = SHORT_YEAR.sub(r"20\1", words)
    return YEAR_AND_MONTH.sub(r"\1年\2月", words)


def days_by_count(words: str, last: str) -> Iterator[date]:
    """The days that words mean by the last date of a text, an EDTF date of a month or a day."""
    match = re.match("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", last)
    if match is None:
        return
    year, month = int(match[1]), int(match[2])
    for day in map(int, DAY.findall(words)):
        try:
            yield date(year, month, day)
        except ValueError:
            continue  # the 31st of June
    if match[3]:
        start = date(year, month, int(match[3]))
        steps = [step for word, step in STEPS.items() if word in words]
        steps += [int(number(count) or 0) for count in LATER_DAYS.findall(words)]
        yield from (start + timedelta(step) for step in steps)
