"""Spans of time that words state: a part of a year, months or days in a row, a five-year plan."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from drafting.recognition.numbers.numerals import letters, number
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
MONTHS_OF_A_YEAR, HALF = 12, 0.5
NEIGHBOURING_YEAR = re.compile("(?P<before>上年|上一年|前一年|头年)|次年|翌年|第二年|转年")
THIRD = re.compile(SAID_YEAR + "(?P<month>1[0-2]|0?[1-9])月(?P<third>[上中下])旬")
LENGTH = re.compile(
    "(?<![0-9])(?P<count>[0-9]{1,2}|[半一二两三四五六七八九十]+)[多余]?个?(?P<unit>年|月)[多半余]?"
    "(?:(?P<ago>之?前)|(?P<ahead>之?后|内)|以?来|间|里|时间|下来)"
)

# Years up to a day without a word behind them: 过去的一年.
PAST_YEARS = re.compile("过去的?(?P<count>[0-9]{1,2}|[一两二三四五六七八九十]+)年")


@dataclass(frozen=True)
class TimeSpan:
    """The first and the last day of a span of time; `is_exact` if its words name its two ends."""

    first_day: date
    last_day: date
    is_exact: bool = field(kw_only=True)

    def holds(self, edtf: str) -> bool:
        """Whether an EDTF date lies in this span, whatever doubt it has; it has the ends of an
        exact span. One of its ends may be open."""
        interval = edtf_interval(edtf.replace("~", "").replace("?", ""))
        ends = [day for day in (interval.earliest, interval.latest) if day is not None]
        if self.is_exact:
            return {self.first_day, self.last_day}.issuperset(ends)
        return all(self.first_day <= day <= self.last_day for day in ends)

    def lies_in_year(self, edtf: str) -> bool:
        """Whether an EDTF date is a year that holds this span."""
        return edtf.strip("~?") == str(self.first_day.year) == str(self.last_day.year)


def time_spans(
    words: str, years: Sequence[int], published: date | None = None
) -> Iterator[TimeSpan]:
    """The spans of time that words state; `years` are those that words without a year mean.

    A length of time (三年来) ends with one of these years, with the year before the publication, or
    with the publication.
    """
    year_numbers = [int(year) for year in YEAR.findall(words)] or list(years)
    yield from _parts_of_years(words, year_numbers)
    yield from _neighbouring_years(words, year_numbers)
    yield from _thirds_of_months(words, year_numbers)
    ends = [date(year, 12, 31) for year in year_numbers]
    if published:
        ends += [published, date(published.year - 1, 12, 31)]
    yield from _lengths(words, ends)
    yield from _past_years(words, ends)
    yield from _first_months(words, year_numbers)
    yield from _rows(words, year_numbers)
    yield from _plans(words)
    for match in DECADE.finditer(words):
        tens = int(match["decade"] or letters("digit")[match["letter"]])
        yield TimeSpan(date(1900 + 10 * tens, 1, 1), date(1909 + 10 * tens, 12, 31), is_exact=False)


def _parts_of_years(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    rows = {row["written"]: row for row in word_table("year_parts")}
    for match in re.finditer(alternatives(rows), words):
        row = rows[match[0]]
        for year in years:
            first, last = int(row["first"]), int(row["last"])
            yield _months(year, first, last, exact=last - first == MONTHS_OF_A_YEAR - 1)


def _neighbouring_years(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    """The year before or after a given one: 上年, 次年."""
    for match in NEIGHBOURING_YEAR.finditer(words):
        for year in years:
            yield _months(year + (-1 if match["before"] else 1), 1, 12, exact=True)


def _thirds_of_months(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    """Ten days of a month: 5月中旬."""
    for match in THIRD.finditer(words):
        for year in [int(match["year"])] if match["year"] else years:
            month, place = int(match["month"]), "上中下".index(match["third"])
            last = monthrange(year, month)[1] if place == 2 else 10 * place + 10
            yield TimeSpan(
                date(year, month, 10 * place + 1), date(year, month, last), is_exact=True
            )


def _lengths(words: str, ends: Sequence[date]) -> Iterator[TimeSpan]:
    """A length of time up to a day, or a time so long before it or after it: 三年来, 两年前."""
    for match in LENGTH.finditer(words):
        count = HALF if match["count"] == "半" else number(match["count"])
        if count is None:
            continue
        months = round(float(count) * (MONTHS_OF_A_YEAR if match["unit"] == "年" else 1))
        for end in ends:
            if match["ahead"]:
                yield TimeSpan(end, _month_after(end, months + MONTHS_OF_A_YEAR), is_exact=False)
            elif match["ago"]:
                slack = MONTHS_OF_A_YEAR if match["unit"] == "年" else 1
                yield TimeSpan(
                    _month_after(end, -months - slack),
                    _month_after(end, slack - months),
                    is_exact=False,
                )
            else:
                yield TimeSpan(_month_after(end, -months), end, is_exact=False)


def _past_years(words: str, ends: Sequence[date]) -> Iterator[TimeSpan]:
    """Some years up to a day: 过去三年, 过去的一年."""
    for match in PAST_YEARS.finditer(words):
        months = int(number(match["count"]) or 0) * MONTHS_OF_A_YEAR
        for end in ends:
            yield TimeSpan(_month_after(end, -months), end, is_exact=False)


def _month_after(day: date, months: int) -> date:
    """The first day of a month some months from that of a day."""
    place = max(MONTHS_OF_A_YEAR, day.year * MONTHS_OF_A_YEAR + day.month - 1 + months)
    return date(place // MONTHS_OF_A_YEAR, place % MONTHS_OF_A_YEAR + 1, 1)


def _first_months(words: str, years: Sequence[int]) -> Iterator[TimeSpan]:
    """The first months of a year: 前10个月."""
    for match in re.finditer(f"前([0-9]{{1,2}}|[{_numerals()}]+)个月", words):
        count = number(match[1])
        for year in years if count and count <= 12 else ():
            yield _months(year, 1, int(count or 1), exact=True)


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
            yield TimeSpan(first, last, is_exact=True)
    for match in MONTHS.finditer(words):
        for year in [int(match["year"])] if match["year"] else years:
            if int(match["month"]) <= int(match["month2"]):
                yield _months(year, int(match["month"]), int(match["month2"]), exact=True)


def _plans(words: str) -> Iterator[TimeSpan]:
    """The years of a five-year plan; its last year if the words mean its end (“十四五”末)."""
    for match in PLAN.finditer(words):
        plan = number(match[1])
        if plan is None or plan < SIXTH_PLAN:
            continue
        first = SIXTH_BEGINS + PLAN_YEARS * (int(plan) - SIXTH_PLAN)
        last = first + PLAN_YEARS - 1
        yield TimeSpan(date(last, 1, 1), date(last, 12, 31), is_exact=True)
        if not match[2]:
            yield TimeSpan(date(first, 1, 1), date(last, 12, 31), is_exact=True)


def _months(year: int, first: int, last: int, *, exact: bool) -> TimeSpan:
    end = date(year, last, monthrange(year, last)[1])
    return TimeSpan(date(year, first, 1), end, is_exact=exact)


@cache
def _numerals() -> str:
    return "".join({**letters("digit"), **letters("place")})
