"""The search at scale: the tables over the names, and words typed into the box.

Beside today's search, of which no name is read but those that the tables give, the names are read
one by one, as a search without tables does. Both judge what they read by the same rules.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.cost import cost
from bench.markdown_table import table
from graph.lookup.name_lookup import NameLookup
from graph.lookup.search import NameIndex, name_index
from graph.model.facts import Facts
from loaders.caches.name_index import cached_name_index
from queries.search.search import FactsSearch

# Names in three scripts, initials, words of a family, a slip, an id, and what nothing is called.
NAMES = ("三明", "三明市", "sanming", "sms")
QUERIES = (*NAMES, "药价", "drug price", "sanmingg", "learned_from-1", "zzzz")


class ReadingLookup(NameLookup):
    """A lookup without tables: any name may fit."""

    def fitting_places(self, sought: str, sound: str, number: str) -> set[int]:
        return set(range(len(self.entries)))

    def sounding_places(self, sound: str) -> set[int]:
        return set(range(len(self.entries)))


def report(facts: Facts) -> str:
    """A Markdown table: a row a text that is typed, with the ratio."""
    index = name_index(facts.things.values())
    search = FactsSearch(facts, index)
    _, made = cost(lambda: [search.groups(typed, "en") for typed in QUERIES])
    reading = FactsSearch(facts, NameIndex(ReadingLookup(index.lookup.entries)))
    for typed in QUERIES:  # what each makes once is no part of a search
        reading.groups(typed, "en")
    rows = [_row(typed, search, reading) for typed in QUERIES]
    header = ["typed", "tables, ms", "every name read, ms", "ratio"]
    with TemporaryDirectory() as folder:
        things = list(facts.things.values())
        cached_name_index(things, Path(folder))
        _, read = cost(lambda: cached_name_index(things, Path(folder)))
    times = f"tables and first searches: {made.cpu:.1f} s; tables from a file: {read.cpu:.1f} s"
    return f"{times}\n\n{table(header, rows)}"


def _row(typed: str, search: FactsSearch, reading: FactsSearch) -> tuple[object, ...]:
    groups, quick = cost(lambda: search.groups(typed, "en"))
    others, slow = cost(lambda: reading.groups(typed, "en"))
    if groups != others:
        raise RuntimeError(f"{typed}: the tables find something else")
    return typed, quick.cpu * 1000, slow.cpu * 1000, f"{slow.cpu / max(quick.cpu, 1e-6):,.0f} ×"
