"""The measure of the learning tree: the shape of the tree that grew from each origin."""

from __future__ import annotations

from enum import StrEnum

from diffusion.framework.measure import Measure
from diffusion.networks.learning_tree import (
    LearningForest,
    learning_forest,
    ties_in_adoption_order,
    tree_shapes,
)
from diffusion.study.coverage import count_nodes_without_tie, count_undated_ties
from diffusion.study.result import Cell, Result, Sentence, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import Study

COLUMNS = (
    "origin",
    "size",
    "depth",
    "width",
    "direct",
    "direct_share",
    "mean_depth",
    "virality",
)
# In smaller trees a star and a chain have nearly the same virality.
MIN_TREE_SIZE = 8


class TeacherChoice(StrEnum):
    """Whether a teacher is chosen by the dates of the ties or by who had adopted before."""

    TIE = "tie"
    ADOPTION = "adoption"


def learning_tree(study: Study, *, by: TeacherChoice = TeacherChoice.TIE) -> Result:
    """One row a tree, the largest first; see diffusion/networks/learning_tree.py."""
    forest = forest_of_choice(study, by)
    trees = tree_shapes({learner: tie.teacher for learner, tie in forest.parents.items()})
    return Result(
        columns=COLUMNS,
        rows=tuple(tuple(getattr(tree, column) for column in COLUMNS) for tree in trees),
        n=sum(tree.size for tree in trees),
        undated=count_undated_ties(study.ties),
        unknown=count_nodes_without_tie(study),
        summary=left_out_counts(forest) | {"ties": len(study.ties), "trees": len(trees)},
        warnings=(*study.warnings, *_small_tree_warning([tree.size for tree in trees])),
    )


def forest_of_choice(study: Study, by: TeacherChoice) -> LearningForest:
    """The chosen teachers; by adoption, the last to adopt before the learner (Goel et al.)."""
    if by is TeacherChoice.TIE:
        return learning_forest(study.ties)
    return learning_forest(ties_in_adoption_order(study.ties, single_cascade(study)), newest=True)


def left_out_counts(forest: LearningForest) -> dict[str, Cell]:
    """What was left out by choosing one teacher for each learner."""
    return {
        "with_several": forest.several_teachers,
        "undecided": forest.undecided_learners,
        "circles": forest.circles,
        "self_ties": forest.self_ties,
        "repeated": forest.repeated_ties,
    }


def _small_tree_warning(sizes: list[int]) -> tuple[Sentence, ...]:
    small_trees = sum(size < MIN_TREE_SIZE for size in sizes)
    return (
        (sentence("small_trees", count=small_trees, needed=MIN_TREE_SIZE),) if small_trees else ()
    )


MEASURE = Measure("learning_tree", learning_tree, frozenset({"ties"}))
