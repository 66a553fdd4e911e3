"""The measure of lineage: the chosen teacher of each learner, the learning tree link by link."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.measures.structure.learning_tree import (
    TeacherChoice,
    forest_of_choice,
    left_out_counts,
)
from diffusion.networks.learning_tree import generations
from diffusion.study.coverage import count_nodes_without_tie, count_undated_ties, time_cell
from diffusion.study.result import Result
from diffusion.study.study import Study

COLUMNS = ("teacher", "learner", "origin", "generation", "earliest", "latest", "others")


def lineage(study: Study, *, by: TeacherChoice = TeacherChoice.TIE) -> Result:
    """One row a learner, by origin and generation; `others` counts its teachers not chosen."""
    forest = forest_of_choice(study, by)
    positions = generations({learner: tie.teacher for learner, tie in forest.parents.items()})
    others = dict.fromkeys(forest.parents, -1)
    for learner, teacher in {(tie.learner, tie.teacher) for tie in study.ties}:
        if learner in others and learner != teacher:
            others[learner] += 1
    rows = [
        (
            tie.teacher,
            learner,
            *positions[learner],
            time_cell(tie.when.earliest),
            time_cell(tie.when.latest),
            others[learner],
        )
        for learner, tie in forest.parents.items()
    ]
    return Result(
        columns=COLUMNS,
        rows=tuple(sorted(rows, key=lambda row: (row[2], row[3], row[0], row[1]))),
        n=len(positions),
        undated=count_undated_ties(forest.parents.values()),
        unknown=count_nodes_without_tie(study),
        summary=left_out_counts(forest),
        warnings=study.warnings,
    )


MEASURE = Measure("lineage", lineage, frozenset({"ties"}))
