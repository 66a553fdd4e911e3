"""A facts folder that a test may spoil, and the faults that it then has."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from loaders.facts.facts_folder import read_facts
from loaders.streaming.streamed_folder import (
    StreamedFolder,
    counts_without_faults,
    is_streamable,
)
from loaders.tables.faults import BadFacts, Fault


@dataclass(frozen=True)
class BrokenFolder:
    """A copy of the small folder."""

    folder: Path

    def records(self, table: str) -> list[list[str]]:
        text = (self.folder / table).read_text(encoding="utf-8")
        return list(csv.reader(io.StringIO(text, newline="")))

    def write(self, table: str, records: list[list[str]]) -> None:
        with (self.folder / table).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(records)

    def set(self, table: str, row: int, **cells: str) -> None:
        """Changes cells of a row; row 1 is the first below the header."""
        records = self.records(table)
        for column, value in cells.items():
            records[row][records[0].index(column)] = value
        self.write(table, records)

    def append(self, table: str, like: int, **cells: str) -> None:
        """Adds a row that is like another but for these cells."""
        records = self.records(table)
        self.write(table, [*records, records[like]])
        self.set(table, len(records), **cells)

    def drop_column(self, table: str, column: str) -> None:
        records = self.records(table)
        at = records[0].index(column)
        self.write(table, [record[:at] + record[at + 1 :] for record in records])

    def cell(self, table: str, row: int, column: str) -> str:
        records = self.records(table)
        return records[row][records[0].index(column)]

    def faults(self) -> tuple[Fault, ...]:
        """All faults; none if the folder is read. Read in parts, it has faults if and only if it
        has any as a whole."""
        faults = self._faults_as_a_whole()
        if is_streamable(self.folder):
            assert (counts_without_faults(self.folder) is None) == bool(faults)
        return faults

    def _faults_as_a_whole(self) -> tuple[Fault, ...]:
        try:
            read_facts(self.folder)
        except BadFacts as error:
            assert error.text("zh") and error.text("en")
            return error.faults
        return ()

    def faults_in_parts(self) -> tuple[Fault, ...]:
        """The faults that reading the folder in parts finds first."""
        try:
            for _ in StreamedFolder(self.folder).parts():
                pass
        except BadFacts as error:
            assert error.text("zh") and error.text("en")
            return error.faults
        return ()

    def fault_list(self) -> list[tuple[str, int, str, str]]:
        """Each fault's file, line, column and rule."""
        return [(fault.file, fault.line, fault.column, fault.rule) for fault in self.faults()]


@pytest.fixture
def broken(small_folder: Path, tmp_path: Path) -> BrokenFolder:
    folder = tmp_path / "facts"
    shutil.copytree(small_folder, folder)
    return BrokenFolder(folder)
