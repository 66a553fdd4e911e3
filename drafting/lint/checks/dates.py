"""Checks whether the passages state the dates of a statement."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.lint.time_spans import TimeSpan, time_spans
from drafting.recognition.dates import RecognisedDate, dates
from drafting.recognition.recognised_text import publication_day
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch
from loaders.as_written import is_written
from ontology.schema.enums import DatedBy
from ontology.schema.fields import WRITTEN, fields

# Dates that belong to a document and do not come from its words.
AS_OF = "as_of"
BESIDE_THE_TEXT = (DatedBy.ISSUE, DatedBy.PUBLICATION)
MONTH = re.compile("[自从到]?(当年|同年|次年|翌年|第二年)?([0-9]{1,2})月份?[初底末]?起?")
# Words for the year after the one told last.
NEXT = ("次年", "翌年", "第二年")
# The last month and day of a year or month, by the words behind it: 2014年底, 6月底.
END, OPENING = re.compile("年?[底末]"), re.compile("年初")
YEAR = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")


def check_dates(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on every date of a statement and on the words that it is read from."""
    statement = evidence.statement
    columns = {field.name for field in fields(type(statement))}
    for field in fields(type(statement)):
        if not field.is_date:
            continue
        stem = field.name.removesuffix("_period")
        words_field = next(
            (name for name in (field.name + WRITTEN, stem + WRITTEN) if name in columns), ""
        )
        edtf = getattr(statement, field.name)
        written = getattr(statement, words_field) if words_field else None
        days = names.document_days.get(statement.source, frozenset())
        yield from _check_date(evidence, field.name, words_field, edtf, written, days)


def _check_date(
    evidence: Evidence,
    field: str,
    words_field: str,
    edtf: str | None,
    written: str | None,
    days: frozenset[str],
) -> Iterator[Finding]:
    statement = evidence.statement
    if written and words_field not in statement.composed and not _stands(evidence, written):
        yield evidence.finding(FindingCode.DATE, words_field, "words_not_there", words=written)
        return
    told = _told(evidence, written) if written else []
    readings = [date for date in told if date.edtf]
    if edtf is None:
        certain = [date for date in readings if not date.relative]
        if certain:
            yield _other(evidence, field, certain[0])
    elif any(span.holds(edtf) for span in _spans(evidence, CleanText(written or "").text)):
        return
    elif readings:
        if not _agree(edtf, readings, CleanText(written or "").text):
            yield _other(evidence, field, readings[0])
    elif any(s.exact and s.holds(edtf) for s in _spans(evidence, evidence.cited)):
        return
    elif statement.dated_by not in BESIDE_THE_TEXT and edtf not in _told_anywhere(evidence):
        if field == AS_OF and edtf in days:
            return  # the date of a document's words is its own day
        yield evidence.finding(FindingCode.DATE, field, "no_date", date=edtf)


def _told(evidence: Evidence, written: str) -> list[RecognisedDate]:
    """The dates in the words; relative ones by the publication and by each cited day."""
    cited = (d.edtf for stretch in evidence.stretches for d in evidence.text.dates_in(stretch))
    days = [evidence.text.published, *filter(None, map(publication_day, cited))]
    clean = CleanText(written).text
    readings = [date for day in days for date in dates(clean, day)]
    if not any(date.edtf for date in readings):
        readings += _months(evidence, clean)
    return list(dict.fromkeys(readings))


def _months(evidence: Evidence, written: str) -> Iterator[RecognisedDate]:
    """A month without a year (6月), in each year that the text may mean by it.

    That is the last year before it in its paragraph, else those of the title, else the year up to
    the publication.
    """
    match = MONTH.fullmatch(written.strip())
    if match is None:
        return
    month = int(match[2])
    years = _years_before(evidence) if match[1] else _years_meant(evidence, month)
    for year in (int(year) + (match[1] in NEXT) for year in years):
        yield RecognisedDate(0, len(written), written, f"{year}-{month:02}", True)


def _years_before(evidence: Evidence) -> Sequence[str]:
    """The last year told before the passage, which 当年 repeats."""
    before = evidence.text.dates_in(Stretch(0, evidence.stretch.start))
    return [date.edtf.strip("./")[:4] for date in before if date.edtf][-1:]


def _spans(evidence: Evidence, words: str) -> Iterator[TimeSpan]:
    """The spans of time that words state; a word such as 去年 or the text tells the year."""
    told = [date for date in dates(words, evidence.text.published) if date.edtf]
    years = [date.edtf.strip("./")[:4] for date in told] or _years_meant(evidence, 12)
    return time_spans(words, sorted({int(year) for year in years}))


def _years_meant(evidence: Evidence, month: int) -> Sequence[str]:
    text, published = evidence.text, evidence.text.published
    start = evidence.stretch.start
    before = text.dates_in(Stretch(start - len(evidence.lead), start))
    years = [date.edtf.strip("./")[:4] for date in before if date.edtf]
    if years:
        return years[-1:]
    if told := YEAR.findall(next(iter(text.clean.text.strip().splitlines()), "")):
        return told
    return [f"{published.year - (month > published.month):04}"] if published else []


def _told_anywhere(evidence: Evidence) -> set[str]:
    """The dates of the passages; a relative one counts if the statement says so."""
    relative = evidence.statement.dated_by is DatedBy.RELATIVE
    return {
        form
        for stretch in evidence.stretches
        for date in evidence.text.dates_in(evidence.widened(stretch))
        if relative or not date.relative
        for form in (date.edtf, *_points(date, evidence.text.clean.text))
        if form
    }


def _stands(evidence: Evidence, written: str) -> bool:
    """Whether one of the passages has the words, whatever signs and spaces they have."""
    return any(is_written(written, evidence.read(stretch)) for stretch in evidence.stretches)


def _agree(edtf: str, readings: Sequence[RecognisedDate], written: str) -> bool:
    """Whether a date is the one in the words, or an interval whose two ends they state in order.

    Not all words for "about" and "since" are known, so only the points are compared.
    """
    ends = [end.strip("~?") for end in edtf.split("/") if end != ".."]
    if len(ends) == 1:
        return any(ends[0] in _points(date, written) for date in readings)
    points = [date.edtf.strip("./") for date in readings]
    years = YEAR.findall(written)
    return ends == points[:2] or [end[:4] for end in ends] == years[:2]


def _points(date: RecognisedDate, text: str) -> set[str]:
    """A date as a point; if its words go on with an end or a beginning, that month or day too."""
    point = date.edtf.strip("./")
    points = {point}
    behind = text[date.end - 1 : date.end + 2] if date.end > 0 else ""
    if len(point) == 4 and OPENING.search(behind):
        points.add(f"{point}-01")
    if END.search(behind) and len(point) == 4:
        point = f"{point}-12"
        points.add(point)
    if END.search(behind) and len(point) == 7:
        year, month = int(point[:4]), int(point[5:])
        points.add(f"{point}-{monthrange(year, month)[1]:02}")
    return points


def _other(evidence: Evidence, field: str, date: RecognisedDate) -> Finding:
    return evidence.finding(
        FindingCode.DATE, field, "other_date", words=date.written, date=date.edtf
    )
