"""The things whose whole names are in a typed sentence, and the words between."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookup.name_lookup import Name, NameLookup
from graph.lookup.romanization import spells, words
from queries.search.word_matches import is_chinese

# The most words of a sentence that are read, because every sequence of words is looked up.
MAX_WORDS = 24
# The least characters of a name: two in Chinese, more in other scripts.
MIN_CHINESE_LENGTH, MIN_OTHER_LENGTH = 2, 3
# A shorter word may be of any language, so it is not read as pinyin.
MIN_SOUND_LENGTH = 5


@dataclass(frozen=True)
class NamesInText:
    """The codes of the things, those with the longest names first, and the rest of the text.

    `in_order` has one code for each name, in the order of the text.
    """

    codes: tuple[str, ...]
    other_words: str
    in_order: tuple[str, ...]


def names_in_text(typed_text: str, lookup: NameLookup) -> NamesInText:
    """Reads a text for whole names; a word belongs to the longest name that contains it."""
    parts = words(typed_text)[:MAX_WORDS]
    codes: dict[str, None] = {}
    by_place: dict[int, str] = {}
    is_part_free = [True] * len(parts)
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length + 1):
            window = slice(start, start + length)
            if all(is_part_free[window]) and (
                window_codes := _codes_in_text("".join(parts[window]), lookup)
            ):
                codes |= dict.fromkeys(window_codes)
                by_place[start] = window_codes[0]
                is_part_free[window] = [False] * length
    other_words = (
        (part if is_chinese(part) else f" {part} ") if is_free else " "
        for part, is_free in zip(parts, is_part_free, strict=True)
    )
    in_order = dict.fromkeys(by_place[start] for start in sorted(by_place))
    return NamesInText(tuple(codes), "".join(other_words), tuple(in_order))


def _codes_in_text(text: str, lookup: NameLookup) -> list[str]:
    """The codes of all that have this normalised text as a name, or else as the sound of one."""
    if len(text) < (MIN_CHINESE_LENGTH if is_chinese(text) else MIN_OTHER_LENGTH):
        return []
    entries = [lookup.entries[place] for place in sorted(lookup.word_places(text))]
    codes = [code for code, names in entries if any(name.plain_text == text for name in names)]
    if codes or not text.isascii() or len(text) < MIN_SOUND_LENGTH:
        return codes
    entries = [lookup.entries[place] for place in sorted(lookup.fitting_places(text, text, ""))]
    return [code for code, names in entries if any(_sounds(text, name) for name in names)]


def _sounds(text: str, name: Name) -> bool:
    return len(name.sounds) > 1 and spells(text, name.sounds, exact=True)
