"""A facts folder read part by part: all of it is checked, and little of it is in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from graph.model.facts import Facts
from loaders.facts.checks import the_story_starts_at_a_thing
from loaders.facts.dataset_settings import read_dataset, releases_place
from loaders.facts.facts_folder import TABLES_BY_FILE, file_name
from loaders.facts.parsed_folder import Folder
from loaders.history.withdrawn_tables import WITHDRAWN
from loaders.streaming.code_index import COMPLETE, CodeIndex
from loaders.streaming.facts_part import FactsPart
from loaders.streaming.folder_checks import FolderChecks, faults_at_second_look
from loaders.streaming.part_checks import EARLIER, PartChecks
from loaders.streaming.relation_order import in_relation_order
from loaders.streaming.row_parts import RowsPart, codes_of, row_parts, rows_part
from loaders.tables.faults import BadFacts, Fault, FolderMissing
from loaders.tables.kind_table import misnamed_tables, table_files
from ontology.schema.kinds import (
    STATEMENTS,
    THINGS,
    Kind,
    Place,
    Source,
    Statement,
    Thing,
    Within,
)

# So many faults are enough to say what is wrong with a large folder.
MOST_FAULTS = 1_000
STATEMENT_TABLES: tuple[type[Kind], ...] = (
    *EARLIER,
    *(kind for kind in STATEMENTS if kind not in EARLIER),
)
# Hears how many bytes of the tables were read, and how many they have.
Progress = Callable[[int, int], None]


def is_streamable(folder: Path) -> bool:
    """Whether a folder has neither releases nor withdrawn rows, for which all facts are needed."""
    return not (folder / WITHDRAWN).is_dir() and not releases_place(folder).is_dir()


class StreamedFolder:
    """The facts of a folder in parts. Its memory grows by some 100 bytes a row.

    `parts` is called once. It checks every row and what rows say together, as `read_facts` does,
    and raises BadFacts before its end if there are faults: those of the things first. What was made
    of the parts by then is to be thrown away.
    """

    def __init__(self, folder: Path, progress: Progress = lambda done, total: None) -> None:
        """Reads the settings; raises FolderMissing and BadFacts."""
        if not folder.is_dir():
            raise FolderMissing(folder)
        self.dataset = read_dataset(folder)
        self._folder, self._progress = folder, progress
        self._faults = list(misnamed_tables(folder, TABLES_BY_FILE))
        self._names = table_files(folder)
        if file_name(Source) not in self._names:
            name = file_name(Source)
            self._faults.append(Fault(name, 0, 0, "", "missing_file", {"name": name}))
        self._done, self._total = 0, sum((folder / name).stat().st_size for name in self._names)
        self._codes = CodeIndex()
        self._listed: dict[tuple[str, str], None] = {}
        self._within: set[tuple[str, str]] = set()

    def parts(self) -> Iterator[Facts]:
        """The things, then the statements, then the code list.

        Statements of one relation between the same ends are in the same part: those of one fact,
        those of one claim, and those that contradict each other. The last part has the places that
        lie in others by their code list.
        """
        parts = self._checked_parts()
        first: list[RowsPart] = []
        for part in parts:
            if part.statements:
                first.append(part)
                break
            self._listed |= dict.fromkeys(self._listed_pairs(part))
            yield self._part(part.things, {}, ())
        for statements in in_relation_order(self._noted(chain(first, parts))):
            yield self._part({}, statements, ())
        yield self._part({}, {}, tuple(self._listed))

    def _noted(self, parts: Iterable[RowsPart]) -> Iterator[RowsPart]:
        """The parts, once it is noted which statements put a listed place in another."""
        for part in parts:
            for _, statement in part.statements:
                if isinstance(statement, Within):
                    pair = (statement.part, statement.whole)
                    self._within |= {pair} & self._listed.keys()
            yield part

    def _checked_parts(self) -> Iterator[RowsPart]:
        """All rows in parts, the things first; raises BadFacts before the end."""
        self._index_codes()
        rows, together = PartChecks(self.dataset, self._codes), FolderChecks(self._codes)
        for kinds in (THINGS, STATEMENT_TABLES):
            for part in self._read(kinds, keep_cells=kinds is not THINGS):
                rows.remember(part.reads)
                self._add(rows.faults(part.reads))
                if not self._faults:
                    together.note(part)
                    yield part
            self._raise_faults()
        settings = Folder(self.dataset, (), known_things=self._codes.things)
        self._add(the_story_starts_at_a_thing(settings))
        for look in together.second_looks(self.dataset.start):
            again = self._read((*THINGS, *STATEMENT_TABLES), keep_cells=False)
            reads = (read for part in again for read in part.reads)
            self._add(faults_at_second_look(look, reads, self.dataset))
        self._raise_faults()

    def _index_codes(self) -> None:
        """Adds the codes of all things, and the things of the kinds COMPLETE, to the index."""
        for kind in THINGS:
            path = self._folder / file_name(kind)
            if path.name not in self._names:
                continue
            self._codes.add(kind, codes_of(path, kind))
            if kind in COMPLETE:
                for reading in row_parts(path, kind):
                    for read in reading.reads:
                        assert isinstance(read.value, Thing)
                        self._codes.add_thing(read.value)

    def _read(self, kinds: Iterable[type[Kind]], *, keep_cells: bool) -> Iterator[RowsPart]:
        """The rows of some kinds in parts; their faults are added."""
        for kind in kinds:
            name = file_name(kind)
            if name not in self._names:
                continue
            for reading in row_parts(self._folder / name, kind, keep_cells=keep_cells):
                self._add(reading.faults)
                self._done += reading.size
                self._progress(min(self._done, self._total), self._total)
                yield rows_part(reading.reads)

    def _add(self, faults: Iterable[Fault]) -> None:
        self._faults += faults
        if len(self._faults) >= MOST_FAULTS:
            self._raise_faults()

    def _raise_faults(self) -> None:
        if self._faults:
            raise BadFacts(dict.fromkeys(self._faults))

    def _listed_pairs(self, part: RowsPart) -> tuple[tuple[str, str], ...]:
        """The places of a part with the nearest place above in their code list."""
        places = (thing for thing in part.things.values() if isinstance(thing, Place))
        return tuple((place.code, above) for place in places if (above := self._above(place)))

    def _above(self, place: Place) -> str | None:
        return self.dataset.listed_above(place.code, place.code_system, self._has)

    def _has(self, code: str) -> bool:
        return self._codes.kind(code) is not None

    def _part(
        self,
        things: Mapping[str, Thing],
        statements: Mapping[str, Statement],
        listed: tuple[tuple[str, str], ...],
    ) -> Facts:
        return FactsPart(
            self.dataset,
            things,
            statements,
            kind_of=self._codes.kind,
            listed=listed,
            within=frozenset(self._within),
        )
