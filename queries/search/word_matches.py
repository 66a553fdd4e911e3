"""Typed words that stand in names in any order, and in the names around a thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from graph.lookup.romanization import words
from graph.lookup.search import Name
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
    """The names of things, and of those above and beside each in its hierarchy."""

    things: Mapping[str, Thing]
    names: Mapping[str, Sequence[Name]]

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

    def matches(self, sought: Sequence[str], code: str) -> bool:
        """Whether all words stand in the family of a thing, half of them in it or right above."""
        uppers = broader(self.things[code])
        near = [*self.names[code], *self._names(uppers)]
        missing = [term for term in sought if not has_term(term, near)]
        if not uppers or len(missing) * 2 > len(sought):
            return False
        around = [*self._names(low for upper in uppers for low in self.narrower[upper])]
        return all(has_term(term, around) for term in missing)

    def _names(self, codes: Iterable[str]) -> Iterator[Name]:
        return (name for code in codes for name in self.names[code])


def broader(thing: Thing) -> tuple[str, ...]:
    """The codes directly above a thing in a hierarchy of its kind; most kinds have none."""
    codes: tuple[str, ...] = getattr(thing, "broader", ())
    return codes


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= SHORTEST_PLURAL and word.endswith("s") else word
