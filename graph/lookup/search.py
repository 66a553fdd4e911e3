"""A search for things by typed text, with the best hits first."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from graph.lookup.name_lookup import Entry, Name, NameLookup
from graph.lookup.romanization import Syllable, normalise, spells, toneless
from ontology.schema.kinds import Place, PlaceLevel, Thing

# Chinese names of these levels end in a word for the level that people mostly leave out: 甲城(市).
LEVELS_WITH_SUFFIX = frozenset(PlaceLevel) - {PlaceLevel.REGION, PlaceLevel.ZONE}
MIN_LETTERS_WITH_SUFFIX = 3
MIN_SOUND_LETTERS = 3
MAX_HITS = 12


class Rank(IntEnum):
    """How a thing matches the typed text, the best first; up to SPELLED the whole name matches."""

    CODE = 0
    NAME = 1
    SPELLED = 2
    BEGINS = 3
    INSIDE = 4
    INITIALS = 5
    CLOSE = 6


@dataclass(frozen=True)
class Hit:
    """A thing that matches, and its matching name; None if its code matches."""

    code: str
    rank: Rank
    name: str | None = None


@dataclass(frozen=True)
class NameIndex:
    """The names of some things, ready to be searched; if `codes` are set, of these alone."""

    lookup: NameLookup
    codes: frozenset[str] | None = None

    @property
    def names(self) -> tuple[Entry, ...]:
        """The codes with their names."""
        return tuple(self._entries(range(len(self.lookup.entries))))

    def limited_to(self, codes: Collection[str]) -> NameIndex:
        """The same index over these things only."""
        allowed = frozenset(codes)
        return NameIndex(self.lookup, allowed if self.codes is None else allowed & self.codes)

    def hits(self, typed_text: str, limit: int = MAX_HITS) -> tuple[Hit, ...]:
        """The matches, the best first; among equals the shortest name first."""
        if not normalise(typed_text):
            return ()
        matches = (
            self._fitting_hits(typed_text)
            or list(self._sounding_hits(typed_text))
            or list(self._similar_hits(typed_text))
        )
        return tuple(matches[:limit])

    def meaning(self, typed_text: str) -> str | None:
        """The only thing whose whole name or code was typed; None if there are none or several."""
        return exact_match(self.hits(typed_text, limit=2))

    def _fitting_hits(self, typed_text: str) -> list[Hit]:
        sought, sound = normalise(typed_text), toneless(typed_text)
        number = unicodedata.normalize("NFKC", typed_text).strip().casefold()
        ranking: list[tuple[int, Hit]] = []
        places = self.lookup.fitting_places(sought, sound, number)
        for code, names in self._entries(places):
            ranks = [(_rank(sought, sound, name), name.text) for name in names]
            hits = [Hit(code, rank, text) for rank, text in ranks if rank is not None]
            if number == code.casefold():
                hits.append(Hit(code, Rank.CODE))
            if hits:
                ranking.append((len(names[0].text), min(hits, key=lambda hit: hit.rank)))
        return [
            hit
            for _, hit in sorted(ranking, key=lambda pair: (pair[1].rank, pair[0], pair[1].code))
        ]

    def _sounding_hits(self, typed_text: str) -> Iterable[Hit]:
        """Things with the sound inside a name, if nothing else matches."""
        sound = toneless(typed_text)
        if len(sound) < MIN_SOUND_LETTERS or not sound.isascii():
            return
        entries = self._entries(self.lookup.sounding_places(sound))
        for code, names in sorted(entries, key=lambda entry: entry[0]):
            for name in names:
                if any(spells(sound, rest, exact=False) for rest in name.endings):
                    yield Hit(code, Rank.INSIDE, name.text)
                    break

    def _similar_hits(self, typed_text: str) -> Iterable[Hit]:
        """Things with a name or code similar to the typed text, the most similar first."""
        things_by_text = self.lookup.similar_names(normalise(typed_text), self._has)
        best: dict[str, Hit] = {}
        for match in difflib.get_close_matches(normalise(typed_text), things_by_text, n=5):
            code, text = things_by_text[match]
            best.setdefault(code, Hit(code, Rank.CLOSE, text))
        return best.values()

    def _has(self, code: str) -> bool:
        return self.codes is None or code in self.codes

    def _entries(self, places: Iterable[int]) -> Iterable[Entry]:
        """The entries at these places of the lookup, as far as they are in the index."""
        entries = (self.lookup.entries[place] for place in places)
        return (entry for entry in entries if self._has(entry[0]))


def exact_match(hits: Sequence[Hit]) -> str | None:
    """The only thing that these hits, best first, name in full; None if none or several."""
    full_matches = [hit for hit in hits[:2] if hit.rank <= Rank.SPELLED]
    is_one = len(full_matches) == 1 or (full_matches and full_matches[0].rank is Rank.CODE)
    return full_matches[0].code if is_one else None


def name_index(things: Iterable[Thing]) -> NameIndex:
    """An index over the codes and all names of these things."""
    entries = tuple((thing.code, tuple(_names(thing))) for thing in things)
    return NameIndex(NameLookup(entries))


def _names(thing: Thing) -> Iterable[Name]:
    for text in dict.fromkeys(thing.names):
        yield Name(text)
    if (
        isinstance(thing, Place)
        and thing.level in LEVELS_WITH_SUFFIX
        and thing.name_zh is not None
        and len(thing.name_zh) >= MIN_LETTERS_WITH_SUFFIX
    ):
        yield Name(thing.name_zh[:-1], is_short=True)


def _rank(sought: str, sound: str, name: Name) -> Rank | None:
    """How normalised text and its sound match a name."""
    if name.plain_text == sought:
        return Rank.SPELLED if name.is_short else Rank.NAME
    if _is_spelled(sound, name.sounds, exact=True):
        return Rank.SPELLED
    begins = name.plain_text.startswith(sought) or _is_spelled(sound, name.sounds)
    if begins or _has_initials(sound, name, exact=True):
        return Rank.BEGINS
    if any(start.startswith(sought) for start in name.starts):
        return Rank.INSIDE
    return Rank.INITIALS if _has_initials(sound, name) else None


def _is_spelled(sound: str, sounds: Sequence[Syllable], *, exact: bool = False) -> bool:
    return sound.isascii() and spells(sound, sounds, exact=exact)


def _has_initials(sound: str, name: Name, *, exact: bool = False) -> bool:
    return len(sound) > 1 and _is_spelled(sound, name.initials, exact=exact)
