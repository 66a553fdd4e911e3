"""The year of a passage whose words name none, by the text around it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from drafting.lint.date_words import in_digits
from drafting.lint.evidence import Evidence
from drafting.recognition.dates import RecognisedDate
from drafting.recognition.numbers.numerals import number
from drafting.recognition.recognised_text import publication_day
from drafting.text.body import SENTENCE_END
from drafting.text.sentences import Stretch, paragraphs
from ontology.schema.kinds import Measurement

YEAR = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")
# How many headings above a passage may tell its year.
HEADINGS = 2
# A length of time without its ends, and an interval of years.
LENGTH_ALONE = re.compile(
    "(?:此后|之后|其后|随后|连续|累计)?的?([0-9]{1,2}|[一二两三四五六七八九十]+)年(?:间|里|来)?"
)
YEARS = re.compile("([0-9]{4})/([0-9]{4})")
REPORTED = re.compile("([0-9]{4})年(?![0-9])")
YEAR_NAMED = re.compile("[0-9]{4}年|[去前今明上]年")
THIS_YEAR = re.compile("今年|去年|前年|明年|后年")
# A paragraph that begins with a year, also behind its own heading: 【概况】2022年，.
OPENING_YEAR = re.compile(
    r"[ \u3000]*(?:[【［(（][^】］)）]{1,20}[】］)）])?[ \u3000]*[在到]?((?:19|20)[0-9]{2})年"
)
DECEMBER, YEARBOOK = 12, "年鉴"


def years_meant(evidence: Evidence, month: int = 0) -> Sequence[int]:
    """The years that a passage may mean by a month or a day alone, the likeliest first.

    That is the last year named before it in its paragraph; that with which a paragraph above it
    begins; that of a heading above it or of the title, as in a report on a year; and the year up
    to the publication.
    """
    years = [*_last_year(evidence, in_paragraph=True), *_opening_year(evidence)]
    if years and _is_yearbook(evidence):
        return tuple(dict.fromkeys(years))
    years += heading_years(evidence)
    published = evidence.text.published
    if published:
        years.append(published.year - (month > published.month))
    return tuple(dict.fromkeys(years))


def years_before(evidence: Evidence) -> Sequence[int]:
    """The years of the cited dates, and the last one named before the passage: 当年 repeats it, and
    次年 counts from it."""
    cited = (date.edtf for part in evidence.stretches for date in evidence.text.dates_in(part))
    years = (int(edtf.strip("./")[:4]) for edtf in cited if edtf)
    return tuple(dict.fromkeys([*years, *_last_year(evidence, in_paragraph=False)]))


def years_within(evidence: Evidence, written: str) -> Iterator[int]:
    """The last year that the passage names before some of its words: 2020年5月和11月."""
    start = evidence.passage.find(written.strip())
    before = Stretch(evidence.stretch.start, evidence.stretch.start + max(0, start))
    years = [date.edtf.strip("./")[:4] for date in evidence.text.dates_in(before) if date.edtf]
    yield from map(int, filter(str.isdigit, years[-1:]))


def is_length_since(evidence: Evidence, edtf: str, words: str) -> bool:
    """Whether words tell how many years an interval has that begins with the last year named before
    the passage, or the year after it: 自2022年起, 三年累计."""
    match, years = LENGTH_ALONE.fullmatch(words), YEARS.fullmatch(edtf)
    if match is None or years is None:
        return False
    first, last = int(years[1]), int(years[2])
    begins = {year + after for year in years_before(evidence) for after in (0, 1)}
    return first in begins and number(match[1]) == last - first + 1


def _is_yearbook(evidence: Evidence) -> bool:
    """Whether a text is a part of a yearbook, which tells of another year than its title names."""
    return YEARBOOK in evidence.read(next(iter(paragraphs(evidence.text.clean.text))))


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
    ends = [date(year, DECEMBER, 31) for year in years_meant(evidence) if year]
    published = None if ends and _is_yearbook(evidence) else evidence.text.published
    return tuple(dict.fromkeys([*filter(None, [published, *days]), *ends])) or (None,)


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


def _opening_year(evidence: Evidence) -> Iterator[int]:
    """The year with which the nearest paragraph above the passage begins that begins with one, if
    no heading below that names a year: a yearbook tells its year once."""
    lines = paragraphs(evidence.text.clean.text)
    for line in reversed([line for line in lines if line.end <= evidence.stretch.start]):
        words = evidence.read(line)
        if match := OPENING_YEAR.match(words):
            yield int(match[1])
            return
        if YEAR.search(words) and not SENTENCE_END.search(words):
            return


def heading_years(evidence: Evidence) -> Iterator[int]:
    """The years in the nearest headings above the passage, and in the first line."""
    lines = paragraphs(evidence.text.clean.text)
    lines_above = [line for line in lines if line.end <= evidence.stretch.start]
    headings = [line for line in lines_above if not SENTENCE_END.search(evidence.read(line))]
    for line in (*headings[: -HEADINGS - 1 : -1], *lines[:1]):
        yield from map(int, YEAR.findall(evidence.read(line)))


def reported_years(evidence: Evidence) -> Iterator[str]:
    """The year on which a text reports by its title (2024年度), where its paragraph names none."""
    lead = f"{evidence.lead}{evidence.cited_text}"
    if isinstance(evidence.statement, Measurement) and not YEAR_NAMED.search(in_digits(lead)):
        title = evidence.text.clean.text.strip().split("\n")[0]
        yield from REPORTED.findall(title)
