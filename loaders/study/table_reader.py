"""The tables of a study row by row: cells, times and weights, with the faults of all tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite, nan
from pathlib import Path

from diffusion.study.result import Sentence, sentence
from diffusion.study.study import UNDATED_INTERVAL, NumericInterval, StudyNode, Tie
from loaders.tables.calendar_times import day_of_number, time_interval
from loaders.tables.csv_table import Table, TableRow, read_table
from loaders.tables.delimiter import header_of
from loaders.tables.faults import Fault
from texts.system_errors import reason_of

CASCADES = ("cascade_id", "node", "time")
TIES = ("from_uid", "named_uid")
# The names of the column with the time of adoption in tables of nodes, in order of search.
TIMES = ("time", "toa", "adopt_year", "year")
# How R writes that a value is missing.
MISSING_MARKS = {"NA", "NaN"}
# A first line with one of these faults makes the rows below unreadable.
OF_THE_HEADER = {"column_not_there", "duplicate_column"}


class HasDates(Exception):
    """Raised when a time is a date: then all times are to be read as beside dates."""


@dataclass
class StudyTableReader:
    """Tables read one after the other, with the faults of all."""

    column_names: Mapping[str, str]
    keeps_first: bool  # whether rows that repeat another are left out
    beside_dates: bool = False
    faults: list[Fault] = field(default_factory=list)
    time: str = ""
    repeated_rows: int = 0
    # the meaning of each text when it was first read
    spans: dict[str, NumericInterval | None] = field(default_factory=dict)
    tables: dict[tuple[Path, tuple[str, ...]], tuple[Table, list[str]]] = field(
        default_factory=dict
    )

    def warnings(self) -> tuple[Sentence, ...]:
        """The warning that some rows were left out because they repeat another."""
        return (sentence("rows_repeated", count=self.repeated_rows),) if self.repeated_rows else ()

    def nodes(
        self, path: Path, *, with_times: bool
    ) -> dict[str, tuple[StudyNode, NumericInterval | None]]:
        """Each node with its time of adoption; None if it did not adopt or no times are wanted."""
        has_times = with_times and "time" in self.column_names
        rows = self.rows(path, ("uid", "time") if has_times else ("uid",))
        columns = rows[0].columns if rows and with_times else ()
        names = (self.column_names["time"],) if has_times else TIMES
        self.time = next((name for name in names if name in columns), "")
        nodes: dict[str, tuple[StudyNode, NumericInterval | None]] = {}
        first: dict[str, TableRow] = {}
        for row in rows:
            id = self.cell(row, "uid")
            if id in nodes and self.keeps_first:
                self.repeated_rows += 1
            elif id in nodes:
                other = f"{first[id].file}:{first[id].line}"
                self.fault(row, "duplicate_code", "uid", value=id, other=other)
            else:
                values = {key: cell for key, cell in row.cells.items() if cell not in MISSING_MARKS}
                nodes[id] = StudyNode(id, values=values), self.time_in(row, self.time)
                first[id] = row
        return nodes

    def cascades(self, path: Path) -> dict[str, dict[str, NumericInterval]]:
        """The adoptions of each cascade, in the order of the table."""
        cascades: dict[str, dict[str, NumericInterval]] = {}
        for row in self.rows(path, CASCADES):
            id, node = self.cell(row, "cascade_id"), self.cell(row, "node")
            adoptions = cascades.setdefault(id, {})
            when = self.time_in(row, self.column_names.get("time", "time")) or UNDATED_INTERVAL
            if node in adoptions and self.keeps_first:
                self.repeated_rows += 1
                when = min(adoptions[node], when, key=lambda span: (span.latest, span.earliest))
            elif node in adoptions:
                self.fault(row, "adopted_twice", "node", value=node, cascade=id)
            adoptions[node] = when
        return cascades

    def ties(self, path: Path) -> list[Tie]:
        """The ties, in the order of the table."""
        return [self.tie(row) for row in self.rows(path, TIES)]

    def tie(self, row: TableRow) -> Tie:
        """One row of the ties."""
        weight = self.number(row, self.column_names.get("weight", "weight"))
        time = self.column_names.get("time", "time")
        return Tie(
            self.cell(row, "from_uid"),
            self.cell(row, "named_uid"),
            self.time_in(row, time if time in row.columns else "time") or UNDATED_INTERVAL,
            weight=1.0 if weight is None else weight,
        )

    def rows(self, path: Path, needed_columns: Sequence[str]) -> tuple[TableRow, ...]:
        """The rows of a table that has at least these columns."""
        stands_for = {self.column_names.get(name, name): name for name in needed_columns}
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = {"reason": reason_of(error)}
            self.faults.append(Fault(str(path), 0, 0, "", "not_readable", reason))
            return ()
        key = (path, tuple(stands_for))
        if key not in self.tables:
            delimiter, header = header_of(content, stands_for)
            columns = header or [*stands_for]
            table = read_table(str(path), content, columns, [*stands_for], delimiter)
            self.tables[key] = table, header
        table, header = self.tables[key]
        names = ", ".join(header)
        faults = [_with_columns_there(fault, names, stands_for) for fault in table.faults]
        if not (faults or table.rows):
            faults.append(Fault(str(path), 1, 0, "", "no_rows"))
        self.faults += faults
        return () if any(fault.rule in OF_THE_HEADER for fault in faults) else table.rows

    def cell(self, row: TableRow, name: str) -> str:
        """A cell that must be filled."""
        column = self.column_names.get(name, name)
        if column not in row.cells:
            self.fault(row, "missing_field", name, name=column)
        return row.cells.get(column, "")

    def time_in(self, row: TableRow, column: str) -> NumericInterval | None:
        """The time in a cell, which may be empty."""
        text = row.cells.get(column, "")
        if not text or text in MISSING_MARKS:
            return None
        if text not in self.spans:
            self.spans[text] = self.time_of_text(text)
        if (interval := self.spans[text]) is None:
            day = day_of_number(text) if self.beside_dates else None
            self.faults.append(
                row.fault("day_number", column, value=text, day=str(day))
                if day
                else row.fault("bad_time", column, value=text)
            )
        return interval or UNDATED_INTERVAL

    def time_of_text(self, text: str) -> NumericInterval | None:
        """The number or the date that a text stands for; None if it is neither."""
        try:
            interval, is_date = time_interval(text, beside_dates=self.beside_dates)
        except ValueError:
            return None
        if is_date and not self.beside_dates:
            raise HasDates
        return interval

    def number(self, row: TableRow, column: str) -> float | None:
        """The number in a cell, which may be empty."""
        text = row.cells.get(column, "")
        if not text or text == "NA":
            return None
        try:
            number = float(text)
        except ValueError:
            number = nan
        if not isfinite(number):
            self.faults.append(row.fault("bad_number", column, value=text))
            return None
        return number

    def fault(self, row: TableRow, rule: str, stands_for: str, **values: str) -> None:
        """Adds a fault of a row at the column of the table that stands for this column."""
        column = self.column_names.get(stands_for, stands_for)
        self.faults.append(row.fault(rule, column, choices=(), **values))


def _with_columns_there(fault: Fault, names: str, stands_for: Mapping[str, str]) -> Fault:
    """The fault of a missing column, with the present columns and how to name the right one."""
    if fault.rule != "missing_column":
        return fault
    values = {**fault.values, "found": names, "stands_for": stands_for[fault.column]}
    return replace(fault, rule="column_not_there", values=values)
