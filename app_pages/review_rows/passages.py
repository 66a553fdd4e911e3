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
    """A part of the raw text, in pieces; `spots` are the starts and ends of the marked words."""

    spots: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]


def marked_passages(
    clean: CleanText, spans: Sequence[TextSpan], subject: tuple[int, int] | None
) -> tuple[MarkedPassage, ...]:
    """The spans and the subject's spot, each with 80 characters around; neighbours in one part."""
    marks: list[Mark] = [(span.start, span.end, "quote") for span in spans]
    marks += [(*pinyin, "pinyin") for pinyin in pinyin_spans(clean)]
    spots = [(span.start, span.end) for span in spans]
    windows = [_window(clean, *spot) for spot in spots]
    if subject is not None:
        marks.append((*subject, "subject"))
        if not any(start <= subject[0] < end for start, end in windows):
            spots.append(subject)
    return tuple(
        MarkedPassage(part.spots, pieces(clean.raw, part.start, part.end, marks))
        for part in _parts(clean, spots)
    )


@dataclass(frozen=True)
class _Part:
    """A part of the text with the spots in it."""

    start: int
    end: int
    spots: tuple[tuple[int, int], ...]


def _parts(clean: CleanText, spots: Iterable[tuple[int, int]]) -> list[_Part]:
    """The parts around spots; letters that lie around several spots stand in one part."""
    parts: list[_Part] = []
    for spot in spots:
        start, end = _window(clean, *spot)
        touching = [part for part in parts if start < part.end and part.start < end]
        place = parts.index(touching[0]) if touching else len(parts)
        parts = [part for part in parts if part not in touching]
        start = min([start, *(part.start for part in touching)])
        end = max([end, *(part.end for part in touching)])
        earlier_spots = (earlier for part in touching for earlier in part.spots)
        parts.insert(place, _Part(start, end, (*earlier_spots, spot)))
    return parts


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
