"""Finds cited spans in a copy that differs from the text that was read.

A span is known by its length and the SHA-256 of its words, not by the words themselves, so each
place of the copy has to be hashed. Two measures keep this fast: a span is first looked for around
the place to which its nearest located neighbour has moved, and all spans of one length that are
still missing share one pass over the text.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from loaders.sha256 import sha256
from ontology.schema.value_types import TextSpan

# How far around the expected place a span is looked for before the whole text is read.
WINDOW = 2_000


def span_stands_at(text: str, span: TextSpan, start: int) -> bool:
    """Whether the words of a span stand at a place of a text."""
    end = start + span.end - span.start
    return start >= 0 and end <= len(text) and sha256(text[start:end].encode()) == span.sha256


def locate(text: str, spans: Iterable[TextSpan]) -> Mapping[TextSpan, int | None]:
    """The start of each span in a text; None if its words are nowhere.

    Of several places with the same words, the place nearest to the expected one is taken. A span is
    expected as far from its old place as its nearest located neighbour.
    """
    distinct = sorted(set(spans), key=lambda span: (span.start - span.end, span.start))
    starts: dict[TextSpan, int | None] = {}
    shifts = _Shifts()
    for span in distinct:
        if span_stands_at(text, span, span.start):
            starts[span] = span.start
            shifts.add(span.start, 0)
    missing = []
    # long spans first: their words are hardly ever repeated, so they show how far a part has moved
    for span in distinct:
        if span in starts:
            continue
        start = _nearest_place(text, span, span.start + shifts.nearest_shift(span.start))
        if start is None:
            missing.append(span)
        else:
            starts[span] = start
            shifts.add(span.start, start - span.start)
    places = _all_places(text, missing)
    # words that occur once show how far their part of the text has moved
    for span in sorted(missing, key=lambda span: len(places.get(span, ())) != 1):
        expected = span.start + shifts.nearest_shift(span.start)
        distances = {start: abs(start - expected) for start in places.get(span, ())}
        starts[span] = start = min(distances, key=distances.__getitem__, default=None)
        if start is not None:
            shifts.add(span.start, start - span.start)
    return starts


class _Shifts:
    """How far each located span has moved, in the order of the spans' old places."""

    def __init__(self) -> None:
        self._moves: list[tuple[int, int]] = []

    def add(self, start: int, shift: int) -> None:
        """Takes in a located span."""
        insort(self._moves, (start, shift))

    def nearest_shift(self, start: int) -> int:
        """The shift of the located span that is nearest to an old place; 0 if there is none."""
        at = bisect_left(self._moves, (start, 0))
        neighbours = self._moves[max(0, at - 1) : at + 1]
        return min(neighbours, key=lambda move: abs(move[0] - start), default=(0, 0))[1]


def _nearest_place(text: str, span: TextSpan, expected_start: int) -> int | None:
    """The place nearest to the expected one that has the span's words, within the window."""
    return next((at for at in _outwards(expected_start) if span_stands_at(text, span, at)), None)


def _outwards(middle: int) -> Iterator[int]:
    yield middle
    for distance in range(1, WINDOW + 1):
        yield middle - distance
        yield middle + distance


def _all_places(text: str, spans: Iterable[TextSpan]) -> Mapping[TextSpan, list[int]]:
    """All places of spans in a text; one pass for all spans of one length."""
    by_length: dict[int, dict[str, list[TextSpan]]] = defaultdict(lambda: defaultdict(list))
    for span in spans:
        by_length[span.end - span.start][span.sha256].append(span)
    places: dict[TextSpan, list[int]] = defaultdict(list)
    for length, by_hash in by_length.items():
        for start in range(len(text) - length + 1):
            for span in by_hash.get(sha256(text[start : start + length].encode()), ()):
                places[span].append(start)
    return places
