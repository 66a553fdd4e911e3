"""Snapshots of large facts folders: the next process reads them in a tenth of the time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pydantic

from graph.model.facts import Facts
from graph.stores.common.cache_folder import PROJECT, SNAPSHOTS
from loaders.caches.pickle_cache import PickleCache, digest_key
from loaders.facts.folder_state import folder_state
from loaders.releases.released_facts import read_facts_as_of

# Smaller facts folders are read within a second from their tables.
MINIMUM_BYTES = 1_000_000
ENDING = ".facts"
# The code that decides what facts are read as.
CODE = ("ontology/schema", "graph/model", "graph/changes", "loaders")
# The modules and classes that facts consist of, apart from plain values.
MODULES = ("graph.model.", "ontology.schema.")
CLASSES = {("datetime", "date"), ("decimal", "Decimal"), ("collections", "defaultdict")}


def read_facts_by_snapshot(
    folders: Sequence[Path], version: str | None = None, place: Path = SNAPSHOTS
) -> Facts:
    """The facts of `read_facts_as_of`, from a snapshot in `place` if there is one.

    Facts whose files have at least MINIMUM_BYTES are written there, with their edges. Raises what
    `read_facts_as_of` raises.
    """
    states = [folder_state(folder) for folder in folders]
    if sum(size or 0 for state in states for _, size, _ in state) < MINIMUM_BYTES:
        return read_facts_as_of(folders, version)
    cache = PickleCache(place, ENDING, _is_part_of_facts)
    files = [
        path
        for folder, state in zip(folders, states, strict=True)
        for name, _, _ in state
        for path in _files(folder / name)
    ]
    key = _key(folders, files, version)
    facts = cache.load(key)
    if not isinstance(facts, Facts):
        facts = read_facts_as_of(folders, version)
        # derived now, so that the next process need not
        assert facts.edges is not None
        assert facts.statements_naming is not None
        cache.save(key, facts)
    return facts


def _is_part_of_facts(module: str, name: str) -> bool:
    return module.startswith(MODULES) or (module, name) in CLASSES


def _key(folders: Sequence[Path], files: Sequence[Path], version: str | None) -> str:
    """A digest of all that the facts depend on: content, place, code, and versions."""
    contents = [(str(path.absolute()), _content_digest(path)) for path in files]
    code = (path for part in CODE for path in (PROJECT / part).rglob("*.py"))
    return digest_key(version, pydantic.VERSION, [*map(str, folders)], contents, code=code)


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
