"""Checks whether the words plan the deed, deny it, or state it as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.figures.limits import AIMS
from drafting.lint.checks.stances.deed_clauses import (
    clauses_of_figure,
    deed_clauses,
    is_behind_event,
    is_present_state,
)
from drafting.lint.checks.stances.denials import denial
from drafting.lint.directives import is_directive, is_order, plan_heading
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.past_markers import (
    is_marked_as_past,
    is_reported_as_done,
)
from drafting.lint.thing_names import ThingNames
from drafting.recognition.stances import (
    call_words,
    may_be_denied,
    may_be_planned,
    plan_word_in,
    planned_by,
)
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern
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
    Praise,
    Stance,
)

# Words by which a speaker promotes a reform, so that they plan no praise: 希望各地学习.
CALL = re.compile("要|希望|务必|都要|均要|今后")
# The kinds that a document can order without a word of a plan; a name or a lesson it can only tell.
ORDERED_KINDS = (Adoption, Cooperation, Happening)
# The kinds of which a section of orders tells none that is done.
DIRECTED_KINDS = (Designation, LearnedFrom)
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
    if stance is Stance.PLANNED and not _may_be_planned(evidence):
        yield evidence.finding(FindingCode.PLANNED, "stance", "no_plan")
    if stance is Stance.DENIED and not _may_be_denied(evidence):
        yield evidence.finding(FindingCode.DENIED, "stance", "no_denial")
    if stance is Stance.STATED and (date := _date_ahead(evidence)):
        yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=date)
        return
    if not isinstance(statement, DEEDS):
        words = plan_word_in(evidence.passage)
        is_call = statement.how is Praise.PROMOTES and CALL.match(words)
        if stance is Stance.STATED and words and not is_call:
            yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
        return
    if stance is Stance.STATED and (words := _plan_word(evidence)):
        yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
    if stance is Stance.STATED and (words := denial(evidence, names)):
        yield evidence.finding(FindingCode.DENIED, "stance", "is_denied", words=words)


def _may_be_denied(evidence: Evidence) -> bool:
    """Whether the words may deny the deed; a figure is denied in its passages or their clause."""
    if not isinstance(evidence.statement, Measurement):
        return may_be_denied(evidence.text, evidence.stretches)
    text, start = evidence.text.clean.text, evidence.stretch.start
    clause_start = max(text.rfind(mark, 0, start) for mark in "，,；;：:。\n") + 1
    parts = (Stretch(clause_start, evidence.stretch.end), *evidence.stretches[1:])
    words = "\n".join(evidence.read(part) for part in parts)
    return bool(word_pattern("stance_words", stance=Stance.DENIED.value).search(words))


def _may_be_planned(evidence: Evidence) -> bool:
    """Whether the words may plan the deed.

    A word that only allows a plan does not make one of a deed whose own date is past. Where no
    mark of the past stands, an order plans: the document, a heading, or a word such as 必须.
    """
    if _is_past(evidence):
        return bool(plan(evidence))
    if may_be_planned(evidence.text, evidence.stretches):
        return True
    deed = evidence.sentence_to_passage_end
    if is_marked_as_past(evidence.text, deed):
        return False
    text = evidence.text.clean.text
    is_obliged = bool(word_pattern("ought_words").search(evidence.read(evidence.sentence)))
    is_headed = bool(plan_heading(text, evidence.stretch))
    return is_obliged or is_headed or (is_directive(text) and _is_orderable(evidence))


def _is_orderable(evidence: Evidence) -> bool:
    """Whether a document that orders can mean the deed as an order.

    It orders deeds, and figures behind a verb or as an aim; 全县有三家医院 it only tells.
    """
    if not isinstance(evidence.statement, Measurement):
        return isinstance(evidence.statement, ORDERED_KINDS)
    verbs = (re.compile(word_alternatives("deed_verbs")), *AIMS.values())
    parts = [evidence.read(part) for part in clauses_of_figure(evidence)]
    return any(verb.search(words) for verb in verbs for words in parts)


def _date_ahead(evidence: Evidence) -> str:
    """The date of a statement that begins after the text was published, or ""."""
    statement, published = evidence.statement, evidence.text.published
    edtf = getattr(statement, statement.date_field or "", None)
    if not edtf or published is None:
        return ""
    earliest = edtf_interval(edtf).earliest
    return edtf if earliest is not None and earliest > published else ""


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
    whatever is planned with it, so only the passage's own words count. A word is no plan of a deed
    if a mark of the past stands nearer to it.
    """
    if isinstance(evidence.statement, HasModel):
        word = plan_word_in(evidence.passage)
    else:
        word = planned_by(evidence.text, evidence.stretch, clauses_of_figure(evidence))
    deed = Stretch(evidence.sentence.start, deed_clauses(evidence)[-1].end)
    if not word or is_reported_as_done(evidence.text, deed, word):
        return ""
    is_outer = isinstance(evidence.statement, Happening) and word in call_words()
    return "" if is_outer and word in evidence.passage else word


def _plan_word(evidence: Evidence) -> str:
    """The word by which the passage plans what is stated as done, or "".

    What has begun by its own date is planned only by a word of its clause, and an event not by what
    was said at it: 召开会议，要求…. The value from which a plan starts is none of its aims.
    """
    word = plan(evidence) or _word_of_order(evidence)
    if is_present_state(evidence):
        return ""
    own_words = "\n".join(evidence.read(part) for part in deed_clauses(evidence))
    if word not in own_words and _is_past(evidence):
        return ""
    return "" if word and is_behind_event(evidence, word) else word


def _word_of_order(evidence: Evidence) -> str:
    """The word of the heading under which an order tells a deed as not yet done, or ""."""
    text = evidence.text.clean.text
    deed = evidence.sentence_to_passage_end
    heading = plan_heading(text, evidence.stretch) if is_order(text) else ""
    is_deed = isinstance(evidence.statement, DIRECTED_KINDS) or _is_orderable(evidence)
    is_open = is_deed and not is_marked_as_past(evidence.text, deed) and not _is_past(evidence)
    return heading if is_open else ""
