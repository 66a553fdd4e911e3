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
MIN_PLURAL_LENGTH = 5


def terms(typed_text: str) -> tuple[str, ...]:
    """The words of a text; of Chinese each two adjacent characters, or one that stands alone."""
    chunks = (words(chunk) for chunk in typed_text.split())
    return tuple(dict.fromkeys(term for chunk in chunks for term in _chunk_terms(chunk)))


def _chunk_terms(parts: Sequence[str]) -> Iterator[str]:
    """The terms of the words between two spaces."""
    for chinese, same_script in groupby(parts, key=is_chinese):
        entries = list(same_script)
        if chinese and len(entries) > 1:
            yield from map("".join, pairwise(entries))
        else:
            yield from map(_singular, entries)


def signs(typed_text: str) -> tuple[str, ...]:
    """The words of a text; of Chinese each character."""
    return tuple(dict.fromkeys(_singular(part) for part in words(typed_text)))


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
    def narrower_codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes directly below each code."""
        codes: dict[str, list[str]] = defaultdict(list)
        for thing in self.things.values():
            for code in broader(thing):
                codes[code].append(thing.code)
        return {code: tuple(entries) for code, entries in codes.items()}

    def all_narrower(self, code: str) -> tuple[str, ...]:
        """The codes of all below a code, the nearest first."""
        codes, level = [code], self.narrower_codes.get(code, ())
        while level:
            codes += [entry for entry in level if entry not in codes]
            level = tuple(lower for entry in level for lower in self.narrower_codes.get(entry, ()))
            level = tuple(entry for entry in dict.fromkeys(level) if entry not in codes)
        return tuple(codes[1:])

    def codes_with_words(self, search_terms: Sequence[str]) -> set[str]:
        """The codes of what has all these words in its names."""
        return (
            set.intersection(*map(self._codes_with_term, search_terms)) if search_terms else set()
        )

    def codes_by_family(self, search_terms: Sequence[str]) -> set[str]:
        """The codes of what has all words in its family, half of them in it or right above it."""
        codes_by_term = [self._codes_with_term(term) for term in search_terms]
        codes_in_family = [
            codes | {lower for code in codes for lower in self._narrower_than(code)}
            for codes in codes_by_term
        ]
        counts = Counter(
            code for codes in codes_in_family for code in codes if broader(self.things[code])
        )
        likely = [code for code, count in counts.items() if count * 2 >= len(search_terms)]
        pairs = list(zip(codes_in_family, codes_by_term, strict=True))
        return {
            code
            for code in likely
            if all(code in codes or self._is_sibling_of(code, names) for codes, names in pairs)
        }

    def _is_sibling_of(self, code: str, codes: Collection[str]) -> bool:
        """Whether any of these is beside a thing, below one of those right above it."""
        uppers = broader(self.things[code])
        return any(lower in codes for upper in uppers for lower in self._narrower_than(upper))

    def _narrower_than(self, code: str) -> tuple[str, ...]:
        return self.narrower_codes.get(code, ())

    def _codes_with_term(self, term: str) -> set[str]:
        """The codes of what has a name in which a word begins with a term."""
        return {self.lookup.entries[place][0] for place in self.lookup.word_places(term)}


def broader(thing: Thing) -> tuple[str, ...]:
    """The codes directly above a thing in a hierarchy of its kind; most kinds have none."""
    codes: tuple[str, ...] = getattr(thing, "broader", ())
    return codes


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= MIN_PLURAL_LENGTH and word.endswith("s") else word
