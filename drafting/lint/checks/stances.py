"""Checks whether the words plan the deed, deny it, or state it as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.figures.check import AIMS
from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.directives import is_directive, is_headed_as_plan
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.past_markers import (
    is_bare_denial,
    is_denial_undone,
    is_marked_as_past,
    is_reported_as_done,
)
from drafting.lint.thing_names import ThingNames
from drafting.recognition.stances import (
    call_words,
    denied_by,
    may_be_denied,
    may_be_planned,
    plan_word_in,
    planned_by,
)
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses
from drafting.words.word_tables import word_alternatives, word_pattern
from ontology.schema.edtf import edtf_interval
from ontology.schema.fields import LOCAL_NAME
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
        is_call = statement.how is Praise.PROMOTES and CALL.match(words)
        if stance is Stance.STATED and words and not is_call:
            yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
        return
    if stance is Stance.STATED and (words := _plan_word(evidence)):
        yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
    if stance is Stance.STATED and (words := denial(evidence, names)):
        yield evidence.finding(FindingCode.DENIED, "stance", "is_denied", words=words)


def _may_be_planned(evidence: Evidence) -> bool:
    """Whether the words may plan the deed.

    A word that only allows a plan does not make one of a deed whose own date is past. Where no
    mark of the past stands, an order plans: the document, a heading, or a word such as 必须.
    """
    if _is_past(evidence):
        return bool(plan(evidence))
    if may_be_planned(evidence.text, evidence.stretches):
        return True
    deed = Stretch(evidence.sentence.start, evidence.stretch.end)
    if is_marked_as_past(evidence.text, deed):
        return False
    text = evidence.text.clean.text
    is_obliged = bool(word_pattern("ought_words").search(evidence.read(evidence.sentence)))
    is_headed = is_headed_as_plan(text, evidence.stretch)
    return is_obliged or is_headed or (is_directive(text) and _is_orderable(evidence))


def _is_orderable(evidence: Evidence) -> bool:
    """Whether a document that orders can mean the deed as an order.

    It orders deeds, and figures behind a verb or as an aim; 全县有三家医院 it only tells.
    """
    if not isinstance(evidence.statement, Measurement):
        return isinstance(evidence.statement, ORDERED_KINDS)
    verbs = (re.compile(word_alternatives("deed_verbs")), *AIMS.values())
    parts = [evidence.read(part) for part in _clauses_of_figure(evidence)]
    return any(verb.search(words) for verb in verbs for words in parts)


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
        word = planned_by(evidence.text, evidence.stretch, _clauses_of_figure(evidence))
    deed = Stretch(evidence.sentence.start, _deed_clauses(evidence)[-1].end)
    if not word or is_reported_as_done(evidence.text, deed, word):
        return ""
    is_outer = isinstance(evidence.statement, Happening) and word in call_words()
    return "" if is_outer and word in evidence.passage else word


def _plan_word(evidence: Evidence) -> str:
    """The word by which the passage plans what is stated as done, or "".

    What has begun by its own date is planned only by a word of its clause, and an event not by what
    was said at it: 召开会议，要求….
    """
    word = plan(evidence)
    own_words = "\n".join(evidence.read(part) for part in _deed_clauses(evidence))
    if word not in own_words and _is_past(evidence):
        return ""
    return "" if word and _is_behind_event(evidence, word) else word


def _is_behind_event(evidence: Evidence, word: str) -> bool:
    """Whether a word comes after the first word for an event in the passage of a happening."""
    event = word_pattern("event_verbs").search(evidence.passage)
    is_happening = isinstance(evidence.statement, Happening)
    return is_happening and event is not None and evidence.passage.find(word) >= event.end()


def _deed_clauses(evidence: Evidence) -> tuple[Stretch, ...]:
    """The clauses of the passage with the figure or the local name; else the whole passage."""
    if figure := _clauses_of_figure(evidence):
        return figure
    name = CleanText(getattr(evidence.statement, LOCAL_NAME, None) or "").text
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    named = tuple(part for part in parts if name and name in evidence.read(part))
    return named or (evidence.stretch,)


def _clauses_of_figure(evidence: Evidence) -> tuple[Stretch, ...]:
    """The clauses of the passage with the figure of a measurement."""
    statement = evidence.statement
    if not isinstance(statement, Measurement):
        return ()
    written = CleanText(statement.value_written).text
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    return tuple(part for part in parts if written in evidence.read(part))


def denial(evidence: Evidence, names: ThingNames) -> str:
    """The word by which the passage denies, or ""; for a figure, its clause; none denies none.

    For a deed with a local name, a lesson or a model its clause counts, and later clauses that deny
    what stands before them: 没有采用.
    """
    statement = evidence.statement
    if isinstance(statement, Measurement) and not statement.value:
        return ""
    deeds = _clauses_of_object(evidence, names) or _deed_clauses(evidence)
    is_figure = isinstance(statement, Measurement)
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    later = () if is_figure else [part for part in parts if part.start >= deeds[-1].end]
    denials = (
        _denial_word(evidence, part, must_be_bare=part in later) for part in (*deeds, *later)
    )
    word = next(filter(None, denials), "")
    if word and _counts_denied(evidence, word, names):
        return ""
    return "" if word and _is_beside_deed(evidence, word, names) else word


def _counts_denied(evidence: Evidence, word: str, names: ThingNames) -> bool:
    """Whether a figure counts what is denied, by the name of what it measures: 落选人数."""
    statement = evidence.statement
    code = statement.indicator if isinstance(statement, Measurement) else ""
    return any(word in name for name in names.names.get(code, ()))


def _is_beside_deed(evidence: Evidence, word: str, names: ThingNames) -> bool:
    """Whether a denial comes after the name of a holder's model, which is kept: 甲模式没有推开,
    or behind the word for an event, which took place: 考察后没有表态."""
    if _is_behind_event(evidence, word):
        return True
    if not isinstance(evidence.statement, HasModel):
        return False
    spans = named_spans(evidence, evidence.statement.model, names, evidence.stretch)
    return bool(spans) and evidence.passage.find(word) >= spans[0][1] - evidence.stretch.start


def _clauses_of_object(evidence: Evidence, names: ThingNames) -> tuple[Stretch, ...]:
    """The first clause that names the teacher of a lesson or the model of a holder.

    A later clause often says what was not taken over: 学习甲县, 没有照搬其名称.
    """
    statement = evidence.statement
    codes = {LearnedFrom: "teacher", HasModel: "model"}
    code = getattr(statement, codes.get(type(statement), ""), None)
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    spans = (
        [start for start, _ in named_spans(evidence, code, names, evidence.stretch)] if code else []
    )
    return tuple(part for part in parts if spans and part.start <= spans[0] < part.end)


def _denial_word(evidence: Evidence, part: Stretch, *, must_be_bare: bool) -> str:
    """The word by which a clause denies, or ""."""
    word, clause = denied_by(evidence.text, part), evidence.read(part)
    start = clause.find(word)
    if not word or is_denial_undone(clause, start, start + len(word)):
        return ""
    end = part.start + start + len(word)
    return "" if must_be_bare and not is_bare_denial(evidence.text.clean.text, end) else word
