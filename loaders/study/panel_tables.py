"""Reads a panel: a row for each unit and period, and any further columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from diffusion.study.study import PanelTable
from loaders.tables.csv_table import TableRow, read_table
from loaders.tables.delimiter import header_of
from loaders.tables.faults import Fault
from texts.system_errors import reason_of

# The names of the columns of units, periods and policies, in order of search.
UNITS = ("node", "unit", "uid", "state", "country", "province", "city")
PERIODS = ("time", "period", "year")
POLICIES = ("cascade_id", "policy")
# How R and Stata write that a value is missing.
MISSING_MARKS = {"NA", "NaN", "nan", "."}
# A repeated column name is a fault only if the measure needs that column.
OF_OTHER_COLUMNS = {"duplicate_column"}


class KeyColumns(NamedTuple):
    """The names of the columns of units, periods and policies; `policy` is "" if there is none."""

    unit: str
    period: str
    policy: str


def read_panel(path: Path, names: Mapping[str, str], faults: list[Fault]) -> PanelTable | None:
    """The panel in a file; None if it cannot be read. Adds every fault.

    `names` says which column is `node`, `time` and `cascade_id` (see UNITS, PERIODS, POLICIES).
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        faults.append(Fault(str(path), 0, 0, "", "not_readable", {"reason": reason_of(error)}))
        return None
    delimiter, header = header_of(content, [*names.values(), *UNITS, *PERIODS])
    key = _key_columns(names, header)
    roles = {key.unit: "node", key.period: "time", key.policy: "cascade_id"}
    missing = [*_missing_columns(str(path), header, roles)]
    if missing and header:
        faults += missing
        return None
    needed = [key.unit, key.period]
    table = read_table(str(path), content, header or needed, needed, delimiter)
    serious = [fault for fault in table.faults if fault.rule not in OF_OTHER_COLUMNS]
    if not (serious or table.rows):
        serious.append(Fault(str(path), 1, 0, "", "no_rows"))
    faults += [*serious, *_empty_cells(table.rows, [name for name in key if name])]
    return None if faults else _panel(key, header, table.rows)


def _panel(key: KeyColumns, header: Sequence[str], rows: Sequence[TableRow]) -> PanelTable:
    counts = Counter(header)
    unique_names = [name for name in header if counts[name] == 1]
    cells = {name: tuple(_cell(row, name) for row in rows) for name in unique_names}
    repeated_names = tuple(name for name in counts if counts[name] > 1)
    return PanelTable(*key, cells, tuple(row.line for row in rows), repeated_names)


def _cell(row: TableRow, name: str) -> str:
    text = row.cells.get(name, "")
    return "" if text in MISSING_MARKS else text


def _key_columns(names: Mapping[str, str], header: Sequence[str]) -> KeyColumns:
    unit = names.get("node") or _first_column(UNITS, header) or UNITS[0]
    period = names.get("time") or _first_column(PERIODS, header) or PERIODS[0]
    return KeyColumns(unit, period, names.get("cascade_id") or _first_column(POLICIES, header))


def _first_column(names: Iterable[str], header: Sequence[str]) -> str:
    return next((name for name in names if header.count(name) == 1), "")


def _missing_columns(
    file: str, header: Sequence[str], needed_columns: Mapping[str, str]
) -> Iterator[Fault]:
    """A fault for each needed column that the header does not have, or has twice."""
    for name, role in needed_columns.items():
        if name and header.count(name) > 1:
            value = {"value": name}
            yield Fault(file, 1, header.index(name) + 1, name, "duplicate_column", value)
        elif name and name not in header:
            values = {"name": name, "found": ", ".join(header), "stands_for": role}
            yield Fault(file, 1, 0, name, "column_not_there", values)


def _empty_cells(rows: Iterable[TableRow], needed_columns: Sequence[str]) -> Iterator[Fault]:
    for row in rows:
        for name in needed_columns:
            if not _cell(row, name):
                yield row.fault("missing_field", name, name=name)
