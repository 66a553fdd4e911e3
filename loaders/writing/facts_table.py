"""A table of facts as cells: read unchanged, rows added in order, and written again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.facts.facts_folder import file_name
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, Thing

Cells = Mapping[str, str]


@dataclass(frozen=True)
class FactsTable:
    """The cells of one table: the columns in their order, and the rows."""

    kind: type[Kind]
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]

    def with_rows(self, rows: Iterable[Cells]) -> FactsTable:
        """The table with further rows, each where the order of the table puts it.

        Things are sorted by their code, everything else by source and position. Rows at the same
        position keep their order, so that a diff shows only the new rows.
        """
        new_rows = tuple(rows)
        names = [field.name for field in fields(self.kind)]
        used_columns = {name for row in new_rows for name, cell in row.items() if cell}
        columns = self.columns + tuple(n for n in names if n in used_columns - set(self.columns))
        rows_in_order = tuple(sorted((*self.rows, *new_rows), key=self._order))
        return FactsTable(self.kind, columns, rows_in_order)

    def _order(self, row: Cells) -> tuple[str, int, int]:
        if issubclass(self.kind, Thing):
            return row.get("code", ""), 0, 0
        return row.get("source", ""), _number(row.get("start")), _number(row.get("end"))

    def content(self) -> bytes:
        """The table as UTF-8 CSV with a header."""
        text = io.StringIO()
        writer = csv.DictWriter(
            text, self.columns, restval="", extrasaction="raise", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(self.rows)
        return text.getvalue().encode("utf-8")


def empty_table(kind: type[Kind]) -> FactsTable:
    """The table of a kind with all its columns and no row."""
    return FactsTable(kind, tuple(field.name for field in fields(kind)), ())


def read_facts_table(folder: Path, kind: type[Kind]) -> FactsTable:
    """The table of a kind in a folder that has no faults; an empty one if there is no file."""
    path = folder / file_name(kind)
    if not path.exists():
        return empty_table(kind)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return FactsTable(kind, tuple(reader.fieldnames or ()), tuple(reader))


def _number(cell: str | None) -> int:
    return int(cell) if cell and cell.isdigit() else 0
