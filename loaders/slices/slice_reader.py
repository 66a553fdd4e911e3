"""Reads, for one of several processes, what it needs to check and use some rows of a folder.

One process makes a SliceReader, which knows the codes of all things and the rows that others are
held against, and sends it to the others. They send back what only all rows together show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph.model.dataset import Dataset
from loaders.facts.facts_folder import TABLES_BY_FILE
from loaders.slices.table_slices import TableSlice, part_of
from loaders.streaming.facts_part import FactsPart, listed_pairs
from loaders.streaming.folder_checks import FolderChecks, RowNotes
from loaders.streaming.part_checks import PartChecks
from loaders.streaming.row_parts import RowsPart, read_part
from loaders.tables.faults import BadFacts
from ontology.schema.kinds import Statement, Thing, Within

# A place, and one that it lies in.
PlacePair = tuple[str, str]


@dataclass
class SliceNotes:
    """What some slices say: whether any row has a fault, and what others may contradict.

    `listed_pairs` are places with the place above each in its code list, `stated_pairs` those that
    a statement puts within another.
    """

    rows: RowNotes | None = None
    has_faults: bool = False
    listed_pairs: set[PlacePair] = field(default_factory=set)
    stated_pairs: set[PlacePair] = field(default_factory=set)


@dataclass(frozen=True)
class SliceReader:
    """Reads slices of a folder that lies at the same path for every process."""

    folder: Path
    dataset: Dataset
    checks: PartChecks

    def rows(self, slice: TableSlice) -> RowsPart:
        """The rows of a slice, statements with their cells; raises BadFacts and OSError."""
        kind = TABLES_BY_FILE[slice.file]
        reading = read_part(slice.file, part_of(self.folder, slice), kind, keep_cells=True)
        if reading.faults:
            raise BadFacts(reading.faults)
        return RowsPart(reading.rows)

    def notes(self, slices: Iterable[TableSlice]) -> SliceNotes:
        """What the rows of some slices say; of rows with faults only that there are some."""
        with closing(FolderChecks(self.checks.codes)) as folder_checks:
            notes = self._slice_notes(slices, folder_checks)
            notes.rows = folder_checks.notes()
        return notes

    def _slice_notes(self, slices: Iterable[TableSlice], folder_checks: FolderChecks) -> SliceNotes:
        notes = SliceNotes()
        for slice in slices:
            part = self._faultless_part(slice)
            if part is None:
                notes.has_faults = True
                continue
            folder_checks.note(part)
            notes.listed_pairs.update(self._listed_pairs(part.things))
            withins = (value for _, value in part.statements if isinstance(value, Within))
            notes.stated_pairs.update((within.part, within.whole) for within in withins)
        return notes

    def _faultless_part(self, slice: TableSlice) -> RowsPart | None:
        """The rows of a slice; None if one has a fault."""
        try:
            part = self.rows(slice)
        except BadFacts:
            return None
        return None if any(self.checks.faults(part.rows)) else part

    def facts_of_things(self, part: RowsPart, stated_pairs: frozenset[PlacePair]) -> FactsPart:
        """The things of some rows as facts.

        `stated_pairs` are the pairs of places of all rows that are both listed and stated.
        """
        return self._facts(part.things, {}, self._listed_pairs(part.things), stated_pairs)

    def facts_of_statements(self, statements: Mapping[str, Statement]) -> FactsPart:
        """Statements by id as facts: all of one relation between the same ends."""
        return self._facts({}, statements, (), frozenset())

    def _listed_pairs(self, things: Mapping[str, Thing]) -> tuple[PlacePair, ...]:
        return listed_pairs(self.dataset, things.values(), self.checks.codes.kind)

    def _facts(
        self,
        things: Mapping[str, Thing],
        statements: Mapping[str, Statement],
        listed_pairs: tuple[PlacePair, ...],
        stated_pairs: frozenset[PlacePair],
    ) -> FactsPart:
        return FactsPart(
            self.dataset,
            things,
            statements,
            kind_of=self.checks.codes.kind,
            listed_pairs=listed_pairs,
            within_pairs=stated_pairs,
        )
