"""Whether a row's date is the one that belongs to its passage.

A model that reads several dates takes the one of another deed, or of a later sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.drafters.statement_dates import is_compared
from drafting.lint.checks.figures.check import written_spots
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.recognition.dates import RecognisedDate
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses
from ontology.schema.fields import WRITTEN_SUFFIX
from ontology.schema.kinds import Measurement

YEAR_LETTERS = 4
YEAR, COUNTED_UP = re.compile("(?:19|20)[0-9]{2}"), re.compile("累计|至今|以来|先后")


def date_doubts(evidence: Evidence) -> Iterator[str]:
    """The code DATE if the sentence up to the end of the passage has dates, all of other years, or
    if the last one before each mention of a figure is of another year.

    Words without a year (去年) must be of a year that the text means by them. A date needs words
    that tell it, and not in a later sentence.
    """
    statement = evidence.statement
    field = statement.date_field or ""
    edtf, written = getattr(statement, field, None), getattr(statement, field + WRITTEN_SUFFIX, "")
    if not edtf:
        return
    if _is_without_words(evidence, edtf, written) or _stands_behind(evidence, written or ""):
        yield FindingCode.DATE.value
    if written and not YEAR.search(written):
        read = _dates_read(evidence, CleanText(written).text)
        if read and not any(_years(edtf) & _years(date.edtf) for date in read):
            yield FindingCode.DATE.value
        return
    dates = _dates_up_to(evidence, evidence.stretch.end)
    if dates and not any(_years(edtf) & _years(date.edtf) for date in dates):
        yield FindingCode.DATE.value
    if isinstance(statement, Measurement):
        if YEAR.fullmatch(edtf) and _is_counted_up(evidence, statement.value_written):
            yield FindingCode.DATE.value
        words = CleanText(statement.value_written).text
        last = [
            [date for date in _dates_up_to(evidence, spot.start) if not _is_aside(evidence, date)]
            for spot in written_spots(evidence, words)
        ]
        if last and all(row and not _years(row[-1].edtf) & _years(edtf) for row in last):
            yield FindingCode.DATE.value


def _is_without_words(evidence: Evidence, edtf: str, written: str | None) -> bool:
    """Whether a row gives no words of its date, and no date of that year stands in its sentence up
    to the end of the passage or in its other passages, and the paragraph before has another."""
    if written or evidence.statement.dated_by is not None:
        return False
    stretches = (evidence.sentence_to_passage_end, *evidence.stretches)
    dates = [d for part in stretches for d in evidence.text.dates_in(part) if d.edtf]
    if any(_years(edtf) & _years(date.edtf) for date in dates):
        return False
    dates_in_lead = [d for d in evidence.text.dates_in(_lead(evidence)) if d.edtf]
    return not dates_in_lead or not all(_years(edtf) & _years(date.edtf) for date in dates_in_lead)


def _stands_behind(evidence: Evidence, written: str) -> bool:
    """Whether the words of a date stand in a later sentence than the passage, and not in its
    paragraph before."""
    words = CleanText(written).text
    if not words or words in evidence.read(_lead(evidence)) + evidence.passage:
        return False
    passages = [(part.start, evidence.read(part)) for part in evidence.stretches]
    spots = [start + text.find(words) for start, text in passages if words in text]
    return bool(spots) and min(spots) >= evidence.sentence.end


def _is_counted_up(evidence: Evidence, written: str) -> bool:
    """Whether the clause of a figure counts up over years: 累计."""
    spots = written_spots(evidence, CleanText(written).text)
    parts = clauses(evidence.text.clean.text, evidence.sentence)
    own_parts = (p for p in parts if any(p.start <= spot.start < p.end for spot in spots))
    return any(COUNTED_UP.search(evidence.read(part)) for part in own_parts)


def _lead(evidence: Evidence) -> Stretch:
    """The paragraph before the passage."""
    return Stretch(evidence.stretch.start - len(evidence.lead), evidence.stretch.start)


def _dates_read(evidence: Evidence, written: str) -> list[RecognisedDate]:
    """The dates of the passages that these words tell, as the text means them."""
    up_to_passage = evidence.sentence_to_passage_end
    dates = [
        date
        for part in (up_to_passage, *evidence.stretches)
        for date in evidence.text.dates_in(part)
    ]
    return [d for d in dates if d.edtf and (d.words in written or written in d.words)]


def _dates_up_to(evidence: Evidence, end: int) -> list[RecognisedDate]:
    """The dates of the passage's sentence up to a position."""
    stretch = Stretch(evidence.sentence.start, end)
    dates = evidence.text.dates_in(stretch)
    return [date for date in dates if date.edtf and not date.meaning and date.end <= end]


def _is_aside(evidence: Evidence, date: RecognisedDate) -> bool:
    """Whether a figure is only compared with that of a date, or was another then: 由2020年的3%."""
    text = evidence.text.clean.text
    return is_compared(text, date) or text[: date.start].endswith(("从", "由"))


def _years(edtf: str) -> set[str]:
    """The years of the ends of a date."""
    return {end[:YEAR_LETTERS] for end in edtf.split("/") if end[:1].isdigit()}
