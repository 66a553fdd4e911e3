"""The figures of an indicator and of those below it, side by side by unit, subject and period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.lookup.browse_list import children_of
from graph.model.closure import transitive_closure
from graph.model.facts import Facts
from ontology.schema.kinds import Indicator, Measurement

# The unit, and what it is per.
Unit = tuple[str, str | None]
# The indicator and the subject.
FigureRow = tuple[str, str]


@dataclass(frozen=True)
class FigureTable:
    """Figures of one unit, a row for each indicator and subject.

    `cells` are the ids of the statements of a row and a period; a period of "" is unknown.
    """

    unit: Unit
    rows: tuple[FigureRow, ...]
    periods: tuple[str, ...]
    cells: Mapping[tuple[FigureRow, str], tuple[str, ...]]


def figures_of(facts: Facts, indicator: str) -> Iterator[tuple[str, Measurement]]:
    """The statements with a figure on an indicator or one below it, with their ids.

    Figures that only count a label do not count.
    """
    narrower = children_of(facts, facts.things_of(Indicator))
    codes = transitive_closure([indicator], lambda code: narrower.get(code, ()))
    for code in sorted(codes):
        for id in facts.statements_naming.get(code, ()):
            statement = facts.statements[id]
            if not isinstance(statement, Measurement) or statement.indicator != code:
                continue
            if statement.counts is None:
                yield id, statement


def figure_tables(facts: Facts, indicator: str) -> tuple[FigureTable, ...]:
    """A table for each unit, those with most figures first."""
    by_unit: dict[Unit, list[tuple[str, Measurement]]] = {}
    for id, figure in figures_of(facts, indicator):
        by_unit.setdefault((figure.unit, figure.per), []).append((id, figure))
    tables = [_table(unit, entries) for unit, entries in by_unit.items()]
    return tuple(sorted(tables, key=lambda table: (-len(table.cells), str(table.unit))))


def _table(unit: Unit, entries: Sequence[tuple[str, Measurement]]) -> FigureTable:
    cells: dict[tuple[FigureRow, str], tuple[str, ...]] = {}
    for id, figure in entries:
        key = (figure.indicator, figure.subject), str(figure.period or "")
        cells[key] = (*cells.get(key, ()), id)
    periods = sorted({period for _, period in cells}, key=lambda period: (not period, period))
    return FigureTable(unit, tuple(dict.fromkeys(row for row, _ in cells)), tuple(periods), cells)
