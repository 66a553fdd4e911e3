"""The year of a passage whose words name none, by the text around it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from drafting.lint.evidence import Evidence
from drafting.recognition.dates import RecognisedDate
from drafting.recognition.recognised_text import publication_day
from drafting.text.body import SENTENCE_END
from drafting.text.sentences import Stretch, paragraphs

YEAR = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")
# How many headings above a passage may tell its year.
HEADINGS = 2
THIS_YEAR = re.compile("今年|去年|前年|明年|后年")
DECEMBER = 12


def years_meant(evidence: Evidence, month: int = 0) -> Sequence[int]:
    """The years that a passage may mean by a month or a day alone, the likeliest first.

    That is the last year named before it in its paragraph; that of a heading above it or of the
    title, as in a report on a year; and the year up to the publication.
    """
    years = [*_last_year(evidence, in_paragraph=True), *heading_years(evidence)]
    published = evidence.text.published
    if published:
        years.append(published.year - (month > published.month))
    return tuple(dict.fromkeys(years))


def years_before(evidence: Evidence) -> Sequence[int]:
    """The last year named before the passage, which 当年 repeats."""
    return tuple(_last_year(evidence, in_paragraph=False))


def days_meant(evidence: Evidence, words: str) -> Sequence[date | None]:
    """The days by which relative words may count, the publication first.

    The others are the cited days, the month named last, and the ends of the years that the passage
    may mean. 今年 is the year of writing, or the one on which the text reports.
    """
    if THIS_YEAR.search(words):
        reported = (date(year, DECEMBER, 31) for year in heading_years(evidence))
        return tuple(dict.fromkeys([evidence.text.published, *reported]))
    cited = [date for stretch in evidence.stretches for date in evidence.text.dates_in(stretch)]
    before = [date for date in _dates_before(evidence, in_paragraph=True) if date.edtf]
    days = [*map(_last_day, before[-1:]), *(publication_day(date.edtf) for date in cited)]
    ends = (date(year, DECEMBER, 31) for year in years_meant(evidence) if year)
    return tuple(dict.fromkeys([evidence.text.published, *filter(None, days), *ends]))


def _last_day(recognised: RecognisedDate) -> date | None:
    """The last day of a month or of the month of a day; None for a year or an interval."""
    match = re.fullmatch("([0-9]{4})-([0-9]{2})(?:-[0-9]{2})?", recognised.edtf)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return date(year, month, monthrange(year, month)[1])


def _dates_before(evidence: Evidence, *, in_paragraph: bool) -> Sequence[RecognisedDate]:
    start = evidence.stretch.start
    first = start - len(evidence.lead) if in_paragraph else 0
    return evidence.text.dates_in(Stretch(first, start))


def _last_year(evidence: Evidence, *, in_paragraph: bool) -> Iterator[int]:
    mentioned = [d.edtf for d in _dates_before(evidence, in_paragraph=in_paragraph) if d.edtf]
    yield from (int(edtf.strip("./")[:4]) for edtf in mentioned[-1:])


def heading_years(evidence: Evidence) -> Iterator[int]:
    """The years in the nearest headings above the passage, and in the first line."""
    lines = paragraphs(evidence.text.clean.text)
    above = [line for line in lines if line.end <= evidence.stretch.start]
    headings = [line for line in above if not SENTENCE_END.search(evidence.read(line))]
    for line in (*headings[: -HEADINGS - 1 : -1], *lines[:1]):
        yield from map(int, YEAR.findall(evidence.read(line)))
