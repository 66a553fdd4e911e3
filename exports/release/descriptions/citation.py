"""CITATION.cff: how to cite a release (Citation File Format 1.2.0)."""

from __future__ import annotations

import json

from exports.release.version import ReleaseName
from graph.model.dataset import Dataset

MESSAGE = "Please cite this release and, for each statement that you use, the source that it names."


def citation_cff(dataset: Dataset, name: ReleaseName) -> bytes:
    """The file; its texts are JSON, which is also valid YAML."""
    title = f"{dataset.title_en} ({dataset.title_zh})"
    lines = [
        "cff-version: 1.2.0",
        f"message: {_text(MESSAGE)}",
        f"title: {_text(title)}",
        "type: dataset",
        "authors:",
        f"  - name: {_text('Curators of ' + dataset.title_en)}",
        f"version: {_text(name.version)}",
        f'date-released: "{name.day.isoformat()}"',
        f"license: {_text(dataset.licence)}",
        f"url: {_text(dataset.base_iri)}",
    ]
    return "\n".join([*lines, ""]).encode("utf-8")


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
