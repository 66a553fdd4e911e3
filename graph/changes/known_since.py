"""Since when each statement is known: the day of the first release that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from graph.changes.statement_pairs import statement_pairs
from graph.model.dataset import ReleasedVersion
from graph.model.facts import Facts


def known_since(
    releases: Sequence[tuple[ReleasedVersion, Facts]], facts: Facts
) -> Mapping[str, date]:
    """The day for each statement of `facts`, by id; `releases` are in their order.

    A statement whose field was corrected or whose spot moved is known since the first release of
    the statement that it continues. A statement that came back is known since its first time. A
    statement in no release is left out.
    """
    first_days: dict[str, date] = {}
    before: Facts | None = None
    for version, state in releases:
        _follow(first_days, before, state)
        for id in state.statements:
            first_days.setdefault(id, version.day)
        before = state
    _follow(first_days, before, facts)
    return {id: first_days[id] for id in facts.statements if id in first_days}


def _follow(first_days: dict[str, date], older_facts: Facts | None, newer_facts: Facts) -> None:
    """Gives the statements of a state the days of those that they continue."""
    if older_facts is not None:
        for old_id, new_id in statement_pairs(older_facts, newer_facts).items():
            first_days.setdefault(new_id, first_days[old_id])
