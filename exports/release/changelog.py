"""The changes since the release before, in both languages, as files of a release."""

from __future__ import annotations

from pathlib import Path

from exports.changes.change_files import changes_file
from exports.changes.change_rows import Sides, change_rows
from exports.release.version import ReleaseName
from graph.changes.changes import changes
from graph.model.facts import Facts
from loaders.releases.released_facts import read_state, released_version
from queries.rendering.formats import Format

FILES = {"en": "CHANGES.md", "zh": "CHANGES.zh.md"}


def changelog(previous: Path, facts: Facts, name: ReleaseName) -> dict[str, bytes]:
    """The files by name; `previous` is the folder or the archive of a release.

    Raises FolderMissing or BadFacts.
    """
    old = read_state(previous)
    names = f"{old.dataset.name}-{released_version(previous).version}", name.folder
    differences = changes(old, facts)
    files = {}
    for language, file in FILES.items():
        rows = change_rows(Sides(old, facts, language), differences)
        files[file] = changes_file(rows, names, Format.MARKDOWN, language).encode("utf-8")
    return files
