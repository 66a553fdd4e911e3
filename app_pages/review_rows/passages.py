"""The passages of a draft with the text around them, in marked and unmarked pieces.

A piece is its text and its marks, separated by spaces: `quote`, `subject`, `pinyin`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.text.clean_text import CleanText
from ontology.schema.value_types import TextSpan

LETTERS_AROUND = 80
Piece = tuple[str, str]
Mark = tuple[int, int, str]


@dataclass(frozen=True)
class MarkedPassage:
    """A part of the raw text, in pieces; `start` and `end` are those of the marked words."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def marked_passages(
    clean: CleanText, spans: Sequence[TextSpan], subject: tuple[int, int] | None
) -> tuple[MarkedPassage, ...]:
    """Each span with 80 characters around, and the subject's spot if that is in none of them."""
    marks: list[Mark] = [(span.start, span.end, "quote") for span in spans]
    marks += [(*pinyin, "pinyin") for pinyin in pinyin_spans(clean)]
    spots = [(span.start, span.end) for span in spans]
    if subject is not None:
        marks.append((*subject, "subject"))
        if not any(
            _window(clean, *spot)[0] <= subject[0] < _window(clean, *spot)[1] for spot in spots
        ):
            spots.append(subject)
    return tuple(
        MarkedPassage(start, end, pieces(clean.raw, *_window(clean, start, end), marks))
        for start, end in spots
    )


def pieces(raw: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """A part of the text, cut wherever a mark begins or ends."""
    marks_inside = [mark for mark in marks if mark[0] < end and mark[1] > start]
    cuts = {start, end}
    cuts.update(max(start, mark[0]) for mark in marks_inside)
    cuts.update(min(end, mark[1]) for mark in marks_inside)
    places = sorted(cuts)
    return tuple(
        (
            raw[cut:next_cut],
            " ".join(dict.fromkeys(m[2] for m in marks_inside if m[0] <= cut < m[1])),
        )
        for cut, next_cut in zip(places, places[1:], strict=False)
    )


def pinyin_spans(clean: CleanText) -> tuple[tuple[int, int], ...]:
    """The parts that the clean text leaves out, as spans of the raw text."""
    ends = (*clean.places, len(clean.raw))
    places_before = (-1, *clean.places)
    return tuple(
        (place_before + 1, place)
        for place_before, place in zip(places_before, ends, strict=True)
        if place - place_before > 1
    )


def _window(clean: CleanText, start: int, end: int) -> tuple[int, int]:
    return max(0, start - LETTERS_AROUND), min(len(clean.raw), end + LETTERS_AROUND)
