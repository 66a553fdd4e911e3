"""Figures of several places side by side, and whether they may be compared.

Figures stand in one row only if they have the same indicator, unit, span and period, and are all
results or all plans. A figure without a period is never compared with another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, TypeGuard

from graph.model.claims import are_figures_apart
from graph.model.facts import Facts
from ontology.schema.kinds import Bound, Measurement, Stance, Statement


class Relation(StrEnum):
    """How the figures of a row compare with each other.

    OPEN: their bounds leave it open which is larger. UNLIKE: others have the indicator in another
    unit or period, or no period is given. ALONE: no other place has it.
    """

    SAME = "same"
    DIFFERENT = "different"
    OPEN = "open"
    UNLIKE = "unlike"
    ALONE = "alone"


@dataclass(frozen=True)
class FigureRow:
    """The indicator, its unit, span and period, and the ids in each column."""

    indicator: str
    unit: str
    per: str | None
    period: str | None
    is_plan: bool
    cells: tuple[tuple[str, ...], ...]
    relation: Relation


class FigureKey(NamedTuple):
    """What figures in one row have in common."""

    indicator: str
    unit: str
    per: str | None
    period: str | None
    is_plan: bool


def figure_rows(
    facts: Facts, places: Sequence[str], indicators: Iterable[str] | None = None
) -> list[FigureRow]:
    """The figures of these places, comparable ones first."""
    chosen_indicators = None if indicators is None else set(indicators)
    groups: dict[FigureKey, dict[str, list[str]]] = defaultdict(dict)
    for place in places:
        for id in facts.statements_naming.get(place, ()):
            statement = facts.statements[id]
            if _counts(statement, place) and (
                chosen_indicators is None or statement.indicator in chosen_indicators
            ):
                groups[_key(statement)].setdefault(place, []).append(id)
    rows = [_row(facts, key, places, cells) for key, cells in groups.items()]
    shared = _shared_indicators(rows)
    comparable = [_unlike(row) if row.indicator in shared else row for row in rows]
    return sorted(comparable, key=lambda row: (row.indicator not in shared, *_order(row)))


def _counts(statement: Statement, place: str) -> TypeGuard[Measurement]:
    """Whether it is a figure of this place itself, not denied and not the count of a label."""
    if not isinstance(statement, Measurement) or statement.subject != place:
        return False
    return statement.stance != Stance.DENIED and statement.counts is None


def _shared_indicators(rows: Iterable[FigureRow]) -> set[str]:
    """The indicators of which more than one place has a figure, in any row."""
    columns_by_indicator: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        columns_by_indicator[row.indicator] |= {at for at, cell in enumerate(row.cells) if cell}
    return {indicator for indicator, columns in columns_by_indicator.items() if len(columns) > 1}


def _unlike(row: FigureRow) -> FigureRow:
    return replace(row, relation=Relation.UNLIKE) if row.relation is Relation.ALONE else row


def _key(figure: Measurement) -> FigureKey:
    is_plan = figure.stance == Stance.PLANNED
    return FigureKey(figure.indicator, figure.unit, figure.per, figure.period, is_plan)


def _row(
    facts: Facts,
    key: FigureKey,
    places: Sequence[str],
    cells: dict[str, list[str]],
) -> FigureRow:
    columns = tuple(tuple(cells.get(place, ())) for place in places)
    return FigureRow(*key, columns, _relation(facts, key.period, list(cells.values())))


def _relation(facts: Facts, period: str | None, cells: Sequence[Sequence[str]]) -> Relation:
    if len(cells) < 2 or not period:
        return Relation.ALONE
    figures = [[_figure(facts, id) for id in ids] for ids in cells]
    pairs = [(x, y) for first, second in combinations(figures, 2) for x in first for y in second]
    if any(are_figures_apart(x, y) for x, y in pairs):
        return Relation.DIFFERENT
    return Relation.SAME if all(_are_equal(x, y) for x, y in pairs) else Relation.OPEN


def _figure(facts: Facts, id: str) -> Measurement:
    statement = facts.statements[id]
    assert isinstance(statement, Measurement)
    return statement


def _are_equal(figure: Measurement, other: Measurement) -> bool:
    return figure.bound == other.bound == Bound.EQUAL and figure.value == other.value


def _order(row: FigureRow) -> tuple[str, str, bool, str]:
    return row.indicator, row.unit, row.is_plan, row.period or ""
