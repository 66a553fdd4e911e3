"""The mentions of a place in passages, also only as the container of a nearer place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.recognition.places import PlaceReason
from drafting.text.sentences import Stretch
from drafting.words.word_tables import (
    alternatives,
    pairs,
    word_alternatives,
    word_pattern,
    word_table,
)
from ontology.schema.enums import Stance
from ontology.schema.kinds import LearnedFrom

# How many letters may stand between a place and the last word of an institution of it.
INSTITUTION_DISTANCE = 6
# How many letters of a name tell a place without the word for its level.
MIN_STEM_LETTERS = 2
# How far before a place the word by which it is learned from may stand.
CLAUSE = 40
# 该市 stands for the last city that is named.
LAST_PLACE_WORD = "该"
OF_A_LEVEL = re.compile("[省市县区]级|各[省市县区地]")


def mentions(evidence: Evidence, code: str, stretch: Stretch) -> list[tuple[int, int]]:
    """The spans of a stretch that name a place."""
    spans = {
        (place.start, place.end)
        for place in evidence.text.coded_places
        if place.code == code and stretch.start <= place.start < stretch.end
    }
    passage = evidence.read(stretch)
    forms = [*_forms(evidence, code), *_listed_forms(evidence, code)]
    for form in forms:
        for match in re.finditer(re.escape(form), passage):
            spans.add((stretch.start + match.start(), stretch.start + match.end()))
    spans.update(_short_names(evidence, code, stretch))
    return sorted(spans)


def _short_names(evidence: Evidence, code: str, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Where a stretch has a place's listed name without its last letter, and that is no part of
    another name: a text writes 甲乙 for 甲乙县 where nothing else can be meant."""
    gazetteer = evidence.text.gazetteer
    own_names = (name for name, place in gazetteer.own_places.items() if place == code)
    letters = tuple(row["written"] for row in word_table("level_letters"))
    full = (gazetteer.names.get(code, ""), *(name for name in own_names if name.endswith(letters)))
    stems = [name[:-1] for name in full if len(name) > MIN_STEM_LETTERS]
    named_spans = [(place.start, place.end) for place in evidence.text.places]
    for match in re.finditer(alternatives(stems), evidence.read(stretch)) if stems else ():
        start, end = stretch.start + match.start(), stretch.start + match.end()
        if not any(first < end and start < last for first, last in named_spans):
            yield start, end


def _listed_forms(evidence: Evidence, code: str) -> list[str]:
    """The name of a place in its code list, and the short one, if no letter of it is a common
    ending: 甲县 of 甲县区."""
    name = evidence.text.gazetteer.names.get(code, "")
    stem = name[:-1]
    letters = "".join(row["written"] for row in word_table("level_letters"))
    return [name, stem] if len(stem) > 1 and stem[-1] in letters else [name] if name else []


def _forms(evidence: Evidence, code: str) -> list[str]:
    """The names that the facts give to a place; without the place that a name begins with, if
    that place is mentioned nearby: 高新区 for 甲乙高新区."""
    names = evidence.text.gazetteer.own_places
    forms = [name for name, place in names.items() if place == code]
    stems = {name[:-1] for name, place in names.items() if len(name) > 2 and place != code}
    shortened = [
        form[len(stem) :]
        for form in forms
        for stem in stems
        if form.startswith(stem) and len(form) - len(stem) >= 2 and stem in evidence.surroundings
    ]
    return [*forms, *shortened]


def is_named(evidence: Evidence, code: str) -> bool:
    """Whether one of the passages names a place."""
    return any(mentions(evidence, code, stretch) for stretch in evidence.stretches)


def is_only_a_container(evidence: Evidence, code: str) -> bool:
    """Whether each mention is followed by a nearer place or an institution of that place."""
    inner = [
        begins_a_longer_name(evidence, code, end)
        for stretch in evidence.stretches
        for _, end in mentions(evidence, code, stretch)
    ]
    return bool(inner) and all(inner)


def is_only_a_lesson_end(evidence: Evidence, code: str) -> bool:
    """Whether the passages name a place only as a teacher of others, or as a place they visit.

    A word such as 学习 or 赴 stands before each mention in its clause. What another is said to
    have learned is implied of its teacher, so that only claims that the words state are looked at.
    """
    statement = evidence.statement
    if not isinstance(statement, LearnedFrom) and statement.stance is Stance.IMPLIED:
        return False
    spots = [s for stretch in evidence.stretches for s in mentions(evidence, code, stretch)]
    return bool(spots) and all(_is_object(evidence, start) for start, _ in spots)


def _is_object(evidence: Evidence, start: int) -> bool:
    """Whether a word of learning or going comes before a position in its clause."""
    text = evidence.text.clean.text
    clause = re.split("[，,。；;：:\n]", text[max(0, start - CLAUSE) : start])[-1]
    return bool(word_pattern("lesson_openers").search(clause))


def begins_a_longer_name(evidence: Evidence, code: str, end: int) -> bool:
    """Whether a place that ends at a position begins the name of a nearer place or institution."""
    wholes = evidence.text.gazetteer
    places_behind = [place for place in evidence.text.coded_places if place.start == end]
    if any(code in wholes.ancestors(place.code or "") for place in places_behind):
        return True
    heads = word_alternatives("counted_institutions")
    rest = evidence.text.clean.text[end : end + INSTITUTION_DISTANCE + 8]
    match = re.match(rf"([\u4e00-\u9fff]{{0,{INSTITUTION_DISTANCE}}}?)(?:{heads})", rest)
    if match is None or word_pattern("deed_verbs").match(match[1]):
        return False  # 甲市整合医院 is what the city does
    return not re.search(word_alternatives("generic_institution_words"), match[1])


def is_meant_by_scope_word(
    evidence: Evidence, code: str, names: ThingNames, *, is_scope: bool = False
) -> bool:
    """Whether a word such as 全市 or 当地 stands for a place in the passages.

    It stands for the last place whose name ends like the word, up to the sentence's end, or for
    the one that is named most.
    """
    return any(
        _stands_for(evidence, code, word, suffix, names)
        for word, suffix in _scope_words(evidence, is_scope=is_scope)
    )


def _stands_for(evidence: Evidence, code: str, word: str, suffix: str, names: ThingNames) -> bool:
    """Whether a word such as 全市 stands for a place: one that the passages name, if they name
    any of its level; and 该市 for the last one alone."""
    cited = {
        place.code
        for stretch in evidence.stretches
        for place in evidence.text.places_in(stretch)
        if full_name(evidence, place.code or "", names).endswith(suffix)
    }
    if cited and code not in cited:
        return False
    return is_last_of_level(
        evidence, code, suffix, names, only_last=word.startswith(LAST_PLACE_WORD)
    )


def is_last_of_level(
    evidence: Evidence, code: str, suffix: str, names: ThingNames, *, only_last: bool = False
) -> bool:
    """Whether a place is the last up to the sentence's end whose name ends with a suffix, or the
    one that is named most."""
    before = _named_before(evidence, suffix, names)
    commonest = Counter(before).most_common(1)
    return bool(before) and code in (before[-1:] if only_last else (before[-1], commonest[0][0]))


def _named_before(evidence: Evidence, suffix: str, names: ThingNames) -> list[str | None]:
    """The places up to the sentence's end whose names end with a suffix, in their order."""
    return [
        place.code
        for place in evidence.text.coded_places
        if place.end <= evidence.sentence.end
        and place.reason is not PlaceReason.COUNTRY
        and full_name(evidence, place.code or "", names).endswith(suffix)
    ]


def _scope_words(evidence: Evidence, *, is_scope: bool = False) -> Iterator[tuple[str, str]]:
    """Words such as 全市, and how the names of the places end that they stand for; "" for any.

    A word that only says how far something reaches stands for none (在全省率先), unless the place
    is such a scope. Passages that name no place are read with their sentence before them.
    """
    words = pairs("scope_words", "suffix")
    scopes = tuple(pairs("country_scopes", "side", side="behind"))
    context = evidence.cited_text
    if not any(evidence.text.places_in(stretch) for stretch in evidence.stretches):
        context += "\n" + evidence.read(Stretch(evidence.sentence.start, evidence.stretch.start))
    for match in re.finditer(alternatives(words), context):
        if is_scope or not context.startswith(scopes, match.end()):
            yield match[0], words[match[0]]


def levels_of_scope_words(evidence: Evidence) -> Iterator[str]:
    """The levels of the places that words for all of a place stand for; 省级 may be of any."""
    if OF_A_LEVEL.search(evidence.cited_text):
        return iter(())
    words = pairs("scope_words", "suffix")
    subject = re.compile(rf"(?:^|[，,。；;：:\s])(?:目前|现在)?[，,]?({alternatives(words)})")
    return filter(None, (words[match[1]] for match in subject.finditer(evidence.passage)))


def is_one_of_several(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether 两省 or 三地 in the passages stands for a place and those named beside it."""
    counts = pairs("places_counted", "count")
    letters = alternatives(row["written"] for row in word_table("level_letters"))
    for match in re.finditer(f"({alternatives(counts)})({letters}|地)", evidence.cited_text):
        suffix = "" if match[2] == "地" else match[2]
        before = _named_before(evidence, suffix, names)
        cited = [
            place.code for part in evidence.stretches for place in evidence.text.places_in(part)
        ]
        last = list(dict.fromkeys(reversed(before)))[: int(counts[match[1]])]
        if code in (cited or last):
            return True
    return False


def full_name(evidence: Evidence, code: str, names: ThingNames) -> str:
    return evidence.text.gazetteer.names.get(code) or next(iter(names.names.get(code, ())), "")


def country_is_named(evidence: Evidence) -> bool:
    """Whether words for the country, or for its organs, stand in the passages.

    Words near them count if the passages name no other place.
    """
    words = f"{word_alternatives('country_words')}|{word_alternatives('country_organs')}"
    if re.search(words, evidence.cited_text):
        return True
    has_place = any(evidence.text.places_in(stretch) for stretch in evidence.stretches)
    has_place = has_place or any(levels_of_scope_words(evidence))
    return not has_place and bool(re.search(words, evidence.surroundings))
