"""The code of a thing that a model calls by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.drafts.draft import NEW_PREFIX
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.places import places
from drafting.text.clean_text import CleanText
from graph.lookup.search import NameIndex, Rank, exact_match, name_index
from graph.model.facts import Facts
from ontology.schema.kinds import Place, Thing

CANDIDATES = 5


@dataclass(frozen=True)
class ResolvedName:
    """A cell: a code, or `new:` and the name; and other codes that the name may mean."""

    cell: str
    candidates: tuple[str, ...] = ()


class ThingResolver:
    """Resolves names by the product's own search, and places by the code list too."""

    def __init__(self, facts: Facts, gazetteer: Gazetteer) -> None:
        self._facts, self._gazetteer = facts, gazetteer
        self._indexes: dict[tuple[str, ...], NameIndex] = {}
        self._resolved: dict[tuple[str, tuple[str, ...]], ResolvedName] = {}

    def resolve(self, name: str, kinds: tuple[str, ...]) -> ResolvedName:
        """The meaning of a name among the things of some kinds."""
        key = (name, kinds)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(name, kinds)
        return self._resolved[key]

    def _resolve(self, name: str, kinds: tuple[str, ...]) -> ResolvedName:
        # a search compares letters and digits: it does not know the sign %
        exact = [thing.code for thing in self._things(kinds) if name in thing.names]
        if len(exact) == 1:
            return ResolvedName(exact[0])
        hits = self._index(kinds).hits(name)
        code = exact_match(hits)
        # a code is not a name: the model was given no codes
        if code is not None and hits[0].rank is not Rank.CODE:
            return ResolvedName(code)
        others = tuple(hit.code for hit in hits)[:CANDIDATES]
        bearers = tuple(hit.code for hit in hits if Rank.CODE < hit.rank <= Rank.SPELLED)
        if bearers:
            return ResolvedName(bearers[0], bearers[:CANDIDATES])
        if Place.__name__ in kinds and (listed_code := self._listed_code(name)):
            return ResolvedName(listed_code)
        return ResolvedName(f"{NEW_PREFIX}{name}", others)

    def _listed_code(self, name: str) -> str | None:
        """The code of a name that is wholly places of the code list: 甲省乙县."""
        clean = CleanText(name).text
        row = places(clean, self._gazetteer)
        is_whole = row and row[0].start == 0 and row[-1].end == len(clean)
        return row[-1].code if is_whole else None

    def _index(self, kinds: tuple[str, ...]) -> NameIndex:
        if kinds not in self._indexes:
            self._indexes[kinds] = name_index(self._things(kinds))
        return self._indexes[kinds]

    def _things(self, kinds: tuple[str, ...]) -> Iterator[Thing]:
        things = self._facts.things.values()
        return (thing for thing in things if type(thing).__name__ in kinds)
