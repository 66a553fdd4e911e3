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
    kinds = {grouped[one] for one in named & grouped.keys()}
    bears = len(named & grouped.keys()) >= FEWEST and len(kinds) > 1
    found = brokerage(study.ties, grouped, permutations if bears else 0, seed)
    why = () if bears else (say("no_p", needed=FEWEST, found=len(named & grouped.keys())),)
    return Result(
        columns=COLUMNS,
        rows=tuple(
            (
                broker,
                role.name.lower(),
                int(found.counts[row, role]),
                float(found.p[row, role]) if bears else None,
            )
            for row, broker in enumerate(found.brokers)
            for role in Role
            if found.counts[row, role]
        ),
        n=len(named),
        undated=undated(study.ties),
        unknown=found.ungrouped,
        summary={"groups": len(kinds), **_totals(found, bears)},
        warnings=(*study.warnings, *why),
    )


def _totals(found: Brokerage, bears: bool) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for role in Role:
        cells[role.name.lower()] = int(found.totals[role])
        if bears:
            cells[f"{role.name.lower()}_p"] = float(found.totals_p[role])
    return cells


MEASURE = Measure("brokerage", roles, frozenset({"ties", "nodes"}))
