"""The files of a release as its descriptions list them: type, size, hash, and titles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from exports.release.release_content import ReleaseContent
from exports.release.typed_tables import table_name
from loaders.releases.archive import TABLES as TABLES_FOLDER
from loaders.sha256 import sha256
from loaders.withdrawals.withdrawn_tables import WITHDRAWN
from ontology.labels.labels import name
from ontology.schema.kinds import TABLES, Kind
from queries.rendering.texts import phrase

CSV, PARQUET, UNKNOWN = ".csv", ".parquet", "application/octet-stream"
# Media types by the registry of IANA; GraphML has none of its own, nor has a list of hashes.
MEDIA_TYPES = {
    CSV: "text/csv",
    PARQUET: "application/vnd.apache.parquet",
    ".cff": "application/yaml",
    ".geojson": "application/geo+json",
    ".graphml": "application/xml",
    ".json": "application/json",
    ".md": "text/markdown",
    ".nq": "application/n-quads",
    ".sqlite": "application/vnd.sqlite3",
    ".toml": "application/toml",
    ".trig": "application/trig",
    ".ttl": "text/turtle",
    "": "text/plain",
}
# The keys of the texts that describe a file.
TITLES = {
    "tables/dataset.toml": "release_file_settings",
    "tables/fits.toml": "release_file_fits",
    "graph.trig": "release_file_trig",
    "graph.nq": "release_file_nquads",
    "graph.graphml": "release_file_graphml",
    "facts.sqlite": "release_file_sqlite",
    "counts.csv": "release_file_counts",
    "CITATION.cff": "release_file_citation",
    "CHANGES.md": "release_file_changes",
    "CHANGES.zh.md": "release_file_changes",
    "RDFC10-SHA256SUMS": "release_file_rdf_sums",
    "datapackage.json": "release_file_data_package",
    "dcat.ttl": "release_file_dcat",
    "croissant.json": "release_file_croissant",
}


@dataclass(frozen=True)
class FileEntry:
    """A file of a release: its path, its size in bytes and the SHA-256 of its bytes."""

    path: str
    size: int
    sha256: str

    @property
    def media_type(self) -> str:
        """The media type, by the end of the name."""
        return MEDIA_TYPES.get(PurePosixPath(self.path).suffix, UNKNOWN)

    @property
    def kind(self) -> type[Kind] | None:
        """The kind whose rows the file holds; None if it is no table of a kind."""
        path = PurePosixPath(self.path)
        is_table = path.suffix == PARQUET or path.parent.as_posix() in (
            TABLES_FOLDER,
            f"{TABLES_FOLDER}/{WITHDRAWN}",
        )
        if not is_table or path.suffix not in (CSV, PARQUET):
            return None
        return next((kind for kind in TABLES if table_name(kind) == path.stem), None)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the file is a table of withdrawn rows."""
        return self.path.startswith(f"{TABLES_FOLDER}/{WITHDRAWN}/")

    def title(self, language: str) -> str:
        """What the file is, in `zh` or `en`; its path if the path says all."""
        if kind := self.kind:
            key = "release_file_withdrawn" if self.is_withdrawn else "release_file_table"
            key = "release_file_parquet" if self.path.endswith(PARQUET) else key
            return phrase(key, language, kind=name(kind.__name__, language))
        return phrase(TITLES[self.path], language) if self.path in TITLES else self.path


def file_entries(content: ReleaseContent) -> tuple[FileEntry, ...]:
    """The files that are written so far, in the order of their paths."""
    return tuple(
        FileEntry(path, len(file), sha256(file)) for path, file in sorted(content.files.items())
    )
