"""The adopters of a mechanism by date: its own, and those of each narrower one apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.lookup.browse_list import children_of, statement_year
from graph.model.closure import transitive_closure
from graph.model.facts import Facts
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import Adoption, Mechanism


@dataclass(frozen=True)
class UptakeCount:
    """The adopters of one mechanism itself, and the years of the first and last dated adoption.

    `all_adopters` are also those of what is below it, each counted once.
    """

    mechanism: str
    adopters: frozenset[str]
    all_adopters: frozenset[str]
    first_year: int | None
    last_year: int | None


def uptake_counts(facts: Facts, mechanism: str) -> tuple[UptakeCount, ...]:
    """The count of a mechanism, and then those of each directly below it, by most adopters.

    An adoption counts that a source states or implies, not one that is planned or denied.
    """
    narrower_codes = children_of(facts, facts.things_of(Mechanism))

    def uptake_of(code: str) -> UptakeCount:
        deeds = _deeds(facts, code)
        closure = transitive_closure([code], lambda upper: narrower_codes.get(upper, ()))
        everyone = frozenset(deed.adopter for low in closure for deed in _deeds(facts, low))
        years = [year for deed in deeds if (year := statement_year(deed))]
        first, last = (min(years), max(years)) if years else (None, None)
        return UptakeCount(code, frozenset(deed.adopter for deed in deeds), everyone, first, last)

    narrower = sorted(
        (uptake_of(code) for code in narrower_codes.get(mechanism, ())),
        key=lambda count: (-len(count.all_adopters), count.mechanism),
    )
    return uptake_of(mechanism), *narrower


def _deeds(facts: Facts, code: str) -> Sequence[Adoption]:
    statements = (facts.statements[id] for id in facts.statements_naming.get(code, ()))
    return [
        statement
        for statement in statements
        if isinstance(statement, Adoption)
        and statement.mechanism == code
        and statement.stance in FIRM_STANCES
    ]
