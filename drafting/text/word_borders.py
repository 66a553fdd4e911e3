"""The borders of common words, so that no short name of a place lies across one."""

from __future__ import annotations

import re
from functools import cache

from drafting.words.word_tables import alternatives, word_pattern, word_table

# Tables of words that may stand directly before a name.
TABLES_BEFORE_NAMES = (
    "words_before_places",
    "office_titles",
    "deed_verbs",
    "speech_verbs",
    "country_words",
)


def word_borders(text: str) -> frozenset[int]:
    """The positions at which a word before a name ends, or a word after a name begins.

    推广安庆 has a border behind 推广, so 广安 is no name there; 局长沙某 has one behind 局长.
    """
    ends = {match.end() for match in _words_before().finditer(text)}
    begins = {match.start() for match in word_pattern("words_behind_places").finditer(text)}
    return frozenset(ends | begins)


@cache
def _words_before() -> re.Pattern[str]:
    """The longest word from the left: 城市长 has 城市, not 市长."""
    return re.compile(
        alternatives({row["written"] for name in TABLES_BEFORE_NAMES for row in word_table(name)})
    )
