"""A researcher's own tables into a study: cascades, ties, and who there is; every fault is told.

    cascades   cascade_id, node, time
    ties       from_uid, named_uid, and if there are any time, weight
    contacts   as ties: who is near whom whether or not anybody adopts; without it the ties
    nodes      uid, any columns of groups and numbers, and one with the time of adoption

Columns are parted by commas, or by semicolons or tabs if the first line is. Times are numbers,
intervals of numbers such as 4/11 or (4,11], or dates, in EDTF or as spreadsheets save them with
the year first; an empty cell or NA is no time. Where some are dates, a number of four digits is a
year. Other columns are left alone. Where there are cascades, the table of nodes only says who
there is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from diffusion.study.decimal_years import numeric_interval
from diffusion.study.result import sentence
from diffusion.study.study import UNDATED, NumericInterval, Study, StudyNode, Tie
from loaders.tables.csv_table import TableRow, read_table
from loaders.tables.delimiter import header_of
from loaders.tables.faults import BadFacts, Fault
from loaders.tables.spreadsheet_dates import as_edtf
from loaders.tables.time_values import moment
from ontology.schema.edtf import BadDate

CASCADES = ("cascade_id", "node", "time")
TIES = ("from_uid", "named_uid")
# What the time of adoption is called in tables of nodes, in the order in which it is looked for.
TIMES = ("time", "toa", "adopt_year", "year")
# Beside dates such as 2015-03 a mere 2012 is the whole year, not its first moment.
YEAR = re.compile("[0-9]{4}")
# How R writes that a value is missing.
MISSING = {"NA", "NaN"}
# With these faults of the first line the rows below cannot be read.
OF_THE_HEADER = {"column_not_there", "duplicate_column"}


@dataclass(frozen=True)
class Tables:
    """Where a study's tables are; `columns` says which of their columns stands for which."""

    cascades: Path | None = None
    ties: Path | None = None
    nodes: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    contacts: Path | None = None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.cascades or self.ties or self.nodes or self.contacts)


def read_study(tables: Tables) -> Study:
    """The study of a researcher's tables; raises BadFacts with every fault."""
    reading = _Reading(tables.columns)
    study = _read(reading, tables)
    if reading.dated:  # then 2012 is a year, which is known only now
        study = _read(_Reading(tables.columns, years=True), tables)
    return study


def _read(reading: _Reading, tables: Tables) -> Study:
    nodes = reading.nodes(tables.nodes, timed=not tables.cascades) if tables.nodes else {}
    cascades = reading.cascades(tables.cascades) if tables.cascades else {}
    ties = reading.ties(tables.ties) if tables.ties else []
    contacts = reading.ties(tables.contacts) if tables.contacts else ties
    if reading.faults:
        raise BadFacts(reading.faults)
    adoptions = {id: when for id, (_, when) in nodes.items() if when is not None}
    if reading.time:
        cascades = {reading.time: adoptions}
    everybody = {id: node for id, (node, _) in nodes.items()} or _named(
        cascades, [*ties, *contacts]
    )
    dates = [when for adoptions in cascades.values() for when in adoptions.values()]
    all_ties = ties if contacts is ties else [*ties, *contacts]
    outside = len(all_ties) - len(_inside(all_ties, everybody))
    is_sharp = all(date.earliest == date.latest for date in dates if date.is_bounded)
    return Study(
        nodes=everybody,
        cascades=cascades,
        ties=_inside(ties, everybody),
        contacts=_inside(contacts, everybody),
        step=0.0 if is_sharp else 1.0,
        to_the_day=is_sharp and reading.years,
        warnings=(sentence("ties_outside", count=outside),) if outside else (),
    )


def _inside(ties: Iterable[Tie], nodes: Mapping[str, StudyNode]) -> tuple[Tie, ...]:
    return tuple(tie for tie in ties if tie.learner in nodes and tie.teacher in nodes)


class _Reading:
    """Tables read one after the other, with the faults of all."""

    def __init__(self, columns: Mapping[str, str], years: bool = False) -> None:
        self.column_names = columns
        self.years = years  # whether a number of four digits is a whole year
        self.faults: list[Fault] = []
        self.time = ""
        self.dated = False  # whether some time is a date that is no number
        self.spans: dict[
            str, NumericInterval | None
        ] = {}  # what each text meant when it was first read

    def nodes(self, path: Path, timed: bool) -> dict[str, tuple[StudyNode, NumericInterval | None]]:
        """Each node with when it adopted; None if it did not, or if times are not asked for."""
        chosen = timed and "time" in self.column_names
        rows = self.rows(path, ("uid", "time") if chosen else ("uid",))
        columns = rows[0].columns if rows and timed else ()
        names = (self.column_names["time"],) if chosen else TIMES
        self.time = next((name for name in names if name in columns), "")
        nodes: dict[str, tuple[StudyNode, NumericInterval | None]] = {}
        first: dict[str, TableRow] = {}
        for row in rows:
            id = self.cell(row, "uid")
            if id in nodes:
                other = f"{first[id].file}:{first[id].line}"
                self.fault(row, "duplicate_code", "uid", value=id, other=other)
            else:
                values = {key: cell for key, cell in row.cells.items() if cell not in MISSING}
                nodes[id] = StudyNode(id, values=values), self.when(row, self.time)
                first[id] = row
        return nodes

    def cascades(self, path: Path) -> dict[str, dict[str, NumericInterval]]:
        """The adoptions of each cascade, in the order of the table."""
        cascades: dict[str, dict[str, NumericInterval]] = {}
        for row in self.rows(path, CASCADES):
            id, node = self.cell(row, "cascade_id"), self.cell(row, "node")
            adoptions = cascades.setdefault(id, {})
            if node in adoptions:
                self.fault(row, "adopted_twice", "node", value=node, cascade=id)
            adoptions[node] = self.when(row, self.column_names.get("time", "time")) or UNDATED
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
            self.when(row, time if time in row.columns else "time") or UNDATED,
            weight=1.0 if weight is None else weight,
        )

    def rows(self, path: Path, needed: Sequence[str]) -> tuple[TableRow, ...]:
        """The rows of a table that has at least these columns."""
        stands_for = {self.column_names.get(name, name): name for name in needed}
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = {"reason": str(error.strerror)}
            self.faults.append(Fault(str(path), 0, 0, "", "not_readable", reason))
            return ()
        delimiter, header = header_of(content, stands_for)
        table = read_table(str(path), content, header or [*stands_for], [*stands_for], delimiter)
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

    def when(self, row: TableRow, column: str) -> NumericInterval | None:
        """The time in a cell, which may be empty."""
        text = row.cells.get(column, "")
        if not text or text in MISSING:
            return None
        if text not in self.spans:
            self.spans[text] = self.meant(text)
        if (interval := self.spans[text]) is None:
            self.faults.append(row.fault("bad_time", column, value=text))
        return interval or UNDATED

    def meant(self, text: str) -> NumericInterval | None:
        """The number or the date that a text stands for; None if it is neither."""
        try:
            number = None if self.years and YEAR.fullmatch(text) else moment(text)
            self.dated |= number is None
            return number or numeric_interval(as_edtf(text))
        except (BadDate, ValueError):
            return None

    def number(self, row: TableRow, column: str) -> float | None:
        """The number in a cell, which may be empty."""
        text = row.cells.get(column, "")
        if not text or text in MISSING:
            return None
        try:
            return float(text)
        except ValueError:
            self.faults.append(row.fault("bad_number", column, value=text))
            return None

    def fault(self, row: TableRow, rule: str, stands_for: str, **values: str) -> None:
        """Adds a fault of a row at the column that stands for this one."""
        column = self.column_names.get(stands_for, stands_for)
        self.faults.append(row.fault(rule, column, choices=(), **values))


def _with_columns_there(fault: Fault, names: str, stands_for: Mapping[str, str]) -> Fault:
    """A missing column's fault, with the columns that are there and how to say which it is."""
    if fault.rule != "missing_column":
        return fault
    values = {**fault.values, "found": names, "stands_for": stands_for[fault.column]}
    return replace(fault, rule="column_not_there", values=values)


def _named(
    cascades: Mapping[str, Mapping[str, NumericInterval]], ties: Iterable[Tie]
) -> dict[str, StudyNode]:
    """Everybody that the tables name, where no table says who there is."""
    adopters = Counter(node for adoptions in cascades.values() for node in adoptions)
    ends = Counter(end for tie in ties for end in (tie.learner, tie.teacher))
    return {id: StudyNode(id) for id in sorted(adopters | ends)}
