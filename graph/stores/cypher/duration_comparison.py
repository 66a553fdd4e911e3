"""Durations compared by `<`: Neo4j gives null, the embedded engine compares them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.stores.cypher.tokens import COMPARISONS, CypherText
from graph.stores.messages import Message, message


def duration_refusal(text: CypherText) -> Message | None:
    """Neo4j gives null for `<` between durations; the embedded engine compares them."""
    spans = [_duration(text, i) for i, piece in enumerate(text.pieces) if piece.says("DURATION")]
    ends = {last: first for first, last in filter(None, spans)}
    names = {
        text.pieces[last + 2].text
        for last in ends
        if last + 2 < len(text.pieces) and text.pieces[last + 1].says("AS")
    }
    names_at = {
        i for i, piece in enumerate(text.pieces) if _is_bare(text, i) and piece.text in names
    }
    starts = set(ends.values())
    tokens = {i: i for i in names_at} | ends | {first: last for last, first in ends.items()}
    for i, piece in enumerate(text.pieces):
        neighbours = {i - 1, i + 1} & (names_at | starts | set(ends))
        if not piece.is_mark(*COMPARISONS) or not neighbours:
            continue
        if all(_only_durations(text, i + step, step, tokens) for step in (-1, 1)):
            return message("durations_compared")
    return None


def _only_durations(text: CypherText, i: int, step: int, ends: Mapping[int, int]) -> bool:
    """Whether the operand beside a comparison adds durations only; others may add them to a date.

    An operand that is no sum counts as a duration, because it is compared with one.
    """
    first = True
    while i in ends:
        i, first = ends[i] + step, False
        if not (0 <= i < len(text.pieces) and text.pieces[i].is_mark("+", "-")):
            return True
        i += step
    return first


def _is_bare(text: CypherText, i: int) -> bool:
    """Whether a name has no dot on either side."""
    return not any(piece.is_mark(".") for piece in text.pieces[max(i - 1, 0) : i + 2])


def _duration(text: CypherText, i: int) -> tuple[int, int] | None:
    """The first and last piece of `duration(…)` or `duration.between(…)`, if no dot follows."""
    j = i + 1
    while j + 1 < len(text.pieces) and text.pieces[j].is_mark("."):
        j += 2
    if j not in text.partner or not text.pieces[j].is_mark("("):
        return None
    last = text.partner[j]
    if last + 1 < len(text.pieces) and text.pieces[last + 1].is_mark("."):
        return None
    return i, last
