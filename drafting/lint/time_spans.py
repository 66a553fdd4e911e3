"""Spans of time that words state: a part of a year, months or days in a row, a five-year plan."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from drafting.recognition.numerals import letters, number
from drafting.words.word_tables import alternatives, word_table
from ontology.schema.edtf import edtf_interval

YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年|[-./])")
# The sixth plan began in 1981; each has five years.
SIXTH_PLAN, SIXTH_BEGINS, PLAN_YEARS = 6, 1981, 5
PLAN = re.compile(
    '(十[一二三四五六七八九]?|[六七八九])五(?:[”’」』"]|时期|期间|规划|(?=末))+(末|收官)?'
)
DECADE = re.compile("(?:上|20)世纪(?:(?P<decade>[1-9])0|(?P<letter>[一二三四五六七八九])十)年代")
SAID_YEAR = "(?:(?P<year>(?:19|20)[0-9]{2})年)?"
DAYS = re.compile(
    SAID_YEAR + "(?P<month>1[0-2]|0?[1-9])月(?P<day>[1-3]?[0-9])日?(?:至|到|[-—~～]+)"
    "(?:(?P<month2>1[0-2]|0?[1-9])月)?(?P<day2>[1-3]?[0-9])日"
)
MONTHS = re.compile(
    SAID_YEAR + "(?P<month>1[0-2]|0?[1-9])月?(?:份)?(?:至|到|[-—~～]+)(?P<month2>1[0-2]|[1-9])月"
)


@dataclass(frozen=True)
class TimeSpan:
    """The first and the last day of a span of time; `exact` if its words name its two ends."""

    first: date
    last: date
    exact: bool

    def holds(self, edtf: str) -> bool:
        """Whether an EDTF date lies in this span, whatever doubt it has; it has the ends of an
        exact span. One of its ends may be open."""
        interval = edtf_interval(edtf.replace("~", "").replace("?", ""))
        ends = [day for day in (interval.earliest, interval.latest) if day is not None]
        if self.exact:
            return {self.first, self.last}.issuperset(ends)
        return all(self.first <= day <= self.last for day in ends)


def time_spans(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    """The spans of time that words state; `years` are those that words without a year mean."""
    said = [int(year) for year in YEAR.findall(words)] or list(years)
    yield from _parts_of_years(words, said)
    yield from _first_months(words, said)
    yield from _rows(words, said)
    yield from _plans(words)
    for match in DECADE.finditer(words):
        tens = int(match["decade"] or letters("digit")[match["letter"]])
        yield TimeSpan(date(1900 + 10 * tens, 1, 1), date(1909 + 10 * tens, 12, 31), False)


def _parts_of_years(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    rows = {row["written"]: row for row in word_table("year_parts")}
    for match in re.finditer(alternatives(rows), words):
        row = rows[match[0]]
        for year in years:
            yield _months(year, int(row["first"]), int(row["last"]), False)


def _first_months(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    """The first months of a year: 前10个月."""
    for match in re.finditer(f"前([0-9]{{1,2}}|[{_numerals()}]+)个月", words):
        count = number(match[1])
        for year in years if count and count <= 12 else ():
            yield _months(year, 1, int(count or 1), True)


def _rows(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    """Days or months in a row: 9月21日至26日, 1至10月."""
    for match in DAYS.finditer(words):
        month, last_month = int(match["month"]), int(match["month2"] or match["month"])
        for year in [int(match["year"])] if match["year"] else years:
            try:
                first = date(year, month, int(match["day"]))
                last = date(year + (last_month < month), last_month, int(match["day2"]))
            except ValueError:
                continue  # the 31st of June
            yield TimeSpan(first, last, True)
    for match in MONTHS.finditer(words):
        for year in [int(match["year"])] if match["year"] else years:
            if int(match["month"]) <= int(match["month2"]):
                yield _months(year, int(match["month"]), int(match["month2"]), True)


def _plans(words: str) -> Iterator[TimeSpan]:
    """The years of a five-year plan; its last year if the words speak of its end (“十四五”末)."""
    for match in PLAN.finditer(words):
        plan = number(match[1])
        if plan is None or plan < SIXTH_PLAN:
            continue
        first = SIXTH_BEGINS + PLAN_YEARS * (int(plan) - SIXTH_PLAN)
        last = first + PLAN_YEARS - 1
        yield TimeSpan(date(last, 1, 1), date(last, 12, 31), True)
        if not match[2]:
            yield TimeSpan(date(first, 1, 1), date(last, 12, 31), True)


def _months(year: int, first: int, last: int, exact: bool) -> TimeSpan:
    end = date(year, last, monthrange(year, last)[1])
    return TimeSpan(date(year, first, 1), end, exact)


@cache
def _numerals() -> str:
    return "".join({**letters("digit"), **letters("place")})
