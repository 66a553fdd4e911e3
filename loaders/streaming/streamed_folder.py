"""A facts folder read part by part: all of it is checked, and little of it is in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import chain
from pathlib import Path

from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from loaders.facts.checks import the_story_starts_at_a_thing
from loaders.facts.dataset_settings import read_dataset, releases_place
from loaders.facts.facts_folder import TABLES_BY_FILE, file_name
from loaders.facts.parsed_folder import ParsedFolder
from loaders.streaming.code_index import NEEDED_FIELDS, CodeIndex
from loaders.streaming.facts_part import FactsPart, listed_pairs
from loaders.streaming.folder_checks import FolderChecks, faults_at_second_look
from loaders.streaming.part_checks import EARLIER_KINDS, PartChecks
from loaders.streaming.relation_order import in_relation_order
from loaders.streaming.row_parts import RowsPart, codes_of, row_parts
from loaders.tables.faults import BadFacts, Fault, FolderMissing
from loaders.tables.kind_table import misnamed_tables, table_files
from loaders.withdrawals.withdrawn_tables import WITHDRAWN
from ontology.schema.kinds import (
    STATEMENTS,
    THINGS,
    Kind,
    Source,
    Statement,
    Thing,
    Within,
)

# The most faults that are collected: more say nothing new about a large folder.
MAX_FAULTS = 1_000
STATEMENT_TABLES: tuple[type[Kind], ...] = (
    *EARLIER_KINDS,
    *(kind for kind in STATEMENTS if kind not in EARLIER_KINDS),
)
# Called with the bytes of the tables that were read, and with their total.
Progress = Callable[[int, int], None]


def is_streamable(folder: Path) -> bool:
    """Whether a folder has neither releases nor withdrawn rows, for which all facts are needed."""
    return not (folder / WITHDRAWN).is_dir() and not releases_place(folder).is_dir()


def counts_without_faults(folder: Path) -> tuple[int, int] | None:
    """How many things and statements a folder has, in memory that hardly grows with them.

    None if it has faults, which `read_facts` tells, or cannot be read in parts.
    """
    try:
        return StreamedFolder(folder).counts() if is_streamable(folder) else None
    except (BadFacts, FolderMissing, OSError):
        return None


def index_codes(index: CodeIndex, folder: Path, names: Collection[str]) -> None:
    """Adds the codes of all things, and the things of the kinds of NEEDED_FIELDS, to an index.

    `names` are the tables of the folder.
    """
    for kind in THINGS:
        path = folder / file_name(kind)
        if path.name not in names:
            continue
        index.add(kind, codes_of(path, kind))
        if kind in NEEDED_FIELDS:
            for reading in row_parts(path, kind):
                for read in reading.rows:
                    assert isinstance(read.value, Thing)
                    index.add_thing(read.value)


class StreamedFolder:
    """The facts of a folder in parts. Its memory grows by nine bytes a thing, and little else.

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
        parts = self._checked_parts(keep_cells=True)
        first: list[RowsPart] = []
        for part in parts:
            if part.statements:
                first.append(part)
                break
            pairs = listed_pairs(self.dataset, part.things.values(), self._codes.kind)
            self._listed |= dict.fromkeys(pairs)
            yield self._part(part.things, {}, ())
        for statements in in_relation_order(self._note_listed_places(chain(first, parts))):
            yield self._part({}, statements, ())
        yield self._part({}, {}, tuple(self._listed))

    @without_garbage_collection()
    def counts(self) -> tuple[int, int]:
        """How many things and statements there are, all of them checked; see `parts`.

        Raises BadFacts. It is called once, instead of `parts`.
        """
        things, statements = 0, 0
        for part in self._checked_parts(keep_cells=False):
            for kind, values in part.values.items():
                things += len(values) if issubclass(kind, Thing) else 0
                statements += len(values) if issubclass(kind, Statement) else 0
        return things, statements

    def _note_listed_places(self, parts: Iterable[RowsPart]) -> Iterator[RowsPart]:
        """The parts, once it is noted which statements put a listed place in another."""
        for part in parts:
            for _, statement in part.statements:
                if isinstance(statement, Within):
                    pair = (statement.part, statement.whole)
                    self._within |= {pair} & self._listed.keys()
            yield part

    def _checked_parts(self, *, keep_cells: bool) -> Iterator[RowsPart]:
        """All rows in parts, the things first; raises BadFacts before the end.

        With `keep_cells` statements have their cells.
        """
        index_codes(self._codes, self._folder, self._names)
        rows = PartChecks(self.dataset, self._codes)
        with closing(FolderChecks(self._codes)) as folder_checks:
            yield from self._parts_checked_by(rows, folder_checks, keep_cells=keep_cells)
            settings = ParsedFolder(self.dataset, (), known_things=self._codes.things)
            self._add(the_story_starts_at_a_thing(settings))
            for look in folder_checks.second_looks(self.dataset.start):
                parts = self._read((*THINGS, *STATEMENT_TABLES), keep_cells=False)
                reads = (read for part in parts for read in part.rows)
                self._add(faults_at_second_look(look, reads, self.dataset))
        self._raise_faults()

    def _parts_checked_by(
        self, rows: PartChecks, folder_checks: FolderChecks, *, keep_cells: bool
    ) -> Iterator[RowsPart]:
        """All rows in parts, as long as there are no faults; raises BadFacts."""
        for kinds in (THINGS, STATEMENT_TABLES):
            for part in self._read(kinds, keep_cells=keep_cells and kinds is not THINGS):
                rows.remember(part.rows)
                self._add(rows.faults(part.rows))
                if not self._faults:
                    folder_checks.note(part)
                    yield part
            self._raise_faults()

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
                yield RowsPart(reading.rows)

    def _add(self, faults: Iterable[Fault]) -> None:
        self._faults += faults
        if len(self._faults) >= MAX_FAULTS:
            self._raise_faults()

    def _raise_faults(self) -> None:
        if self._faults:
            raise BadFacts(dict.fromkeys(self._faults))

    def _part(
        self,
        things: Mapping[str, Thing],
        statements: Mapping[str, Statement],
        listed_pairs: tuple[tuple[str, str], ...],
    ) -> Facts:
        return FactsPart(
            self.dataset,
            things,
            statements,
            kind_of=self._codes.kind,
            listed_pairs=listed_pairs,
            within_pairs=frozenset(self._within),
        )
