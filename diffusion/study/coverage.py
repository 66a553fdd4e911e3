"""Counts of what a result leaves out: dates that are unknown, nodes that no tie mentions."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from diffusion.study.number_format import period_cell
from diffusion.study.study import UNDATED_INTERVAL, Adoptions, Study, Tie


def count_undated_ties(ties: Iterable[Tie]) -> int:
    """How many ties have no date at all."""
    return sum(tie.when == UNDATED_INTERVAL for tie in ties)


def count_undated_adoptions(adoptions: Adoptions) -> int:
    """How many adoptions have no date at all."""
    return sum(span == UNDATED_INTERVAL for span in adoptions.values())


def count_nodes_without_tie(study: Study) -> int:
    """How many nodes are in no tie; 0 in a closed study, where no tie means that there is none."""
    return 0 if study.is_closed else len(study.nodes.keys() - tie_ends(study.ties))


def tie_ends(ties: Iterable[Tie]) -> set[str]:
    """All ends of the ties."""
    return {end for tie in ties for end in (tie.learner, tie.teacher)}


def time_cell(moment: float) -> float | int | None:
    """A moment as a cell; None if it is not known."""
    return period_cell(moment) if isfinite(moment) else None
