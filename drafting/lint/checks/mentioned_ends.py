"""The spots at which a passage names the things at the two ends of a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafting.lint.checks.places.mentions import mentions
from drafting.lint.checks.short_names import is_of_another_place, shortened_spans
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.text.sentences import Stretch

QUOTATION = re.compile("“[^“”]+”")
# How far after a word such as 学习 the thing may stand that is its object.
MAX_OBJECT_DISTANCE = 16


def mention_starts(evidence: Evidence, code: str, names: ThingNames, stretch: Stretch) -> list[int]:
    """Where a stretch names a thing, in letters of the text."""
    return [begin for begin, _ in named_spans(evidence, code, names, stretch)]


def named_spans(
    evidence: Evidence, code: str, names: ThingNames, stretch: Stretch
) -> Sequence[tuple[int, int]]:
    """The spans of a stretch that name a thing, in letters of the text."""
    spans = set(mentions(evidence, code, stretch))
    words, start = evidence.read(stretch), stretch.start
    forms = names.names.get(code, ())
    quoted = [name for form in forms for name in QUOTATION.findall(form)]
    for name in (*forms, *quoted):
        for match in re.finditer(re.escape(name), words):
            spans.add((start + match.start(), start + match.end()))
    if names.kinds.get(code) == "Organisation":
        places = frozenset(place.words for place in evidence.text.places)
        for first, last in shortened_spans(words, forms):
            if not is_of_another_place(words, first, forms, places):
                spans.add((start + first, start + last))
    return sorted(spans)


def is_behind(spots: Iterable[int], starts: Iterable[int]) -> bool:
    """Whether one of the starts is at one of the spots or a few letters after it."""
    spots = tuple(spots)
    return any(spot <= start <= spot + MAX_OBJECT_DISTANCE for spot in spots for start in starts)
