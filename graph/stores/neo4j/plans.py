"""The plan of a server for a query, and the cost of each step when the query ran."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# Each on its own line, so that the columns in a server's messages are those of the query.
EXPLAIN, PROFILE = "EXPLAIN\n", "PROFILE\n"
SPOT = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")


@dataclass(frozen=True)
class PlanStep:
    """A step of a plan: its depth, its rows, its accesses of the database, and its objects."""

    depth: int
    operator: str
    rows: int
    database_hits: int
    details: str


def plan_steps(profile: Mapping[str, Any], depth: int = 0) -> Iterator[PlanStep]:
    """The steps of a profile, the last one first, each before those that it reads from."""
    details = str(profile.get("args", {}).get("Details", ""))
    operator = str(profile["operatorType"]).partition("@")[0]
    yield PlanStep(
        depth, operator, int(profile.get("rows", 0)), int(profile.get("dbHits", 0)), details
    )
    for child in profile.get("children", ()):
        yield from plan_steps(child, depth + 1)


def without_prefix(message: str, prefix: str) -> str:
    """A server's message about EXPLAIN and a query as one about the query."""
    return SPOT.sub(
        lambda m: f"(line {int(m[1]) - 1}, column {m[2]} (offset: {int(m[3]) - len(prefix)}))",
        message,
    )
