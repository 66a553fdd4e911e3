"""Tables of names for typed text: made once, so that not all names are read for each letter.

The tables only narrow the names down; `graph.lookup.search` judges what they give.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from graph.lookup.romanization import Syllable, initials, normalise, syllables, words

# Prefixes of sounds in a table: their least length, and the most forms of a name.
SOUND_LETTERS, SOUND_FORMS = 4, 24
# How many names that share letters with a text are compared with it in full.
MAX_COMPARED_NAMES = 60
# How many names with the rarer letters of a text are counted.
MAX_SHARING_NAMES = 20_000
# The tables of a lookup, which are made once.
PREFIX_TABLES = ("_starts", "_sounds", "_initials")
TABLES = (*PREFIX_TABLES, "_codes", "_inner_sounds", "_by_text", "_pairs_of_letters")
LAST_SIGN = "\U0010ffff"


@dataclass(frozen=True)
class Name:
    """One name of a thing: as written, squeezed, and by its sounds."""

    text: str
    is_short: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(words(self.text))

    @cached_property
    def plain_text(self) -> str:
        return "".join(self.words)

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The rest of the name from each of its words on."""
        return tuple("".join(self.words[place:]) for place in range(len(self.words)))

    @cached_property
    def sounds(self) -> tuple[Syllable, ...]:
        return syllables(self.text, in_order=False)

    @property
    def endings(self) -> Iterable[tuple[Syllable, ...]]:
        """The sounds of the rest of the name from each of its syllables on."""
        return (self.sounds[place:] for place in range(1, len(self.sounds)))

    @cached_property
    def initials(self) -> tuple[Syllable, ...]:
        return initials(self.sounds)


Entry = tuple[str, tuple[Name, ...]]


class PrefixTable:
    """Texts in their order, each with the number of its owner: a beginning is found by halving."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        entries = sorted(set(pairs))
        self._texts = [text for text, _ in entries]
        self._owners = array("I", (owner for _, owner in entries))
        self._longest = max(map(len, self._texts), default=0)

    @classmethod
    def from_arrays(cls, texts: list[str], owners: array[int]) -> PrefixTable:
        """The table that was taken apart by `arrays`."""
        table = cls(())
        table._texts, table._owners = texts, owners
        table._longest = max(map(len, texts), default=0)
        return table

    @property
    def arrays(self) -> tuple[list[str], array[int]]:
        """The texts and owners that the table is made of."""
        return self._texts, self._owners

    def owners_with_prefix(self, text: str) -> set[int]:
        """The owners of the texts that begin with a text."""
        return self._owners_in(text, text + LAST_SIGN)

    def owners_of_beginnings(self, text: str) -> set[int]:
        """The owners of the texts that are a beginning of a longer text."""
        ends = range(1, min(len(text), self._longest + 1))
        return {owner for end in ends for owner in self._owners_in(text[:end], text[:end] + "\0")}

    def _owners_in(self, low: str, high: str) -> set[int]:
        return set(self._owners[bisect_left(self._texts, low) : bisect_left(self._texts, high)])


@dataclass(frozen=True)
class NameLookup:
    """The codes of things with their names, by place, and the tables over them."""

    entries: tuple[Entry, ...]

    def fitting_places(self, sought: str, sound: str, number: str) -> set[int]:
        """The places of what may be called so: normalised text, its sound, and it as a code."""
        places = self.word_places(sought) | set(self._codes.get(number, ()))
        if sound and sound.isascii():
            for table in (self._sounds, self._initials):
                places |= table.owners_with_prefix(sound) | table.owners_of_beginnings(sound)
        return places

    def word_places(self, term: str) -> set[int]:
        """The places of what has a name in which a word begins with a normalised text."""
        return self._starts.owners_with_prefix(term)

    def sounding_places(self, sound: str) -> set[int]:
        """The places of what may have a sound of three letters or more inside a name."""
        table, keys = self._inner_sounds, self._inner_keys
        start = sound[:SOUND_LETTERS]
        between = bisect_left(keys, start), bisect_left(keys, start + LAST_SIGN)
        shorter = [start[:end] for end in range(1, len(start))]  # keys of names with too many forms
        sets = [table.get(key, set()) for key in (*shorter, *keys[slice(*between)])]
        return set().union(*sets)

    def similar_names(
        self, text: str, has: Callable[[str], bool]
    ) -> dict[str, tuple[str, str | None]]:
        """The normalised names and codes that share most letters with a text.

        Each has the code of its thing, which must be one that the index has, and the name, which
        is None for a code.
        """
        shared = Counter(name for names in self._names_with_pairs_of(text) for name in names)
        things: dict[str, tuple[str, str | None]] = {}
        for name, _ in shared.most_common():
            owners = [owner for owner in self._by_text[name] if has(owner[0])]
            if owners:
                things[name] = owners[-1]
            if len(things) == MAX_COMPARED_NAMES:
                break
        return things

    def _names_with_pairs_of(self, text: str) -> Iterator[list[str]]:
        """The names with each pair of letters of a text, the rarest pairs first, up to a limit."""
        count = 0
        table = self._pairs_of_letters
        for names in sorted((table.get(pair, []) for pair in sorted(_pairs(text))), key=len):
            if count and count + len(names) > MAX_SHARING_NAMES:
                return
            count += len(names)
            yield names

    def plain_tables(self) -> dict[str, Any]:
        """All tables by name, as lists, mappings and arrays; those still missing are made."""
        tables = {name: getattr(self, name) for name in TABLES}
        arrays = {name: table.arrays for name, table in tables.items() if name in PREFIX_TABLES}
        return {name: dict(table) for name, table in tables.items() if name not in arrays} | arrays

    @classmethod
    def with_tables(cls, entries: tuple[Entry, ...], tables: Mapping[str, Any]) -> NameLookup:
        """A lookup over these entries with the tables that were made of them before."""
        lookup = cls(entries)
        for name in TABLES:
            is_prefix = name in PREFIX_TABLES
            lookup.__dict__[name] = (
                PrefixTable.from_arrays(*tables[name]) if is_prefix else tables[name]
            )
        return lookup

    @cached_property
    def _codes(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, (code, _) in enumerate(self.entries):
            places[code.casefold()].append(place)
        return places

    @cached_property
    def _starts(self) -> PrefixTable:
        return PrefixTable((start, at) for at, name in self._names() for start in name.starts)

    @cached_property
    def _sounds(self) -> PrefixTable:
        return PrefixTable((key, at) for at, name in self._names() for key in _keys(name.sounds))

    @cached_property
    def _initials(self) -> PrefixTable:
        return PrefixTable((key, at) for at, name in self._names() for key in _keys(name.initials))

    @cached_property
    def _inner_sounds(self) -> Mapping[str, set[int]]:
        places: dict[str, set[int]] = defaultdict(set)
        for at, name in self._names():
            for ending in name.endings:
                for key in _keys(ending):
                    places[key[:SOUND_LETTERS]].add(at)
        return places

    @cached_property
    def _inner_keys(self) -> list[str]:
        return sorted(self._inner_sounds)

    @cached_property
    def _by_text(self) -> Mapping[str, list[tuple[str, str | None]]]:
        things: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for at, name in self._names():
            things[name.plain_text].append((self.entries[at][0], name.text))
        for code, _ in self.entries:
            things[normalise(code)].append((code, None))
        return things

    @cached_property
    def _pairs_of_letters(self) -> Mapping[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for text in self._by_text:
            for pair in _pairs(text):
                names[pair].append(text)
        return names

    def _names(self) -> Iterator[tuple[int, Name]]:
        return ((at, name) for at, (_, names) in enumerate(self.entries) for name in names)


def _keys(sounds: Sequence[Syllable]) -> tuple[str, ...]:
    """The beginnings of all that a name may sound like; none for a name without a sound.

    No syllable is empty, so that those after the first few add nothing.
    """
    return _keys_of(tuple(sounds[:SOUND_LETTERS]))


@cache
def _keys_of(sounds: tuple[Syllable, ...]) -> tuple[str, ...]:
    forms = [""]
    for syllable in sounds:
        is_long = min(map(len, forms)) >= SOUND_LETTERS
        if is_long or len(forms) * len(syllable) > SOUND_FORMS:
            break
        forms = list(dict.fromkeys(form + sound for form in forms for sound in syllable))
    return tuple(form for form in forms if form)


def _pairs(text: str) -> set[str]:
    """The pairs of adjacent letters of a text, with its two ends."""
    return {first + second for first, second in pairwise(f"\0{text}\0")}
