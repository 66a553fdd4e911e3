"""Where the passages name an organisation, in full or shortened as texts do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames

# A shortened name has at least these letters, and this share of the letters of the name.
SHORTEST, SHARE = 3, 0.38
# How long a row of organisations is that share the last word of their names.
ROW = 20
ORGANISATION = "Organisation"


def is_organisation_named(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the passages name an organisation, and no other one better at the same spot."""
    lines = evidence.cited.split("\n")
    if any(_is_named_in(line, code, names) or _is_in_row(line, code, names) for line in lines):
        return True
    return any(run in line for run in _own_runs(evidence, code, names) for line in lines)


def _is_in_row(line: str, code: str, names: ThingNames) -> bool:
    """Whether a row shares the last word of a name: 甲镇和乙镇卫生院."""
    return any(
        re.search(f"{re.escape(form[:cut])}.{{1,{ROW}}}{re.escape(form[cut:])}", line)
        for form in names.names.get(code, ())
        for cut in range(2, len(form) - SHORTEST + 1)
    )


def _own_runs(evidence: Evidence, code: str, names: ThingNames) -> Iterator[str]:
    """Three letters in a row of a name that no other organisation and no place has."""
    others = [
        form
        for other in names.codes.get(ORGANISATION, ())
        if other != code
        for form in names.names[other]
    ]
    places = [place.written for place in evidence.text.coded_places]
    for form in names.names.get(code, ()):
        for start in range(len(form) - SHORTEST + 1):
            run = form[start : start + SHORTEST]
            if not any(run in other for other in (*others, *places)):
                yield run


def _is_named_in(line: str, code: str, names: ThingNames) -> bool:
    spans = list(shortened_spans(line, names.names.get(code, ())))
    if not spans:
        return False
    others = [
        span
        for other in names.codes.get(ORGANISATION, ())
        if other != code
        for span in shortened_spans(line, names.names[other])
    ]
    return any(
        not any(
            begin <= start and end <= finish and finish - begin > end - start
            for begin, finish in others
        )
        for start, end in spans
    )


def shortened_spans(line: str, forms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The longest stretches of a line whose letters all stand in a name, in its order."""
    for form in forms:
        start = 0
        while start < len(line):
            length = _common(line, start, form)
            if length >= max(SHORTEST, SHARE * len(form)) or length == len(form):
                yield start, start + length
                start += length
            else:
                start += 1


def _common(line: str, start: int, form: str) -> int:
    """How many letters of a line from a position stand in a name one after the other."""
    place = length = 0
    while start + length < len(line):
        place = form.find(line[start + length], place) + 1
        if place == 0:
            break
        length += 1
    return length
