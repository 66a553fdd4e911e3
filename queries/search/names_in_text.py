"""The things whose whole names stand in a sentence that a reader types, and the words between."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookup.name_lookup import NameLookup
from graph.lookup.romanization import words
from queries.search.word_matches import is_chinese

# Longer sentences are read up to here: every run of words is looked up.
MOST_WORDS = 24
# Of Chinese two characters are a name at least, of other scripts a word of so many letters.
SHORTEST_CHINESE, SHORTEST_OTHER = 2, 3


@dataclass(frozen=True)
class NamesInText:
    """The codes of the things, those with the longest names first, and the rest of the text."""

    codes: tuple[str, ...]
    rest: str


def names_in_text(typed: str, lookup: NameLookup) -> NamesInText:
    """Reads a text for whole names; a word belongs to the longest name that it stands in."""
    parts = words(typed)[:MOST_WORDS]
    codes: dict[str, None] = {}
    free = [True] * len(parts)
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length + 1):
            window = slice(start, start + length)
            if all(free[window]) and (named := _named("".join(parts[window]), lookup)):
                codes |= dict.fromkeys(named)
                free[window] = [False] * length
    between = (
        (part if is_chinese(part) else f" {part} ") if is_free else " "
        for part, is_free in zip(parts, free, strict=True)
    )
    return NamesInText(tuple(codes), "".join(between))


def _named(text: str, lookup: NameLookup) -> list[str]:
    """The codes of all that have this normalised text as a name."""
    if len(text) < (SHORTEST_CHINESE if is_chinese(text) else SHORTEST_OTHER):
        return []
    entries = (lookup.entries[place] for place in sorted(lookup.starting(text)))
    return [code for code, names in entries if any(name.normalised == text for name in names)]
