"""Join counts as a measure: whether those that are near one another adopt alike."""

from __future__ import annotations

from graph.diffusion.choosing import adoptions, unsaid
from graph.diffusion.counts import ends, undated_adopters
from graph.diffusion.data import Study
from graph.diffusion.grouping import alike, groups
from graph.diffusion.measure import Measure
from graph.diffusion.nearness import join_counts
from graph.diffusion.result import Cell, Result, refused, say

COLUMNS = ("joins", "count", "expected", "p")
# Of adopters and of others; with fewer, few deals differ from the observed one.
FEWEST = 3


def joins(
    study: Study, *, same: str | None = None, permutations: int = 999, seed: int = 0
) -> Result:
    """Rows both, one, none; near are who is in contact, or with `same` who shares a group.

    Members are those of whom a contact (or a group) is known.
    """
    taken = adoptions(study)
    grouped = None if same is None else groups(study, same)
    near = (
        [(tie.learner, tie.teacher) for tie in study.contacts]
        if grouped is None
        else [*alike(grouped)]
    )
    members = sorted(ends(study.contacts) if grouped is None else grouped)
    adopters = taken.keys() & set(members)
    undated = undated_adopters({one: taken[one] for one in adopters})
    silent = unsaid(study)
    others = len(members) - len(adopters)
    if min(len(adopters), others) < FEWEST or not near:
        why = say("too_few_joins", needed=FEWEST, adopters=len(adopters), others=others)
        return refused(COLUMNS, why, len(members), undated, silent)
    found = join_counts(members, near, adopters, permutations, seed)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("both", found.both, found.both_expected, found.both_p),
        ("one", found.one, found.one_expected, found.one_p),
        ("none", found.none, found.none_expected, found.none_p),
    )
    return Result(
        columns=COLUMNS,
        rows=rows,
        n=len(members),
        undated=undated,
        unknown=silent,
        summary={"adopters": len(adopters), "deals": found.deals},
        warnings=study.warnings if study.closed else (*study.warnings, say("silence_as_no")),
    )


MEASURE = Measure("join_counts", joins, frozenset({"adoptions", "nodes"}))
