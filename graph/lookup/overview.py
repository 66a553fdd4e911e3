"""The outline of the facts: statements by year, the most stated things, the latest statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.lookup.browse_list import statement_year
from graph.model.facts import Facts
from ontology.schema.edtf import edtf_interval
from ontology.schema.kinds import Source, Thing


@dataclass(frozen=True)
class YearCount:
    """How many statements of a kind are dated in a year."""

    kind: str
    year: int
    count: int


def counts_by_year(facts: Facts) -> tuple[YearCount, ...]:
    """The dated statements by the first year of their date and by kind, in this order."""
    counts = Counter(
        (year, type(statement).__name__)
        for statement in facts.statements.values()
        if (year := statement_year(statement)) is not None
    )
    return tuple(YearCount(kind, year, counts[year, kind]) for year, kind in sorted(counts))


def most_stated_codes(facts: Facts, kinds: Sequence[type[Thing]]) -> tuple[str, ...]:
    """The code of the thing of each kind with the most statements; none without statements."""
    naming = facts.statements_naming
    codes = []
    for kind in kinds:
        stated = [thing.code for thing in facts.things_of(kind) if thing.code in naming]
        if stated:
            codes.append(min(stated, key=lambda code: (-len(naming[code]), code)))
    return tuple(codes)


def newest_sources(facts: Facts, limit: int) -> tuple[Source, ...]:
    """The sources that were published last, the newest first; those without a date are left out."""
    dated = [source for source in facts.things_of(Source) if source.published]
    order = sorted(dated, key=lambda source: source.code)
    order.sort(key=_publication_day, reverse=True)
    return tuple(order[:limit])


def _publication_day(source: Source) -> date:
    return edtf_interval(str(source.published)).earliest or date.min
