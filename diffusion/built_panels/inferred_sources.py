"""Sources that NetInf infers from the mechanisms that are not studied."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diffusion.framework.netinf_options import MIN_CASCADES, NetInfOptions, cascades_refusal
from diffusion.inference.cascade_times import sorted_times
from diffusion.inference.netinf import inferred_edges
from diffusion.study.errors import WrongStudy
from diffusion.study.result import sentence
from diffusion.study.selection import dated_cascades
from diffusion.study.study import Study, Tie


@dataclass(frozen=True)
class InferredSources:
    """The edges as ties from learner to teacher, and how many mechanisms they come from."""

    ties: tuple[Tie, ...]
    cascades: int


def inferred_sources(study: Study) -> InferredSources:
    """NetInf by its usual options over the study's other cascades; none of those studied, nor any
    broader or narrower one, has a part in it. Raises WrongStudy if there are too few.
    """
    others = replace(study, cascades=study.background.other_cascades)
    cascades, _ = dated_cascades(others)
    if cascades_refusal(others, ()) is not None:
        raise WrongStudy(sentence("too_few_others", needed=MIN_CASCADES, found=len(cascades)))
    options, times = NetInfOptions(), sorted_times(cascades)
    scoring = options.scoring(options.parameters(times))
    edges = inferred_edges(times, scoring, options.cutoff)
    return InferredSources(tuple(Tie(edge.target, edge.source) for edge in edges), len(cascades))
