"""A researcher's panel as rows at risk, or every reason why it cannot be read so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from diffusion.event_history.risk_table import RiskTable
from diffusion.study.errors import WrongStudy
from diffusion.study.panel import Array
from diffusion.study.result import Sentence, sentence
from diffusion.study.study import PanelTable

# What an outcome may be; 1.0 and 0.0 as other programs write them.
OUTCOMES = (0.0, 1.0)


@dataclass(frozen=True)
class NumberColumn:
    """A column of numbers, nan where a cell is empty, and the rows with a cell that is none."""

    numbers: Array
    wrong_rows: tuple[int, ...]


def panel_rows(
    panel: PanelTable,
    outcome: str,
    covariates: Sequence[str],
    window: tuple[float | None, float | None] = (None, None),
    cluster: str | None = None,
) -> RiskTable:
    """The rows whose outcome is not empty: a unit is at risk up to its event, and not after it.

    Raises WrongStudy with every fault: a column that is not there, an outcome other than 0 and 1, a
    cell that is no number, a unit and period that is there twice, a unit at risk after its event, a
    row without a cluster.
    """
    clusters = [] if cluster is None else [cluster]
    faults = [*_column_faults(panel, [outcome, *covariates, *clusters])]
    names = [name for name in (panel.period, outcome, *covariates) if name in panel.cells]
    columns = {name: _numbers(panel.cells[name]) for name in dict.fromkeys(names)}
    for name, column in columns.items():
        faults += _cell_faults(panel, "panel_no_number", name, column.wrong_rows)
    if outcome in columns:
        faults += _outcome_faults(panel, outcome, columns[outcome])
        faults += _order_faults(panel, columns[outcome].numbers, columns[panel.period].numbers)
    if cluster is not None and cluster in panel.cells:
        empty = [place for place, cell in enumerate(panel.cells[cluster]) if not cell]
        faults += _cell_faults(panel, "panel_no_cluster", cluster, empty)
    if faults:
        raise WrongStudy(*faults)
    period = columns[panel.period].numbers
    table = RiskTable(
        outcome=columns[outcome].numbers,
        terms={name: columns[name].numbers for name in dict.fromkeys(covariates)},
        unit=np.array(panel.cells[panel.unit]),
        period=period,
        elapsed=period,
        policy=np.array(panel.policies),
        cluster=None if cluster is None else np.array(panel.cells[cluster]),
    )
    return _since_the_beginning(table.rows_where(_inside(table, window)))


def _inside(table: RiskTable, window: tuple[float | None, float | None]) -> NDArray[np.bool_]:
    first, last = (
        -inf if window[0] is None else window[0],
        inf if window[1] is None else window[1],
    )
    inside = (table.period >= first) & (table.period <= last)
    return np.asarray(inside & ~np.isnan(table.outcome))


def _since_the_beginning(table: RiskTable) -> RiskTable:
    """With the time since anybody was at risk of the same policy."""
    _, places = np.unique(table.policy, return_inverse=True)
    begins = np.full(int(places.max(initial=-1)) + 1, np.inf)
    np.minimum.at(begins, places, table.period)
    return replace(table, elapsed=table.period - begins[places])


def _column_faults(panel: PanelTable, names: Iterable[str]) -> Iterator[Sentence]:
    missing = [name for name in dict.fromkeys(names) if name not in panel.cells]
    repeated_names = [name for name in missing if name in panel.repeated_columns]
    if absent := [name for name in missing if name not in repeated_names]:
        columns = ", ".join(panel.cells)
        yield sentence("panel_no_column", wrong=", ".join(absent), found=columns)
    if repeated_names:
        yield sentence("panel_column_twice", wrong=", ".join(repeated_names))


def _numbers(cells: Sequence[str]) -> NumberColumn:
    numbers, wrong = np.full(len(cells), np.nan), []
    for place, text in enumerate(cells):
        if not text:
            continue
        try:
            numbers[place] = float(text)
        except ValueError:
            wrong.append(place)
        if np.isinf(numbers[place]):
            wrong.append(place)
    return NumberColumn(numbers, tuple(wrong))


def _cell_faults(
    panel: PanelTable, key: str, name: str, places: Sequence[int]
) -> Iterator[Sentence]:
    if places:
        first = places[0]
        cell, line = panel.cells[name][first], panel.lines[first]
        yield sentence(key, column=name, count=len(places), value=cell, line=line)


def _outcome_faults(panel: PanelTable, outcome: str, column: NumberColumn) -> Iterator[Sentence]:
    other = ~np.isnan(column.numbers) & ~np.isin(column.numbers, OUTCOMES)
    places = [place for place in np.flatnonzero(other).tolist() if place not in column.wrong_rows]
    yield from _cell_faults(panel, "panel_outcome", outcome, places)
    if np.isnan(column.numbers).all():
        yield sentence("panel_no_outcome", column=outcome)


def _order_faults(panel: PanelTable, outcome: Array, period: Array) -> Iterator[Sentence]:
    """Rows of a unit and period that are there twice, and rows at risk after the event."""
    at_risk = np.flatnonzero(~np.isnan(outcome) & ~np.isnan(period)).tolist()
    units, policies = panel.cells[panel.unit], panel.policies
    first: dict[tuple[str, str, float], int] = {}
    ends: dict[tuple[str, str], float] = {}
    repeated, after = [], []
    for place in sorted(at_risk, key=lambda place: period[place]):
        unit = policies[place], units[place]
        if first.setdefault((*unit, period[place]), place) != place:
            repeated.append(place)
        if period[place] > ends.get(unit, inf):
            after.append(place)
        if outcome[place] == 1:
            ends.setdefault(unit, float(period[place]))
    for key, places in (("panel_repeated", repeated), ("panel_after_event", after)):
        if places:
            place = min(places)
            position = {"unit": units[place], "period": panel.cells[panel.period][place]}
            yield sentence(key, count=len(places), line=panel.lines[place], **position)
