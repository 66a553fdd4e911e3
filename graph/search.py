"""A search for things by what a person types: the best hits first, and never a guess."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from graph.spelling import Syllable, initials, spells, squeezed, syllables, toneless, words
from ontology.kinds import Place, PlaceLevel, Thing

# The name of these ends in Chinese in the word for their level, which is mostly left out: 甲城(市).
LEVELLED = frozenset(PlaceLevel) - {PlaceLevel.REGION, PlaceLevel.ZONE}
SHORTEST_LEVELLED = 3
SHORTEST_SOUND = 3
MOST = 12


class Rank(IntEnum):
    """How a thing fits what was typed, the best first; those up to SAID name it in full."""

    CODE = 0
    NAME = 1
    SAID = 2
    BEGINS = 3
    INSIDE = 4
    INITIALS = 5
    CLOSE = 6


@dataclass(frozen=True)
class Hit:
    """A thing that may be meant."""

    code: str
    rank: Rank


@dataclass(frozen=True)
class Name:
    """One name of a thing: as written, squeezed, and by its sounds."""

    text: str
    is_short: bool = False

    @cached_property
    def squeezed(self) -> str:
        return squeezed(self.text)

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The rest of the name from each of its words on."""
        parts = words(self.text)
        return tuple("".join(parts[place:]) for place in range(len(parts)))

    @cached_property
    def sounds(self) -> tuple[Syllable, ...]:
        return syllables(self.text)

    @property
    def endings(self) -> Iterable[tuple[Syllable, ...]]:
        """The sounds of the rest of the name from each of its syllables on."""
        return (self.sounds[place:] for place in range(1, len(self.sounds)))

    @cached_property
    def initials(self) -> tuple[Syllable, ...]:
        return initials(self.sounds)


@dataclass(frozen=True)
class Index:
    """The names of some things, ready to be searched."""

    names: tuple[tuple[str, tuple[Name, ...]], ...]

    def within(self, codes: Collection[str]) -> Index:
        """The same index over these things only."""
        wanted = frozenset(codes)
        return Index(tuple((code, names) for code, names in self.names if code in wanted))

    def hits(self, typed: str, most: int = MOST) -> tuple[Hit, ...]:
        """What may be meant, the best first and among equals the shortest name first."""
        if not squeezed(typed):
            return ()
        found = [(rank, self._length(names), code) for rank, code, names in self._ranked(typed)]
        found = found or [(Rank.INSIDE, 0, code) for code in self._sounding(typed)]
        found = found or [(Rank.CLOSE, place, code) for place, code in self._close(typed)]
        return tuple(Hit(code, rank) for rank, _, code in sorted(found)[:most])

    def meant(self, typed: str) -> str | None:
        """The one thing that what was typed names in full; None if it is none or several."""
        hits = [hit for hit in self.hits(typed, most=2) if hit.rank <= Rank.SAID]
        is_one = len(hits) == 1 or (hits and hits[0].rank is Rank.CODE)
        return hits[0].code if is_one else None

    def _ranked(self, typed: str) -> Iterable[tuple[Rank, str, tuple[Name, ...]]]:
        for code, names in self.names:
            rank = _rank(typed, code, names)
            if rank is not None:
                yield rank, code, names

    def _sounding(self, typed: str) -> Iterable[str]:
        """Those in whose names the sound stands somewhere: slow, so only when nothing else fits."""
        sound = toneless(typed)
        if len(sound) < SHORTEST_SOUND or not sound.isascii():
            return
        for code, names in self.names:
            if any(spells(sound, rest, whole=False) for name in names for rest in name.endings):
                yield code

    def _close(self, typed: str) -> Iterable[tuple[int, str]]:
        by_name = {name.squeezed: code for code, names in self.names for name in names}
        by_name |= {squeezed(code): code for code, _ in self.names}
        close = difflib.get_close_matches(squeezed(typed), by_name, n=5)
        return enumerate(dict.fromkeys(by_name[name] for name in close))

    @staticmethod
    def _length(names: tuple[Name, ...]) -> int:
        return len(names[0].text)


def index(things: Iterable[Thing]) -> Index:
    """An index over the codes and all names of these things."""
    return Index(tuple((thing.code, tuple(_names(thing))) for thing in things))


def _names(thing: Thing) -> Iterable[Name]:
    for text in dict.fromkeys(thing.names):
        yield Name(text)
    if (
        isinstance(thing, Place)
        and thing.level in LEVELLED
        and thing.name_zh is not None
        and len(thing.name_zh) >= SHORTEST_LEVELLED
    ):
        yield Name(thing.name_zh[:-1], is_short=True)


def _rank(typed: str, code: str, names: Sequence[Name]) -> Rank | None:
    if unicodedata.normalize("NFKC", typed).strip().casefold() == code.casefold():
        return Rank.CODE
    sought, sound = squeezed(typed), toneless(typed)
    if any(name.squeezed == sought and not name.is_short for name in names):
        return Rank.NAME
    if any(name.squeezed == sought for name in names) or _spelled(sound, names, whole=True):
        return Rank.SAID
    if any(name.squeezed.startswith(sought) for name in names) or _spelled(sound, names):
        return Rank.BEGINS
    if _initialled(sound, names, whole=True):
        return Rank.BEGINS
    if any(start.startswith(sought) for name in names for start in name.starts):
        return Rank.INSIDE
    return Rank.INITIALS if _initialled(sound, names) else None


def _spelled(sound: str, names: Sequence[Name], *, whole: bool = False) -> bool:
    return sound.isascii() and any(spells(sound, name.sounds, whole=whole) for name in names)


def _initialled(sound: str, names: Sequence[Name], *, whole: bool = False) -> bool:
    return len(sound) > 1 and any(spells(sound, name.initials, whole=whole) for name in names)
