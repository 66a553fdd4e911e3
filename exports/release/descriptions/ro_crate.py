"""ro-crate-metadata.json: the release as an RO-Crate.

By RO-Crate 1.1 (https://www.researchobject.org/ro-crate/specification/1.1/). Its context lacks
`sha256` of schema.org, which is added.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from exports.release.descriptions.common_fields import (
    abstract,
    curators,
    json_bytes,
    licence_address,
    release_iri,
    title,
)
from exports.release.descriptions.file_entries import FileEntry, file_entries
from exports.release.release_content import ReleaseContent

PROFILE = "https://w3id.org/ro/crate/1.1"
CONTEXT = [f"{PROFILE}/context", {"sha256": "http://schema.org/sha256"}]
DESCRIPTOR, ROOT = "ro-crate-metadata.json", "./"
CURATORS, LICENCE = "#curators", "#licence"

Entity = Mapping[str, Any]


def ro_crate(content: ReleaseContent) -> bytes:
    """The crate with all files that are written so far."""
    files = [_file(entry) for entry in file_entries(content)]
    graph = [_descriptor(), _root(content, files), *files, _curators(content), _licence(content)]
    return json_bytes({"@context": CONTEXT, "@graph": graph})


def _descriptor() -> Entity:
    return {
        "@id": DESCRIPTOR,
        "@type": "CreativeWork",
        "about": {"@id": ROOT},
        "conformsTo": {"@id": PROFILE},
    }


def _root(content: ReleaseContent, files: list[Entity]) -> Entity:
    return {
        "@id": ROOT,
        "@type": "Dataset",
        "name": title(content, "en"),
        "alternateName": title(content, "zh"),
        "description": [abstract(content, language) for language in ("en", "zh")],
        "identifier": release_iri(content),
        "version": content.name.version,
        "datePublished": content.name.day.isoformat(),
        "inLanguage": list(content.facts.dataset.languages),
        "license": {"@id": _licence(content)["@id"]},
        "author": {"@id": CURATORS},
        "publisher": {"@id": CURATORS},
        "isBasedOn": content.facts.dataset.base_iri,
        "hasPart": [{"@id": file["@id"]} for file in files],
    }


def _file(entry: FileEntry) -> Entity:
    titles = entry.title("en"), entry.title("zh")
    alternate_name = {"alternateName": titles[1]} if titles[0] != titles[1] else {}
    return {
        "@id": quote(entry.path),
        "@type": "File",
        "name": titles[0],
        **alternate_name,
        "encodingFormat": entry.media_type,
        "contentSize": str(entry.size),
        "sha256": entry.sha256,
    }


def _curators(content: ReleaseContent) -> Entity:
    dataset = content.facts.dataset
    return {
        "@id": CURATORS,
        "@type": "Organization",
        "name": curators(dataset),
        "url": dataset.base_iri,
    }


def _licence(content: ReleaseContent) -> Entity:
    dataset = content.facts.dataset
    return {
        "@id": licence_address(dataset) or LICENCE,
        "@type": "CreativeWork",
        "name": dataset.licence,
    }
