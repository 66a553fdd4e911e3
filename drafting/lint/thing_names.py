"""The names of things in simplified letters, and how far a text covers a name."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from ontology.schema.kinds import Indicator, Place, Thing
from texts.tables import Named

NO_LETTERS = re.compile(r"[\W_的]+")
# A single letter tells less than a pair of letters.
LETTER_WEIGHT = 0.25


@dataclass(frozen=True)
class ThingNames:
    """The names of things by code.

    A name's letters and pairs of letters weigh by how few names of its kind have them.
    """

    names: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    labels: Mapping[str, Named]
    levels: Mapping[str, str]
    units: Mapping[str, str]
    _frequencies: dict[str, Counter[str]] = field(default_factory=dict, compare=False)

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the things of each kind."""
        codes: dict[str, list[str]] = {}
        for code, kind in self.kinds.items():
            codes.setdefault(kind, []).append(code)
        return {kind: tuple(values) for kind, values in codes.items()}

    def display(self, code: str) -> Named:
        """What readers call a thing; its code if it is not in the facts."""
        return self.labels.get(code, Named(code, code))

    def coverage(self, code: str, text: str, more_names: Iterable[str] = ()) -> float:
        """The largest share of the weight of one of a thing's names that a text has, 0 to 1."""
        parts = letter_parts(text)
        names = (*self.names.get(code, ()), *more_names)
        return max((self._covered(self.kinds[code], name, parts) for name in names), default=0)

    def _covered(self, kind: str, name: str, parts: frozenset[str]) -> float:
        own_parts = letter_parts(name)
        weight = self._weight(kind, own_parts)
        return self._weight(kind, own_parts & parts) / weight if weight else 0

    def _weight(self, kind: str, parts: Iterable[str]) -> float:
        if kind not in self._frequencies:
            names = [name for code in self.codes[kind] for name in self.names[code]]
            self._frequencies[kind] = Counter(p for name in names for p in letter_parts(name))
        frequencies, count = self._frequencies[kind], len(self.codes[kind])
        return math.fsum(
            math.log((count + 2) / (1 + min(count, frequencies[part])))
            * (LETTER_WEIGHT if len(part) == 1 else 1)
            for part in parts
        )


def thing_names(facts: Facts) -> ThingNames:
    """The names of all things of a facts folder."""
    return ThingNames(
        {code: _names(thing) for code, thing in facts.things.items()},
        {code: type(thing).__name__ for code, thing in facts.things.items()},
        {
            code: Named(facts.display_name(code, "zh"), facts.display_name(code, "en"))
            for code in facts.things
        },
        {place.code: place.level.value for place in facts.things_of(Place) if place.level},
        {indicator.code: indicator.unit for indicator in facts.things_of(Indicator)},
    )


def _names(thing: Thing) -> tuple[str, ...]:
    names = (thing.name_zh, *thing.alt_names, thing.name_en)
    return tuple(dict.fromkeys(CleanText(name).text for name in names if name))


@cache
def letter_parts(text: str) -> frozenset[str]:
    """The letters and pairs of letters of a text, without signs and spaces."""
    letters = NO_LETTERS.sub("", text)
    return frozenset(letters) | {letters[i : i + 2] for i in range(len(letters) - 1)}
