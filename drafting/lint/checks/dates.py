"""Checks whether the passages state the dates of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.dates import RecognisedDate, dates
from drafting.recognition.recognised_text import publication_day
from drafting.text.clean_text import CleanText
from loaders.as_written import is_written
from ontology.schema.enums import DatedBy
from ontology.schema.fields import WRITTEN, fields

# Dates that belong to a document and do not come from its words.
AS_OF = "as_of"
BESIDE_THE_TEXT = (DatedBy.ISSUE, DatedBy.PUBLICATION)
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
    elif readings:
        if not _agree(edtf, readings, written or ""):
            yield _other(evidence, field, readings[0])
    elif statement.dated_by not in BESIDE_THE_TEXT and edtf not in _told_anywhere(evidence):
        if field == AS_OF and edtf in days:
            return  # the date of a document's words is its own day
        yield evidence.finding(FindingCode.DATE, field, "no_date", date=edtf)


def _told(evidence: Evidence, written: str) -> list[RecognisedDate]:
    """The dates in the words; relative ones by the publication and by each cited day."""
    cited = (d.edtf for stretch in evidence.stretches for d in evidence.text.dates_in(stretch))
    days = [evidence.text.published, *filter(None, map(publication_day, cited))]
    clean = CleanText(written).text
    return list(dict.fromkeys(date for day in days for date in dates(clean, day)))


def _told_anywhere(evidence: Evidence) -> set[str]:
    """The dates of the passages; a relative one counts if the statement says so."""
    relative = evidence.statement.dated_by is DatedBy.RELATIVE
    return {
        form
        for stretch in evidence.stretches
        for date in evidence.text.dates_in(evidence.widened(stretch))
        if relative or not date.relative
        for form in (date.edtf, date.edtf.strip("./"))
        if form
    }


def _stands(evidence: Evidence, written: str) -> bool:
    """Whether one of the passages has the words, whatever signs and spaces they have."""
    return any(is_written(written, evidence.read(stretch)) for stretch in evidence.stretches)


def _agree(edtf: str, readings: Sequence[RecognisedDate], written: str) -> bool:
    """Whether a date is the one in the words, or an interval whose two ends they state in order.

    Not all words for "about" and "since" are known, so only the points are compared.
    """
    points = [date.edtf.strip("./") for date in readings]
    ends = [end.strip("~?") for end in edtf.split("/") if end != ".."]
    if len(ends) == 1:
        return ends[0] in points
    years = YEAR.findall(written)
    return ends == points[:2] or [end[:4] for end in ends] == years[:2]


def _other(evidence: Evidence, field: str, date: RecognisedDate) -> Finding:
    return evidence.finding(
        FindingCode.DATE, field, "other_date", words=date.written, date=date.edtf
    )
