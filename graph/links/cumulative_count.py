"""How many have learned, or taken something up, by each moment: surely, and at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.links.edge_bundles import EdgeBundle
from graph.links.timeline import first_days, onset


@dataclass(frozen=True)
class Curve:
    """Numbers of those who start a line, moment by moment, each counted once.

    `certain` have done so by then; `possible` is the most that may have: the certain and those
    whose date allows it. `undated` are in neither. `news` names who is new at each moment, the
    certain and the possible.
    """

    certain: tuple[int, ...]
    possible: tuple[int, ...]
    undated: tuple[str, ...]
    newcomers: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def total(self) -> int:
        """How many there are in all, dated or not."""
        return (self.possible[-1] if self.possible else 0) + len(self.undated)


def curve(lines: Iterable[EdgeBundle], years: Sequence[int]) -> Curve:
    """The curve of those at the starts of these lines, over these moments.

    Nothing is smoothed and nobody guessed: who has no date stands beside the curve. The moments
    have to reach to the last change of these lines.
    """
    own: dict[str, list[EdgeBundle]] = defaultdict(list)
    for line in lines:
        own[line.start].append(line)
    days = {code: first_days(held) for code, held in sorted(own.items())}
    onsets = {code: onset(found, years) for code, found in days.items()}
    dated = {code: at for code, at in onsets.items() if days[code][0] is not None}
    moments = range(len(years))
    return Curve(
        tuple(sum(c is not None and c <= at for _, c in dated.values()) for at in moments),
        tuple(sum(p is not None and p <= at for p, _ in dated.values()) for at in moments),
        tuple(code for code in days if code not in dated),
        tuple(
            (
                tuple(code for code, (_, c) in dated.items() if c == at),
                tuple(code for code, (p, c) in dated.items() if p == at and c != at),
            )
            for at in moments
        ),
    )
