"""The files of a release. A new format is a module here and a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from exports.facts.graphml import graphml
from exports.release.checksums import RDF_FORMATS, RDF_SUMS, SUMS, rdf_sha256, sums_text
from exports.release.descriptions.citation import citation_cff
from exports.release.descriptions.croissant import croissant
from exports.release.descriptions.data_package import data_package
from exports.release.descriptions.dcat import dcat
from exports.release.descriptions.ro_crate import ro_crate
from exports.release.parquet import parquet
from exports.release.release_content import ReleaseContent
from exports.release.sqlite import sqlite
from exports.release.typed_tables import kinds_of, row_counts, table_name
from exports.release.version import ReleaseName
from graph.formats.nquads import nquads
from graph.formats.rdf import trig
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from loaders.sha256 import sha256

TABLES = "tables"
COUNTS = "counts.csv"
PARQUET = "parquet"


FORMATS: Mapping[str, Callable[[ReleaseContent], bytes]] = {
    "graph.trig": lambda content: trig(content.facts),
    "graph.nq": lambda content: nquads(content.facts),
    "graph.graphml": lambda content: graphml(property_graph(content.facts)),
    "facts.sqlite": lambda content: sqlite(content.facts),
    COUNTS: lambda content: counts_csv(content.facts),
    "CITATION.cff": lambda content: citation_cff(content.facts.dataset, content.name),
}
# Files that describe the others; each also describes the ones before it.
DESCRIPTIONS: Mapping[str, Callable[[ReleaseContent], bytes]] = {
    "datapackage.json": data_package,
    "dcat.ttl": dcat,
    "croissant.json": croissant,
    "ro-crate-metadata.json": ro_crate,
}


def release_files(
    facts: Facts,
    tables: Mapping[str, bytes],
    name: ReleaseName,
    changelog: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, bytes]:
    """The content of each file of a release by its path; `tables` are those of the facts folder.

    `changelog` are the files that say what changed since the release before.
    The same facts and the same name give the same bytes.
    """
    files = {f"{TABLES}/{path}": content for path, content in tables.items()} | dict(changelog)
    content = ReleaseContent(facts, name, files)
    for kind in kinds_of(facts):
        files[f"{PARQUET}/{table_name(kind)}.parquet"] = parquet(facts, kind)
    for path, to_bytes in FORMATS.items():
        files[path] = to_bytes(content)
    rdf_sums = {path: rdf_sha256(files[path], format) for path, format in RDF_FORMATS.items()}
    files[RDF_SUMS] = sums_text(rdf_sums)
    files |= descriptions(content)
    files[SUMS] = sums_text({path: sha256(content) for path, content in files.items()})
    return files


def descriptions(content: ReleaseContent) -> dict[str, bytes]:
    """The files that describe those of `content`, by their paths."""
    described_content = ReleaseContent(content.facts, content.name, dict(content.files))
    for path, to_bytes in DESCRIPTIONS.items():
        described_content.files[path] = to_bytes(described_content)
    return {path: described_content.files[path] for path in DESCRIPTIONS}


def counts_csv(facts: Facts) -> bytes:
    """How many rows the table of each kind has."""
    lines = [f"{table},{count}" for table, count in row_counts(facts).items()]
    return "\n".join(["table,rows", *lines, ""]).encode("utf-8")
