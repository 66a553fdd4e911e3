"""The parts of all descriptions of a release: titles, licence, curators and addresses."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from exports.release.release_content import ReleaseContent
from graph.model.dataset import Dataset
from queries.rendering.texts import phrase

# A licence by its short name in the list of SPDX has an address there.
SPDX_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
SPDX_LICENCES = "https://spdx.org/licenses/"


def title(content: ReleaseContent, language: str) -> str:
    """The title of the dataset in `zh` or `en`."""
    return content.facts.dataset.title(language)


def abstract(content: ReleaseContent, language: str) -> str:
    """A sentence on the release in `zh` or `en`."""
    return phrase(
        "release_abstract",
        language,
        title=title(content, language),
        version=content.name.version,
        day=content.name.day.isoformat(),
    )


def both_languages(chinese: str, english: str) -> str:
    """A text in both languages, for formats that hold only one."""
    return english if chinese == english else f"{english} · {chinese}"


def curators(dataset: Dataset) -> str:
    """The makers of the dataset."""
    return f"Curators of {dataset.title_en}"


def licence_address(dataset: Dataset) -> str | None:
    """The address of the licence; None if it is none that SPDX can name."""
    return SPDX_LICENCES + dataset.licence if SPDX_NAME.fullmatch(dataset.licence) else None


def release_iri(content: ReleaseContent) -> str:
    """The IRI of the release, as in its RDF."""
    return f"{content.facts.dataset.base_iri}Release/{quote(content.name.version, safe='')}"


def json_bytes(value: object) -> bytes:
    """JSON with the keys in the order of the value, so that a reader finds the title first."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
