"""Checks whether the words plan the deed, deny it, or state it as done."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.stances import (
    denied_by,
    may_be_denied,
    may_be_planned,
    plan_word_in,
    planned_by,
)
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses
from ontology.schema.edtf import edtf_interval
from ontology.schema.kinds import (
    Adoption,
    Cooperation,
    Designation,
    Endorsement,
    Happening,
    HasModel,
    LearnedFrom,
    Measurement,
    MemberOf,
    Stance,
)

# The kinds that state deeds, which a text may plan or deny.
DEEDS = (
    Adoption,
    Cooperation,
    Designation,
    Happening,
    HasModel,
    LearnedFrom,
    Measurement,
    MemberOf,
)


def check_stances(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on the stance of a deed."""
    statement = evidence.statement
    if not isinstance(statement, (*DEEDS, Endorsement)):
        return
    stance = statement.stance
    text = evidence.text
    if stance is Stance.PLANNED and not _may_be_planned(evidence):
        yield evidence.finding(FindingCode.PLANNED, "stance", "no_plan")
    if stance is Stance.DENIED and not may_be_denied(text, evidence.stretches):
        yield evidence.finding(FindingCode.DENIED, "stance", "no_denial")
    if not isinstance(statement, DEEDS):
        words = plan_word_in(evidence.passage)
        if stance is Stance.STATED and words:
            yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
        return
    if stance is Stance.STATED and (words := plan(evidence)):
        yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
    if stance is Stance.STATED and (words := denial(evidence)):
        yield evidence.finding(FindingCode.DENIED, "stance", "is_denied", words=words)


def _may_be_planned(evidence: Evidence) -> bool:
    """Whether the words may plan the deed.

    A word that only allows a plan does not make one of a deed whose own date is past.
    """
    if _is_past(evidence):
        return bool(plan(evidence))
    return may_be_planned(evidence.text, evidence.stretches)


def _is_past(evidence: Evidence) -> bool:
    """Whether the deed has begun by its date before the text was published."""
    statement, published = evidence.statement, evidence.text.published
    edtf = getattr(statement, statement.date_field or "", None)
    if not edtf or published is None:
        return False
    begun_by = edtf_interval(edtf).begun_by
    return begun_by is not None and begun_by < published


def plan(evidence: Evidence) -> str:
    """The word by which the passage is a plan, or "".

    For a measurement, the clause with the figure shows whether it is done. A model has its name
    whatever is planned with it, so only the passage's own words count.
    """
    if isinstance(evidence.statement, HasModel):
        return plan_word_in(evidence.passage)
    told_in: tuple[Stretch, ...] = ()
    statement = evidence.statement
    if isinstance(statement, Measurement):
        written = CleanText(statement.value_written).text
        parts = clauses(evidence.text.clean.text, evidence.stretch)
        told_in = tuple(part for part in parts if written in evidence.read(part))
    return planned_by(evidence.text, evidence.stretch, told_in)


def denial(evidence: Evidence) -> str:
    """The word by which the passage denies, or ""."""
    return denied_by(evidence.text, evidence.stretch)
