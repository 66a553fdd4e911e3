"""Figures of several places side by side, and whether they may be set against each other.

Only the same indicator, in the same unit, per the same span, over the same period, of results or
of plans alike, stands in one row. A figure without a period is never set against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import TypeGuard

from graph.model.facts import Facts
from ontology.schema.kinds import Bound, Measurement, Stance, Statement


class Relation(StrEnum):
    """How the figures of a row stand to each other.

    OPEN: their bounds leave it open which is more. UNLIKE: others have the indicator in another
    unit or period, or no period is given. ALONE: no other has it.
    """

    SAME = "same"
    DIFFERENT = "different"
    OPEN = "open"
    UNLIKE = "unlike"
    ALONE = "alone"


@dataclass(frozen=True)
class FigureRow:
    """What is counted, in which unit, per what, in which period, and the ids in each column."""

    indicator: str
    unit: str
    per: str | None
    period: str | None
    is_plan: bool
    cells: tuple[tuple[str, ...], ...]
    relation: Relation


def figure_rows(
    facts: Facts, places: Sequence[str], indicators: Iterable[str] | None = None
) -> list[FigureRow]:
    """The figures of these places, those that can be set against each other first."""
    wanted = None if indicators is None else set(indicators)
    groups: dict[tuple[str, str, str, str, bool], dict[str, list[str]]] = defaultdict(dict)
    for place in places:
        for id in facts.statements_naming.get(place, ()):
            said = facts.statements[id]
            if _counts(said, place) and (wanted is None or said.indicator in wanted):
                groups[_key(said)].setdefault(place, []).append(id)
    rows = [_row(facts, key, places, cells) for key, cells in groups.items()]
    shared = _shared(rows)
    told = [_unlike(row) if row.indicator in shared else row for row in rows]
    return sorted(told, key=lambda row: (row.indicator not in shared, *_order(row)))


def _counts(said: Statement, place: str) -> TypeGuard[Measurement]:
    """Whether it is a figure of this place itself; what is denied, or counts a label, is none."""
    if not isinstance(said, Measurement) or said.subject != place:
        return False
    return said.stance != Stance.DENIED and said.counts is None


def _shared(rows: Iterable[FigureRow]) -> set[str]:
    """The indicators of which more than one place has a figure, in whatever row."""
    having: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        having[row.indicator] |= {at for at, cell in enumerate(row.cells) if cell}
    return {indicator for indicator, columns in having.items() if len(columns) > 1}


def _unlike(row: FigureRow) -> FigureRow:
    return replace(row, relation=Relation.UNLIKE) if row.relation is Relation.ALONE else row


def _key(said: Measurement) -> tuple[str, str, str, str, bool]:
    is_plan = said.stance == Stance.PLANNED
    return said.indicator, said.unit, said.per or "", said.period or "", is_plan


def _row(
    facts: Facts,
    key: tuple[str, str, str, str, bool],
    places: Sequence[str],
    cells: dict[str, list[str]],
) -> FigureRow:
    indicator, unit, per, period, is_plan = key
    return FigureRow(
        indicator=indicator,
        unit=unit,
        per=per or None,
        period=period or None,
        is_plan=is_plan,
        cells=tuple(tuple(cells.get(place, ())) for place in places),
        relation=_relation(facts, period, list(cells.values())),
    )


def _relation(facts: Facts, period: str, cells: Sequence[Sequence[str]]) -> Relation:
    if len(cells) < 2 or not period:
        return Relation.ALONE
    figures = [[_figure(facts, id) for id in ids] for ids in cells]
    pairs = [(x, y) for one, two in combinations(figures, 2) for x in one for y in two]
    if any(_apart(x, y) for x, y in pairs):
        return Relation.DIFFERENT
    return Relation.SAME if all(_equal(x, y) for x, y in pairs) else Relation.OPEN


def _figure(facts: Facts, id: str) -> Measurement:
    said = facts.statements[id]
    assert isinstance(said, Measurement)
    return said


def _equal(one: Measurement, other: Measurement) -> bool:
    return one.bound == other.bound == Bound.EQUAL and one.value == other.value


def _apart(one: Measurement, other: Measurement) -> bool:
    """Whether the bounds make sure that one figure is above the other."""
    return _below(one, other) or _below(other, one)


def _below(one: Measurement, other: Measurement) -> bool:
    """Whether the most that one may be lies below the least that the other may be."""
    most, least = _most(one), _least(other)
    if most is None or least is None:
        return False
    strict = one.bound == Bound.BELOW or other.bound == Bound.ABOVE
    return most < least or (strict and most == least)


def _most(said: Measurement) -> Decimal | None:
    known = said.bound in (Bound.EQUAL, Bound.BELOW, Bound.AT_MOST)
    return said.value if known else None


def _least(said: Measurement) -> Decimal | None:
    known = said.bound in (Bound.EQUAL, Bound.ABOVE, Bound.AT_LEAST)
    return said.value if known else None


def _order(row: FigureRow) -> tuple[str, str, bool, str]:
    return row.indicator, row.unit, row.is_plan, row.period or ""
