"""Typed words that are in names in any order, and in the names around a thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from graph.lookup.name_lookup import Name, NameLookup
from graph.lookup.romanization import words
from ontology.schema.kinds import Thing

# The plural of a word of so many letters is sought as the word.
SHORTEST_PLURAL = 5


def terms(typed: str) -> tuple[str, ...]:
    """The words of a text; of Chinese each two adjacent characters, or one that stands alone."""
    chunks = (words(chunk) for chunk in typed.split())
    return tuple(dict.fromkeys(term for chunk in chunks for term in _chunk_terms(chunk)))


def _chunk_terms(parts: Sequence[str]) -> Iterator[str]:
    """The terms of the words between two spaces."""
    for chinese, run in groupby(parts, key=is_chinese):
        entries = list(run)
        if chinese and len(entries) > 1:
            yield from map("".join, pairwise(entries))
        else:
            yield from map(_singular, entries)


def signs(typed: str) -> tuple[str, ...]:
    """The words of a text; of Chinese each character."""
    return tuple(dict.fromkeys(_singular(part) for part in words(typed)))


def is_chinese(word: str) -> bool:
    """Whether a normalised word is a Chinese character."""
    return "\u3400" <= word[0] <= "\u9fff"


def has_term(term: str, names: Iterable[Name]) -> bool:
    """Whether a word of the names begins with a term."""
    return any(start.startswith(term) for name in names for start in name.starts)


@dataclass(frozen=True)
class Families:
    """Things by the words of their names, and of those above and beside each in its hierarchy."""

    things: Mapping[str, Thing]
    lookup: NameLookup

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """The codes directly below each code."""
        codes: dict[str, list[str]] = defaultdict(list)
        for thing in self.things.values():
            for code in broader(thing):
                codes[code].append(thing.code)
        return {code: tuple(entries) for code, entries in codes.items()}

    def all_narrower(self, code: str) -> tuple[str, ...]:
        """The codes of all below a code, the nearest first."""
        codes, level = [code], self.narrower.get(code, ())
        while level:
            codes += [entry for entry in level if entry not in codes]
            level = tuple(low for entry in level for low in self.narrower.get(entry, ()))
            level = tuple(entry for entry in dict.fromkeys(level) if entry not in codes)
        return tuple(codes[1:])

    def with_words(self, sought: Sequence[str]) -> set[str]:
        """The codes of what has all these words in its names."""
        return set.intersection(*map(self._named, sought)) if sought else set()

    def matching(self, sought: Sequence[str]) -> set[str]:
        """The codes of what has all words in its family, half of them in it or right above it."""
        named = [self._named(term) for term in sought]
        near = [codes | {low for code in codes for low in self._below(code)} for codes in named]
        counts = Counter(code for codes in near for code in codes if broader(self.things[code]))
        likely = [code for code, count in counts.items() if count * 2 >= len(sought)]
        pairs = list(zip(near, named, strict=True))
        return {
            code
            for code in likely
            if all(code in codes or self._is_around(code, names) for codes, names in pairs)
        }

    def _is_around(self, code: str, named: Collection[str]) -> bool:
        """Whether any of these is beside a thing, below one of those right above it."""
        uppers = broader(self.things[code])
        return any(low in named for upper in uppers for low in self._below(upper))

    def _below(self, code: str) -> tuple[str, ...]:
        return self.narrower.get(code, ())

    def _named(self, term: str) -> set[str]:
        """The codes of what has a name in which a word begins with a term."""
        return {self.lookup.entries[place][0] for place in self.lookup.starting(term)}


def broader(thing: Thing) -> tuple[str, ...]:
    """The codes directly above a thing in a hierarchy of its kind; most kinds have none."""
    codes: tuple[str, ...] = getattr(thing, "broader", ())
    return codes


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= SHORTEST_PLURAL and word.endswith("s") else word
