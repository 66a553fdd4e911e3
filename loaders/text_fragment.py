"""Links into a page at a passage: text fragments, made of a few letters of the passage.

A browser that reads `#:~:text=START,END` scrolls to the passage and marks it (WICG, Scroll To Text
Fragment). It takes START and END only where words begin and end, and in Chinese a dictionary of its
own says where that is. So both end at a sign, or between letters and figures, if such a place is
near; elsewhere several lengths are given, and the browser takes the first that fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

# A passage of so many letters is given whole; START and END have at least and at most so many.
WHOLE, FEWEST, MOST = 12, 4, 16
# How far after the fewest letters a certain end of a word is looked for, and how many lengths are
# given where there is none: hardly any Chinese word is longer.
NEAR, LENGTHS = 6, 3
# Words in letters, not in characters of Chinese or Japanese, always end at a sign or space.
FIRST_WIDE, LONGEST_WORD = "\u2e80", 30


def fragment(text: str, start: int, end: int) -> str:
    """`:~:text=…` for characters `start` to `end` of a page's text; "" if there are none."""
    passage = text[start:end]
    if not passage.strip():
        return ""
    if len(passage) <= WHOLE:
        return f":~:text={_encoded(passage)}"
    opening = _lengths(passage, _first_unlike(text, start, passage))
    closing = _lengths(passage[::-1], _last_unlike(text, start + opening[0], end))
    directives = [
        f"text={_encoded(passage[:first])},{_encoded(passage[len(passage) - last :])}"
        for first in opening
        for last in closing
        if first + last <= len(passage)
    ]
    return f":~:{'&'.join(directives or [f'text={_encoded(passage[: opening[0]])}'])}"


def passage_address(address: str, directive: str) -> str:
    """The address of a page at a passage; an address that has a fragment already keeps it."""
    if not directive:
        return address
    return f"{address}{'' if '#' in address else '#'}{directive}"


def _first_unlike(text: str, start: int, passage: str) -> int:
    """How many first letters of a passage are needed so that they stand nowhere before it."""
    return next((n for n in range(FEWEST, MOST) if text.find(passage[:n]) == start), MOST)


def _last_unlike(text: str, behind: int, end: int) -> int:
    """How many letters before `end` stand nowhere between its opening and there."""
    lengths = range(FEWEST, MOST)
    return next((n for n in lengths if text.find(text[end - n : end], behind) == end - n), MOST)


def _lengths(passage: str, fewest: int) -> Sequence[int]:
    """The lengths at which a word may end, counted from the beginning of a passage.

    A directive does not go beyond a line because a browser looks for it in one block of the page.
    """
    line = passage.find("\n", 1)
    longest = max(1, len(passage) - 1 if line < 0 else line)
    reach = NEAR if passage[min(fewest, longest) - 1] >= FIRST_WIDE else LONGEST_WORD
    near = range(min(fewest, longest), min(fewest + reach, longest))
    certain = next((n for n in near if _is_edge(passage[n - 1], passage[n])), None)
    if certain is not None:
        return [certain]
    return [n for n in range(fewest, fewest + LENGTHS) if n <= longest] or [longest]


def _is_edge(letter: str, following: str) -> bool:
    """Whether a word ends between two characters in any dictionary; a space ends none."""
    both = letter.isalnum() and following.isalnum()
    return not letter.isspace() and (not both or letter.isdigit() != following.isdigit())


def _encoded(letters: str) -> str:
    """Letters of a directive, encoded: a hyphen, comma or ampersand would split it."""
    return quote(letters, safe="").replace("-", "%2D")
