"""Statements that were withdrawn: history, and no part of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontology.schema.kinds import Statement


@dataclass(frozen=True)
class Withdrawal:
    """The withdrawal of a statement: on which day, by whose decision, and why.

    `replaced_by` is the id of the statement that succeeds it, which may be withdrawn in its turn.
    """

    statement: Statement
    day: date
    curator: str
    reason: str
    replaced_by: str | None = None
