"""Brokerage as a measure: who passes things on within and between groups."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.networks.brokerage import Brokerage, Role, brokerage
from diffusion.study.coverage import ends, undated
from diffusion.study.grouping import groups
from diffusion.study.result import Cell, Result, say
from diffusion.study.study import Study

COLUMNS = ("broker", "role", "count", "p")
# With fewer members, or with one group, no deal of the groups can be told from the others.
FEWEST = 8


def roles(
    study: Study, *, group: str = "province", permutations: int = 999, seed: int = 0
) -> Result:
    """One row for each broker and role that it has; the totals of the roles beside."""
    grouped = groups(study, group)
    named = ends(study.ties)
    kinds = {grouped[node] for node in named & grouped.keys()}
    testable = len(named & grouped.keys()) >= FEWEST and len(kinds) > 1
    result = brokerage(study.ties, grouped, permutations if testable else 0, seed)
    notes = () if testable else (say("no_p", needed=FEWEST, found=len(named & grouped.keys())),)
    return Result(
        columns=COLUMNS,
        rows=tuple(
            (
                broker,
                role.name.lower(),
                int(result.counts[row, role]),
                float(result.p[row, role]) if testable else None,
            )
            for row, broker in enumerate(result.brokers)
            for role in Role
            if result.counts[row, role]
        ),
        n=len(named),
        undated=undated(study.ties),
        unknown=result.ungrouped,
        summary={"groups": len(kinds), **_totals(result, testable)},
        warnings=(*study.warnings, *notes),
    )


def _totals(result: Brokerage, testable: bool) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for role in Role:
        cells[role.name.lower()] = int(result.totals[role])
        if testable:
            cells[f"{role.name.lower()}_p"] = float(result.totals_p[role])
    return cells


MEASURE = Measure("brokerage", roles, frozenset({"ties", "nodes"}))
