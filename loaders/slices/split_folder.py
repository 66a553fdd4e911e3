"""A facts folder split into slices, which other processes read and check, and their verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from loaders.facts.checks import the_story_starts_at_a_thing
from loaders.facts.dataset_settings import read_dataset
from loaders.facts.facts_folder import TABLES_BY_FILE, file_name
from loaders.facts.parsed_folder import ParsedFolder
from loaders.slices.slice_reader import PlacePair, SliceNotes, SliceReader
from loaders.slices.table_slices import TableSlice, table_slices
from loaders.streaming.code_index import CodeIndex
from loaders.streaming.folder_checks import FolderChecks
from loaders.streaming.part_checks import EARLIER_KINDS, PartChecks
from loaders.streaming.row_parts import row_parts
from loaders.streaming.streamed_folder import StreamedFolder, index_codes
from loaders.tables.faults import FolderMissing
from loaders.tables.kind_table import misnamed_tables, table_files
from ontology.schema.kinds import Kind, Source

# The kinds whose rows are read first, because rows of other kinds are checked against them.
REMEMBERED_KINDS: tuple[type[Kind], ...] = (Source, *EARLIER_KINDS)


class SplitFolder:
    """A folder without releases and withdrawn rows, for several processes.

    They need the `reader` for the `slices`; `confirm` then takes what they noted. Its memory grows
    by nine bytes a thing, as that of StreamedFolder, and by what workers note of their rows.
    """

    def __init__(self, folder: Path) -> None:
        """Reads the settings, all codes and some tables; raises FolderMissing and BadFacts."""
        if not folder.is_dir():
            raise FolderMissing(folder)
        self._folder, self._names = folder, table_files(folder)
        self.dataset, codes = read_dataset(folder), CodeIndex()
        index_codes(codes, folder, self._names)
        checks = PartChecks(self.dataset, codes)
        for kind in REMEMBERED_KINDS:
            if file_name(kind) in self._names:
                for reading in row_parts(folder / file_name(kind), kind):
                    checks.remember(reading.rows)
        self.reader = SliceReader(folder, self.dataset, checks)

    def slices(self) -> Iterator[TableSlice]:
        """The rows of all tables; raises OSError."""
        for name, kind in TABLES_BY_FILE.items():
            if name in self._names:
                yield from table_slices(self._folder / name, kind)

    def confirm(self, notes: Iterable[SliceNotes]) -> frozenset[PlacePair]:
        """The pairs of places that are both listed and stated, if all slices have no fault.

        Otherwise the folder is read once more by this process alone, which raises BadFacts with
        the faults that it tells of any large folder.
        """
        listed_pairs: set[PlacePair] = set()
        stated_pairs: set[PlacePair] = set()
        has_faults = self._has_faults()
        with closing(FolderChecks(self.reader.checks.codes)) as folder_checks:
            for slice_notes in notes:
                has_faults |= slice_notes.has_faults
                if slice_notes.rows is not None:
                    folder_checks.add_notes(slice_notes.rows)
                listed_pairs |= slice_notes.listed_pairs
                stated_pairs |= slice_notes.stated_pairs
            has_faults |= any(folder_checks.second_looks(self.dataset.start))
        if has_faults:  # equal digests may be chance: a second reading decides
            for _ in StreamedFolder(self._folder).parts():
                pass
        return frozenset(listed_pairs & stated_pairs)

    def _has_faults(self) -> bool:
        """Whether there is a fault that no row has."""
        settings = ParsedFolder(self.dataset, (), known_things=self.reader.checks.codes.things)
        return (
            file_name(Source) not in self._names
            or any(misnamed_tables(self._folder, TABLES_BY_FILE))
            or any(the_story_starts_at_a_thing(settings))
        )
