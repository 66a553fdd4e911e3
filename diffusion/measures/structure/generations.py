"""The generations of one learning tree as a measure: how many learned at each remove."""

from __future__ import annotations

from collections import Counter

from diffusion.framework.measure import Measure
from diffusion.measures.structure.learning_tree import By, grown_from, left_out
from diffusion.networks.learning_tree import generations, shapes
from diffusion.study.coverage import undated, unnamed
from diffusion.study.errors import WrongStudy
from diffusion.study.result import Result, say
from diffusion.study.study import Study

COLUMNS = ("generation", "learners", "share", "so_far")


def by_generation(study: Study, *, origin: str | None = None, by: By = By.TIE) -> Result:
    """One row a generation of the tree of `origin`, else of the largest tree."""
    grown = grown_from(study, by)
    parents = {learner: tie.teacher for learner, tie in grown.parents.items()}
    if not parents:
        raise WrongStudy(say("needs_ties"))
    placed = generations(parents)
    chosen = origin if origin is not None else _largest(parents)
    counts = Counter(n for top, n in placed.values() if top == chosen)
    if not counts:
        raise WrongStudy(say("no_tree", wrong=chosen, found=", ".join(_origins(parents))))
    learners = counts.total() - 1
    so_far = 0
    rows = []
    for generation in range(1, max(counts) + 1):
        so_far += counts[generation]
        share = counts[generation] / learners
        rows.append((generation, counts[generation], share, so_far / learners))
    members = [member for member, (top, _) in placed.items() if top == chosen]
    used = [
        tie for learner, tie in grown.parents.items() if placed.get(learner, ("",))[0] == chosen
    ]
    return Result(
        columns=COLUMNS,
        rows=tuple(rows),
        n=len(members),
        undated=undated(used),
        unknown=unnamed(study),
        summary={"origin": chosen} | left_out(grown),
        warnings=study.warnings,
    )


def _largest(parents: dict[str, str]) -> str:
    return next(iter(_origins(parents)), "")


def _origins(parents: dict[str, str]) -> list[str]:
    return [shape.origin for shape in shapes(parents)][:12]


MEASURE = Measure("generations", by_generation, frozenset({"ties"}))
