"""A digest of all that facts depend on: the content of their files, and the code that reads them.

A value made from the facts is the same while the digest is, in this process and in the next.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pydantic

from graph.stores.cache_folder import PROJECT
from loaders.caches.pickle_cache import digest_key
from loaders.facts.folder_state import folder_state

# The code that decides what facts are read as, and what graph is made of them.
READING_CODE = ("ontology/schema", "graph/model", "graph/changes", "loaders")
GRAPH = ("ontology", "graph", "loaders")


def facts_key(folders: Sequence[Path], version: str | None, code: Sequence[str]) -> str:
    """The digest of these folders as of a release; `code` are folders of modules."""
    files = [
        path
        for folder in folders
        for name, _, _ in folder_state(folder)
        for path in _files(folder / name)
    ]
    contents = [(str(path.absolute()), _content_digest(path)) for path in files]
    modules = (path for part in code for path in (PROJECT / part).rglob("*.py"))
    return digest_key(version, pydantic.VERSION, [*map(str, folders)], contents, code=modules)


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
