"""A text in simplified characters without pinyin; each letter knows its place in the raw text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from opencc import OpenCC

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
PINYIN = re.compile(rf"[(（][a-zêü{TONED}' ]{{1,60}}[)）]")
HAN = re.compile("[\u3400-\u9fff]")


class CleanText:
    """A raw text and its clean form.

    `text` is the clean form. Brackets with pinyin are left out only if the text has tone marks in
    some of them, for other texts put words like (app) into brackets. All positions count
    characters; ends are excluded.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The place in the raw text of each clean letter."""
        left_out = {place for start, end in _pinyin(self.raw) for place in range(start, end)}
        return tuple(place for place in range(len(self.raw)) if place not in left_out)

    @cached_property
    def text(self) -> str:
        """The clean text: as many letters as `places` has entries."""
        lines = "".join(self.raw[place] for place in self.places).split("\n")
        return "\n".join(map(_simplified, lines))

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
    """Spans of brackets with pinyin that stand behind a Chinese character or behind each other."""
    spans: list[tuple[int, int]] = []
    for match in PINYIN.finditer(raw):
        start = match.start()
        follows = bool(spans) and spans[-1][1] == start
        if follows or (start and HAN.match(raw[start - 1])):
            spans.append(match.span())
    toned = any(letter in TONED for start, end in spans for letter in raw[start:end])
    return spans if toned else []


def _simplified(line: str) -> str:
    """A line in simplified characters, letter for letter."""
    converted: str = _converter().convert(line)
    if len(converted) == len(line):
        return converted
    letters = ((letter, _converter().convert(letter)) for letter in line)
    return "".join(simple if len(simple) == 1 else letter for letter, simple in letters)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
