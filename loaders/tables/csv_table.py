"""Reads the bytes of a CSV file into rows, each with its line, and finds every fault of form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.tables.encoding import GBK, UTF_16, likely_encoding
from loaders.tables.faults import Fault, nearest_choices
from loaders.tables.invisible_characters import (
    decomposed_character,
    has_hidden_character,
    invisible_character,
    without_invisible,
)
from texts.tables import BilingualText

# The fault's rule for a table in another encoding.
ENCODING_RULES = {GBK: "looks_like_gbk", UTF_16: "looks_like_utf16"}
# Control characters: no name has them, XML may not hold them and a terminal would obey them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class TableRow(NamedTuple):
    """The filled cells of one record by column, with its position.

    A tuple, because a frozen dataclass takes four times as long to make, and a table has many rows.
    """

    file: str
    line: int
    cells: Mapping[str, str]
    columns: tuple[str, ...]

    def with_shift(self, shift: int, *, keep_cells: bool) -> TableRow:
        """The row so many lines further down, if need be without its cells."""
        cells = self.cells if keep_cells else {}
        return TableRow(self.file, self.line + shift, cells, self.columns)

    def fault(
        self,
        rule: str,
        column: str = "",
        *,
        choices: tuple[str, ...] = (),
        **values: str | BilingualText,
    ) -> Fault:
        """A fault of this row, at a column if one is named."""
        position = self.columns.index(column) + 1 if column in self.columns else 0
        return Fault(self.file, self.line, position, column, rule, values, choices)


def duplicate_codes(rows: Iterable[tuple[TableRow, str]]) -> Iterator[Fault]:
    """A fault of each row whose code an earlier row has."""
    first: dict[str, TableRow] = {}
    for row, code in rows:
        if (other := first.setdefault(code, row)) is not row:
            location = f"{other.file}:{other.line}"
            yield row.fault("duplicate_code", "code", value=code, other=location)


@dataclass(frozen=True)
class Table:
    """The rows of one file and the faults of its form."""

    rows: tuple[TableRow, ...]
    faults: tuple[Fault, ...]


def read_table(
    file: str,
    content: bytes,
    columns: Sequence[str],
    needed_columns: Sequence[str],
    delimiter: str = ",",
) -> Table:
    """Rows of a CSV file with some of these columns and all `needed_columns`.

    A byte-order mark and Windows line ends, as Excel writes them, are read as if absent. Other
    columns are faults, and their cells are left out of the rows. So are cells with invisible
    characters, which would make two equal names different.
    """
    text = _decode(file, content)
    if isinstance(text, Fault):
        return Table((), (text,))
    records, faults = _records(file, text, delimiter)
    if not records:
        column_list = ",".join(columns)
        empty = Fault(file, 1, 0, "", "empty_file", {"columns": column_list})
        return Table((), tuple(faults) or (empty,))
    header = tuple(cell.strip() for cell in records[0][1])
    faults += _header_faults(file, header, columns, needed_columns)
    rows = []
    names = [name if name in columns else "" for name in header]
    cell_pool: dict[str, str] = {}  # codes and words that many rows have, once in memory
    may_hide = not text.isascii() and has_hidden_character(text)
    for line, record in records[1:]:
        if len(record) != len(header):
            counts = {"found": str(len(record)), "wanted": str(len(header))}
            faults.append(Fault(file, line, 0, "", "cell_count", counts))
            continue
        cells = zip(names, map(str.strip, record), strict=True)
        filled_cells = {name: cell_pool.setdefault(v, v) for name, v in cells if v and name}
        row = TableRow(file, line, filled_cells, header)
        rows.append(row)
        if may_hide:
            faults += _hidden_faults(row)
    return Table(tuple(rows), tuple(faults))


def _records(
    file: str, text: str, delimiter: str
) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """The records that are not empty, each with its first line, until one is no CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    records: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for record in reader:
            if any(map(str.strip, record)):
                records.append((line, record))
            line = reader.line_num + 1
    except csv.Error as error:
        return records, [_form_fault(file, str(error), line, reader.line_num)]
    return records, []


def _form_fault(file: str, reason: str, first_line: int, last_line: int) -> Fault:
    """The complaint of the csv module about a record, as one of our faults.

    A quotation mark that is never closed is reported where it opens; what follows it in the file
    may be too long for a cell.
    """
    is_long = reason.startswith("field larger")
    if reason.startswith("unexpected end") or (is_long and last_line > first_line):
        return Fault(file, first_line, 0, "", "open_quote", {})
    if is_long:
        return Fault(file, first_line, 0, "", "long_cell", {"limit": f"{csv.field_size_limit():,}"})
    rule = "stray_quote" if "expected after" in reason else "not_csv"
    return Fault(file, last_line, 0, "", rule, {"reason": reason})


def _decode(file: str, content: bytes) -> str | Fault:
    try:
        return _without_controls(file, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        values = {"byte": str(error.start)}
    encoding = likely_encoding(content)
    if encoding == UTF_16:  # whose header cannot be found from the bytes at its end
        line = 1
    return Fault(file, line, 0, "", ENCODING_RULES.get(encoding, "bad_encoding"), values)


def _without_controls(file: str, text: str) -> str | Fault:
    match = CONTROL.search(text)
    if match is None:
        return text
    line = text.count("\n", 0, match.start()) + 1
    values = {"character": f"U+{ord(match[0]):04X}"}
    return Fault(file, line, 0, "", "control_character", values)


def _hidden_faults(row: TableRow) -> list[Fault]:
    """The cells of a row with invisible characters."""
    faults = []
    for column, cell in row.cells.items():
        if cell.isascii():
            continue
        if name := invisible_character(cell):
            faults.append(row.fault("invisible_character", column, character=name))
        elif letter := decomposed_character(cell):
            faults.append(row.fault("decomposed_character", column, character=letter))
    return faults


def _header_faults(
    file: str, header: Sequence[str], columns: Sequence[str], needed_columns: Sequence[str]
) -> list[Fault]:
    faults = []
    visible = {without_invisible(name) for name in header}
    missing = [name for name in needed_columns if name not in visible]
    for position, name in enumerate(header, 1):
        if hidden := invisible_character(name):
            values = {"character": hidden}
            visible_name = without_invisible(name)
            faults.append(Fault(file, 1, position, visible_name, "invisible_character", values))
        elif name not in columns:
            choices = nearest_choices(name, set(columns) - set(header))
            faults.append(
                Fault(file, 1, position, name, "unknown_column", {"value": name}, choices)
            )
        elif name in header[: position - 1]:
            faults.append(Fault(file, 1, position, name, "duplicate_column", {"value": name}))
    faults += [Fault(file, 1, 0, name, "missing_column", {"name": name}) for name in missing]
    return faults
