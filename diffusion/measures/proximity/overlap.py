"""The measure of overlap of networks (QAP): whether neighbours learn from each other."""

from __future__ import annotations

from dataclasses import astuple

from diffusion.framework.measure import Measure
from diffusion.statistics.spatial_tests import network_overlap, pair_indices
from diffusion.study.coverage import count_nodes_without_tie, count_undated_ties, tie_ends
from diffusion.study.grouping import neighbour_pairs
from diffusion.study.result import Result, Sentence, refusal_result, sentence
from diffusion.study.study import Study

COLUMNS = ("pairs", "ties", "near", "both", "expected", "correlation", "p_more", "p_fewer")
# With fewer members or ties, permutations hardly differ.
MIN_MEMBERS, MIN_TIES = 6, 3


def overlap(
    study: Study, *, same: str | None = None, permutations: int = 999, seed: int = 0
) -> Result:
    """One row: ties compared with nearness, over all ordered pairs of members.

    Two nodes are near if they are in contact, or with `same` if they share a group of that column.
    Members are the nodes with a known tie, contact or group; in a closed study all nodes, since
    silence there means that there is no tie.
    """
    candidates, pairs = neighbour_pairs(study, same)
    if not same:
        candidates = candidates | tie_ends(study.ties) | _closed_nodes(study)
    members = sorted(candidates)
    inside = _pairs_within(study, candidates)
    undated, untied = count_undated_ties(study.ties), count_nodes_without_tie(study)
    reason = _refusal(study, same, len(members), len(inside))
    if reason is not None:
        return refusal_result(COLUMNS, reason, len(members), undated, untied)
    ties = pair_indices(members, inside, mutual=False)
    nearness = pair_indices(members, pairs, mutual=True)
    *row, permutation_count = astuple(
        network_overlap(len(members), ties, nearness, permutations, seed)
    )
    return Result(
        columns=COLUMNS,
        rows=(tuple(row),),
        n=len(members),
        undated=undated,
        unknown=untied,
        summary={"deals": permutation_count},
        warnings=study.warnings,
    )


def _pairs_within(study: Study, members: set[str]) -> set[tuple[str, str]]:
    return {
        (tie.learner, tie.teacher)
        for tie in study.ties
        if tie.learner != tie.teacher and {tie.learner, tie.teacher} <= members
    }


def _closed_nodes(study: Study) -> set[str]:
    """All nodes of a closed study, where silence means that there is no tie."""
    return set(study.nodes) if study.is_closed else set()


def _refusal(study: Study, same: str | None, members: int, ties: int) -> Sentence | None:
    if same is None and set(study.contacts) == set(study.ties):
        return sentence("contacts_are_ties")
    if members < MIN_MEMBERS or ties < MIN_TIES:
        return sentence("too_few_to_overlap", members=MIN_MEMBERS, ties=MIN_TIES, found=ties)
    return None


MEASURE = Measure("overlap", overlap, frozenset({"ties", "nodes"}))
