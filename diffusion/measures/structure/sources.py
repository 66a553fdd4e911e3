"""The measure of centrality as a source: learners, reach, and trophic level of each node."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.networks.source_centrality import MAX_MEMBERS, source_standings
from diffusion.study.coverage import count_nodes_without_tie, count_undated_ties
from diffusion.study.result import Result, sentence
from diffusion.study.study import Study

COLUMNS = ("node", "learners", "teachers", "reach", "trophic_level")


def sources(study: Study) -> Result:
    """One row for each node in a tie, most learners first; see networks/source_centrality.py."""
    nodes = source_standings(study.ties)
    notes = (
        (sentence("too_many_for_reach", found=len(nodes), most=MAX_MEMBERS),)
        if len(nodes) > MAX_MEMBERS
        else ()
    )
    return Result(
        columns=COLUMNS,
        rows=tuple(tuple(getattr(node, column) for column in COLUMNS) for node in nodes),
        n=len(nodes),
        undated=count_undated_ties(study.ties),
        unknown=count_nodes_without_tie(study),
        summary={
            "ties": sum(node.learners for node in nodes),
            "without_level": sum(node.trophic_level is None for node in nodes),
        },
        warnings=(*study.warnings, *notes),
    )


MEASURE = Measure("sources", sources, frozenset({"ties"}))
