"""Reads the table of a kind into typed values, or finds all its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loaders.facts.parsed_folder import ParsedRow
from loaders.tables.csv_table import Table, TableRow, read_table
from loaders.tables.delimiter import header_of
from loaders.tables.faults import Fault, nearest_choices
from loaders.tables.row_validation import read_row
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, Thing
from ontology.schema.value_types import SEPARATOR
from ontology.schema.withdrawal_note import WithdrawalNote
from texts.system_errors import reason_of

# The endings of files with tables; only .csv is read, and the others are reported.
TABLE_SUFFIXES = {".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".numbers"}


@dataclass
class Reading:
    """The values read so far, and the values that could not be read."""

    rows: list[ParsedRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread_codes: set[str] = field(default_factory=set)
    broken_kinds: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)  # the kinds with a table
    things: dict[Thing, str] = field(default_factory=dict)  # with the file of each
    size: int = 0  # of the content, in bytes
    keep_cells: bool = False  # of the rows that were read, for writing them again
    shift: int = 0  # the number of lines before these rows, if they are a part of a table

    def add(self, parsed_row: ParsedRow) -> None:
        """Adds a row's value, unless another folder has the same thing with the same fields."""
        value, file = parsed_row.value, parsed_row.row.file
        if isinstance(value, Thing) and self.things.setdefault(value, file) != file:
            return
        self.rows.append(parsed_row)


def table_files(folder: Path) -> set[str]:
    """The names of the tables in a folder."""
    return {path.name for path in folder.glob("*.csv") if not _is_hidden(path)}


def misnamed_tables(folder: Path, tables: Mapping[str, type[Kind]]) -> Iterator[Fault]:
    """The tables whose name is no kind, or whose format is not read."""
    names = table_files(folder)
    for name in sorted(names - set(tables)):
        choices = nearest_choices(name, set(tables) - names)
        yield Fault(name, 0, 0, "", "unknown_file", {}, choices)
    for name in _other_tables(folder):
        choices = nearest_choices(f"{Path(name).stem}.csv", tables)
        yield Fault(name, 0, 0, "", "not_a_csv_table", {}, choices)


def read_kind(
    path: Path, kind: type[Kind], reading: Reading, label: str = "", *, with_notes: bool = False
) -> None:
    """Adds the values of one table, or its faults; `label` is put before the file's name.

    With `with_notes` rows say in further columns when and why they were withdrawn.
    """
    file = label + path.name
    try:
        content = path.read_bytes()
    except OSError as error:
        reading.faults.append(unreadable(file, error))
        reading.broken_kinds.add(kind.__name__)
        return
    read_content(file, content, kind, reading, with_notes=with_notes)


def unreadable(file: str, error: OSError) -> Fault:
    """The fault of a file that the system does not let us read."""
    return Fault(file, 0, 0, "", "not_readable", {"reason": reason_of(error)})


def read_content(
    file: str, content: bytes, kind: type[Kind], reading: Reading, *, with_notes: bool = False
) -> None:
    """Adds the values of a table's bytes, or its faults; see `read_kind`."""
    reading.size += len(content)
    kinds: tuple[type[Kind], ...] = (kind, WithdrawalNote) if with_notes else (kind,)
    all_fields = [field for part in kinds for field in fields(part)]
    columns = [field.name for field in all_fields]
    delimiter, _ = header_of(content, columns)
    needed = [field.name for field in all_fields if field.required]
    table = read_table(file, content, columns, needed, delimiter)
    if table.faults:
        reading.faults += table.faults
        reading.broken_kinds.add(kind.__name__)
    for row in table.rows:
        read = _read_with_note(row, kind) if with_notes else _read(row, kind, reading)
        if isinstance(read, ParsedRow):
            reading.add(read)
        else:
            reading.faults += _new_faults(read, table)
            cells = SEPARATOR.join(row.cells.values())
            reading.unread_codes.update(part.strip() for part in cells.split(SEPARATOR))


def _read(row: TableRow, kind: type[Kind], reading: Reading) -> ParsedRow | list[Fault]:
    value = read_row(row, kind)
    if not isinstance(value, Kind):
        return value
    return ParsedRow(row.with_shift(reading.shift, keep_cells=reading.keep_cells), value)


def _read_with_note(row: TableRow, kind: type[Kind]) -> ParsedRow | list[Fault]:
    """A withdrawn statement with its note, or all faults of both."""
    value = read_row(_with_fields_of(kind, row), kind)
    note = read_row(_with_fields_of(WithdrawalNote, row), WithdrawalNote)
    if isinstance(value, Kind) and isinstance(note, WithdrawalNote):
        return ParsedRow(row, value, note)
    return [fault for part in (value, note) if isinstance(part, list) for fault in part]


def _with_fields_of(kind: type[Kind], row: TableRow) -> TableRow:
    names = {field.name for field in fields(kind)}
    return row._replace(cells={name: cell for name, cell in row.cells.items() if name in names})


def _new_faults(faults: list[Fault], table: Table) -> list[Fault]:
    """The faults of a row that the faults of its table do not include already.

    A missing column is reported once, not once a row; a cell that is wrong only because of a hidden
    character is not reported twice.
    """
    character_faults = [fault for fault in table.faults if fault.rule == "invisible_character"]
    absent = {fault.column for fault in table.faults if fault.rule == "missing_column"}
    absent |= {fault.column for fault in character_faults if fault.line == 1}
    cells = {(fault.line, fault.column) for fault in character_faults}
    return [
        fault
        for fault in faults
        if (fault.rule != "missing_field" or fault.column not in absent)
        and (fault.line, fault.column) not in cells
    ]


def _is_hidden(path: Path) -> bool:
    """Whether a file was left by the system or a spreadsheet: `._place.csv`, `~$place.xlsx`."""
    return path.name.startswith((".", "~$"))


def _other_tables(folder: Path) -> list[str]:
    """The files with a table in a format that is not read, such as place.xlsx or place.CSV."""
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix.lower() in TABLE_SUFFIXES and path.suffix != ".csv" and not _is_hidden(path)
    )
