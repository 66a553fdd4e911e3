"""The stated lessons that may explain an adoption: earlier, and not recorded because of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np

from diffusion.built_panels.adoption_states import AdoptionStates
from diffusion.built_panels.network_terms import tie_period
from diffusion.study.study import Tie


@dataclass(frozen=True)
class LessonCounts:
    """How many lessons count, and how many do not: `outside` have an end that is no unit, `undated`
    no date, `because` are known only from where the learner's adoption is stated, `late` are not
    certainly dated before the period of the learner's adoption.
    """

    counted: int = 0
    outside: int = 0
    undated: int = 0
    because: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """All lessons."""
        return sum(getattr(self, field.name) for field in fields(self))

    def __add__(self, other: LessonCounts) -> LessonCounts:
        names = [field.name for field in fields(self)]
        return LessonCounts(*(getattr(self, name) + getattr(other, name) for name in names))


def earlier_lessons(
    ties: Iterable[Tie], because: frozenset[str], states: AdoptionStates
) -> tuple[tuple[Tie, ...], LessonCounts]:
    """The lessons that count for the policy, and the counts of all."""
    places = {unit: place for place, unit in enumerate(states.units)}
    lessons: list[Tie] = []
    outside = undated = known_because = late = 0
    for tie in ties:
        learner = places.get(tie.learner)
        if learner is None or tie.teacher not in places or tie.learner == tie.teacher:
            outside += 1
        elif not np.isfinite(tie.when.latest):
            undated += 1
        elif tie.id in because:
            known_because += 1
        elif states.adopters[learner] and (
            tie_period(tie, states.step) >= states.possible[learner]
        ):
            late += 1
        else:
            lessons.append(tie)
    counts = LessonCounts(len(lessons), outside, undated, known_because, late)
    return tuple(lessons), counts
