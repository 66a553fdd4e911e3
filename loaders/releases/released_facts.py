"""The releases of a facts folder, and the facts as of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from graph.changes.known_since import known_since
from graph.model.dataset import ReleasedVersion
from graph.model.facts import Facts
from loaders.facts.dataset_settings import releases_place
from loaders.facts.facts_folder import read_facts
from loaders.releases.archive import (
    ARCHIVE,
    TABLES,
    bad_release,
    citation_text,
    release_folder,
    tables_folder,
)
from loaders.tables.faults import BadFacts, LoadError

# CITATION.cff is YAML; these two lines of it are plain.
VERSION = re.compile(r"^version:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)
DAY = re.compile(r"^date-released:\s*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})[\"']?\s*$", re.MULTILINE)


class UnknownRelease(LoadError):
    """No facts folder has a release of this version; `versions` are those there are."""

    def __init__(self, version: str, versions: Sequence[str]) -> None:
        self.version, self.versions = version, tuple(versions)
        super().__init__(f"no release {version}")


@dataclass(frozen=True)
class ReleaseFile:
    """A release, and the archive or folder that holds it."""

    release: ReleasedVersion
    path: Path


def read_state(*paths: Path) -> Facts:
    """The facts of facts folders, release folders or archives; raises FolderMissing or BadFacts."""
    with ExitStack() as stack:
        folders = [tables_folder(stack.enter_context(release_folder(path))) for path in paths]
        try:
            return read_facts(*folders)
        except BadFacts as error:
            if len(paths) > 1 or paths[0] == folders[0]:
                raise
            inside = f"{paths[0].name}/{TABLES}"
            faults = [fault.with_file(f"{inside}/{fault.file}") for fault in error.faults]
            raise BadFacts(faults) from error


def read_facts_as_of(folders: Sequence[Path], version: str | None = None) -> Facts:
    """The present facts of these folders or those of a release, with when each became known.

    Of several folders only those count that have the release. Without releases this is
    `read_facts`. Raises UnknownRelease, FolderMissing or BadFacts.
    """
    files = {folder: releases_of(folder) for folder in folders}
    released = in_order(file.release for group in files.values() for file in group)
    if version is None:
        facts, release = read_facts(*folders), None
    else:
        release_files = [
            f for group in files.values() for f in group if f.release.version == version
        ]
        if not release_files:
            raise UnknownRelease(version, [entry.version for entry in released])
        facts, release = (
            read_state(*(file.path for file in release_files)),
            release_files[0].release,
        )
        released = released[: released.index(release) + 1]
    if not released:
        return facts
    states = [
        (entry, facts if entry == release else _state(files.values(), entry)) for entry in released
    ]
    since = known_since(states, facts)
    return replace(facts, release=release, releases=released, known_since=since)


def with_release_title(facts: Facts) -> Facts:
    """The facts with a title that names their release, wherever the title is shown."""
    if facts.release is None:
        return facts
    dataset, version, day = facts.dataset, facts.release.version, facts.release.day
    title_zh = f"{dataset.title_zh}（{version} 版，{day}）"
    title_en = f"{dataset.title_en} (release {version} of {day})"
    return replace(facts, dataset=replace(dataset, title_zh=title_zh, title_en=title_en))


def releases_of(folder: Path) -> tuple[ReleaseFile, ...]:
    """The releases that a facts folder keeps, the oldest first; raises BadFacts."""
    place = releases_place(folder)
    if not place.is_dir():
        return ()
    files: dict[str, ReleaseFile] = {}
    for path in sorted(place.iterdir()):
        is_release = path.suffix == ARCHIVE if path.is_file() else (path / TABLES).is_dir()
        has_archive = path.is_dir() and path.with_name(path.name + ARCHIVE).is_file()
        if path.name.startswith(".") or not is_release or has_archive:
            continue  # `release` writes a folder and its archive side by side
        file = ReleaseFile(released_version(path), path)
        other = files.setdefault(file.release.version, file)
        if other is not file:
            raise bad_release(path.name, "release_twice", other=other.path.name)
    return tuple(sorted(files.values(), key=lambda file: (file.release.day, file.path.name)))


def released_version(path: Path) -> ReleasedVersion:
    """The release of a folder or an archive, by its CITATION.cff; raises BadFacts."""
    text = citation_text(path)
    version, day = VERSION.search(text), DAY.search(text)
    try:
        if version and day:
            return ReleasedVersion(version[1], date.fromisoformat(day[1]))
    except ValueError:
        pass  # such as month 13
    raise bad_release(path.name, "release_undated")


def state_name(path: Path) -> str:
    """The name of a state: for a release its version and day, else the name of its folder."""
    try:
        release = released_version(path)
    except BadFacts:
        return path.resolve().name
    return f"{release.version} ({release.day})"


def in_order(releases: Iterable[ReleasedVersion]) -> tuple[ReleasedVersion, ...]:
    """Each release once, the oldest first."""
    return tuple(sorted(set(releases), key=lambda entry: (entry.day, entry.version)))


def _state(files: Iterable[Sequence[ReleaseFile]], release: ReleasedVersion) -> Facts:
    """The facts of a release, from all folders that have it."""
    return read_state(*(f.path for group in files for f in group if f.release == release))
