"""The measure of the generations of one learning tree: how many learned in each."""

from __future__ import annotations

from collections import Counter

from diffusion.framework.measure import Measure
from diffusion.measures.structure.learning_tree import (
    TeacherChoice,
    forest_of_choice,
    left_out_counts,
)
from diffusion.networks.learning_tree import generations, tree_shapes
from diffusion.study.coverage import count_nodes_without_tie, count_undated_ties
from diffusion.study.errors import WrongStudy
from diffusion.study.result import Result, sentence
from diffusion.study.study import Study

COLUMNS = ("generation", "learners", "share", "so_far")


def generations_measure(
    study: Study, *, origin: str | None = None, by: TeacherChoice = TeacherChoice.TIE
) -> Result:
    """One row a generation of the tree of `origin`, else of the largest tree."""
    forest = forest_of_choice(study, by)
    parents = {learner: tie.teacher for learner, tie in forest.parents.items()}
    if not parents:
        raise WrongStudy(sentence("needs_ties"))
    positions = generations(parents)
    chosen_origin = origin if origin is not None else _largest_origin(parents)
    counts = Counter(n for top, n in positions.values() if top == chosen_origin)
    if not counts:
        raise WrongStudy(
            sentence("no_tree", wrong=chosen_origin, found=", ".join(_origins(parents)))
        )
    learners = counts.total() - 1
    so_far = 0
    rows = []
    for generation in range(1, max(counts) + 1):
        so_far += counts[generation]
        share = counts[generation] / learners
        rows.append((generation, counts[generation], share, so_far / learners))
    members = [member for member, (top, _) in positions.items() if top == chosen_origin]
    used = [
        tie
        for learner, tie in forest.parents.items()
        if positions.get(learner, ("",))[0] == chosen_origin
    ]
    return Result(
        columns=COLUMNS,
        rows=tuple(rows),
        n=len(members),
        undated=count_undated_ties(used),
        unknown=count_nodes_without_tie(study),
        summary={"origin": chosen_origin} | left_out_counts(forest),
        warnings=study.warnings,
    )


def _largest_origin(parents: dict[str, str]) -> str:
    return next(iter(_origins(parents)), "")


def _origins(parents: dict[str, str]) -> list[str]:
    return [shape.origin for shape in tree_shapes(parents)][:12]


MEASURE = Measure("generations", generations_measure, frozenset({"ties"}))
