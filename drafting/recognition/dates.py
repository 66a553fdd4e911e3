"""Dates of a clean text as EDTF; the day of publication resolves relative dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from drafting.recognition.date_ranges import BEGINS_RANGE, range_end
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_table

# 至今 that begins 至今年9月 ends a range.
SINCE_BEHIND = re.compile("年?(?:起|开始|至今(?!年)|[^，,。；;\n]{0,8}以来)")
# 3月5日前, 2020年底前; not 前往, 前列.
UNTIL_BEHIND = re.compile("年?[底末]?(?:之前|以前|前(?![往列后期]))")
SINCE_LATER = re.compile("起|以来|开始")
# The last month in which yearly reports are written, how many months ahead of its day a text may
# speak without a word of a plan, and these words.
LAST_REPORT_MONTH, MAX_MONTHS_AHEAD = 3, 2
PLAN_WORDS = re.compile("[将拟到至于]|计划|预计|力争|争取|定在")
# How far after a date with 自 or 从 its 起 may stand.
REACH = 12
# The meanings of a word without a date (see vague_dates.csv); for words that repeat a date how many
# letters of it in EDTF; it stands at most a blank line away.
# A day counted from the publication (昨天) is most often the day of a speech.
LATELY_MEANING, BEFORE_MEANING, SPEECH_MEANING = "lately", "before", "speech"
SAME_YEAR = "same_year"
REPEATED_LETTERS = {"same_day": 10, SAME_YEAR: 4}
# 同年11月 has the year of the date before it.
MONTH_BEHIND = re.compile("([0-9]{1,2})月$")
MAX_LINES_BETWEEN = 2
WEEK = 7


@dataclass(frozen=True, order=True)
class RecognisedDate:
    """A date: characters `start` to `end` of the clean text read `words`.

    `edtf` is "" for words without a date (近年来). `is_relative`: the date rests on the day of
    publication, or on an earlier date. `meaning` is the meaning of a word without a date.
    """

    start: int
    end: int
    words: str
    edtf: str
    is_relative: bool
    meaning: str = ""


def dates(text: str, published: date | None = None) -> tuple[RecognisedDate, ...]:
    """The dates of a clean text by their place.

    Without a day of publication, dates without a year are recognised with an empty `edtf`.
    """
    resolved = [
        date
        for match in _pattern().finditer(text)
        if (date := _read_date(text, match, published)) is not None
    ]
    resolved = [d for d in resolved if not any(e.start < d.start < e.end for e in resolved)]
    covered = {place for date in resolved for place in range(date.start, date.end)}
    words = word_alternatives("vague_dates")
    vague_pattern = re.compile(rf"{words}|(?:[0-9]+|[一二三四五六七八九十]+)年前")
    others = (
        _vague_date(match, published)
        for match in vague_pattern.finditer(text)
        if covered.isdisjoint(range(*match.span()))  # 日前 in 3月5日前 is no word
    )
    together = sorted([*resolved, *others])
    return tuple(
        _with_repeated_date(date, together[place - 1] if place else None, text)
        for place, date in enumerate(together)
    )


def _vague_date(match: re.Match[str], published: date | None) -> RecognisedDate:
    """Words without a date; lately (日前) means by the day of publication."""
    meaning = _vague_words().get(match[0], BEFORE_MEANING)
    if meaning == LATELY_MEANING and published:
        return RecognisedDate(
            *match.span(),
            match[0],
            f"../{published.isoformat()}",
            is_relative=True,
            meaning=meaning,
        )
    return RecognisedDate(*match.span(), match[0], "", is_relative=False, meaning=meaning)


def _with_repeated_date(
    date: RecognisedDate, last: RecognisedDate | None, text: str
) -> RecognisedDate:
    """Words for the same day or year (当天, 当年) with the last day or year before them."""
    if date.meaning not in REPEATED_LETTERS or last is None:
        return date
    letters = REPEATED_LETTERS[date.meaning]
    is_near = text.count("\n", last.end, date.start) <= MAX_LINES_BETWEEN
    if not is_near or not re.fullmatch("[0-9-]+", last.edtf) or len(last.edtf) < letters:
        return date
    month = MONTH_BEHIND.search(date.words)
    edtf = f"{last.edtf[:letters]}-{int(month[1]):02}" if month else last.edtf[:letters]
    return replace(date, edtf=edtf, is_relative=True)


def _vague_words() -> Mapping[str, str]:
    """What words without a date tell."""
    return pairs("vague_dates", "tells")


@cache
def _parts_of_a_year() -> Mapping[str, tuple[str, str]]:
    """The first and last month of the halves and quarters of a year, by their words."""
    rows = [row for row in word_table("year_parts") if row["written"].endswith(("半年", "季度"))]
    return {row["written"]: (row["first"], row["last"]) for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    relative = alternatives(pairs("relative_years", "years"))
    days = alternatives(pairs("relative_days", "days"))
    months = alternatives(pairs("relative_months", "months"))
    weeks = alternatives(pairs("relative_weeks", "weeks"))
    same_year = alternatives(word for word, tells in _vague_words().items() if tells == SAME_YEAR)
    month, day = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
    parts = alternatives(_parts_of_a_year())
    return re.compile(
        r"(?<![0-9])(?P<first>(?:19|20)[0-9]{2})[—–~～-]{1,2}(?P<year2>(?:19|20)[0-9]{2})年"
        rf"|(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}})(?:年(?:(?P<part>{parts})|(?P<month>{month})月份?"
        rf"(?:(?P<day>{day})日)?)?|[-./](?P<month2>{month})[-./](?P<day2>{day})(?![0-9]))"
        rf"|(?:(?<=\n)|\A)(?P<year6>(?:19|20)[0-9]{{2}})\.(?P<month6>{month})(?=\s)"
        rf"|(?P<relative>{relative})(?:(?P<part2>{parts})|(?P<month3>{month})月(?:(?P<day3>{day})日)?)?"
        rf"|(?<![0-9月年])(?P<month4>{month})月(?P<day4>{day})日"
        rf"|(?<![0-9月年.])(?P<month5>{month})月(?:份|[上中下]旬|[初底末]|{BEGINS_RANGE})"
        rf"|(?<=[于在])(?P<month7>{month})月(?![0-9])|(?<=[。；;\n])(?P<month8>{month})月(?=[，,])"
        rf"|(?P<same>{same_year})(?P<month9>{month})月"
        rf"|(?P<days>{days})|(?P<months>{months})|(?P<weeks>{weeks})(?![一二三四五六日天末])"
        rf"|(?<![0-9月])(?P<day5>{day})日(?=[,，]|上午|下午|举行|召开)"
    )


def _read_date(text: str, match: re.Match[str], published: date | None) -> RecognisedDate | None:
    part = {key.rstrip("23456789"): value for key, value in match.groupdict().items() if value}
    is_relative = "year" not in part
    start, end = match.span()
    before, behind = text[max(0, start - 3) : start], text[end : end + REACH]
    since = SINCE_BEHIND.match(behind)
    until = None if since else UNTIL_BEHIND.match(behind)
    is_ahead = (
        until or match[0][-1] in "底末" or PLAN_WORDS.search(text, max(0, start - REACH), start)
    )
    if "same" in part:
        return RecognisedDate(start, end, match[0], "", is_relative, SAME_YEAR)
    edtf = _edtf(part, published, is_ahead=bool(is_ahead))
    if edtf is None:
        return None  # the 30th of February
    if ended := range_end(text, end, edtf):
        start -= _opening_letters(before)
        written = text[start : ended[0]]
        return RecognisedDate(start, ended[0], written, f"{edtf}/{ended[1]}", is_relative)
    opens = before.endswith(("自", "从"))
    form = edtf
    if edtf and (since or (opens and SINCE_LATER.search(re.split("[，,。；;]", behind)[0]))):
        form = f"{edtf.partition('/')[0]}/.."
    elif edtf and (until or before.endswith(("截至", "截至到"))):
        form = f"../{edtf.rpartition('/')[2]}"
    end += next((behind.end() for behind in (since, until) if behind), 0)
    start -= _opening_letters(before)
    meaning = SPEECH_MEANING if "days" in part else ""
    return RecognisedDate(start, end, text[start:end], form, is_relative, meaning)


def _opening_letters(before: str) -> int:
    """How many letters before a date belong to its writing."""
    return next((len(word) for word in ("截至到", "截至", "自") if before.endswith(word)), 0)


def _edtf(part: dict[str, str], published: date | None, *, is_ahead: bool) -> str | None:
    """The parts of a date as EDTF; "" if nothing resolves it, None for no such day.

    In the first months of a year a later month is one of the year before, if no word of a plan
    stands before it: yearly reports are written then.
    """
    if published is None and "year" not in part:
        return ""
    if not part.keys().isdisjoint(("days", "months", "weeks")):
        return _relative_date(published, part) if published else ""
    years = int(pairs("relative_years", "years")[part["relative"]]) if "relative" in part else 0
    year = int(part["year"]) if "year" in part else (published.year if published else 0) + years
    month = part.get("month")
    if published and month and not is_ahead and not part.keys() & {"year", "relative"}:
        year -= (
            published.month <= LAST_REPORT_MONTH and int(month) - published.month > MAX_MONTHS_AHEAD
        )
    if month is None and "day" in part:
        month = _month_before(int(part["day"]), published)
        year -= published is not None and month == "12" and published.month == 1
    if "part" in part:
        first, last = _parts_of_a_year()[part["part"]]
        return f"{year:04}-{first}/{year:04}-{last}"
    if "first" in part and int(part["first"]) < year:
        return f"{part['first']}/{year:04}"
    if month is None:
        return f"{year:04}"
    if "day" not in part:
        return f"{year:04}-{int(month):02}"
    try:
        return date(year, int(month), int(part["day"])).isoformat()
    except ValueError:
        return None


def _relative_date(published: date, part: Mapping[str, str]) -> str:
    """The day, week or month by words such as 昨天, 上周 and 上个月."""
    if "weeks" in part:
        weeks = int(pairs("relative_weeks", "weeks")[part["weeks"]])
        monday = published.toordinal() - published.weekday() + weeks * WEEK
        days_of_week = (date.fromordinal(max(1, monday + place)) for place in (0, WEEK - 1))
        return "/".join(day.isoformat() for day in days_of_week)
    if "days" in part:
        days = int(pairs("relative_days", "days")[part["days"]])
        return date.fromordinal(max(1, published.toordinal() + days)).isoformat()
    months = int(pairs("relative_months", "months")[part["months"]])
    place = published.year * 12 + published.month - 1 + months
    return f"{place // 12:04}-{place % 12 + 1:02}"


def _month_before(day: int, published: date | None) -> str | None:
    """The month of a day alone: that of the publication, or the one before if it would be later."""
    if published is None:
        return None
    return str(published.month if day <= published.day else (published.month - 2) % 12 + 1)
