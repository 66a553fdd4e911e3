"""Join counts as a measure: whether those that are near one another adopt alike."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.statistics.spatial_tests import join_counts
from diffusion.study.grouping import near
from diffusion.study.observation_window import had_adopted
from diffusion.study.result import Cell, Result, refused, say
from diffusion.study.selection import adoptions, unsaid
from diffusion.study.study import Study

COLUMNS = ("joins", "count", "expected", "p")
# Of adopters and of others; with fewer, few deals differ from the observed one.
FEWEST = 3


def joins(
    study: Study, *, same: str | None = None, permutations: int = 999, seed: int = 0
) -> Result:
    """Rows both, one, none; near are who is in contact, or with `same` who shares a group.

    Members are those of whom a contact (or a group) is known. With a window, adopters are those
    who certainly had adopted by its end; those whose dates allow both are left out.
    """
    spans = adoptions(study)
    candidates, pairs = near(study, same)
    adopted = had_adopted(study, spans)
    vague = {node for node, had in adopted.items() if had is None}
    members = sorted(candidates - vague)
    adopters = {node for node, had in adopted.items() if had} & set(members)
    undated, silent = len(vague), unsaid(study)
    others = len(members) - len(adopters)
    if min(len(adopters), others) < FEWEST or not pairs:
        why = say("too_few_joins", needed=FEWEST, adopters=len(adopters), others=others)
        return refused(COLUMNS, why, len(members), undated, silent)
    counts = join_counts(members, pairs, adopters, permutations, seed)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("both", counts.both, counts.both_expected, counts.both_p),
        ("one", counts.one, counts.one_expected, counts.one_p),
        ("none", counts.none, counts.none_expected, counts.none_p),
    )
    return Result(
        columns=COLUMNS,
        rows=rows,
        n=len(members),
        undated=undated,
        unknown=silent,
        summary={"adopters": len(adopters), "deals": counts.deals},
        warnings=study.warnings if study.closed else (*study.warnings, say("silence_as_no")),
    )


MEASURE = Measure("join_counts", joins, frozenset({"adoptions", "nodes"}))
