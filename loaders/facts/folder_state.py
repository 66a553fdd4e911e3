"""The files that a facts folder is read from, and whether any of them has changed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from loaders.facts.dataset_settings import SETTINGS, releases_place
from loaders.tables.faults import BadFacts
from loaders.tables.toml_text import toml_text
from loaders.withdrawals.withdrawn_tables import WITHDRAWN

# Path as written, size in bytes and time of change in nanoseconds; None if it cannot be read.
FileState = tuple[str, int | None, int | None]


def folder_state(folder: Path) -> tuple[FileState, ...]:
    """The state of each file that facts are read from; if it changes, read the facts again.

    These are the files in the folder itself (tables and dataset.toml), the tables of withdrawn
    rows, the releases, and the code lists and the outlines that dataset.toml names, wherever they
    lie. A file that is named but missing counts too, so that it is noticed when it appears. Talks
    are read apart: see `file_state`.
    """
    withdrawn_files = {f"{WITHDRAWN}/{path.name}" for path in _files(folder / WITHDRAWN)}
    names = {path.name for path in _files(folder)} | withdrawn_files | set(_named_files(folder))
    releases = releases_place(folder)
    names |= {str(path) for path in _paths(releases)}
    return tuple(file_state(folder, name) for name in sorted(names))


def file_state(folder: Path, name: str) -> FileState:
    """The state of one file, by its path as seen from the folder."""
    try:
        status = (folder / name).stat()
    except (OSError, ValueError):  # it is missing, or its name has what no path may have
        return name, None, None
    return name, status.st_size, status.st_mtime_ns


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, without the hidden ones; none if the folder cannot be read."""
    yield from (path for path in _paths(folder) if path.is_file())


def _paths(folder: Path) -> Iterator[Path]:
    """The content of a folder without hidden files; empty if the folder cannot be read."""
    try:
        paths = list(folder.iterdir())
    except OSError:
        return
    yield from (path.absolute() for path in paths if not path.name.startswith("."))


def _named_files(folder: Path) -> tuple[str, ...]:
    """The files that dataset.toml names: the code lists, and the outlines of the map."""
    return _names_in_settings(folder.absolute(), file_state(folder, SETTINGS))


@lru_cache(maxsize=8)  # a page asks several times, and dataset.toml hardly changes
def _names_in_settings(folder: Path, state: FileState) -> tuple[str, ...]:
    try:
        settings = tomllib.loads(toml_text(folder / SETTINGS, SETTINGS))
    except (OSError, ValueError, BadFacts):  # its faults are reported when the facts are read
        return ()
    lists, outlines = settings.get("code_lists"), settings.get("map")
    names = list(lists.values()) if isinstance(lists, Mapping) else []
    if isinstance(outlines, Mapping):
        names += [outlines.get("outlines"), outlines.get("finer")]
    return tuple(name for name in names if isinstance(name, str))
