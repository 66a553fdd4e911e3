"""Where a passage tells the deed of a row, and whether its party and its date belong there.

A model that reads a sentence with two deeds gives one the party or the date of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.language_model.doubts.clause_party import is_of_another_party
from drafting.lint.checks.mechanism_words import with_synonyms
from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses
from ontology.schema.fields import LOCAL_NAME
from ontology.schema.kinds import (
    Adoption,
    Designation,
    Happening,
    LearnedFrom,
    Measurement,
    Statement,
)

# The fewest letters of a name that is looked for, and the share of an event's name that a clause
# must have to be the one that tells it.
MIN_NAME_LETTERS, EVENT_SHARE = 3, 0.3
MONTH_LETTERS = 7
# Words by which each of several parties has a date of its own: 分别于.
EACH_ITS_OWN = re.compile("分别|依次")


def deed_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The codes of the doubts about the party and the date of a deed."""
    spots = _deed_spots(evidence, names)
    party = _actor(evidence.statement)
    if spots and party and all(is_of_another_party(evidence, s, party, names) for s in spots):
        yield FindingCode.PARTY.value
    if (spots and _has_date_of_another_deed(evidence, spots)) or _has_several_dates(evidence):
        yield FindingCode.DATE.value


def _deed_spots(evidence: Evidence, names: ThingNames) -> list[Stretch]:
    """Where the passage names what is done: the local name or the mechanism, whom one learns from,
    the programme, or the clause of the event."""
    statement = evidence.statement
    if isinstance(statement, Adoption):
        local_name = CleanText(statement.local_name or "").text
        is_composed = LOCAL_NAME in statement.composed
        own_spots = _spots_of(evidence, (local_name,)) if local_name and not is_composed else []
        return own_spots or _spots_of(evidence, names.names.get(statement.mechanism, ()))
    if isinstance(statement, LearnedFrom):
        spans = named_spans(evidence, statement.teacher, names, evidence.stretch)
        return [Stretch(start, end) for start, end in spans]
    if isinstance(statement, Designation):
        return _spots_of(evidence, names.names.get(statement.programme, ()))
    if isinstance(statement, Happening):
        return _clause_of_event(evidence, statement.event, names)
    return []


def _actor(statement: Statement) -> str:
    """The code of who does the deed; "" if the kind has more than one."""
    for kind, field in ((Adoption, "adopter"), (LearnedFrom, "learner"), (Designation, "designee")):
        if isinstance(statement, kind):
            return str(getattr(statement, field))
    return ""


def _spots_of(evidence: Evidence, forms: tuple[str, ...]) -> list[Stretch]:
    """Where the passage has the longest of some names that stands there."""
    first = evidence.stretch.start
    for form in sorted(forms, key=len, reverse=True):
        matches = [*re.finditer(re.escape(form), evidence.passage)]
        if matches and (len(form) >= MIN_NAME_LETTERS or len(forms) == 1):
            return [Stretch(first + match.start(), first + match.end()) for match in matches]
    return []


def _clause_of_event(evidence: Evidence, event: str, names: ThingNames) -> list[Stretch]:
    """The clause of a passage with several that has most of an event's name."""
    text = evidence.text.clean.text
    parts = [c for c in clauses(text, evidence.sentence) if c.overlaps(evidence.stretch)]
    shares = [names.coverage(event, with_synonyms(evidence.read(part))) for part in parts]
    best_share = max(shares, default=0)
    return [parts[shares.index(best_share)]] if len(parts) > 1 and best_share >= EVENT_SHARE else []


def _has_date_of_another_deed(evidence: Evidence, spots: list[Stretch]) -> bool:
    """Whether a row's date stands in its sentence, but not in the clause of a spot, and another
    date stands last before each spot."""
    statement = evidence.statement
    date = getattr(statement, statement.date_field or "", None)
    dates = [d for d in evidence.text.dates_in(evidence.sentence) if d.edtf]
    if not date or not any(is_same_time(d.edtf, date) for d in dates):
        return False
    parts = clauses(evidence.text.clean.text, evidence.sentence)
    for spot in spots:
        dates_before = [d for d in dates if d.end <= spot.start]
        own_clauses = [p for p in parts if p.start <= spot.start < p.end]
        dates_inside = [d for d in dates if any(p.start <= d.start < p.end for p in own_clauses)]
        if not dates_before or any(
            is_same_time(d.edtf, date) for d in (dates_before[-1], *dates_inside)
        ):
            return False
    return True


def _has_several_dates(evidence: Evidence) -> bool:
    """Whether the passage of a dated deed has several dates, so that it may state several."""
    statement = evidence.statement
    date = getattr(statement, statement.date_field or "", None)
    if isinstance(statement, Measurement) or not date or "/" in date:
        return False
    if EACH_ITS_OWN.search(evidence.passage):
        return False
    return len({d.edtf for d in evidence.text.dates_in(evidence.stretch) if d.edtf}) > 1


def is_same_time(date: str, other: str) -> bool:
    """Whether one date is the other, a part of it, or shares an end with it, to the month."""
    return date in other or other in date or bool(_months(date) & _months(other))


def _months(date: str) -> set[str]:
    return {end[:MONTH_LETTERS] for end in date.split("/") if end[:1].isdigit()}
