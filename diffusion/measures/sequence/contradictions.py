"""The measure of contradictions of dates: ties whose dates contradict the adoptions."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.networks.contradictions import Contradiction, check_dates, first_adoptions
from diffusion.study.coverage import count_undated_ties, time_cell
from diffusion.study.result import Cell, Result
from diffusion.study.selection import count_nodes_without_adoption
from diffusion.study.study import Study

COLUMNS = (
    "conflict",
    "learner",
    "teacher",
    "tie_earliest",
    "tie_latest",
    "adopted_earliest",
    "adopted_latest",
    "gap",
    "tie",
)


def contradictions(study: Study) -> Result:
    """One row a contradiction, the widest gap first; see diffusion/networks/contradictions.py.

    With several mechanisms only teachers are checked, for whether they had certainly taken up
    nothing yet: a learner may have had one thing and learned another.
    """
    dates = check_dates(
        study.ties, first_adoptions(study.cascades), learners=len(study.cascades) == 1
    )
    rows = [_row(contradiction) for contradiction in dates.contradictions]
    return Result(
        columns=COLUMNS,
        rows=tuple(sorted(rows, key=lambda row: (-float(row[7] or 0), str(row)))),
        n=dates.compared_pairs,
        undated=count_undated_ties(study.ties),
        unknown=count_nodes_without_adoption(study),
        summary={"ties": len(study.ties), "not_comparable": dates.not_comparable},
        warnings=study.warnings,
    )


def _row(contradiction: Contradiction) -> tuple[Cell, ...]:
    adoption = contradiction.adoption
    return (
        contradiction.conflict.value,
        contradiction.tie.learner,
        contradiction.tie.teacher,
        time_cell(contradiction.tie.when.earliest),
        time_cell(contradiction.tie.when.latest),
        time_cell(adoption.earliest) if adoption else None,
        time_cell(adoption.latest) if adoption else None,
        contradiction.gap,
        contradiction.tie.id,
    )


MEASURE = Measure("contradictions", contradictions, frozenset({"cascades", "ties"}))
