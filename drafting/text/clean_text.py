"""A text in simplified characters without pinyin; each letter knows its place in the raw text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from opencc import OpenCC

TONE_LETTERS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
PINYIN = re.compile(rf"[(（][a-zêü{TONE_LETTERS}' ]{{1,60}}[)）]")
HAN = re.compile("[\u3400-\u9fff]")
# Characters of place names that the converter does not simplify: 濬縣 is 浚县, 澂江 is 澄江.
VARIANTS = str.maketrans("濬澂衞", "浚澄卫")
# All characters of GB 2312, the standard of simplified characters: two bytes of a square each.
SIMPLIFIED_CHARACTERS = frozenset(
    bytes((row, column)).decode("gb2312", errors="ignore")
    for row in range(0xB0, 0xF8)
    for column in range(0xA1, 0xFF)
)


class CleanText:
    """A raw text and its clean form.

    `text` is the clean form. Brackets with pinyin are left out only if the text has tone marks in
    some of them, because other texts put words like (app) into brackets. All positions count
    characters; ends are excluded.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The place in the raw text of each clean letter."""
        pinyin_places = {place for start, end in _pinyin(self.raw) for place in range(start, end)}
        return tuple(place for place in range(len(self.raw)) if place not in pinyin_places)

    @cached_property
    def text(self) -> str:
        """The clean text: as many letters as `places` has entries."""
        lines = "".join(self.raw[place] for place in self.places).split("\n")
        return "\n".join(map(_simplify, lines))

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where clean letters stand in the raw text. Raises ValueError for no span of the text."""
        if not 0 <= start <= end <= len(self.places):
            raise ValueError(f"not a span of the clean text: {start}-{end}")
        if start == end:
            place = self.places[start] if start < len(self.places) else len(self.raw)
            return place, place
        return self.places[start], self.places[end - 1] + 1

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """The clean letters within a raw span. Raises ValueError for no span of the text."""
        if not 0 <= start <= end <= len(self.raw):
            raise ValueError(f"not a span of the raw text: {start}-{end}")
        return bisect_left(self.places, start), bisect_left(self.places, end)


def _pinyin(raw: str) -> list[tuple[int, int]]:
    """Spans of brackets with pinyin that stand after a Chinese character or after each other."""
    spans: list[tuple[int, int]] = []
    for match in PINYIN.finditer(raw):
        start = match.start()
        follows = bool(spans) and spans[-1][1] == start
        if follows or (start and HAN.match(raw[start - 1])):
            spans.append(match.span())
    has_tones = any(letter in TONE_LETTERS for start, end in spans for letter in raw[start:end])
    return spans if has_tones else []


def _simplify(line: str) -> str:
    """A line in simplified characters, letter for letter.

    A line that is simplified already stays as it is: 乾 is traditional for 干, but 乾县 is so
    called in both scripts.
    """
    if not any(map(_is_only_traditional, set(line))):
        return line
    simple_line: str = _converter().convert(line)
    if len(simple_line) != len(line):
        letters = ((letter, _converter().convert(letter)) for letter in line)
        simple_line = "".join(simple if len(simple) == 1 else letter for letter, simple in letters)
    return simple_line.translate(VARIANTS)


@cache
def _is_only_traditional(letter: str) -> bool:
    """Whether a character is no simplified one, and has a simplified form."""
    if letter.isascii() or letter in SIMPLIFIED_CHARACTERS:
        return False
    return letter.translate(VARIANTS) != letter or _converter().convert(letter) != letter


@cache
def _converter() -> OpenCC:
    """The converter, which reads the forms of Hong Kong and the standard ones."""
    return OpenCC("hk2s")
