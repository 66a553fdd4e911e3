"""The measure of brokerage: the roles of each broker within and between groups."""

from __future__ import annotations

from diffusion.framework.measure import Measure
from diffusion.networks.brokerage import Brokerage, Role, brokerage
from diffusion.study.coverage import count_undated_ties, tie_ends
from diffusion.study.grouping import groups_by_node
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.study import Study

COLUMNS = ("broker", "role", "count", "p")
# With fewer members, or with one group, permutations of the groups hardly differ.
MIN_MEMBERS = 8


def brokerage_measure(
    study: Study, *, group: str = "province", permutations: int = 999, seed: int = 0
) -> Result:
    """One row for each broker and each of its roles; the summary has the totals of the roles."""
    grouped = groups_by_node(study, group)
    members = tie_ends(study.ties)
    kinds = {grouped[node] for node in members & grouped.keys()}
    testable = len(members & grouped.keys()) >= MIN_MEMBERS and len(kinds) > 1
    result = brokerage(study.ties, grouped, permutations if testable else 0, seed)
    notes = (
        ()
        if testable
        else (sentence("no_p", needed=MIN_MEMBERS, found=len(members & grouped.keys())),)
    )
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
        n=len(members),
        undated=count_undated_ties(study.ties),
        unknown=result.ungrouped,
        summary={"groups": len(kinds), **_total_cells(result, testable=testable)},
        warnings=(*study.warnings, *notes),
    )


def _total_cells(result: Brokerage, *, testable: bool) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for role in Role:
        cells[role.name.lower()] = int(result.totals[role])
        if testable:
            cells[f"{role.name.lower()}_p"] = float(result.totals_p[role])
    return cells


MEASURE = Measure("brokerage", brokerage_measure, frozenset({"ties", "nodes"}))
