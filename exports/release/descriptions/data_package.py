"""datapackage.json: the release as a Frictionless data package.

By Data Package 2.0 (https://datapackage.org/standard/data-package/). The CSV files in `tables/` are
tables with a schema each; all other files are listed with size and hash. The Parquet files, which
hold the same rows, are left to croissant.json.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from exports.release.descriptions.common_fields import (
    abstract,
    both_languages,
    curators,
    json_bytes,
    licence_address,
    release_iri,
)
from exports.release.descriptions.file_entries import CSV, PARQUET, FileEntry, file_entries
from exports.release.descriptions.table_schema import code_list_schema, header, kind_schema
from exports.release.release_content import ReleaseContent
from exports.release.typed_tables import table_name
from graph.model.dataset import Dataset
from loaders.releases.archive import TABLES

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# What the name of a package or of a file in it may hold.
NOT_IN_NAMES = re.compile(r"[^a-z0-9._-]+")


def data_package(content: ReleaseContent) -> bytes:
    """The description of all files that are written so far."""
    dataset, name = content.facts.dataset, content.name
    package = {
        "$schema": PROFILE,
        "name": _name(dataset.name),
        "id": release_iri(content),
        "title": both_languages(dataset.title_zh, dataset.title_en),
        "description": both_languages(abstract(content, "zh"), abstract(content, "en")),
        "version": name.version,
        "created": f"{name.day.isoformat()}T00:00:00Z",
        "homepage": dataset.base_iri,
        "licenses": [_licence(dataset)],
        "contributors": [{"title": curators(dataset), "roles": ["author"]}],
        "resources": _resources(content),
    }
    return json_bytes(package)


def _licence(dataset: Dataset) -> Mapping[str, str]:
    address = licence_address(dataset)
    return {"name": dataset.licence, "path": address} if address else {"title": dataset.licence}


def _resources(content: ReleaseContent) -> list[dict[str, Any]]:
    entries = [entry for entry in file_entries(content) if not entry.path.endswith(PARQUET)]
    tables = frozenset(
        table_name(entry.kind)
        for entry in entries
        if entry.kind and entry.path.startswith(f"{TABLES}/") and not entry.is_withdrawn
    )
    resources: dict[str, dict[str, Any]] = {}
    for entry in entries:
        name = _resource_name(entry)
        while name in resources:  # names that differ in capitals only
            name += "-"
        resources[name] = {"name": name, **_resource(entry, content.files[entry.path], tables)}
    return list(resources.values())


def _resource(entry: FileEntry, content: bytes, tables: frozenset[str]) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "path": entry.path,
        "title": both_languages(entry.title("zh"), entry.title("en")),
        "mediatype": entry.media_type,
        "bytes": entry.size,
        "hash": f"sha256:{entry.sha256}",
    }
    if not entry.path.endswith(CSV) or not entry.path.startswith(f"{TABLES}/"):
        return resource
    columns, kind = header(content), entry.kind
    if kind is None:
        schema = code_list_schema(columns)
    else:
        schema = kind_schema(kind, columns, tables, is_withdrawn=entry.is_withdrawn)
    table = {"type": "table", "format": "csv", "encoding": "utf-8", "schema": schema}
    return resource | table


def _resource_name(entry: FileEntry) -> str:
    """The table's name of a kind's table, so that references name it; else the path."""
    if entry.kind and entry.path.startswith(f"{TABLES}/") and not entry.is_withdrawn:
        return table_name(entry.kind)
    return _name(entry.path)


def _name(text: str) -> str:
    return NOT_IN_NAMES.sub("-", text.lower())
