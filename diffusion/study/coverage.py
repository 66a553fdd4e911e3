"""What a result says of its data: whose date is not known, and of whom nothing is said."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from diffusion.study.number_format import period_cell
from diffusion.study.study import UNDATED, Adoptions, Study, Tie


def count_undated_ties(ties: Iterable[Tie]) -> int:
    """How many ties bear no date at all."""
    return sum(tie.when == UNDATED for tie in ties)


def count_undated_adoptions(adoptions: Adoptions) -> int:
    """How many adoptions bear no date at all."""
    return sum(span == UNDATED for span in adoptions.values())


def count_nodes_without_tie(study: Study) -> int:
    """Of how many nodes no tie tells; none in a closed study, where silence means no."""
    return 0 if study.closed else len(study.nodes.keys() - tie_ends(study.ties))


def tie_ends(ties: Iterable[Tie]) -> set[str]:
    """Everybody whom the ties name."""
    return {end for tie in ties for end in (tie.learner, tie.teacher)}


def time_cell(moment: float) -> float | int | None:
    """A moment as a cell: nothing where it is not known."""
    return period_cell(moment) if isfinite(moment) else None
