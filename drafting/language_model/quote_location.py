"""Locates a model's quotation in a text, letter for letter or in another script."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property

from opencc import OpenCC

from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch

QUOTATION_MARKS = dict.fromkeys(map(ord, "“”‘’「」『』〝〞＂'"), '"')
MIN_QUOTE_LETTERS = 2
# Signs that a model adds at the ends, and letters without a form: a joiner of width zero.
SIGNS, UNSEEN_CATEGORY = " ，,。；;：:、！!？?\n", "Cf"


class QuoteLocator:
    """Looks for quotations in one text.

    Script, pinyin in brackets, spaces, the form of quotation marks and widths, and the signs at the
    ends may differ; nothing else.
    """

    def __init__(self, clean: CleanText) -> None:
        self.clean = clean

    def locate(
        self, quote: str, within: Stretch, near_span: tuple[int, int] | None = None
    ) -> tuple[int, int] | None:
        """The raw span in a stretch of the clean text that reads a quotation.

        If several do, it is the nearest to the raw span `near_span`, else the first. None if none
        does: a quotation that is not from the text proves nothing.
        """
        spans = self._spans(quote, within) or self._spans(quote.strip(SIGNS), within)
        if near_span is None:
            return next(iter(spans), None)
        return min(spans, key=lambda span: _distance(span, near_span), default=None)

    def _spans(self, quote: str, within: Stretch) -> list[tuple[int, int]]:
        """The raw spans in a stretch of the clean text that read a quotation."""
        raw_start, raw_end = self.clean.raw_span(within.start, within.end)
        if len(quote.strip()) < MIN_QUOTE_LETTERS:
            return []
        spans = [
            (start, start + len(quote))
            for start in _starts(self.clean.raw, quote, raw_start, raw_end)
        ]
        if not spans:
            sought = "".join(letter for letter, _ in _comparable(CleanText(quote)))
            letters, places = self._letters
            first, last = bisect_left(places, raw_start), bisect_left(places, raw_end)
            starts = (
                _starts(letters, sought, first, last) if len(sought) >= MIN_QUOTE_LETTERS else ()
            )
            spans = [(places[s], places[s + len(sought) - 1] + 1) for s in starts]
        return spans

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        """The letters that are compared, and the raw place of each."""
        pairs = _comparable(self.clean)
        return "".join(letter for letter, _ in pairs), [place for _, place in pairs]


def _starts(text: str, words: str, first: int, last: int) -> Iterator[int]:
    """Where a text has some words between two positions."""
    start = text.find(words, first, last)
    while start >= 0:
        yield start
        start = text.find(words, start + 1, last)


def _distance(span: tuple[int, int], other: tuple[int, int]) -> int:
    """How many letters are between two spans."""
    return max(0, other[0] - span[1], span[0] - other[1])


def _comparable(clean: CleanText) -> list[tuple[str, int]]:
    """Each letter except spaces in its plainest form, with its place in the raw text."""
    letters = [clean.raw[place] for place in clean.places]
    # a line each, so that no letter's form depends on its neighbours
    simple = _converter().convert("\n".join(letters)).split("\n")
    if len(simple) != len(letters):
        simple = [_converter().convert(letter) for letter in letters]
    pairs = []
    for letter, place in zip(simple, clean.places, strict=True):
        if unicodedata.category(letter) == UNSEEN_CATEGORY:
            continue
        plain = unicodedata.normalize("NFKC", letter).translate(QUOTATION_MARKS)
        if len(plain) == 1 and not plain.isspace():
            pairs.append((plain, place))
        elif plain.strip():
            pairs.append((letter, place))
    return [pair for pair in pairs if pair[0].strip()]


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
