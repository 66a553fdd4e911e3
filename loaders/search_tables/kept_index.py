"""The index over the names of many things, whose tables the next process reads instead of making.

A file of tables is a cache in the project's own build folder. Its name is a digest of all names
and of the code that makes the tables, so that a change of either makes a new file.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.lookup.name_lookup import TABLES, Entry, NameLookup
from graph.lookup.search import NameIndex, name_index
from graph.model.gc_pause import without_garbage_collection
from graph.stores.common.cache_folder import PROJECT, SEARCH_TABLES
from loaders.writing.atomic_write import replace_file_in_parts
from ontology.schema.kinds import Thing

# The tables of fewer things are made within a second.
MINIMUM_THINGS = 2_000
# The newest files stay.
FILE_LIMIT = 4
ENDING = ".names"
CODE = "graph/lookup"
# What tables consist of, apart from plain values.
CLASSES = {("array", "_array_reconstructor"), ("array", "array")}


class TablesUnpickler(pickle.Unpickler):
    """Reads tables that consist of plain values and arrays of numbers only."""

    def find_class(self, module: str, name: str) -> object:
        """The class of an array; raises UnpicklingError for any other."""
        if (module, name) in CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of tables")


def kept_name_index(things: Iterable[Thing], place: Path = SEARCH_TABLES) -> NameIndex:
    """The index of `name_index`, with tables from a file in `place` if there is one.

    The tables of at least MINIMUM_THINGS are written there. A file that cannot be read or written
    costs time only.
    """
    index = name_index(things)
    entries = index.lookup.entries
    if len(entries) < MINIMUM_THINGS:
        return index
    file = place / f"{_key(entries)}{ENDING}"
    tables = _load(file)
    if tables is not None:
        return NameIndex(NameLookup.with_tables(entries, tables))
    _save(index.lookup.plain_tables(), file)
    return index


def _key(entries: Iterable[Entry]) -> str:
    """A digest of all names, and of the code and the version of Python that make the tables."""
    digest = hashlib.sha256(sys.version.encode())
    for code, names in entries:
        digest.update(repr((code, *((name.text, name.is_short) for name in names))).encode())
    for path in sorted((PROJECT / CODE).glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


@without_garbage_collection()
def _load(file: Path) -> Mapping[str, Any] | None:
    """The tables of a file; None if there is none that can be read."""
    try:
        with file.open("rb") as opened:
            tables = TablesUnpickler(opened).load()
    except Exception:  # a damaged file raises almost anything, and the names are there
        return None
    return tables if isinstance(tables, dict) and set(tables) == set(TABLES) else None


@without_garbage_collection()
def _save(tables: Mapping[str, Any], file: Path) -> None:
    """Writes the tables, and removes the oldest files."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file_in_parts(file, lambda opened: pickle.dump(dict(tables), opened, protocol=5))
        by_age = sorted(file.parent.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime)
        for oldest in by_age[:-FILE_LIMIT]:
            oldest.unlink(missing_ok=True)
