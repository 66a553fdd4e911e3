"""Short names of organisations in a line of a text, and whose they may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from drafting.lint.evidence import Evidence
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_table

# A shortened name has at least these letters, and this share of the letters of the name.
MIN_LETTERS, MIN_LETTER_SHARE = 3, 0.38
# How many letters of a place's name an organisation of it has at least.
STEM = 2


def level_cuts(form: str) -> Iterator[int]:
    """Where a form may begin: at its first letter, or at the word for the level of its place."""
    letters = "".join(row["written"] for row in word_table("level_letters"))
    yield 0
    yield from (match.start() for match in re.finditer(f"(?<=..)[{letters}](?=..)", form))


def shortened_spans(line: str, forms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The longest parts of a line whose letters all stand in a name, in the same order."""
    for form in forms:
        start = 0
        while start < len(line):
            length = _common_letter_count(line, start, form)
            min_letters = max(MIN_LETTERS, MIN_LETTER_SHARE * (len(form) - _place_letters(form)))
            if length >= min_letters or length == len(form):
                yield start, start + length
                start += length
            else:
                start += 1


def is_of_another_place(
    line: str, start: int, forms: tuple[str, ...], places: frozenset[str]
) -> bool:
    """Whether a short name in a line is in or after a place that its organisation does not have.

    市人民医院 behind 甲 is the hospital of 甲市, and of no other city. Names that tell no place
    may be of any.
    """
    if not any(_place_letters(form) for form in forms):
        return False
    ahead = (
        place
        for place in places
        for first in range(max(0, start - len(place)), start)
        if line.startswith(place, first) and first + len(place) >= start
    )
    return any(not any(place[:2] in form for form in forms) for place in ahead)


def is_of_another_level_place(evidence: Evidence, words: str, forms: tuple[str, ...]) -> bool:
    """Whether a short name that begins with a level (市人民医院) is that of another place.

    It is of a place of this level that the paragraph names, else of the one that the text names
    most, or of the place in which the text's most named one lies. A text that names no place of the
    level leaves open whose it is.
    """
    letters = tuple(row["written"] for row in word_table("level_letters"))
    if not words.startswith(letters) or any(form.startswith(words[:2]) for form in forms):
        return False
    stems = _stems_of_level(evidence, words[0])
    tells_place = [form for form in forms if _place_letters(form)]
    return bool(stems and tells_place) and not any(s in form for s in stems for form in forms)


def _stems_of_level(evidence: Evidence, level: str) -> set[str]:
    """The first letters of the places of a level that a passage may mean without a name."""
    gazetteer, text = evidence.text.gazetteer, evidence.text
    counts = Counter(place.code or "" for place in text.coded_places)
    paragraph = Stretch(evidence.stretch.start - len(evidence.lead), evidence.stretch.end)
    near_places = {
        place.code or ""
        for stretch in (paragraph, *evidence.stretches)
        for place in text.places_in(stretch)
    }
    of_level = {
        code: n for code, n in counts.items() if gazetteer.names.get(code, "").endswith(level)
    }
    commonest_places = {code for code, n in of_level.items() if n == max(of_level.values())}
    home = [code for code, n in counts.items() if n == max(counts.values())]
    upper_places = {code for place in home for code in gazetteer.ancestors(place)}
    codes = (near_places | commonest_places | upper_places) & {
        c for c, name in gazetteer.names.items() if name.endswith(level)
    }
    return {gazetteer.names[code][:STEM] for code in codes}


@cache
def _place_letters(form: str) -> int:
    """How many letters a name has before the word for its place's level: 2 of 甲乙市卫生局."""
    return next((cut for cut in level_cuts(form) if cut), 0)


def _common_letter_count(line: str, start: int, form: str) -> int:
    """How many letters of a line from a position stand in a name one after the other."""
    place = length = 0
    while start + length < len(line):
        place = form.find(line[start + length], place) + 1
        if place == 0:
            break
        length += 1
    return length
