"""Checks whether the words state this kind of link, in this direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from drafting.lint.checks.containment import is_reversed
from drafting.lint.checks.event_roles import is_role_reversed
from drafting.lint.checks.lessons import LEARNS, is_lesson_reversed, is_practice
from drafting.lint.checks.mentioned_ends import is_behind, mention_starts, named_spans
from drafting.lint.checks.organisation_mentions import speaks_for_place
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
    Happening,
    LearnedFrom,
    MemberOf,
    Stance,
    Statement,
    Within,
)

# Who leads a group: 由甲医院牵头.
LEADER, LEADS = ("由", "以"), re.compile("(?:负责)?(?:牵头|领办|为龙头|为首|为主体|主导)")
# Words behind which a source stands.
SOURCES = "源[于自]|脱胎|[由从]|来自|取自|出自"
# Words directly behind the model from which another one is made.
FOUNDATION = re.compile("[”」]?(?:的|这一|这个)?(?:(?:基础|底子|框架)上|之上)")
# What somebody calls worthy of praise is the practice of another: 甲县的路子值得佩服.
WORTHY_PRACTICE = re.compile("[^，,。；;]{2,12}的[^，,。；;的]{1,8}(?:值得|令人|让人|可学|可借鉴)")
# How far behind a quotation the word may stand that tells who speaks.
SPEAKER = 30
# The two ends of a link that nothing has to itself.
EQUAL_ENDS: Mapping[type, tuple[str, str]] = {
    LearnedFrom: ("learner", "teacher"),
    Cooperation: ("one", "other"),
    Endorsement: ("endorser", "endorsed"),
}


def check_directions(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on links that no word states, or that the words state in the other direction."""
    kind = evidence.kind
    triggers = [row["written"] for row in word_table("triggers") if row["kind"] == kind]
    words = _words_of_link(evidence)
    is_told = not triggers or bool(re.search(alternatives(triggers), words))
    learns = evidence.kind == "learned_from" and LEARNS.search(words)
    needs_none = evidence.statement.stance in (Stance.IMPLIED, Stance.DENIED)
    is_told = is_told or bool(learns) or needs_none
    if not (is_told or _is_opinion(evidence)):
        yield evidence.finding(FindingCode.TRIGGER, "", "no_trigger")
    check = REVERSAL_CHECKS.get(type(evidence.statement))
    if _has_equal_ends(evidence.statement) or (check is not None and check(evidence, names)):
        yield evidence.finding(FindingCode.DIRECTION, "", "other_direction")


def _words_of_link(evidence: Evidence) -> str:
    """The words that may state a link: the passages; for a lesson also the paragraph before, since
    several sentences may tell a lesson (派人跟班, 回去就办起来了)."""
    is_lesson = isinstance(evidence.statement, LearnedFrom)
    return f"{evidence.lead}\n{evidence.cited_text}" if is_lesson else evidence.cited_text


def _has_equal_ends(statement: Statement) -> bool:
    """Whether a link leads from a thing to itself."""
    ends = EQUAL_ENDS.get(type(statement))
    return ends is not None and getattr(statement, ends[0]) == getattr(statement, ends[1])


def _is_opinion(evidence: Evidence) -> bool:
    """Whether the sentence of a judgement has a word for speaking or judging up to its end."""
    if not isinstance(evidence.statement, Endorsement):
        return False
    start = min(evidence.sentence.start, evidence.stretch.start)
    end = evidence.stretch.end
    speaker = evidence.text.clean.text[end:].split("\n")[0] if evidence.is_quotation else ""
    words = evidence.read(Stretch(start, end)) + speaker[:SPEAKER] + evidence.cited_text
    return any(word_pattern(table).search(words) for table in ("speech_verbs", "opinion_words"))


def _origin(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the model stands where the origin would: first, behind a word such as 参照, or as a
    part of the other's name."""
    statement = evidence.statement
    assert isinstance(statement, DerivedFrom)
    model, origin = statement.model, statement.origin
    if _is_part(origin, model, names):
        return True
    models, origins = (
        mention_starts(evidence, c, names, evidence.stretch) for c in (model, origin)
    )
    is_origin_founding, is_model_founding = (
        _is_foundation(evidence, c, names) for c in (origin, model)
    )
    if is_origin_founding != is_model_founding:
        return is_model_founding
    marks = rf"{alternatives(pairs('teacher_marks', 'position', position='before'))}|{SOURCES}"
    spots = [evidence.stretch.start + m.end() for m in re.finditer(marks, evidence.passage)]
    if not (models and origins):
        return is_behind(spots, models)
    if models[0] < origins[0]:
        between = evidence.text.clean.text[models[0] : origins[0]]
        ahead = alternatives(pairs("derivation_words", "order", order="origin_first"))
        return bool(re.search(ahead, between)) or not re.search(marks, between)
    return is_behind(spots, models) and not is_behind(spots, origins)


def _is_foundation(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a model is that on which another one stands: 在甲模式的基础上."""
    text = evidence.text.clean.text
    ends = (end for _, end in named_spans(evidence, code, names, evidence.stretch))
    return any(FOUNDATION.match(text, end) for end in ends)


def _is_part(longer: str, shorter: str, names: ThingNames) -> bool:
    """Whether a thing's name is the end of another's longer name."""
    return any(
        name != other and name.endswith(other)
        for name in names.names.get(longer, ())
        for other in names.names.get(shorter, ())
    )


def _membership(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the member is of a sort that has members and the group is not, or the group leads."""
    statement = evidence.statement
    assert isinstance(statement, MemberOf)
    heads = word_alternatives("group_heads")

    def is_group(code: str) -> bool:
        kind = names.kinds.get(code, "")
        return kind in ("ReformModel", "Programme") or any(
            re.search(f"(?:{heads})$", name) for name in names.names.get(code, ())
        )

    def leads(code: str) -> bool:
        spans = named_spans(evidence, code, names, evidence.stretch)
        text = evidence.text.clean.text
        return any(text[:start].endswith(LEADER) and LEADS.match(text, end) for start, end in spans)

    if is_group(statement.member) and not is_group(statement.group):
        return True
    return leads(statement.group) and not leads(statement.member)


def _praise(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the praising actor is where the praised should be, by order and passive."""
    statement = evidence.statement
    assert isinstance(statement, Endorsement)
    if _is_superior(evidence, statement.endorsed, statement.endorser, names):
        return True
    endorser, endorsed = (
        mention_starts(evidence, code, names, evidence.stretch)
        for code in (statement.endorser, statement.endorsed)
    )
    match = word_pattern("passive_words").search(evidence.passage)
    if match:
        spot = evidence.stretch.start + match.start()
        return bool(endorsed) and endorsed[0] > spot and not any(b > spot for b in endorser)
    if endorser and not endorsed:
        return is_practice(evidence, evidence.stretch, statement.endorser, names) or _is_promoted(
            evidence, endorser
        )
    if speakers := [s for s in (*endorser, *endorsed) if _speaks_behind(evidence, s)]:
        return not set(speakers) & set(endorser)
    return bool(endorser and endorsed) and endorsed[0] < endorser[0]


def _speaks_behind(evidence: Evidence, start: int) -> bool:
    """Whether who is named at a position gives the quotation that stands before: “…，”甲县说."""
    text = evidence.text.clean.text
    clause = re.split("[，,。；;：:\n]", text[start:])[0]
    quoted = re.search("[”」][，,]?$", text[:start])
    return bool(quoted and word_pattern("speech_verbs").search(clause))


def _is_superior(evidence: Evidence, organ: str, place: str, names: ThingNames) -> bool:
    """Whether a thing is an organ of the country, or of a place that another place lies in: such an
    organ praises, and is not praised from below."""
    if names.kinds.get(organ) != "Organisation" or names.kinds.get(place) != "Place":
        return False
    gazetteer = evidence.text.gazetteer
    names_above = (gazetteer.names.get(code, "") for code in gazetteer.ancestors(place))
    forms = [name for name in names.names.get(organ, ()) if speaks_for_place(name)]
    organs = word_pattern("country_organs")
    leads = tuple(filter(None, names_above))
    return any(organs.match(name) or name.startswith(leads) for name in forms)


def _is_promoted(evidence: Evidence, starts: list[int]) -> bool:
    """Whether a thing is named only directly after words of praise (推广甲县经验), or as
    whose practice is worth it."""
    words = f"(?:{word_alternatives('promote_verbs')}|学习|点名|表扬|肯定|推动)(?:了)?"
    text = evidence.text.clean.text
    is_object = all(re.search(f"(?:{words})$", text[:start]) for start in starts)
    return is_object or all(WORTHY_PRACTICE.match(text, start) for start in starts)


REVERSAL_CHECKS: Mapping[type, Callable[[Evidence, ThingNames], bool]] = {
    LearnedFrom: is_lesson_reversed,
    DerivedFrom: _origin,
    MemberOf: _membership,
    Endorsement: _praise,
    Within: is_reversed,
    Happening: is_role_reversed,
}
