"""Checks whether the passages name models, programmes, events, mechanisms and indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.mechanism_words import (
    has_another_precedent,
    has_precedent,
    is_carried_on,
    is_described,
    is_explained_elsewhere,
    is_named_otherwise,
    is_topic_of_text,
    with_synonyms,
)
from drafting.lint.checks.places.mentions import mentions
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames, letter_parts
from drafting.text.clean_text import CleanText
from drafting.words.word_tables import alternatives, word_alternatives
from loaders.copies.wordings import is_written
from ontology.schema.fields import LOCAL_NAME, reference_fields
from ontology.schema.kinds import Adoption, LearnedFrom, Measurement, Stance, Statement

# The share of a name's weight that the passages must have, by the kind of thing. Events are named
# in a curator's words, so less of their names stands in a text.
# A mechanism that has no other names yet is written in many ways: without the names of the
# five curated texts a quarter of true adoptions would be doubted at 0.25, at 0.16 one in six.
MIN_SHARES = {
    "ReformModel": 0.6,
    "Programme": 0.5,
    "Event": 0.2,
    "Mechanism": 0.16,
    "Indicator": 0.25,
}
# Things that texts name in many ways are doubted only if the words name another one of the kind by
# at least this share: where no known name stands, nothing contradicts the statement.
OTHER_SHARE = {"Mechanism": 0.35, "Indicator": 0.65, "Event": 0.5}
# A name of which next to nothing is told is doubted even so.
FLOOR = {"Mechanism": 0.02}
# The share of a name from which on a passage names a thing, whatever else it names.
NAMED_ELSEWHERE = 0.9
# The share of a mechanism's name with which it is hardly named beside another one. This finds one
# of ten wrong mechanisms that are missed otherwise, and doubts one of a thousand right adoptions.
HARDLY_NAMED = 0.2
# How far a word such as 做法 may stand behind the place whose model it names.
MAX_WORD_DISTANCE = 6
# The least letters of a name without its place.
MIN_NAME_LETTERS = 3
# How much of a composed local name must stand in the passages.
COMPOSED_SHARE = 0.6
NAME_CODES = {"Mechanism": FindingCode.MECHANISM, "Indicator": FindingCode.INDICATOR}


def check_names(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on the things of a statement other than places and organisations."""
    statement = evidence.statement
    yield from _local_name(evidence, statement)
    for field in reference_fields(type(statement)):
        code = getattr(statement, field.name)
        kind = names.kinds.get(code or "", "") if isinstance(code, str | None) else ""
        if kind not in MIN_SHARES or (kind == "Indicator" and is_label(statement)):
            continue
        words = with_synonyms(naming_text(evidence, kind))
        share = names.coverage(code, words)
        if kind == "Mechanism" and has_precedent(evidence, code, names):
            continue
        if kind == "Mechanism" and _is_contradicted(evidence, code, share, names):
            yield _name_finding(evidence, field.name, code, names)
            continue
        is_outnamed = kind == "Mechanism" and _is_outnamed(evidence, code, share, names)
        is_told = share >= MIN_SHARES[kind] and not is_outnamed
        if is_told or _is_told_around(evidence, code, names):
            continue
        if names.coverage(code, evidence.cited_text) >= NAMED_ELSEWHERE:
            continue
        if kind == "Mechanism" and _is_in_other_words(evidence, code, names):
            continue
        is_unnamed = is_outnamed or share < FLOOR.get(kind, 0)
        if is_unnamed or _names_another(evidence, kind, code, names):
            yield _name_finding(evidence, field.name, code, names)


def _is_contradicted(evidence: Evidence, code: str, share: float, names: ThingNames) -> bool:
    """Whether the local name of a deed means another mechanism, by its words or elsewhere."""
    if share < NAMED_ELSEWHERE and has_another_precedent(evidence, code, names):
        return True
    return is_named_otherwise(evidence, code, names)


def _is_outnamed(evidence: Evidence, code: str, share: float, names: ThingNames) -> bool:
    """Whether the passage or the local name of a deed names another mechanism, and this one hardly:
    共建互联网医院 has a word of 社区医院建设."""
    local_name = CleanText(getattr(evidence.statement, LOCAL_NAME, None) or "").text
    words = with_synonyms(f"{evidence.passage}\n{local_name}")
    kind = names.kinds[code]
    return share < HARDLY_NAMED and names.best_coverage(kind, words, code) >= NAMED_ELSEWHERE


def _is_in_other_words(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the words describe a mechanism, the text names it beside the same term, before a
    passage that names none, or is about it."""
    words = naming_text(evidence, "Mechanism")
    if is_described(words, code, names) or is_explained_elsewhere(evidence, code, names):
        return True
    has_term = bool(getattr(evidence.statement, LOCAL_NAME, None))
    if has_term or _names_another(evidence, "Mechanism", code, names):
        return False
    return is_carried_on(evidence, code, names) or is_topic_of_text(evidence, code, names)


def _name_finding(evidence: Evidence, field: str, code: str, names: ThingNames) -> Finding:
    code_of_finding = NAME_CODES.get(names.kinds[code], FindingCode.NAME)
    return evidence.finding(code_of_finding, field, "name_not_told", name=names.display(code))


def _names_another(evidence: Evidence, kind: str, code: str, names: ThingNames) -> bool:
    """Whether the words name another thing of the kind; for a figure, those of the passage alone,
    because other figures stand around it."""
    words = evidence.passage if kind == "Indicator" else naming_text(evidence, kind)
    other_share = names.best_coverage(kind, with_synonyms(words), code)
    return other_share >= OTHER_SHARE.get(kind, 0)


def _is_told_around(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether its place, or the words before the passage, make a model or programme clear."""
    if names.kinds.get(code) not in ("ReformModel", "Programme"):
        return False
    is_own = _is_model_of_place(evidence, code, names) or _is_lesson_of_teacher(evidence, names)
    return is_own or _is_last_named(evidence, code, names) or _without_place(evidence, code, names)


def _is_lesson_of_teacher(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the passage calls what was learned by the teacher alone: 甲县的经验."""
    statement = evidence.statement
    if not isinstance(statement, LearnedFrom):
        return False
    text, objects = evidence.text.clean.text, word_alternatives("lesson_objects")
    ends = [end for _, end in mentions(evidence, statement.teacher, evidence.stretch)]
    forms = names.names.get(statement.teacher, ())
    for place in evidence.text.places_in(evidence.stretch):
        if any(form.startswith(place.words) for form in forms):
            ends.append(place.end)
    return any(re.match(f".{{0,{MAX_WORD_DISTANCE}}}?(?:{objects})", text[end:]) for end in ends)


def _is_last_named(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage that names no model goes on about the last one that its paragraph names."""
    kind = names.kinds[code]

    def named_in(words: str) -> list[tuple[int, str]]:
        return [
            (words.rfind(name), other)
            for other in names.codes[kind]
            for name in names.names[other]
            if len(name) > 1 and name in words
        ]

    before = named_in(evidence.lead)
    return not named_in(evidence.passage) and bool(before) and max(before)[1] == code


def _without_place(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the passages name a programme without the place that its name begins with."""
    listed_names = evidence.text.gazetteer.names
    places = {place.code or "" for place in evidence.text.coded_places}
    stems = {
        stem
        for c in places
        for stem in (listed_names.get(c, ""), listed_names.get(c, "")[:2])
        if stem
    }
    shorter = [
        name.removeprefix(stem)
        for name in names.names[code]
        for stem in stems
        if name.startswith(stem) and len(name) > len(stem) + MIN_NAME_LETTERS
    ]
    words = with_synonyms(evidence.cited_text)
    return names.coverage(code, words, shorter) >= MIN_SHARES[names.kinds[code]]


def _is_model_of_place(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage names a model by the place that its name begins with: 甲县的做法."""
    objects = f"{word_alternatives('lesson_objects')}|{word_alternatives('reform_words')}"
    listed_names = evidence.text.gazetteer.names
    stems = {
        stem
        for place in evidence.text.coded_places
        for stem in (place.words, place.words[:-1], listed_names.get(place.code or "", "")[:-1])
        if len(stem) > 1 and any(stem in name[: len(stem) + 1] for name in names.names[code])
    }
    pattern = rf"(?:{alternatives(stems)}).{{0,{MAX_WORD_DISTANCE}}}(?:{objects})"
    return bool(stems) and bool(re.search(pattern, evidence.cited_text))


def naming_text(evidence: Evidence, kind: str) -> str:
    """The words in which a thing of a kind must be named.

    A mechanism is named in the passage, or by its local name; an indicator near the figure. Words
    that deny or plan a mechanism often name it before, in the sentence: 甲县还没有动.
    """
    statement = evidence.statement
    if isinstance(statement, Adoption) and kind == "Mechanism":
        is_done = statement.stance not in (Stance.DENIED, Stance.PLANNED)
        up_to_passage = evidence.sentence_to_passage_end
        words = (
            evidence.passage
            if is_done
            else f"{evidence.read(up_to_passage)}\n{evidence.cited_text}"
        )
        return f"{words}\n{CleanText(statement.local_name or '').text}"
    return evidence.surroundings if kind == "Indicator" else evidence.cited_text


def is_label(statement: Statement) -> bool:
    """Whether a figure only counts the parts of a name, so that no text names its indicator."""
    return isinstance(statement, Measurement) and statement.counts is not None


def _local_name(evidence: Evidence, statement: Statement) -> Iterator[Finding]:
    """A local name is in a passage word for word, or its letters are if it is composed."""
    local_name = getattr(statement, LOCAL_NAME, None)
    if not local_name:
        return
    if LOCAL_NAME in statement.composed:
        own_parts = letter_parts(CleanText(local_name).text)
        share = len(own_parts & letter_parts(evidence.cited_text)) / max(1, len(own_parts))
        stands = share >= COMPOSED_SHARE
    else:
        passages = (evidence.read(stretch) for stretch in evidence.stretches)
        stands = any(is_written(local_name, passage) for passage in passages)
    if not stands:
        yield evidence.finding(
            FindingCode.LOCAL_NAME, LOCAL_NAME, "words_not_there", words=local_name
        )
