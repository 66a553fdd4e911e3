"""Standing as a source as a measure: who is learned from, how far it reaches, how far upstream."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.networks.source_centrality import MOST, standings
from diffusion.study.coverage import undated, unnamed
from diffusion.study.result import Result, say
from diffusion.study.study import Study

COLUMNS = ("node", "learners", "teachers", "reach", "trophic_level")


def sources(study: Study) -> Result:
    """One row for each whom a tie names, most learners first; see graph/diffusion/sources.py."""
    found = standings(study.ties)
    many = (say("too_many_for_reach", found=len(found), most=MOST),) if len(found) > MOST else ()
    return Result(
        columns=COLUMNS,
        rows=tuple(tuple(getattr(one, column) for column in COLUMNS) for one in found),
        n=len(found),
        undated=undated(study.ties),
        unknown=unnamed(study),
        summary={
            "ties": sum(one.learners for one in found),
            "without_level": sum(one.trophic_level is None for one in found),
        },
        warnings=(*study.warnings, *many),
    )


MEASURE = Measure("sources", sources, frozenset({"ties"}))
