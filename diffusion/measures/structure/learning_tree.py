"""The learning tree as a measure: the shape of what grew from each origin."""

from __future__ import annotations

from enum import StrEnum

from diffusion.framework.measure import Measure
from diffusion.networks.learning_tree import Forest, adopted_before, forest, shapes
from diffusion.study.coverage import undated, unnamed
from diffusion.study.result import Cell, Result, Sentence, say
from diffusion.study.selection import adoptions
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
SMALL = 8


class By(StrEnum):
    """Whether a teacher is chosen by the dates of the ties or by who had adopted before."""

    TIE = "tie"
    ADOPTION = "adoption"


def learning_tree(study: Study, *, by: By = By.TIE) -> Result:
    """One row a tree, the largest first; see graph/diffusion/learning_tree.py."""
    grown = grown_from(study, by)
    trees = shapes({learner: tie.teacher for learner, tie in grown.parents.items()})
    return Result(
        columns=COLUMNS,
        rows=tuple(tuple(getattr(tree, column) for column in COLUMNS) for tree in trees),
        n=sum(tree.size for tree in trees),
        undated=undated(study.ties),
        unknown=unnamed(study),
        summary=left_out(grown) | {"ties": len(study.ties), "trees": len(trees)},
        warnings=(*study.warnings, *_small([tree.size for tree in trees])),
    )


def grown_from(study: Study, by: By) -> Forest:
    """The chosen teachers; by adoption each learner's newest adopter before it (Goel et al.)."""
    if by is By.TIE:
        return forest(study.ties)
    return forest(adopted_before(study.ties, adoptions(study)), newest=True)


def left_out(grown: Forest) -> dict[str, Cell]:
    """What the choice of one teacher each left out."""
    names = ("with_several", "undecided", "circles", "self_ties", "repeated")
    return {name: getattr(grown, name) for name in names}


def _small(sizes: list[int]) -> tuple[Sentence, ...]:
    few = sum(size < SMALL for size in sizes)
    return (say("small_trees", count=few, needed=SMALL),) if few else ()


MEASURE = Measure("learning_tree", learning_tree, frozenset({"ties"}))
