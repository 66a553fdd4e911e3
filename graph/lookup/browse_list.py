"""The things of one kind as a list to browse: their sort, their region, how much is stated of each.

A tree of mechanisms or indicators follows their `broader` field; that of places what they lie in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.lookup.thing_context import enclosing_codes, sort_label
from graph.model.facts import Facts
from ontology.schema.kinds import Place, Statement, Thing


@dataclass(frozen=True)
class ListedThing:
    """A thing of a list, by its code.

    `region` is the outermost place but one that it lies in (itself for such a place), or the
    outermost; None if it lies in nothing and is no place. `first_year` and `last_year` are
    the years of the earliest and latest dated statement on it. `sort` is its level, type or kind,
    in English.
    """

    code: str
    sort: str
    region: str | None
    statements: int
    first_year: int | None
    last_year: int | None


def listed_things(facts: Facts, kind: type[Thing]) -> tuple[ListedThing, ...]:
    """All things of a kind, by code."""
    return tuple(_listed_thing(facts, thing) for thing in facts.things_of(kind))


@dataclass(frozen=True)
class ListFilter:
    """What a reader narrows a list by; "" and None leave everything in.

    A thing is within years if these meet the years from the first to the last statement on it.
    """

    sort: str = ""
    region: str = ""
    years: tuple[int, int] | None = None

    def admits(self, thing: ListedThing) -> bool:
        """Whether a thing stays in the list."""
        if self.sort not in ("", thing.sort) or self.region not in ("", thing.region):
            return False
        if self.years is None:
            return True
        if thing.first_year is None or thing.last_year is None:
            return False
        return thing.first_year <= self.years[1] and thing.last_year >= self.years[0]


def years_of(things: Sequence[ListedThing]) -> tuple[int, int] | None:
    """The first and the last year of all dated statements on these things."""
    firsts = [thing.first_year for thing in things if thing.first_year is not None]
    lasts = [thing.last_year for thing in things if thing.last_year is not None]
    return (min(firsts), max(lasts)) if firsts and lasts else None


def facet_counts(
    things: Sequence[ListedThing], choice: ListFilter
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many things each sort and each region would leave, with the rest of the choice."""
    any_sort, any_region = replace(choice, sort=""), replace(choice, region="")
    sorts = Counter(thing.sort for thing in things if any_sort.admits(thing))
    regions = Counter(thing.region for thing in things if thing.region and any_region.admits(thing))
    return sorts, regions


def _listed_thing(facts: Facts, thing: Thing) -> ListedThing:
    ids = facts.statements_naming.get(thing.code, ())
    years = [year for id in ids if (year := statement_year(facts.statements[id]))]
    first, last = (min(years), max(years)) if years else (None, None)
    sort = sort_label(facts, thing, "en")
    return ListedThing(thing.code, sort, _region(facts, thing), len(ids), first, last)


def _region(facts: Facts, thing: Thing) -> str | None:
    outer_codes = enclosing_codes(facts, thing.code)
    line = (thing.code, *outer_codes) if isinstance(thing, Place) else outer_codes
    return line[-2] if len(line) > 1 else next(iter(line), None)


def statement_year(statement: Statement) -> int | None:
    """The first year of the date of a statement, if it has one."""
    field = type(statement).date_field
    date = str(getattr(statement, field) or "") if field else ""
    return int(date[:4]) if date[:4].isdecimal() and len(date) >= 4 else None


def children_of(facts: Facts, things: Sequence[Thing]) -> Mapping[str, tuple[str, ...]]:
    """The things directly below each of these things; "" has those that have none above them."""
    codes = {thing.code for thing in things}
    children: dict[str, list[str]] = {}
    for thing in things:
        parents = [code for code in _parents(facts, thing) if code in codes]
        for parent in parents or [""]:
            children.setdefault(parent, []).append(thing.code)
    return {code: tuple(children) for code, children in children.items()}


def _parents(facts: Facts, thing: Thing) -> Sequence[str]:
    if isinstance(thing, Place):
        return enclosing_codes(facts, thing.code)[:1]
    broader: Sequence[str] = getattr(thing, "broader", ())
    return broader
