"""Links into a page at a passage: text fragments, made of a few letters of the passage.

A browser that reads `#:~:text=START,END` scrolls to the passage and marks it (WICG, Scroll To Text
Fragment). It takes START and END only where words begin and end, and in Chinese a dictionary of its
own says where that is. So both end at a sign, or between letters and figures, if such a place is
near; elsewhere several lengths are given, and the browser takes the first that fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

# The most letters of a passage that is given whole; the least and the most of START and of END.
MAX_WHOLE_LETTERS, MIN_PART_LETTERS, MAX_PART_LETTERS = 12, 4, 16
# How far after the fewest letters a certain end of a word is looked for, and how many lengths are
# given where there is none: hardly any Chinese word is longer.
WORD_END_REACH, MAX_LENGTHS = 6, 3
# Words in letters, not in characters of Chinese or Japanese, always end at a sign or space.
FIRST_WIDE_CHARACTER, MAX_WORD_LETTERS = "\u2e80", 30


def fragment(text: str, start: int, end: int) -> str:
    """`:~:text=…` for characters `start` to `end` of a page's text; "" if there are none."""
    passage = text[start:end]
    if not passage.strip():
        return ""
    if len(passage) <= MAX_WHOLE_LETTERS:
        return f":~:text={_encode(passage)}"
    opening = _lengths(passage, _first_unlike(text, start, passage))
    closing = _lengths(passage[::-1], _last_unlike(text, start + opening[0], end))
    directives = [
        f"text={_encode(passage[:first])},{_encode(passage[len(passage) - last :])}"
        for first in opening
        for last in closing
        if first + last <= len(passage)
    ]
    return f":~:{'&'.join(directives or [f'text={_encode(passage[: opening[0]])}'])}"


def passage_address(address: str, directive: str) -> str:
    """The address of a page at a passage; an address that has a fragment already keeps it."""
    if not directive:
        return address
    return f"{address}{'' if '#' in address else '#'}{directive}"


def _first_unlike(text: str, start: int, passage: str) -> int:
    """How many first letters of a passage are needed so that they stand nowhere before it."""
    return next(
        (n for n in range(MIN_PART_LETTERS, MAX_PART_LETTERS) if text.find(passage[:n]) == start),
        MAX_PART_LETTERS,
    )


def _last_unlike(text: str, behind: int, end: int) -> int:
    """How many letters before `end` stand nowhere between its opening and there."""
    lengths = range(MIN_PART_LETTERS, MAX_PART_LETTERS)
    return next(
        (n for n in lengths if text.find(text[end - n : end], behind) == end - n), MAX_PART_LETTERS
    )


def _lengths(passage: str, fewest: int) -> Sequence[int]:
    """The lengths at which a word may end, counted from the beginning of a passage.

    A directive does not go beyond a line because a browser looks for it in one block of the page.
    """
    line = passage.find("\n", 1)
    longest = max(1, len(passage) - 1 if line < 0 else line)
    reach = (
        WORD_END_REACH
        if passage[min(fewest, longest) - 1] >= FIRST_WIDE_CHARACTER
        else MAX_WORD_LETTERS
    )
    near = range(min(fewest, longest), min(fewest + reach, longest))
    certain = next((n for n in near if _is_edge(passage[n - 1], passage[n])), None)
    if certain is not None:
        return [certain]
    return [n for n in range(fewest, fewest + MAX_LENGTHS) if n <= longest] or [longest]


def _is_edge(letter: str, next_letter: str) -> bool:
    """Whether a word ends between two characters in any dictionary; a space ends none."""
    is_within_word = letter.isalnum() and next_letter.isalnum()
    return not letter.isspace() and (
        not is_within_word or letter.isdigit() != next_letter.isdigit()
    )


def _encode(letters: str) -> str:
    """Letters of a directive, encoded: a hyphen, comma or ampersand would split it."""
    return quote(letters, safe="").replace("-", "%2D")
