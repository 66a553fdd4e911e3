"""The index over many names, whose tables the next process reads instead of making them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.lookup.name_lookup import TABLES, Entry, NameLookup
from graph.lookup.search import NameIndex, name_index
from graph.stores.cache_folder import PROJECT, SEARCH_TABLES
from loaders.caches.pickle_cache import PickleCache, digest_key
from ontology.schema.kinds import Thing

# The tables of fewer things are made within a second.
MIN_THINGS = 2_000
FILE_ENDING = ".names"
CODE = "graph/lookup"
# The classes that tables consist of, apart from plain values: arrays of numbers.
CLASSES = {("array", "_array_reconstructor"), ("array", "array")}


def cached_name_index(things: Iterable[Thing], place: Path = SEARCH_TABLES) -> NameIndex:
    """The index of `name_index`, with tables from a file in `place` if there is one.

    The tables of at least MIN_THINGS are written there.
    """
    index = name_index(things)
    entries = index.lookup.entries
    if len(entries) < MIN_THINGS:
        return index
    cache = PickleCache(place, FILE_ENDING, lambda module, name: (module, name) in CLASSES)
    key = _key(entries)
    tables = cache.load(key)
    if isinstance(tables, dict) and set(tables) == set(TABLES):
        return NameIndex(NameLookup.with_tables(entries, tables))
    cache.save(key, dict(index.lookup.plain_tables()))
    return index


def _key(entries: Iterable[Entry]) -> str:
    """A digest of all names, and of the code that makes the tables."""
    names = [(code, [(name.text, name.is_short) for name in names]) for code, names in entries]
    return digest_key(names, code=(PROJECT / CODE).glob("*.py"))
