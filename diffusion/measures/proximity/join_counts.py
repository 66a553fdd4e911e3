"""The measure of join counts: whether neighbours adopt alike."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.statistics.spatial_tests import join_counts
from diffusion.study.grouping import neighbour_pairs
from diffusion.study.observation_window import adoption_by_end
from diffusion.study.result import Cell, Result, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, single_cascade
from diffusion.study.study import Study

COLUMNS = ("joins", "count", "expected", "p")
# The fewest adopters and others; with fewer, permutations hardly differ.
MIN_PER_GROUP = 3


def join_counts_measure(
    study: Study, *, same: str | None = None, permutations: int = 999, seed: int = 0
) -> Result:
    """Rows both, one, none; two are near if they are in contact, or with `same` share a group.

    Members are the nodes with a known contact (or group). With a window, adopters are those
    who certainly had adopted by its end; those whose dates allow both are left out.
    """
    spans = single_cascade(study)
    candidates, pairs = neighbour_pairs(study, same)
    adoption = adoption_by_end(study, spans)
    vague = {node for node, had in adoption.items() if had is None}
    members = sorted(candidates - vague)
    adopters = {node for node, had in adoption.items() if had} & set(members)
    undated, unreported = len(vague), count_nodes_without_adoption(study)
    others = len(members) - len(adopters)
    if min(len(adopters), others) < MIN_PER_GROUP or not pairs:
        reason = sentence(
            "too_few_joins", needed=MIN_PER_GROUP, adopters=len(adopters), others=others
        )
        return refusal_result(COLUMNS, reason, len(members), undated, unreported)
    counts = join_counts(members, pairs, adopters, permutations, seed)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("both", counts.both, counts.both_expected, counts.both_p),
        ("one", counts.mixed, counts.mixed_expected, counts.mixed_p),
        ("none", counts.none, counts.none_expected, counts.none_p),
    )
    return Result(
        columns=COLUMNS,
        rows=rows,
        n=len(members),
        undated=undated,
        unknown=unreported,
        summary={"adopters": len(adopters), "deals": counts.permutations},
        warnings=study.warnings
        if study.is_closed
        else (*study.warnings, sentence("silence_as_no")),
    )


MEASURE = Measure("join_counts", join_counts_measure, frozenset({"adoptions", "nodes"}))
