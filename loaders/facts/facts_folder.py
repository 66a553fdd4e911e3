"""Reads a facts folder into Facts, or finds all its faults: the only way in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from graph.model.dataset import Dataset
from graph.model.facts import Facts, build_facts_with_ids
from graph.model.gc_pause import without_garbage_collection
from graph.model.statement_content import snake
from loaders.facts.checks import CHECKS
from loaders.facts.dataset_settings import read_dataset
from loaders.facts.missing_tables import missing_kinds
from loaders.facts.parsed_folder import ParsedFolder
from loaders.facts.several_folders import folder_labels, joined_dataset, label_of
from loaders.tables.faults import BadFacts, Fault, FolderMissing
from loaders.tables.kind_table import Reading, misnamed_tables, read_kind, table_files
from loaders.withdrawals.withdrawn_checks import withdrawn_faults
from loaders.withdrawals.withdrawn_tables import read_withdrawn, with_withdrawn
from ontology.schema.kinds import TABLES, Kind, NonLink, Source, SourceState, Thing


@without_garbage_collection()
def read_facts(folder: Path, *further: Path) -> Facts:
    """The facts of a folder, or of several folders together.

    The settings of the first folder hold for all; the others add their code lists. The same
    thing may stand in several folders, if its rows are the same. Raises FolderMissing if there is
    no such folder, BadFacts with every fault if there are any.
    """
    folders = (folder, *further)
    for path in folders:
        if not path.is_dir():
            raise FolderMissing(path)
    labels = folder_labels(folders)
    reading, withdrawn_reading = Reading(), Reading()
    for path, label in zip(folders, labels, strict=True):
        _read_tables(path, label, reading)
        read_withdrawn(path, label, TABLES_BY_FILE, withdrawn_reading)
    datasets = _read_datasets(
        dict(zip(labels, folders, strict=True)), [*reading.faults, *withdrawn_reading.faults]
    )
    dataset = joined_dataset(list(datasets.values()))
    read = _parsed_folder(dataset, reading)
    absent = {kind.__name__ for kind in TABLES} - reading.present - reading.broken_kinds
    if missing := missing_kinds(read, absent):
        tables = [file_name(kind) for kind in TABLES if kind.__name__ in missing]
        reading.faults += [Fault(name, 0, 0, "", "missing_file", {"name": name}) for name in tables]
        read = replace(read, broken_kinds=read.broken_kinds | missing)
    faults = reading.faults + [fault for check in CHECKS for fault in check(read)]
    faults += [*withdrawn_reading.faults, *withdrawn_faults(read, withdrawn_reading)]
    if faults:
        raise BadFacts(faults)
    facts = build_facts_with_ids(
        dataset,
        [thing for _, thing in read.rows_of(Thing)],
        {id: statement for _, id, statement in read.statement_rows},
        _standing_non_links(read),
        {id: datasets[label_of(row.file)] for row, id, _ in read.statement_rows}
        if further
        else None,
    )
    return with_withdrawn(facts, withdrawn_reading)


def _parsed_folder(dataset: Dataset, reading: Reading) -> ParsedFolder:
    unread_codes, broken_kinds = frozenset(reading.unread_codes), frozenset(reading.broken_kinds)
    return ParsedFolder(dataset, tuple(reading.rows), unread_codes, broken_kinds)


def _standing_non_links(folder: ParsedFolder) -> list[NonLink]:
    """The non-links, without those of a source that its publisher has retracted."""
    sources = {source.code: source.state for _, source in folder.rows_of(Source)}
    links = (link for _, link in folder.rows_of(NonLink))
    return [link for link in links if sources[link.source] is not SourceState.RETRACTED]


def _read_datasets(folders: Mapping[str, Path], faults: list[Fault]) -> dict[str, Dataset]:
    """The settings of each folder, by label; raises BadFacts with these faults too.

    Checks across rows need the code lists, so they are not run without them.
    """
    datasets, own_faults = {}, []
    for label, folder in folders.items():
        try:
            datasets[label] = read_dataset(folder)
        except BadFacts as error:
            own_faults += [fault.with_file(f"{label}{fault.file}") for fault in error.faults]
    if own_faults:
        raise BadFacts((*own_faults, *faults))
    return datasets


def read_sources(folder: Path) -> list[Source]:
    """The sources of a folder whose rows can be read, whatever is wrong elsewhere in it."""
    reading = Reading()
    path = folder / file_name(Source)
    if path.is_file():
        read_kind(path, Source, reading)
    return [read.value for read in reading.rows if isinstance(read.value, Source)]


def file_name(kind: type[Kind]) -> str:
    """The table of a kind: `learned_from.csv`."""
    return f"{snake(kind.__name__)}.csv"


# The kinds by the names of their tables.
TABLES_BY_FILE = {file_name(kind): kind for kind in TABLES}


def _read_tables(folder: Path, label: str, reading: Reading) -> None:
    """Adds what the tables of a folder hold, or their faults; `label` is put before file names."""
    faults = list(misnamed_tables(folder, TABLES_BY_FILE))
    has_misnamed_tables, names = bool(faults), table_files(folder)
    for name, kind in TABLES_BY_FILE.items():
        if name in names:
            read_kind(folder / name, kind, reading, label)
            reading.present.add(kind.__name__)
        elif kind is Source:
            faults.append(Fault(name, 0, 0, "", "missing_file", {"name": name}))
            reading.broken_kinds.add(kind.__name__)
        elif has_misnamed_tables:
            reading.broken_kinds.add(kind.__name__)  # its rows may be in a table of unknown name
    reading.faults += [fault.with_file(f"{label}{fault.file}") for fault in faults]
