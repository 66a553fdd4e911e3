"""Snapshots of large facts folders: the next process reads them in a tenth of the time.

A snapshot is a cache in the project's own build folder. Its name is a digest of the files that the
facts come from and of the code that reads them, so that a change of either makes a new snapshot.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pydantic

from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.stores.common.cache_folder import PROJECT, SNAPSHOTS
from loaders.facts.folder_state import folder_state
from loaders.releases.released_facts import read_facts_as_of
from loaders.writing.atomic_write import replace_file_in_parts

# Smaller facts folders are read within a second from their tables.
MINIMUM_BYTES = 1_000_000
# The newest snapshots stay.
SNAPSHOT_LIMIT = 4
ENDING = ".facts"
# The code that decides what facts are read as.
CODE = ("ontology/schema", "graph/model", "graph/changes", "loaders")
# What a snapshot may consist of, apart from plain values.
MODULES = ("graph.model.", "ontology.schema.")
CLASSES = {("datetime", "date"), ("decimal", "Decimal"), ("collections", "defaultdict")}


class FactsUnpickler(pickle.Unpickler):
    """Reads a snapshot that consists of facts and plain values only."""

    def find_class(self, module: str, name: str) -> object:
        """A class of the facts; raises UnpicklingError for any other."""
        if module.startswith(MODULES) or (module, name) in CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of facts")


def read_facts_by_snapshot(
    folders: Sequence[Path], version: str | None = None, place: Path = SNAPSHOTS
) -> Facts:
    """The facts of `read_facts_as_of`, from a snapshot in `place` if there is one.

    Facts whose files have at least MINIMUM_BYTES are written there, with their edges. A snapshot
    that cannot be read or written costs time only. Raises what `read_facts_as_of` raises.
    """
    if _size(folders) < MINIMUM_BYTES:
        return read_facts_as_of(folders, version)
    snapshot = place / f"{_key(folders, version)}{ENDING}"
    facts = _load(snapshot)
    if facts is None:
        facts = read_facts_as_of(folders, version)
        _save(facts, snapshot)
    return facts


def _size(folders: Sequence[Path]) -> int:
    """The bytes of the files that facts are read from."""
    return sum(size or 0 for folder in folders for _, size, _ in folder_state(folder))


def _key(folders: Sequence[Path], version: str | None) -> str:
    """A digest of all that the facts depend on: content, place, code, and versions."""
    digest = hashlib.sha256(repr((version, sys.version, pydantic.VERSION)).encode())
    for folder in folders:
        digest.update(repr(str(folder.absolute())).encode())
        for name, _, _ in folder_state(folder):
            for path in _files(folder / name):
                digest.update(repr(str(path)).encode())
                digest.update(_content_digest(path))
    for part in CODE:
        for path in sorted((PROJECT / part).rglob("*.py")):
            status = path.stat()
            digest.update(repr((str(path), status.st_size, status.st_mtime_ns)).encode())
    return digest.hexdigest()[:32]


def _files(path: Path) -> Iterator[Path]:
    """A file itself, or all files in a folder."""
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    else:
        yield path


def _content_digest(path: Path) -> bytes:
    """The digest of a file's content; of nothing if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except (OSError, ValueError):
        return b""


@without_garbage_collection()
def _load(snapshot: Path) -> Facts | None:
    """The facts of a snapshot; None if there is none that can be read."""
    try:
        with snapshot.open("rb") as file:
            facts = FactsUnpickler(file).load()
    except Exception:  # a damaged file raises almost anything, and the tables are there
        return None
    return facts if isinstance(facts, Facts) else None


@without_garbage_collection()
def _save(facts: Facts, snapshot: Path) -> None:
    """Writes a snapshot with the edges of the facts, and removes the oldest snapshots."""
    assert facts.edges is not None  # derived now, so that the next process need not
    with contextlib.suppress(OSError):
        snapshot.parent.mkdir(parents=True, exist_ok=True)
        replace_file_in_parts(snapshot, lambda file: pickle.dump(facts, file, protocol=5))
        by_age = sorted(snapshot.parent.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime)
        for oldest in by_age[:-SNAPSHOT_LIMIT]:
            oldest.unlink(missing_ok=True)
