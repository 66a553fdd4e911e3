"""Checks whether the passages state the dates of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.lint.checks.dates.context import (
    THIS_YEAR,
    YEAR,
    days_meant,
    heading_years,
    is_length_since,
    reported_years,
    years_before,
    years_meant,
    years_within,
)
from drafting.lint.checks.dates.figure_dates import other_date_of_figure
from drafting.lint.checks.dates.readings import agree, date_points, is_same_part_of_last_year
from drafting.lint.date_words import days_by_count, in_digits
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.lint.time_spans import TimeSpan, time_spans
from drafting.recognition.dates import RecognisedDate, dates
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch
from loaders.copies.wordings import is_written
from ontology.schema.enums import DatedBy, Stance
from ontology.schema.fields import WRITTEN_SUFFIX, fields
from ontology.schema.kinds import Happening, Part

# Dates that belong to a document and do not come from its words.
AS_OF, PERIOD = "as_of", "period"
BESIDE_THE_TEXT = (DatedBy.ISSUE, DatedBy.PUBLICATION)
MONTH = re.compile("[自从到]?(当年|同年|次年|翌年|第二年)?([0-9]{1,2})月份?[初底末]?起?")
MONTH_ALONE = re.compile("(?<![0-9年])(1[0-2]|[1-9])月(?![0-9])")
# Words for a year as a whole, and for any year.
OF_THE_YEAR = re.compile("年[底末内]|截[至止]")
A_MONTH = re.compile("([0-9]{1,2})月")
# Words for the year after the one named last.
NEXT_YEAR_WORDS = ("次年", "翌年", "第二年")
NEXT_YEAR = re.compile("|".join(NEXT_YEAR_WORDS))


def check_dates(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on every date of a statement and on the words that it is read from."""
    statement = evidence.statement
    columns = {field.name for field in fields(type(statement))}
    for field in fields(type(statement)):
        if not field.is_date:
            continue
        stem = field.name.removesuffix("_period")
        words_field = next(
            (
                name
                for name in (field.name + WRITTEN_SUFFIX, stem + WRITTEN_SUFFIX)
                if name in columns
            ),
            "",
        )
        edtf = getattr(statement, field.name)
        written = getattr(statement, words_field) if words_field else None
        days = names.document_days.get(statement.source, frozenset())
        findings = tuple(_check_date(evidence, field.name, words_field, edtf, written, days))
        yield from findings
        if field.name == PERIOD and not findings and (other := other_date_of_figure(evidence)):
            yield _other_date_finding(evidence, field.name, other)


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
    mentioned = _dates_mentioned(evidence, written) if written else []
    readings = [date for dates_by_day in mentioned for date in dates_by_day]
    if written and edtf and _is_counted(evidence, edtf, written):
        return
    spans = list(_spans(evidence, in_digits(CleanText(written or "").text)))
    if edtf is None:
        certain = [date for date in readings if not date.is_relative]
        if certain:
            yield _other_date_finding(evidence, field, certain[0])
    elif any(span.holds(edtf) for span in spans):
        return
    elif readings:
        words = CleanText(written or "").text
        if not any(agree(edtf, dates_by_day, words) for dates_by_day in mentioned):
            yield _other_date_finding(evidence, field, readings[0])
    elif spans and NEXT_YEAR.search(written or ""):
        yield evidence.finding(FindingCode.DATE, field, "no_date", date=edtf)
    elif (
        any(s.is_exact and s.holds(edtf) for s in _spans(evidence, evidence.cited_text))
        or written
        and _is_year_meant(evidence, edtf, spans)
    ):
        return
    elif statement.dated_by not in BESIDE_THE_TEXT and not _is_told(edtf, evidence):
        is_issued = isinstance(statement, Happening) and statement.role is Part.ISSUER
        if (field == AS_OF or is_issued) and edtf in days:
            return  # the date of a document's words is its own day
        yield evidence.finding(FindingCode.DATE, field, "no_date", date=edtf)


def _dates_mentioned(evidence: Evidence, written: str) -> list[list[RecognisedDate]]:
    """The dates in the words, once for each day by which relative ones may count."""
    clean = in_digits(CleanText(written).text)
    by_day = ([d for d in dates(clean, day) if d.edtf] for day in days_meant(evidence, clean))
    readings = [dates_by_day for dates_by_day in by_day if dates_by_day]
    return readings or [[month] for month in _months(evidence, clean)]


def _is_counted(evidence: Evidence, edtf: str, written: str) -> bool:
    """Whether words mean a date as a day of the month that the text names last, or some days from
    its last day (8日, 次日), as the length of a time, or as the same part of the year before."""
    if is_length_since(evidence, edtf, CleanText(written).text):
        return True
    if is_same_part_of_last_year(evidence.statement, edtf, written):
        return True
    before = [d.edtf for d in evidence.text.dates_in(Stretch(0, evidence.stretch.start)) if d.edtf]
    cited = [d.edtf for part in evidence.stretches for d in evidence.text.dates_in(part) if d.edtf]
    words = in_digits(CleanText(written).text)
    days = (day for last in (*before[-1:], *cited) for day in days_by_count(words, last))
    return edtf.strip("~?") in {day.isoformat() for day in days}


def _is_year_meant(evidence: Evidence, edtf: str, spans: Sequence[TimeSpan]) -> bool:
    """Whether the year of a date is the likeliest one of words without a year, that nobody can read
    or that mean a part of it (年初). Such a part may also be of the year of the publication."""
    likeliest = {*years_meant(evidence)[:1]}
    if spans and evidence.text.published:
        likeliest.add(evidence.text.published.year)
    if spans and not any(span.lies_in_year(edtf) for span in spans):
        return False
    return likeliest.issuperset(map(int, YEAR.findall(edtf)))


def _months(evidence: Evidence, written: str) -> Iterator[RecognisedDate]:
    """A month without a year (6月), in each year that the text may mean by it."""
    match = MONTH.fullmatch(written.strip())
    if match is None:
        return
    month = int(match[2])
    years = years_before(evidence) if match[1] else years_meant(evidence, month)
    years = [*years_within(evidence, written), *years]
    for year in (year + (match[1] in NEXT_YEAR_WORDS) for year in years):
        yield RecognisedDate(0, len(written), written, f"{year}-{month:02}", is_relative=True)


def _spans(evidence: Evidence, words: str) -> Iterator[TimeSpan]:
    """The spans of time that words state; a word such as 去年 or the text tells the year."""
    mentioned = [date for date in dates(words, evidence.text.published) if date.edtf]
    years = [int(date.edtf.strip("./")[:4]) for date in mentioned]
    if NEXT_YEAR.search(words):
        years += years_before(evidence)
    elif THIS_YEAR.search(words):
        years += heading_years(evidence)
    elif all(date.is_relative for date in mentioned):
        month = A_MONTH.search(words)
        years += years_meant(evidence, int(month[1]) if month else 0)
    return time_spans(words, sorted(set(years)), evidence.text.published)


def _is_told(edtf: str, evidence: Evidence) -> bool:
    """Whether the passages or the words around them have a date, or both its ends, whatever doubt
    it has: 2021年和2023年. An end may be open."""
    forms = _dates_anywhere(evidence)
    ends = {end.strip("~?") for end in edtf.split("/")} - {"..", ""}
    return edtf in forms or ends <= {form.strip("~?") for form in forms}


def _dates_anywhere(evidence: Evidence) -> set[str]:
    """The dates of the passages and of the words around them, and the last one before them; a
    relative one before them counts if the statement says so. A passage with a date of its own has
    no other."""
    passage_dates = [d for d in evidence.text.dates_in(evidence.stretch) if d.edtf]
    if any(not date.is_relative for date in passage_dates):
        text = evidence.text.clean.text
        dates_cited = (d for part in evidence.stretches for d in evidence.text.dates_in(part))
        return {form for d in dates_cited for form in (d.edtf, *date_points(d, text)) if form}
    relative = evidence.statement.dated_by is DatedBy.RELATIVE
    dates_in, start = evidence.text.dates_in, evidence.stretch.start
    dates_around = [d for stretch in evidence.stretches for d in dates_in(evidence.widen(stretch))]
    before = [d for d in dates_in(Stretch(0, start)) if d.edtf]
    forms = {
        form
        for date in (*dates_around, *(d for d in before[-1:] if relative or not d.is_relative))
        for form in (date.edtf, *date_points(date, evidence.text.clean.text))
        if form
    }
    lead_text = evidence.read(evidence.sentence_to_passage_end)
    cited = (
        evidence.cited_text
        if lead_text in evidence.cited_text
        else f"{lead_text}\n{evidence.cited_text}"
    )
    meant = (date for row in _dates_mentioned(evidence, cited) for date in row)
    forms |= {form for date in meant for form in (date.edtf, *date_points(date, cited))}
    return forms | set(_months_before(evidence, lead_text)) | set(reported_years(evidence))


def _months_before(evidence: Evidence, lead_text: str) -> Iterator[str]:
    """The month that opens the sentence of a passage or its paragraph, in the likeliest year: 3月，
    【成立医院】; and that year itself, if the sentence speaks of its end or of all of it (年底前,
    截至10月). A plan for the end of a year without a name may mean that of the publication."""
    words = in_digits(lead_text)
    if not MONTH_ALONE.search(words):
        words = in_digits(re.split("[，,]", evidence.lead)[0])
    for match in MONTH_ALONE.finditer(words):
        month = int(match[1])
        yield from (f"{year}-{month:02}" for year in years_meant(evidence, month)[:1])
    if OF_THE_YEAR.search(lead_text):
        yield from (str(year) for year in years_meant(evidence)[:1])
        if evidence.statement.stance is Stance.PLANNED and evidence.text.published:
            yield str(evidence.text.published.year)


def _stands(evidence: Evidence, written: str) -> bool:
    """Whether one of the passages, or the sentence before the first, has the words, whatever signs
    and spaces they have."""
    up_to_passage = evidence.sentence_to_passage_end
    return any(
        is_written(written, evidence.read(part)) for part in (up_to_passage, *evidence.stretches)
    )


def _other_date_finding(evidence: Evidence, field: str, date: RecognisedDate) -> Finding:
    return evidence.finding(FindingCode.DATE, field, "other_date", words=date.words, date=date.edtf)
