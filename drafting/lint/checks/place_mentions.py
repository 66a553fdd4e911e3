"""Where the passages name a place, and whether only as the container of a nearer place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.recognition.places import PlaceReason
from drafting.text.sentences import Stretch, paragraphs
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_table

# How many letters may stand between a place and the last word of an institution of it.
INSTITUTION_DISTANCE = 6
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
    return sorted(spans)


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


def is_only_a_whole(evidence: Evidence, code: str) -> bool:
    """Whether each mention is followed by a nearer place or an institution of that place."""
    inner = [
        _goes_on(evidence, code, end)
        for stretch in evidence.stretches
        for _, end in mentions(evidence, code, stretch)
    ]
    return bool(inner) and all(inner)


def _goes_on(evidence: Evidence, code: str, end: int) -> bool:
    """Whether a place within a place begins at a position, or an institution's name goes on."""
    wholes = evidence.text.gazetteer
    behind = [place for place in evidence.text.coded_places if place.start == end]
    if any(code in wholes.ancestors(place.code or "") for place in behind):
        return True
    heads = word_alternatives("counted_institutions")
    rest = evidence.text.clean.text[end : end + INSTITUTION_DISTANCE + 8]
    match = re.match(rf"([\u4e00-\u9fff]{{0,{INSTITUTION_DISTANCE}}}?)(?:{heads})", rest)
    generic = word_alternatives("generic_institution_words")
    return bool(match and not re.search(generic, match[1]))


def is_carried(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a place is the last that the text names before passages that name none.

    A passage with 全省 does not speak of a county.

    A place that the title names is the subject of each paragraph that names no other.
    """
    if any(evidence.text.places_in(stretch) for stretch in evidence.stretches):
        return False
    levels = tuple(_levels_spoken_of(evidence))
    if levels and not _full_name(evidence, code, names).endswith(levels):
        return False
    if _is_of_the_title(evidence, code) or _is_of_the_text(evidence, code):
        return True
    before = [
        place.code
        for place in evidence.text.coded_places
        if place.end <= evidence.stretch.start and place.reason is not PlaceReason.COUNTRY
    ]
    return bool(before) and before[-1] == code


def _is_of_the_text(evidence: Evidence, code: str) -> bool:
    """Whether the text is about a place, and the passage's paragraph names no other.

    A text is about the place that it names most, and more often than all others together.
    """
    named = [
        place.code
        for place in evidence.text.coded_places
        if place.reason is not PlaceReason.COUNTRY
    ]
    start = evidence.stretch.start - len(evidence.lead)
    told = evidence.text.places_in(Stretch(start, evidence.sentence.end))
    around = {code, *evidence.text.gazetteer.ancestors(code)}
    is_main = 2 * named.count(code) > len(named)
    return is_main and {place.code for place in told} <= around


def _is_of_the_title(evidence: Evidence, code: str) -> bool:
    """Whether the title names a place alone, and the passage's paragraph names no other."""
    lines = paragraphs(evidence.text.clean.text)
    start = evidence.stretch.start - len(evidence.lead)
    titled = evidence.text.places_in(lines[0]) if lines else []
    told = evidence.text.places_in(Stretch(start, evidence.sentence.end))
    around = {code, *evidence.text.gazetteer.ancestors(code)}
    return {place.code for place in titled} == {code} and {p.code for p in told} <= around


def is_spoken_of(evidence: Evidence, code: str, names: ThingNames, is_scope: bool = False) -> bool:
    """Whether a word such as 全市 or 当地 stands for a place in the passages.

    It stands for the last place whose name ends like the word, up to the sentence's end, or for
    the one that is named most.
    """
    for suffix in _spoken_of(evidence, is_scope):
        before = [
            place.code
            for place in evidence.text.coded_places
            if place.end <= evidence.sentence.end
            and place.reason is not PlaceReason.COUNTRY
            and _full_name(evidence, place.code or "", names).endswith(suffix)
        ]
        named = Counter(before).most_common(1)
        if before and code in (before[-1], named[0][0]):
            return True
    return False


def _spoken_of(evidence: Evidence, is_scope: bool = False) -> Iterator[str]:
    """How the names of places end that words such as 全市 stand for; "" for any place.

    A word that only says how far something reaches stands for none (在全省率先), unless the place
    is such a scope.
    """
    words = pairs("places_spoken_of", "suffix")
    scopes = tuple(pairs("country_scopes", "side", side="behind"))
    for match in re.finditer(alternatives(words), evidence.cited):
        if is_scope or not evidence.cited.startswith(scopes, match.end()):
            yield words[match[0]]


def _levels_spoken_of(evidence: Evidence) -> Iterator[str]:
    """The levels of the places that words for all of a place stand for; 省级 may be of any."""
    if OF_A_LEVEL.search(evidence.cited):
        return iter(())
    words = pairs("places_spoken_of", "suffix")
    subject = re.compile(rf"(?:^|[，,。；;：:\s])(?:目前|现在)?[，,]?({alternatives(words)})")
    return filter(None, (words[match[1]] for match in subject.finditer(evidence.passage)))


def is_one_of_several(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether 两省 or 三地 in the passages stands for a place and those named beside it."""
    counts = pairs("places_counted", "count")
    letters = alternatives(row["written"] for row in word_table("level_letters"))
    for match in re.finditer(f"({alternatives(counts)})({letters}|地)", evidence.cited):
        suffix = "" if match[2] == "地" else match[2]
        before = [
            place.code
            for place in evidence.text.coded_places
            if place.end <= evidence.sentence.end
            and place.reason is not PlaceReason.COUNTRY
            and _full_name(evidence, place.code or "", names).endswith(suffix)
        ]
        last = list(dict.fromkeys(reversed(before)))[: int(counts[match[1]])]
        if code in last:
            return True
    return False


def _full_name(evidence: Evidence, code: str, names: ThingNames) -> str:
    return evidence.text.gazetteer.names.get(code) or next(iter(names.names.get(code, ())), "")


def country_is_named(evidence: Evidence) -> bool:
    """Whether words for the country, or for its organs, stand in the passages.

    Words near them count if the passages name no other place.
    """
    words = f"{word_alternatives('country_words')}|{word_alternatives('country_organs')}"
    if re.search(words, evidence.cited):
        return True
    near = any(evidence.text.places_in(stretch) for stretch in evidence.stretches)
    near = near or any(_levels_spoken_of(evidence))
    return not near and bool(re.search(words, evidence.surroundings))
