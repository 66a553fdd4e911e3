"""Checks whether the words state this kind of link, in this direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from drafting.lint.checks.containment import is_reversed
from drafting.lint.checks.organisation_mentions import shortened_spans
from drafting.lint.checks.places.mentions import mentions
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.text.sentences import Stretch
from drafting.words.word_tables import (
    alternatives,
    pairs,
    word_alternatives,
    word_pattern,
    word_table,
)
from ontology.schema.kinds import (
    Cooperation,
    DerivedFrom,
    Endorsement,
    LearnedFrom,
    MemberOf,
    Stance,
    Statement,
    Within,
)

# How far after a word of learning the teacher may stand.
TEACHER = 16
# 学 as a verb, not as a part of 医学 or 学校.
LEARNS = re.compile("(?<![医大科中小教文同数化力入开放上])学(?![生校院科会者期历位员术时分制龄籍])")
# The two ends of a link that nothing has to itself.
EQUAL_ENDS: Mapping[type, tuple[str, str]] = {
    LearnedFrom: ("learner", "teacher"),
    Cooperation: ("one", "other"),
    Endorsement: ("endorser", "endorsed"),
}
QUOTED = re.compile("“[^“”]+”")


def check_directions(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on links that no word states, or that the words state in the other direction."""
    triggers = [row["written"] for row in word_table("triggers") if row["kind"] == evidence.kind]
    is_told = not triggers or bool(re.search(alternatives(triggers), evidence.cited))
    learns = evidence.kind == "learned_from" and LEARNS.search(evidence.cited)
    is_told = is_told or bool(learns) or evidence.statement.stance is Stance.IMPLIED
    if not (is_told or _is_opinion(evidence)):
        yield evidence.finding(FindingCode.TRIGGER, "", "no_trigger")
    check = REVERSED.get(type(evidence.statement))
    if _has_equal_ends(evidence.statement) or (check is not None and check(evidence, names)):
        yield evidence.finding(FindingCode.DIRECTION, "", "other_direction")


def _has_equal_ends(statement: Statement) -> bool:
    """Whether a link leads from a thing to itself."""
    ends = EQUAL_ENDS.get(type(statement))
    return ends is not None and getattr(statement, ends[0]) == getattr(statement, ends[1])


def _is_opinion(evidence: Evidence) -> bool:
    """Whether the sentence of a judgement has a word for speaking or judging up to its end."""
    if not isinstance(evidence.statement, Endorsement):
        return False
    start = min(evidence.sentence.start, evidence.stretch.start)
    words = evidence.read(Stretch(start, evidence.stretch.end)) + evidence.cited
    return any(word_pattern(table).search(words) for table in ("speech_verbs", "opinion_words"))


def _lesson(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the learner stands where the teacher would, and the teacher does not."""
    statement = evidence.statement
    assert isinstance(statement, LearnedFrom)
    verbs = alternatives(pairs("teacher_marks", "position", position="before"))
    spots = [match.end() for match in re.finditer(verbs, evidence.passage)]
    return _behind(evidence, spots, statement.learner, names) and not _behind(
        evidence, spots, statement.teacher, names
    )


def _behind(evidence: Evidence, spots: list[int], code: str, names: ThingNames) -> bool:
    """Whether a thing is named within a few letters after one of the spots of the passage."""
    start = evidence.stretch.start
    begins = _begins(evidence, code, names)
    return any(spot <= begin - start <= spot + TEACHER for spot in spots for begin in begins)


def _begins(evidence: Evidence, code: str, names: ThingNames) -> list[int]:
    """Where the passage names a thing."""
    begins = [begin for begin, _ in mentions(evidence, code, evidence.stretch)]
    forms = names.names.get(code, ())
    quoted = [name for form in forms for name in QUOTED.findall(form)]
    for name in (*forms, *quoted):
        for match in re.finditer(re.escape(name), evidence.passage):
            begins.append(evidence.stretch.start + match.start())
    if names.kinds.get(code) == "Organisation":
        spans = shortened_spans(evidence.passage, forms)
        begins += [evidence.stretch.start + start for start, _ in spans]
    return sorted(set(begins))


def _origin(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the model stands where the origin would: first, or as a part of the other's name."""
    statement = evidence.statement
    assert isinstance(statement, DerivedFrom)
    model, origin = statement.model, statement.origin
    if _is_part(origin, model, names):
        return True
    before, behind = _begins(evidence, model, names), _begins(evidence, origin, names)
    return bool(before and behind) and before[0] < behind[0]


def _is_part(longer: str, shorter: str, names: ThingNames) -> bool:
    """Whether a thing's name is the end of another's longer name."""
    return any(
        name != other and name.endswith(other)
        for name in names.names.get(longer, ())
        for other in names.names.get(shorter, ())
    )


def _membership(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the member is of a sort that has members, and the group is not."""
    statement = evidence.statement
    assert isinstance(statement, MemberOf)
    heads = word_alternatives("group_heads")

    def is_group(code: str) -> bool:
        kind = names.kinds.get(code, "")
        return kind in ("ReformModel", "Programme") or any(
            re.search(f"(?:{heads})$", name) for name in names.names.get(code, ())
        )

    return is_group(statement.member) and not is_group(statement.group)


def _praise(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the praising actor stands in the place of the praised, by order and passive."""
    statement = evidence.statement
    assert isinstance(statement, Endorsement)
    passive = word_alternatives("passive_words")
    endorser = _begins(evidence, statement.endorser, names)
    endorsed = _begins(evidence, statement.endorsed, names)
    match = re.search(passive, evidence.passage)
    if match:
        spot = evidence.stretch.start + match.start()
        return bool(endorsed) and endorsed[0] > spot and not any(b > spot for b in endorser)
    return bool(endorser and endorsed) and endorsed[0] < endorser[0]


REVERSED: Mapping[type, Callable[[Evidence, ThingNames], bool]] = {
    LearnedFrom: _lesson,
    DerivedFrom: _origin,
    MemberOf: _membership,
    Endorsement: _praise,
    Within: is_reversed,
}
