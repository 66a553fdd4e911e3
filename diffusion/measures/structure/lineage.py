"""The chosen teacher of each learner as a measure: the learning tree link by link."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.measures.structure.learning_tree import By, grown_from, left_out
from diffusion.networks.learning_tree import generations
from diffusion.study.coverage import known, undated, unnamed
from diffusion.study.result import Result
from diffusion.study.study import Study

COLUMNS = ("teacher", "learner", "origin", "generation", "earliest", "latest", "others")


def lineage(study: Study, *, by: By = By.TIE) -> Result:
    """One row a learner, by origin and generation; `others` counts its teachers not chosen."""
    grown = grown_from(study, by)
    placed = generations({learner: tie.teacher for learner, tie in grown.parents.items()})
    others = dict.fromkeys(grown.parents, -1)
    for learner, teacher in {(tie.learner, tie.teacher) for tie in study.ties}:
        if learner in others and learner != teacher:
            others[learner] += 1
    rows = [
        (
            tie.teacher,
            learner,
            *placed[learner],
            known(tie.when.earliest),
            known(tie.when.latest),
            others[learner],
        )
        for learner, tie in grown.parents.items()
    ]
    return Result(
        columns=COLUMNS,
        rows=tuple(sorted(rows, key=lambda row: (row[2], row[3], row[0], row[1]))),
        n=len(placed),
        undated=undated(grown.parents.values()),
        unknown=unnamed(study),
        summary=left_out(grown),
        warnings=study.warnings,
    )


MEASURE = Measure("lineage", lineage, frozenset({"ties"}))
