"""Words that stand for parties named elsewhere: 前者, 后者, 两省, 全省."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from drafting.recognition.places import RecognisedPlace
from drafting.words.word_tables import alternatives, pairs, word_pattern, word_table

FORMER, LATTER = "前者", "后者"
REFERENCE = re.compile(f"{FORMER}|{LATTER}")
PAIR = 2


def former_and_latter(text: str, mentions: Sequence[tuple[int, str]]) -> dict[int, str]:
    """The cell of the party that 前者 or 后者 stands for, by the position of the word.

    `mentions` are positions and cells in the order of the text. The two parties are the last two
    before the word in its paragraph; 后者 is one of those that 前者 in its sentence chooses from.
    """
    return dict(_referents(text, mentions))


def _referents(text: str, mentions: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for match in REFERENCE.finditer(text):
        paragraph = text.rfind("\n", 0, match.start()) + 1
        sentence = max(paragraph, text.rfind("。", 0, match.start()) + 1)
        former = text.find(FORMER, sentence, match.start())
        before = match.start() if former < 0 else former
        cells = [cell for start, cell in mentions if paragraph <= start < before and cell]
        last_cells = list(dict.fromkeys(reversed(cells)))[:PAIR]
        if len(last_cells) == PAIR:
            yield match.start(), last_cells[1 if match[0] == FORMER else 0]


def counted_places(
    text: str, start: int, places: Sequence[RecognisedPlace], names: Mapping[str, str]
) -> tuple[str, ...]:
    """The codes of the last places that 两省 or the like stands for at a position."""
    counts = pairs("places_counted", "count")
    letters = "".join(row["written"] for row in word_table("level_letters"))
    match = re.compile(f"({alternatives(counts)})([{letters}地])").match(text, start)
    codes = [
        place.code
        for place in places
        if match and place.end <= start and place.code
        if match[2] == "地" or names.get(place.code, "").endswith(match[2])
    ]
    last_codes = list(dict.fromkeys(reversed(codes)))[: int(counts[match[1]])] if match else []
    return tuple(reversed(last_codes))


def that_place(
    text: str,
    start: int,
    place: str | None,
    places: Sequence[RecognisedPlace],
    names: Mapping[str, str],
) -> str | None:
    """The code of the last place of its level that 该县 or the like stands for at a position.

    None if it stands for the place that is spoken of anyway.
    """
    levels = "".join(row["written"] for row in word_table("level_letters"))
    match = re.compile(f"该([{levels}])(?![{levels}])").match(text, start)
    if not match or names.get(place or "", "").endswith(match[1]):
        return None
    codes = (p.code for p in places if p.end <= start and p.code)
    codes_of_level = [code for code in codes if names.get(code, "").endswith(match[1])]
    return codes_of_level[-1] if codes_of_level else None


def wider_place(
    text: str, start: int, place: str | None, names: Mapping[str, str], wholes: Mapping[str, str]
) -> str | None:
    """The code of the place that 全省, 我市 or the like stands for at a position.

    None if it stands for the place that is spoken of anyway.
    """
    words = pairs("scope_words", "suffix", is_subject="yes")
    match = word_pattern("scope_words", is_subject="yes").match(text, start)
    is_scope = match and text.startswith(scope_words("behind"), match.end())
    suffix = words[match[0]] if match and not is_scope else ""
    is_of_level = names.get(place or "", "").endswith(suffix)
    while suffix and not is_of_level and (place := wholes.get(place or "")):
        if names.get(place, "").endswith(suffix):
            return place
    return None


@cache
def scope_words(side: str) -> tuple[str, ...]:
    """The words on a side of a country or a whole place that only say how far something reaches."""
    return tuple(pairs("country_scopes", "side", side=side))
