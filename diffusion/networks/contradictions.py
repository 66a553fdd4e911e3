"""Ties whose dates contradict the adoption dates of the teacher or the learner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diffusion.study.study import Adoptions, Cascades, NumericInterval, Tie


class Conflict(StrEnum):
    """What is wrong with a tie's date."""

    TEACHER_LATER = "teacher_later"  # taught certainly before the teacher had it
    LEARNER_EARLIER = "learner_earlier"  # the learner certainly had it before learning
    BACKWARD = "backward"  # its date ends before it begins


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A tie and the adoption that it contradicts (None for a date that ends before it begins)."""

    conflict: Conflict
    tie: Tie
    adoption: NumericInterval | None
    gap: float  # the least time between the two intervals, in their unit


@dataclass(frozen=True, slots=True)
class DateCheck:
    """The contradictions, and how many pairs (tie, end) could and could not be compared."""

    contradictions: Sequence[Contradiction]
    compared_pairs: int
    not_comparable: int  # the tie or the adoption has no date, or no adoption is known


def first_adoptions(cascades: Cascades) -> dict[str, NumericInterval]:
    """The interval in which each node first adopted anything; undated adoptions count too."""
    spans: dict[str, list[NumericInterval]] = defaultdict(list)
    for adoptions in cascades.values():
        for node, span in adoptions.items():
            spans[node].append(span)
    return {
        node: NumericInterval(
            min(adoption.earliest for adoption in node_spans),
            min(adoption.latest for adoption in node_spans),
        )
        for node, node_spans in spans.items()
    }


def check_dates(ties: Iterable[Tie], adoptions: Adoptions, *, learners: bool = True) -> DateCheck:
    """Compares each tie with its teacher's and, with `learners`, its learner's adoption.

    Only a certain contradiction counts: the whole interval of the tie lies before that of the
    teacher's adoption, or after that of the learner's. Dates that overlap contradict nothing. A
    learner who adopted earlier may still have learned more; the sources should be read again.
    """
    contradictions: list[Contradiction] = []
    compared = unknown = 0
    for tie in ties:
        if tie.when.earliest > tie.when.latest:
            gap = tie.when.earliest - tie.when.latest
            contradictions.append(Contradiction(Conflict.BACKWARD, tie, None, gap))
        for conflict, adoption in _end_adoptions(tie, adoptions)[: 2 if learners else 1]:
            if adoption is None or _is_undated(tie.when) or _is_undated(adoption):
                unknown += 1
                continue
            compared += 1
            gap = _gap(conflict, tie.when, adoption)
            if gap > 0:
                contradictions.append(Contradiction(conflict, tie, adoption, gap))
    return DateCheck(tuple(contradictions), compared, unknown)


def _end_adoptions(tie: Tie, adoptions: Adoptions) -> list[tuple[Conflict, NumericInterval | None]]:
    return [
        (Conflict.TEACHER_LATER, adoptions.get(tie.teacher)),
        (Conflict.LEARNER_EARLIER, adoptions.get(tie.learner)),
    ]


def _gap(conflict: Conflict, lesson: NumericInterval, adoption: NumericInterval) -> float:
    if conflict is Conflict.TEACHER_LATER:
        return adoption.earliest - lesson.latest
    return lesson.earliest - adoption.latest


def _is_undated(span: NumericInterval) -> bool:
    """Whether nothing at all is known of the date."""
    return span == NumericInterval(float("-inf"), float("inf"))
