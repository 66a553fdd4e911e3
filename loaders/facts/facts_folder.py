"""A facts folder into Facts, or into all its faults: the one door in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.model.dataset import Dataset
from graph.model.gc_pause import without_garbage_collection
from graph.model.facts import Facts, build_facts_with_ids
from graph.model.statement_content import snake
from loaders.facts.checks import CHECKS
from loaders.tables.faults import BadFacts, Fault, FolderMissing, nearest
from loaders.facts.missing_tables import missing_kinds
from loaders.facts.parsed_folder import Folder, Read
from loaders.tables.row_validation import read_row
from loaders.facts.dataset_settings import read_dataset
from loaders.facts.several_folders import folder_labels, joined_dataset, label_of
from loaders.tables.csv_table import TableRow, read_table
from loaders.tables.delimiter import header_of
from ontology.schema.fields import fields
from ontology.schema.kinds import TABLES, Kind, NonLink, Source, Thing
from ontology.schema.value_types import SEPARATOR


# How files end that hold tables; only .csv is read, and the others are named.
TABLE_SUFFIXES = {".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".numbers"}


@dataclass
class _Reading:
    """What has been read so far, and what could not be."""

    reads: list[Read] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)  # the kinds with a table
    things: dict[Thing, str] = field(default_factory=dict)  # with the file of each

    @property
    def absent(self) -> set[str]:
        """The kinds of which no folder has a table, none of those broken."""
        return {kind.__name__ for kind in TABLES} - self.present - self.broken

    def add(self, row: TableRow, value: Kind) -> None:
        """Adds a row's value, unless another folder has the same thing with the same fields."""
        if isinstance(value, Thing) and self.things.setdefault(value, row.file) != row.file:
            return
        self.reads.append(Read(row, value))


@without_garbage_collection()
def read_facts(folder: Path, *further: Path) -> Facts:
    """The facts of a folder, or of several folders together.

    What the first folder says of itself holds for all; the others add their code lists. The same
    thing may stand in several folders, if its rows are the same. Raises FolderMissing if there is
    no such folder, BadFacts with every fault if there are any.
    """
    folders = (folder, *further)
    for path in folders:
        if not path.is_dir():
            raise FolderMissing(path)
    labels = folder_labels(folders)
    reading = _Reading()
    for path, label in zip(folders, labels, strict=True):
        _read_tables(path, label, reading)
    datasets = _read_datasets(dict(zip(labels, folders, strict=True)), reading.faults)
    dataset = joined_dataset(list(datasets.values()))
    read = Folder(dataset, tuple(reading.reads), frozenset(reading.unread), frozenset(reading.broken))
    if missing := missing_kinds(read, reading.absent):
        tables = [file_name(kind) for kind in TABLES if kind.__name__ in missing]
        reading.faults += [Fault(name, 0, 0, "", "missing_file", {"name": name}) for name in tables]
        read = replace(read, broken=read.broken | missing)
    faults = reading.faults + [fault for check in CHECKS for fault in check(read)]
    if faults:
        raise BadFacts(faults)
    return build_facts_with_ids(
        dataset,
        [thing for _, thing in read.of(Thing)],
        {id: statement for _, id, statement in read.identified},
        [link for _, link in read.of(NonLink)],
        {id: datasets[label_of(row.file)] for row, id, _ in read.identified} if further else None,
    )


def _read_datasets(folders: Mapping[str, Path], faults: list[Fault]) -> dict[str, Dataset]:
    """What each folder says of itself, by label; raises BadFacts with these faults too.

    What the rows say together is checked against the code lists: not without them.
    """
    datasets, own_faults = {}, []
    for label, folder in folders.items():
        try:
            datasets[label] = read_dataset(folder)
        except BadFacts as error:
            own_faults += [fault.renamed(f"{label}{fault.file}") for fault in error.faults]
    if own_faults:
        raise BadFacts((*own_faults, *faults))
    return datasets


def read_sources(folder: Path) -> list[Source]:
    """The sources of a folder whose rows can be read, whatever is wrong elsewhere in it."""
    reading = _Reading()
    path = folder / file_name(Source)
    if path.is_file():
        _read_kind(path, Source, reading)
    return [read.value for read in reading.reads if isinstance(read.value, Source)]


def file_name(kind: type[Kind]) -> str:
    """The table of a kind: `learned_from.csv`."""
    return f"{snake(kind.__name__)}.csv"


def _read_tables(folder: Path, label: str, reading: _Reading) -> None:
    """Adds what the tables of a folder hold, or their faults; `label` stands before file names."""
    faults: list[Fault] = []
    tables = {file_name(kind): kind for kind in TABLES}
    file_names = {path.name for path in folder.glob("*.csv") if not is_hidden(path)}
    faults += [
        Fault(name, 0, 0, "", "unknown_file", {}, nearest(name, set(tables) - file_names))
        for name in sorted(file_names - set(tables))
    ]
    faults += [
        Fault(name, 0, 0, "", "not_a_csv_table", {}, nearest(f"{Path(name).stem}.csv", tables))
        for name in _other_tables(folder)
    ]
    misnamed = bool(faults)
    for name, kind in tables.items():
        if name in file_names:
            _read_kind(folder / name, kind, reading, label)
            reading.present.add(kind.__name__)
        elif kind is Source:
            faults.append(Fault(name, 0, 0, "", "missing_file", {"name": name}))
            reading.broken.add(kind.__name__)
        elif misnamed:
            reading.broken.add(kind.__name__)  # it may be what a table of unknown name holds
    reading.faults += [fault.renamed(f"{label}{fault.file}") for fault in faults]


def is_hidden(path: Path) -> bool:
    """Whether a file is a system's or a spreadsheet's own: `._place.csv` of macOS, `~$place.xlsx`."""
    return path.name.startswith((".", "~$"))


def _other_tables(folder: Path) -> list[str]:
    """The files that hold a table in a form that is not read, such as place.xlsx or place.CSV."""
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix.lower() in TABLE_SUFFIXES and path.suffix != ".csv" and not is_hidden(path)
    )


def _read_kind(path: Path, kind: type[Kind], reading: _Reading, label: str = "") -> None:
    """Adds the values of one table, or its faults."""
    file = label + path.name
    columns = [field.name for field in fields(kind)]
    needed = [field.name for field in fields(kind) if field.required]
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = {"reason": str(error.strerror)}
        reading.faults.append(Fault(file, 0, 0, "", "not_readable", reason))
        reading.broken.add(kind.__name__)
        return
    delimiter, _ = header_of(content, columns)
    table = read_table(file, content, columns, needed, delimiter)
    if table.faults:
        reading.faults += table.faults
        reading.broken.add(kind.__name__)
    absent = {
        fault.column
        for fault in table.faults
        if fault.rule == "missing_column" or (fault.rule, fault.line) == ("invisible_character", 1)
    }
    hidden = {(f.line, f.column) for f in table.faults if f.rule == "invisible_character"}
    for row in table.rows:
        value = read_row(row, kind)
        if isinstance(value, Kind):
            reading.add(row, value)
        else:
            # a column that is missing has been told once, not once a row
            # nor is a cell told twice that only a hidden character makes wrong
            reading.faults += [
                f
                for f in value
                if (f.rule != "missing_field" or f.column not in absent)
                and (f.line, f.column) not in hidden
            ]
            cells = SEPARATOR.join(row.cells.values())
            reading.unread.update(part.strip() for part in cells.split(SEPARATOR))
