"""Invisible characters, which make two equal texts different."""

from __future__ import annotations

import re
import unicodedata

# Zero-width spaces and joins that spreadsheets and web pages leave behind, soft hyphens, and marks
# of writing direction. The joiners U+200C and U+200D are letters' own in Persian and Hindi.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def without_invisible(text: str) -> str:
    """The text as a reader sees it."""
    return INVISIBLE.sub("", text)


def invisible_character(text: str) -> str | None:
    """`U+200B ZERO WIDTH SPACE`: the first invisible character of a text; None if there is none."""
    match = INVISIBLE.search(text)
    if match is None:
        return None
    return f"U+{ord(match[0]):04X} {unicodedata.name(match[0], '')}".strip()


def has_hidden_character(text: str) -> bool:
    """Whether a text has an invisible or a decomposed character anywhere: quick on a table."""
    return INVISIBLE.search(text) is not None or not unicodedata.is_normalized("NFC", text)


def decomposed_character(text: str) -> str | None:
    """`U+00E9 (é)`: the first letter that is written as a letter and a sign; None if there is none.

    The same name is then two texts: Unicode's forms NFC and NFD (Unicode Standard Annex 15).
    """
    if unicodedata.is_normalized("NFC", text):
        return None
    for letter in unicodedata.normalize("NFC", text):
        if letter not in text:
            return f"U+{ord(letter):04X} ({letter})"
    return "NFC"
