"""The things whose whole names are in a typed sentence, and the words between."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookup.name_lookup import Name, NameLookup
from graph.lookup.romanization import spells, words
from queries.search.word_matches import is_chinese

# Longer sentences are read up to here: every run of words is looked up.
MOST_WORDS = 24
# Of Chinese two characters are a name at least, of other scripts a word of so many letters.
SHORTEST_CHINESE, SHORTEST_OTHER = 2, 3
# A shorter word may be of any language: a sound is only so long a one.
SHORTEST_SOUND = 5


@dataclass(frozen=True)
class NamesInText:
    """The codes of the things, those with the longest names first, and the rest of the text.

    `in_order` has one code for each name, in the order of the text.
    """

    codes: tuple[str, ...]
    rest: str
    in_order: tuple[str, ...]


def names_in_text(typed: str, lookup: NameLookup) -> NamesInText:
    """Reads a text for whole names; a word belongs to the longest name that contains it."""
    parts = words(typed)[:MOST_WORDS]
    codes: dict[str, None] = {}
    by_place: dict[int, str] = {}
    free = [True] * len(parts)
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length + 1):
            window = slice(start, start + length)
            if all(free[window]) and (named := _named("".join(parts[window]), lookup)):
                codes |= dict.fromkeys(named)
                by_place[start] = named[0]
                free[window] = [False] * length
    between = (
        (part if is_chinese(part) else f" {part} ") if is_free else " "
        for part, is_free in zip(parts, free, strict=True)
    )
    in_order = dict.fromkeys(by_place[start] for start in sorted(by_place))
    return NamesInText(tuple(codes), "".join(between), tuple(in_order))


def _named(text: str, lookup: NameLookup) -> list[str]:
    """The codes of all that have this normalised text as a name, or else as the sound of one."""
    if len(text) < (SHORTEST_CHINESE if is_chinese(text) else SHORTEST_OTHER):
        return []
    entries = [lookup.entries[place] for place in sorted(lookup.starting(text))]
    named = [code for code, names in entries if any(name.normalised == text for name in names)]
    if named or not text.isascii() or len(text) < SHORTEST_SOUND:
        return named
    entries = [lookup.entries[place] for place in sorted(lookup.fitting(text, text, ""))]
    return [code for code, names in entries if any(_sounds(text, name) for name in names)]


def _sounds(text: str, name: Name) -> bool:
    return len(name.sounds) > 1 and spells(text, name.sounds, exact=True)
