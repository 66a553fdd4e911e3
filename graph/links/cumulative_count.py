"""Counts those that have learned or adopted by the end of each year: certainly, and at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.links.edge_bundles import EdgeBundle
from graph.links.timeline import first_interval_of, onset


@dataclass(frozen=True)
class Curve:
    """How many things start an edge by the end of each year, each thing counted once.

    `certain` counts those that certainly have by then, `possible` also those whose date allows it.
    `undated_codes` are the codes of those without a date, which are in neither. `newcomers` are the
    codes that are new in each year, the certain and the possible.
    """

    certain: tuple[int, ...]
    possible: tuple[int, ...]
    undated_codes: tuple[str, ...]
    newcomers: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def total(self) -> int:
        """How many there are in total, dated or not."""
        return (self.possible[-1] if self.possible else 0) + len(self.undated_codes)


def curve(bundles: Iterable[EdgeBundle], years: Sequence[int]) -> Curve:
    """The curve of the things at the starts of these bundles, over these years.

    Nothing is smoothed or guessed: things without a date are counted apart. The years have to reach
    to the last change of these bundles.
    """
    by_start: dict[str, list[EdgeBundle]] = defaultdict(list)
    for bundle in bundles:
        by_start[bundle.start].append(bundle)
    intervals = {code: first_interval_of(by_start[code]) for code in sorted(by_start)}
    onsets = {code: onset(when, years) for code, when in intervals.items() if when is not None}
    moments = range(len(years))
    return Curve(
        tuple(sum(c is not None and c <= at for _, c in onsets.values()) for at in moments),
        tuple(sum(p is not None and p <= at for p, _ in onsets.values()) for at in moments),
        tuple(code for code, when in intervals.items() if when is None),
        tuple(
            (
                tuple(code for code, (_, c) in onsets.items() if c == at),
                tuple(code for code, (p, c) in onsets.items() if p == at and c != at),
            )
            for at in moments
        ),
    )
