"""Checks the archive of a release and reports all its faults at once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exports.facts.graphml import graphml, graphml_elements
from exports.release.checksums import (
    RDF_FORMATS,
    RDF_SUMS,
    SUMS,
    parse_sums,
    rdf_sha256,
)
from exports.release.contents import (
    COUNTS,
    DESCRIPTIONS,
    FORMATS,
    PARQUET,
    TABLES,
    counts_csv,
    descriptions,
)
from exports.release.facts_files import FilesOutside, facts_files
from exports.release.parquet import parquet, parquet_parts, row_count
from exports.release.release_content import ReleaseContent
from exports.release.sqlite import database_rows, sqlite
from exports.release.typed_tables import kinds_of, row_counts, table_name
from exports.release.version import ReleaseName
from graph.formats.nquads import nquads
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from loaders.facts.dataset_settings import SETTINGS
from loaders.facts.facts_folder import read_facts
from loaders.releases.archive import read_archive
from loaders.releases.released_facts import released_version
from loaders.sha256 import sha256
from loaders.tables.faults import BadFacts, Fault

# The compared parts, by their names in fault messages.
Parts = Mapping[tuple[str, str], object]


@dataclass(frozen=True)
class ComparedFormat:
    """A format whose parts are compared with those that the tables give."""

    write: Callable[[Facts], bytes]
    parts: Callable[[bytes], dict[tuple[str, str], Any]]


COMPARED_FORMATS: Mapping[str, ComparedFormat] = {
    "graph.graphml": ComparedFormat(lambda facts: graphml(property_graph(facts)), graphml_elements),
    "facts.sqlite": ComparedFormat(sqlite, database_rows),
}
MAX_NAMED_PARTS = 3


def release_faults(path: Path) -> list[Fault]:
    """The faults of an archive; empty if it is as it was released."""
    try:
        files = read_archive(path)
    except BadFacts as error:
        return list(error.faults)
    facts, faults = _facts(files)
    faults += [*_list_faults(files), *_missing_faults(files)]
    if facts is not None:
        faults += [*_rdf_faults(files, facts), *_count_faults(files, facts)]
        faults += [*_part_faults(files, facts), *_parquet_faults(files, facts)]
        if all(fault.file in DESCRIPTIONS for fault in faults):
            faults += _description_faults(path, files, facts)
    return sorted(set(faults))


def _fault(file: str, rule: str, **values: str) -> Fault:
    return Fault(file, 0, 0, "", rule, values)


def _facts(files: Mapping[str, bytes]) -> tuple[Facts | None, list[Fault]]:
    """The facts that the tables give, or their faults; nothing outside the archive is read."""
    with tempfile.TemporaryDirectory() as temporary_folder:
        folder = Path(temporary_folder) / TABLES
        try:
            for name in (name for name in files if name.startswith(f"{TABLES}/")):
                target = Path(temporary_folder) / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(files[name])
            folder.mkdir(exist_ok=True)
            facts_files(folder)
            return read_facts(folder), []
        except BadFacts as error:
            return None, [fault.with_file(f"{TABLES}/{fault.file}") for fault in error.faults]
        except FilesOutside as error:
            names = ", ".join(error.names)
            return None, [_fault(f"{TABLES}/{SETTINGS}", "release_names_outside", names=names)]
        except (OSError, ValueError):
            return None, [_fault(TABLES, "release_bad_names")]


def _missing_faults(files: Mapping[str, bytes]) -> Iterator[Fault]:
    for name in (*FORMATS, RDF_SUMS, *DESCRIPTIONS, SUMS):
        if name not in files:
            yield _fault(name, "release_missing")


def _list_faults(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Where the list of hashes and the files differ."""
    if SUMS not in files:
        return
    try:
        sums = parse_sums(files[SUMS])
    except ValueError:
        yield _fault(SUMS, "release_bad_list")
        return
    for name in sorted({*sums, *files} - {SUMS}):
        if name not in files:
            yield _fault(name, "release_missing")
        elif name not in sums:
            yield _fault(name, "release_unlisted")
        elif sha256(files[name]) != sums[name]:
            yield _fault(name, "release_changed")


def _rdf_faults(files: Mapping[str, bytes], facts: Facts) -> Iterator[Fault]:
    """Where the graph differs from that of the tables, or its hash from the list."""
    try:
        sums = parse_sums(files.get(RDF_SUMS, b""))
    except ValueError:
        sums = {}
        if RDF_SUMS in files:
            yield _fault(RDF_SUMS, "release_bad_list")
    expected_hash = rdf_sha256(nquads(facts), RDF_FORMATS["graph.nq"])
    for name, format in RDF_FORMATS.items():
        if name not in files:
            continue
        try:
            digest = rdf_sha256(files[name], format)
        except (SyntaxError, ValueError):
            yield _fault(name, "release_no_rdf")
            continue
        if digest != expected_hash:
            yield _fault(name, "release_other_graph")
        if sums and sums.get(name) != digest:
            yield _fault(RDF_SUMS, "release_rdf_sum", name=name)


def _count_faults(files: Mapping[str, bytes], facts: Facts) -> Iterator[Fault]:
    """Where the counts or the rows of a Parquet file differ from the tables."""
    if COUNTS in files and files[COUNTS] != counts_csv(facts):
        yield _fault(COUNTS, "release_other_counts")
    for table, count in row_counts(facts).items():
        name = f"{PARQUET}/{table}.parquet"
        if name not in files:
            yield _fault(name, "release_missing")
            continue
        try:
            rows = row_count(files[name])
        except (OSError, ValueError):
            yield _fault(name, "release_no_parquet")
            continue
        if rows != count:
            yield _fault(name, "release_rows", rows=str(rows), count=str(count))


def _parquet_faults(files: Mapping[str, bytes], facts: Facts) -> Iterator[Fault]:
    """Where a column or row of a Parquet file is other than the tables give.

    Files that cannot be read or have another number of rows are reported already.
    """
    for kind in kinds_of(facts):
        name = f"{PARQUET}/{table_name(kind)}.parquet"
        expected_parts = parquet_parts(parquet(facts, kind), kind)
        try:
            parts = parquet_parts(files[name], kind)
        except (KeyError, OSError, ValueError):
            continue
        if len(parts) == len(expected_parts):
            yield from _other_parts(name, parts, expected_parts)


def _part_faults(files: Mapping[str, bytes], facts: Facts) -> Iterator[Fault]:
    """Where the graph in GraphML or a row of the database is other than the tables give."""
    for path, format in COMPARED_FORMATS.items():
        if path not in files:
            continue
        try:
            parts = format.parts(files[path])
        except ValueError:
            yield _fault(path, "release_unreadable")
            continue
        yield from _other_parts(path, parts, format.parts(format.write(facts)))


def _other_parts(path: str, parts: Parts, expected_parts: Parts) -> Iterator[Fault]:
    """A fault that counts the parts which differ and names the first of them."""
    differing_parts = sorted(
        part
        for part in parts.keys() | expected_parts
        if parts.get(part) != expected_parts.get(part)
    )
    if differing_parts:
        names = ", ".join(" ".join(part) for part in differing_parts[:MAX_NAMED_PARTS])
        yield _fault(path, "release_other_parts", count=str(len(differing_parts)), names=names)


def _description_faults(path: Path, files: Mapping[str, bytes], facts: Facts) -> list[Fault]:
    """The descriptions that are other than the files give, all of which are as they should be."""
    try:
        release = released_version(path)
    except BadFacts as error:
        return list(error.faults)
    name = ReleaseName(facts.dataset.name, release.version, release.day)
    described_files = {
        path: file for path, file in files.items() if path not in (*DESCRIPTIONS, SUMS)
    }
    expected_files = descriptions(ReleaseContent(facts, name, described_files))
    return [
        _fault(path, "release_other_description")
        for path in DESCRIPTIONS
        if path in files and files[path] != expected_files[path]
    ]
