"""The tables of a facts folder while rows move between the standing and the withdrawn ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from loaders.facts.facts_folder import file_name
from loaders.withdrawals.withdrawn_tables import WITHDRAWN
from loaders.writing.facts_table import Cells, FactsTable, read_facts_table
from ontology.schema.kinds import Kind

WITHDRAWN_PREFIX = f"{WITHDRAWN}/"


class FolderTables:
    """Tables by kind, read when they are first needed; the folder itself does not change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables: dict[str, FactsTable] = {}
        self._changed_names: set[str] = set()

    def rows(
        self, kind: type[Kind], is_chosen: Callable[[Cells], bool], place: str = ""
    ) -> list[Cells]:
        """The filled cells of the rows that are chosen; `place` is "" or PAST."""
        rows = (_filled_cells(row) for row in self._table(kind, place).rows)
        return [row for row in rows if is_chosen(row)]

    def take(
        self, kind: type[Kind], is_chosen: Callable[[Cells], bool], place: str = ""
    ) -> list[Cells]:
        """Takes these rows out of their table."""
        rows = self.rows(kind, is_chosen, place)
        if rows:
            table = self._table(kind, place)
            other_rows = tuple(row for row in table.rows if _filled_cells(row) not in rows)
            self._put(place, FactsTable(kind, table.columns, other_rows))
        return rows

    def add(
        self,
        kind: type[Kind],
        rows: Iterable[Cells],
        last_columns: Iterable[str] = (),
        place: str = "",
    ) -> None:
        """Adds rows to a table, each where its order puts it; `last_columns` columns stand last."""
        new_rows = list(rows)
        if not new_rows:
            return
        table = self._table(kind, place)
        columns = (*table.columns, *(name for name in last_columns if name not in table.columns))
        self._put(place, FactsTable(kind, columns, table.rows).with_rows(new_rows))

    def fill(self, kind: type[Kind], is_chosen: Callable[[Cells], bool], cells: Cells) -> None:
        """Writes these cells into the rows that are chosen, which keep their places."""
        table = self._table(kind, "")
        columns = (*table.columns, *(name for name in cells if name not in table.columns))
        rows = tuple({**row, **cells} if is_chosen(row) else row for row in table.rows)
        self._put("", FactsTable(kind, columns, rows))

    def files(self) -> dict[str, bytes]:
        """The content of each table that changed, by its path in the folder."""
        return {name: self._tables[name].content() for name in sorted(self._changed_names)}

    def _table(self, kind: type[Kind], place: str) -> FactsTable:
        name = place + file_name(kind)
        if name not in self._tables:
            self._tables[name] = read_facts_table(self._folder / place, kind)
        return self._tables[name]

    def _put(self, place: str, table: FactsTable) -> None:
        name = place + file_name(table.kind)
        self._tables[name] = table
        self._changed_names.add(name)


def _filled_cells(row: Cells) -> Cells:
    return {name: cell for name, cell in row.items() if cell}
