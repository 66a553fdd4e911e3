"""Places of a clean text: listed ones with their code, small ones by the form of their name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafting.recognition.gazetteer import Gazetteer, NameForm, NameMention
from drafting.words.word_tables import (
    alternatives,
    pairs,
    word_alternatives,
    word_pattern,
    word_table,
)

# Words that may stand directly before a local place that follows no other place.
ANCHORS = "、,，。“”《（( \n和与及"
HAN = re.compile("[\u4e00-\u9fff]+")
# How many letters the word for a country has that is a subject (国家已), and how many the name of
# a local place without its suffix.
COUNTRY, STEMS = 2, (3, 2)
# The word that may stand between a place and its part: 甲省的乙县.
PART_PARTICLE = "的"
# Before the first letter of a clause; how many of them a name of two letters must begin.
CLAUSE_MARKS, MIN_HEADS = " \n,，。；;：:、！!？?（(“《—", 2


class PlaceReason(StrEnum):
    """Why a mention has its code, or none."""

    AFTER_ITS_WHOLE = "after its whole"
    NAMED_IN_FULL = "named in full"
    UNIQUE = "unique"
    WHOLE_IS_NAMED = "its whole is named"
    AMBIGUOUS = "ambiguous"
    LETTER = "letter"
    COUNTRY = "country"
    OF_THE_FACTS = "of the facts"
    LOCAL = "local"
    REGION = "region"


@dataclass(frozen=True, order=True)
class RecognisedPlace:
    """A mention of a place: characters `start` to `end` of the clean text read `words`.

    `code` is None for a place that no list has, or whose name several have.
    """

    start: int
    end: int
    code: str | None
    words: str
    reason: PlaceReason


def places(text: str, gazetteer: Gazetteer) -> tuple[RecognisedPlace, ...]:
    """The places of a clean text by their place in it.

    A short name of a county counts only if the text has its full name, or if it follows the place
    above it.
    """
    full = {
        (start, end)
        for start, end, form in gazetteer.mentions(text)
        if form is not NameForm.SHORT and end - start > 2
    }
    listed_places = _listed_places(text, gazetteer)
    # 东海 in 山东海阳 is no region: a listed name begins before it
    regions = [
        region
        for region in _regions(text, gazetteer)
        if not any(region.start < end and start < region.end for start, end in full)
        and not any(place.start < region.start < place.end for place in listed_places)
    ]
    listed_places = [
        place
        for place in listed_places
        if not any(place.start < region.end and region.start < place.end for region in regions)
    ]
    others = [*regions, *_letters(text, gazetteer), *_countries(text, gazetteer)]
    spans = [(place.start, place.end) for place in (*listed_places, *regions)]
    return tuple(sorted({*listed_places, *others, *_locals(text, spans)}, key=_order))


def _order(place: RecognisedPlace) -> tuple[int, int, str]:
    return place.start, place.end, place.code or ""


def _listed_places(text: str, gazetteer: Gazetteer) -> list[RecognisedPlace]:
    mentions = gazetteer.mentions(text)
    full = {
        codes[0]
        for start, end, form in mentions
        if form is not NameForm.SHORT and end - start > 2
        for codes in [gazetteer.codes[form, text[start:end]]]
        if len(codes) == 1
    }
    full |= _of_two_letters(text, mentions, gazetteer)
    deeds, ties = pairs("deed_verbs", "written"), pairs("tie_verbs", "written")
    recognised: list[RecognisedPlace] = []
    for start, end, form in mentions:
        above = recognised[-1].end if recognised else len(text)
        is_part = start >= above and text[above:start] in ("", PART_PARTICLE)
        before = recognised[-1].code if is_part else None
        candidates = gazetteer.codes[form, text[start:end]]
        stem, current = text[start : end - 1], gazetteer.names.get(candidates[0])
        is_tie = stem in ties and text[start - 1] in ANCHORS  # ，会同县医保局
        if before is None and (is_tie or (stem in deeds and current != text[start:end])):
            continue  # 新建县医院 is a new hospital, not one of 新建县
        code, reason = _choose(candidates, form, end - start, before, full, gazetteer)
        if reason is not None:
            recognised.append(RecognisedPlace(start, end, code, text[start:end], reason))
    return recognised


def _of_two_letters(text: str, mentions: Sequence[NameMention], gazetteer: Gazetteer) -> set[str]:
    """Counties with a name of two letters that the text names after the place above them.

    Elsewhere such letters may be words (和县, 成县). A text that names the county once, or begins
    several clauses with it, means it.
    """
    codes_named: set[str] = set()
    heads: Counter[tuple[str, ...]] = Counter()
    last, above, written = NameForm.FULL, -1, ""
    for start, end, form in mentions:
        codes = gazetteer.codes[form, text[start:end]]
        if form is NameForm.FULL and end - start == 2:
            if text[above:start] in ("", PART_PARTICLE) and written:
                wholes = set(gazetteer.codes[last, written])
                codes_named.update(c for c in codes if wholes & set(gazetteer.ancestors(c)[:-1]))
            heads[codes] += text[start - 1 : start] in CLAUSE_MARKS
        last, above, written = form, end, text[start:end]
    often = (codes[0] for codes, count in heads.items() if count >= MIN_HEADS and len(codes) == 1)
    return codes_named.union(often)


def _choose(
    candidates: tuple[str, ...],
    form: NameForm,
    length: int,
    before: str | None,
    full: set[str],
    gazetteer: Gazetteer,
) -> tuple[str | None, PlaceReason | None]:
    """The code of a mention with the reason; without a reason it is no mention."""
    if form is NameForm.OF_THE_FACTS:
        return candidates[0], PlaceReason.OF_THE_FACTS
    for code in candidates:
        if before in gazetteer.ancestors(code)[:-1] and before is not None:
            return code, PlaceReason.AFTER_ITS_WHOLE
    for code in candidates:
        if code in full:
            return code, PlaceReason.NAMED_IN_FULL
    if form is NameForm.FULL and length == 2:
        return None, None  # 城区, 北区: words more often than names
    if form is NameForm.SHORT:
        # few places lie right below the country or one level deeper; many counties share a name
        high = sorted(candidates, key=lambda code: len(gazetteer.ancestors(code)))[0]
        large = len(gazetteer.ancestors(high)) <= 2 and _has_parts(high, gazetteer)
        return (high, PlaceReason.UNIQUE) if large else (None, None)
    if len(candidates) == 1:
        return candidates[0], PlaceReason.UNIQUE
    inside = [code for code in candidates if full.intersection(gazetteer.ancestors(code)[:-1])]
    if len(inside) == 1:
        return inside[0], PlaceReason.WHOLE_IS_NAMED
    return None, PlaceReason.AMBIGUOUS


def _has_parts(code: str, gazetteer: Gazetteer) -> bool:
    return code in gazetteer.codes_with_parts or len(gazetteer.ancestors(code)) == 1


def _letters(text: str, gazetteer: Gazetteer) -> Iterator[RecognisedPlace]:
    """Regions by one letter each, where several are named at a border or counted."""
    codes = pairs("place_letters", "code")
    pattern = f"[{''.join(codes)}]{{2,5}}(?=[一二三四五六七]?[省地市]*交界|[一二三四五六七]省)"
    for match in re.finditer(pattern, text):
        for place, letter in enumerate(match[0], start=match.start()):
            if codes[letter] in gazetteer.names:
                yield RecognisedPlace(place, place + 1, codes[letter], letter, PlaceReason.LETTER)


def _countries(text: str, gazetteer: Gazetteer) -> Iterator[RecognisedPlace]:
    """Words for the country, if the lists have a country that all else lies in."""
    words = word_alternatives("country_words")
    if len(gazetteer.tops) == 1:
        (code,) = gazetteer.tops
        for match in re.finditer(words, text):
            yield RecognisedPlace(*match.span(), code, match[0], PlaceReason.COUNTRY)
        for match in word_pattern("country_subjects").finditer(text):
            end = match.start() + COUNTRY
            written = text[match.start() : end]
            yield RecognisedPlace(match.start(), end, code, written, PlaceReason.COUNTRY)


def _regions(text: str, gazetteer: Gazetteer) -> Iterator[RecognisedPlace]:
    """Regions that no code list has: 江淮平原 after a listed name, a letter and a direction."""
    suffixes = word_pattern("region_suffixes")
    for start, end, _ in gazetteer.mentions(text):
        if match := suffixes.match(text, end):
            written = text[start : match.end()]
            yield RecognisedPlace(start, match.end(), None, written, PlaceReason.REGION)
    words = word_alternatives("region_words")
    directions = word_alternatives("region_directions")
    letters = "".join(pairs("place_letters", "code"))
    for match in re.finditer(rf"{words}|[{letters}](?:{directions})", text):
        yield RecognisedPlace(*match.span(), None, match[0], PlaceReason.REGION)


def _locals(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[RecognisedPlace]:
    """Townships and the like: two or three letters and a suffix, after a place or an anchor.

    A suffix directly after a place is a part of it: 甲乙市高新区.
    """
    suffixes = pairs("local_place_suffixes", "behind_a_place")
    behind = pairs("local_place_suffixes", "not_before")
    verbs = tuple(row["written"] for row in word_table("place_verbs"))
    ends = {end for _, end in spans}
    covered = {place for start, end in spans for place in range(start, end)}
    for match in re.finditer(alternatives(suffixes), text):
        start, end = match.span()
        is_word = text.startswith(tuple(behind[match[0]].split("|")), end) and behind[match[0]]
        if is_word or not covered.isdisjoint(range(start, end)):
            continue  # 乡镇 and 乡村 are words
        if suffixes[match[0]] and start in ends:
            yield RecognisedPlace(start, end, None, match[0], PlaceReason.LOCAL)
            continue
        for stem_start in (start - length for length in STEMS):
            stem = text[max(0, stem_start) : start]
            anchored = stem_start in ends or text[:stem_start].endswith((*ANCHORS, *verbs))
            is_name = HAN.fullmatch(stem) and covered.isdisjoint(range(stem_start, start))
            is_whole = stem_start == 0 or (stem_start > 0 and anchored)
            if is_whole and is_name and not _has_stop_word(stem):
                written = text[stem_start:end]
                yield RecognisedPlace(stem_start, end, None, written, PlaceReason.LOCAL)
                break


def _has_stop_word(stem: str) -> bool:
    """Whether a stem begins with a verb of deeds or has a word that no name has at its place."""
    if word_pattern("deed_verbs").match(stem):
        return True
    tests = {"start": stem.startswith, "end": stem.endswith, "anywhere": stem.__contains__}
    return any(tests[row["position"]](row["written"]) for row in word_table("local_place_stops"))
