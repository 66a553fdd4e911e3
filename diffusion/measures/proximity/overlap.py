"""Overlap of networks as a measure: whether those who are near are those who learn (QAP)."""

from __future__ import annotations

from dataclasses import astuple

from diffusion.framework.measure import Measure
from diffusion.statistics.spatial_tests import overlap as overlap_of
from diffusion.statistics.spatial_tests import places
from diffusion.study.coverage import ends, undated, unnamed
from diffusion.study.grouping import near
from diffusion.study.result import Result, Sentence, refused, say
from diffusion.study.study import Study

COLUMNS = ("pairs", "ties", "near", "both", "expected", "correlation", "p_more", "p_fewer")
# With fewer members or ties the deals hardly differ.
MEMBERS, TIES = 6, 3


def overlap(
    study: Study, *, same: str | None = None, permutations: int = 999, seed: int = 0
) -> Result:
    """One row: ties set beside nearness, over all ordered pairs of members.

    Near are who is in contact, or with `same` who shares a group of that column. Members are
    those of whom a tie or a contact is known, or a group; in a closed study all nodes, for there
    silence means that there is no tie.
    """
    candidates, pairs = near(study, same)
    members = sorted(candidates if same else candidates | ends(study.ties) | _silent(study))
    inside = {
        (tie.learner, tie.teacher)
        for tie in study.ties
        if tie.learner != tie.teacher and {tie.learner, tie.teacher} <= set(members)
    }
    why = _why_not(study, same, len(members), len(inside))
    if why is not None:
        return refused(COLUMNS, why, len(members), undated(study.ties), unnamed(study))
    ties, nearness = places(members, inside, mutual=False), places(members, pairs, mutual=True)
    *row, deals = astuple(overlap_of(len(members), ties, nearness, permutations, seed))
    return Result(
        columns=COLUMNS,
        rows=(tuple(row),),
        n=len(members),
        undated=undated(study.ties),
        unknown=unnamed(study),
        summary={"deals": deals},
        warnings=study.warnings,
    )


def _silent(study: Study) -> set[str]:
    return set(study.nodes) if study.closed else set()


def _why_not(study: Study, same: str | None, members: int, ties: int) -> Sentence | None:
    if same is None and set(study.contacts) == set(study.ties):
        return say("contacts_are_ties")
    if members < MEMBERS or ties < TIES:
        return say("too_few_to_overlap", members=MEMBERS, ties=TIES, found=ties)
    return None


MEASURE = Measure("overlap", overlap, frozenset({"ties", "nodes"}))
