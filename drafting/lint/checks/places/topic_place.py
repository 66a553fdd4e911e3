"""The place that a passage speaks of without a name, because the text before named it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafting.lint.checks.places.mentions import (
    begins_a_longer_name,
    full_name,
    levels_of_scope_words,
    mentions,
)
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.body import SENTENCE_END
from drafting.text.sentences import Stretch, paragraphs
from drafting.words.word_tables import pairs, word_alternatives, word_pattern

# A passage whose first letters name a place has its own subject.
SUBJECT = 4
# How many letters may stand between the start of a clause and the country that it speaks of.
OPENS = 4
# What a text calls the place or the party that it is about.
SPEAKER = re.compile("我(?!国)|咱")
OF_HOME = re.compile("本[省市县区院刊]|这[家个座片]")
# How many headings above a passage are read.
HEADINGS = 2


def is_carried(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the text is about a place at passages that name none.

    It speaks of its topic unless their paragraph names another place, or of the last place before
    them: in the paragraph, or anywhere in a text without a topic.
    A passage with 全省 does not speak of a county.
    """
    levels = tuple(levels_of_scope_words(evidence))
    if levels and not full_name(evidence, code, names).endswith(levels):
        return False
    if any(evidence.text.places_in(stretch) for stretch in evidence.stretches):
        return False
    if _family_only(evidence, code, _paragraph_before(evidence)) and is_topic(evidence, code):
        return True
    first = evidence.stretch.start - len(evidence.lead) if _topics(evidence) else 0
    before = [
        place.code
        for place in evidence.text.places_in(Stretch(first, evidence.stretch.start))
        if not begins_a_longer_name(evidence, place.code or "", place.end)
    ]
    return bool(before) and before[-1] == code


def is_subject_left_out(evidence: Evidence, code: str) -> bool:
    """Whether a passage without a subject is about the text's topic, and names other places.

    赴甲县学习: the passage does not begin with the place that it names.
    """
    passage = evidence.stretch
    lead = Stretch(passage.start - len(evidence.lead), passage.start)
    family_only = _family_only(evidence, code, lead)
    return not has_own_subject(evidence) and family_only and is_topic(evidence, code)


def has_own_subject(evidence: Evidence) -> bool:
    """Whether a passage begins with a place, or with a word such as 我省."""
    start = evidence.stretch.start
    opening = evidence.text.places_in(Stretch(start, start + SUBJECT))
    has_place = any(not _is_spot(evidence, place) for place in opening)
    return has_place or any(levels_of_scope_words(evidence))


def is_subject_of_clause(evidence: Evidence, code: str, *, as_place: bool = False) -> bool:
    """Whether a clause of the passage that states it speaks of a thing that it does not name.

    `as_place`: or speaks of a party in that place.
    """
    return any(
        code in _parties_of(evidence, clause)
        or code == clause.subject
        and (as_place or (clause.party in clause.home and not clause.names_its_party))
        for clause in clauses_of_passage(evidence)
    )


def _parties_of(evidence: Evidence, clause: Clause) -> tuple[str, ...]:
    """The party of a clause and those beside it, where they are named: 三县都很小，【都有医院】."""
    subject_clauses = (c for c in evidence.clauses if c.stretch == clause.subject_passage)
    companions = (cell for c in subject_clauses if c.party == clause.party for cell in c.companions)
    return (*clause.parties, *companions)


def clauses_of_passage(evidence: Evidence) -> tuple[Clause, ...]:
    """The clauses that lie in the passage, wholly or in part."""
    return tuple(c for c in evidence.clauses if c.stretch.overlaps(evidence.stretch))


def is_home_meant(evidence: Evidence, code: str) -> bool:
    """Whether a sentence up to the end of its passage says 我们 or 我县 of the place or party that
    the text is about; or 这家医院, while it speaks of that."""
    parts = clauses_of_passage(evidence)
    if not any(code in clause.home for clause in parts):
        return False
    start = min(evidence.sentence.start, evidence.stretch.start)
    words = evidence.read(Stretch(start, evidence.stretch.end))
    at_home = any(clause.subject in clause.home for clause in parts)
    return bool(SPEAKER.search(words) or (at_home and OF_HOME.search(words)))


def is_last_named_beside(evidence: Evidence, code: str, codes: Iterable[str]) -> bool:
    """Whether a passage names no place but some of a statement, and a place is the last of the
    paragraph before it that is none of them: 【甲县再度组团南下】, to where it first went."""
    ancestors = evidence.text.gazetteer.ancestors
    own_places = {place for end in codes if end != code for place in (end, *ancestors(end))}
    cited = {place.code or "" for place in evidence.text.places_in(evidence.stretch)}
    first = evidence.stretch.start - len(evidence.lead)
    before = [
        place.code
        for place in evidence.text.places_in(Stretch(first, evidence.stretch.start))
        if place.code and place.code not in own_places
    ]
    return cited <= own_places and before[-1:] == [code]


def is_named_before_in_clause(evidence: Evidence, code: str) -> bool:
    """Whether the clause in which a passage begins opens with a place: 甲县【有三家医院】."""
    start = evidence.stretch.start
    return any(
        first - clause.stretch.start <= OPENS
        for clause in clauses_of_passage(evidence)
        if clause.stretch.start < start
        for first, _ in mentions(evidence, code, Stretch(clause.stretch.start, start))
    )


def is_topic(evidence: Evidence, code: str) -> bool:
    """Whether a text is about a place at the position of the passage."""
    return code in _topics(evidence)


def country_is_subject(evidence: Evidence) -> bool:
    """Whether words for the country may be who acts: they open a clause of the passages, or the
    sentence names no other place up to them."""
    words = f"{word_alternatives('country_words')}|{word_alternatives('country_organs')}"
    if re.search(
        rf"(?:^|[，,。；;：:“\n])[^，,。；;：:\n]{{0,{OPENS}}}?(?:{words})", evidence.cited_text
    ):
        return not has_own_subject(evidence)
    up_to_passage = evidence.sentence_to_passage_end
    lead = evidence.read(Stretch(evidence.sentence.start, evidence.stretch.start))
    local = any(evidence.text.places_in(up_to_passage)) or any(levels_of_scope_words(evidence))
    scope_word = word_pattern("scope_words").search(lead)
    return not (local or scope_word or _topics(evidence))


def _topics(evidence: Evidence) -> set[str]:
    """The place that a text is about at the position of the passage; none if that is not clear.

    It is the place that the text names more often than all others; else the only one of the
    nearest heading above the passage that names any, or of the title.
    """
    named_places = {place.code or "" for place in evidence.text.places_in(_whole_text(evidence))}
    main = {code for code in named_places if _is_main(evidence, code)}
    ancestors = evidence.text.gazetteer.ancestors
    for title in _titles(evidence):
        titled = {place.code or "" for place in evidence.text.places_in(title)}
        inmost = titled - {upper for code in titled for upper in ancestors(code)}
        if inmost:
            is_above = any(inmost <= set(ancestors(code)) for code in main)
            return main | (inmost if len(inmost) == 1 and not is_above else set())
    return main


def _titles(evidence: Evidence) -> Iterator[Stretch]:
    """The nearest headings above the passage, the nearest first, and the title."""
    text = evidence.text.clean.text
    lines = paragraphs(text)
    lines_above = [line for line in lines if line.end <= evidence.stretch.start]
    headings = [line for line in lines_above if not SENTENCE_END.search(evidence.read(line))]
    yield from headings[: -HEADINGS - 1 : -1]
    yield from lines[:1]


def _whole_text(evidence: Evidence) -> Stretch:
    return Stretch(0, len(evidence.text.clean.text))


def _is_main(evidence: Evidence, code: str) -> bool:
    """Whether a text names a place more often than all others together."""
    everywhere = _whole_text(evidence)
    others = [place.code for place in _other_places(evidence, code, everywhere)]
    named_places = [place.code for place in evidence.text.places_in(everywhere)]
    return named_places.count(code) > len(others)


def _paragraph_before(evidence: Evidence) -> Stretch:
    """The passage's paragraph up to the end of its sentence."""
    return Stretch(evidence.stretch.start - len(evidence.lead), evidence.sentence.end)


def _family_only(evidence: Evidence, code: str, stretch: Stretch) -> bool:
    """Whether a stretch names no place outside of a place and what it lies in."""
    return not any(_other_places(evidence, code, stretch))


def _other_places(evidence: Evidence, code: str, stretch: Stretch) -> Iterator[RecognisedPlace]:
    """The places of a stretch other than a place, what it lies in, and homes of institutions."""
    places_around = {code, *evidence.text.gazetteer.ancestors(code)}
    for place in evidence.text.places_in(stretch):
        if place.code not in places_around and not _is_aside(evidence, place, code):
            yield place


def _is_aside(evidence: Evidence, place: RecognisedPlace, code: str) -> bool:
    """Whether a place only begins an institution's name, or is where its whole does something."""
    if begins_a_longer_name(evidence, place.code or "", place.end):
        return True
    inside = code in evidence.text.gazetteer.ancestors(place.code or "")
    return inside and _is_spot(evidence, place)


def _is_spot(evidence: Evidence, place: RecognisedPlace) -> bool:
    """Whether a place is where something is done, by the word before it: 在甲县."""
    before = evidence.text.clean.text[: _start_of_row(evidence, place)]
    return before.endswith(tuple(pairs("spot_words", "written")))


def _start_of_row(evidence: Evidence, place: RecognisedPlace) -> int:
    """Where a place begins, or the first of those that it directly follows: 甲市 of 甲市乙县."""
    start = place.start
    for other in reversed(evidence.text.coded_places):
        if other.end == start:
            start = other.start
    return start
