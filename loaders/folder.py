"""A facts folder into Facts, or into all its faults: the one door in."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

from graph.dataset import Dataset, ListedPlace
from graph.facts import Facts, facts, snake
from loaders.checks import CHECKS, Folder, Read
from loaders.faults import BadFacts, Fault, FolderMissing, nearest
from loaders.rows import read_row
from loaders.tables import read_table
from ontology.fields import fields
from ontology.kinds import TABLES, Kind, NonLink, Source, Statement, Thing

SETTINGS = "dataset.toml"


def read_facts(folder: Path) -> Facts:
    """The facts of a folder.

    Raises FolderMissing if there is no such folder, BadFacts with every fault if it has any.
    """
    if not folder.is_dir():
        raise FolderMissing(folder)
    dataset = _dataset(folder)
    reads, faults = _reads(folder)
    # Faults of form and value come first: half a row would set off faults that are not there.
    read = Folder(dataset, reads)
    faults += [fault for check in CHECKS for fault in check(read)]
    if faults:
        raise BadFacts(faults)
    return facts(
        dataset,
        [thing for _, thing in read.of(Thing)],
        [statement for _, statement in read.of(Statement)],
        [link for _, link in read.of(NonLink)],
    )


def read_sources(folder: Path) -> list[Source]:
    """The sources of a folder whose rows can be read, whatever is wrong elsewhere in it."""
    path = folder / file_name(Source)
    reads = _read_kind(path, Source, []) if path.is_file() else []
    return [read.value for read in reads if isinstance(read.value, Source)]


def file_name(kind: type[Kind]) -> str:
    """The table of a kind: `learned_from.csv`."""
    return f"{snake(kind.__name__)}.csv"


def _reads(folder: Path) -> tuple[tuple[Read, ...], list[Fault]]:
    tables = {file_name(kind): kind for kind in TABLES}
    found = {path.name for path in folder.glob("*.csv")}
    faults = [
        Fault(name, 0, 0, "", "unknown_file", {}, nearest(name, set(tables) - found))
        for name in sorted(found - set(tables))
    ]
    reads: list[Read] = []
    for name, kind in tables.items():
        if name in found:
            reads += _read_kind(folder / name, kind, faults)
        elif kind is Source:
            faults.append(Fault(name, 0, 0, "", "missing_file", {"name": name}))
    return tuple(reads), faults


def _read_kind(path: Path, kind: type[Kind], faults: list[Fault]) -> list[Read]:
    """The values of one table; its faults are added to `faults`."""
    columns = [field.name for field in fields(kind)]
    needed = [field.name for field in fields(kind) if field.required]
    try:
        content = path.read_bytes()
    except OSError as error:
        faults.append(Fault(path.name, 0, 0, "", "not_readable", {"reason": str(error.strerror)}))
        return []
    table = read_table(path.name, content, columns, needed)
    faults += table.faults
    absent = {fault.column for fault in table.faults if fault.rule == "missing_column"}
    reads = []
    for row in table.rows:
        value = read_row(row, kind)
        if isinstance(value, Kind):
            reads.append(Read(row, value))
        else:
            # a column that is missing has been told once, not once a row
            faults += [f for f in value if f.rule != "missing_field" or f.column not in absent]
    return reads


def _dataset(folder: Path) -> Dataset:
    try:
        settings = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        lists = settings.get("code_lists", {})
        return Dataset(
            title_zh=settings["title_zh"],
            title_en=settings["title_en"],
            licence=settings["licence"],
            base_iri=settings["base_iri"],
            start=settings.get("start"),
            code_lists={name: _code_list(folder / path) for name, path in lists.items()},
        )
    except FileNotFoundError as error:
        raise BadFacts([_bad_settings(error.filename)]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, AttributeError) as error:
        raise BadFacts([_bad_settings(error)]) from error


def _bad_settings(error: Any) -> Fault:
    if Path(str(error)).name == SETTINGS:
        return Fault(SETTINGS, 0, 0, "", "missing_dataset")
    return Fault(SETTINGS, 0, 0, "", "bad_dataset", {"reason": str(error)})


def _code_list(path: Path) -> dict[str, ListedPlace]:
    """A table `code,name,within` as places by code."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: ListedPlace(row["name"], row["within"] or None)
            for row in csv.DictReader(file)
        }
