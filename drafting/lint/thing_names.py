"""The names of things in simplified letters, and how far a text covers a name."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from drafting.lint.precedents import Precedent, precedents
from drafting.text.clean_text import CleanText
from drafting.words.word_tables import word_table
from graph.model.facts import Facts
from ontology.schema.kinds import (
    Event,
    Indicator,
    Issuance,
    Mechanism,
    Organisation,
    Place,
    Source,
    Thing,
)
from texts.tables import BilingualText

CHINESE = re.compile("[\u3400-\u9fff]")
NO_LETTERS = re.compile(r"[\W_的]+")
# A single letter counts less than a pair of letters.
LETTER_WEIGHT = 0.25
# The party's committee of a place, which texts call by its last two letters: 市委.
COMMITTEE = re.compile("..[省市县区州旗]委$")
# A short form has three to five letters, and leaves out at most two in one place.
MIN_FORM_LETTERS, MAX_SHORT_FORM_LETTERS, MAX_GAP = 3, 5, 2


@dataclass(frozen=True)
class ThingNames:
    """The names of things by code.

    A name's letters and pairs of letters weigh by how few names of its kind have them.
    `publishers` are the names of who published each source, `document_days` the days on which it
    was published or issued; `precedents` are the mechanisms that adoptions have under a local name
    or within a model, and `event_types` the types of events.
    """

    names: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    labels: Mapping[str, BilingualText]
    levels: Mapping[str, str]
    units: Mapping[str, str]
    publishers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    document_days: Mapping[str, frozenset[str]] = field(default_factory=dict)
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    precedents: Mapping[str, frozenset[Precedent]] = field(default_factory=dict)
    event_types: Mapping[str, str] = field(default_factory=dict)
    _frequencies: dict[str, Counter[str]] = field(default_factory=dict, compare=False)

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the things of each kind."""
        codes: dict[str, list[str]] = {}
        for code, kind in self.kinds.items():
            codes.setdefault(kind, []).append(code)
        return {kind: tuple(values) for kind, values in codes.items()}

    def display(self, code: str) -> BilingualText:
        """The display name of a thing; its code if it is not in the facts."""
        return self.labels.get(code, BilingualText(code, code))

    def coverage(self, code: str, text: str, more_names: Iterable[str] = ()) -> float:
        """The largest share of the weight of one of a thing's names that a text has, 0 to 1."""
        names = (*self.names.get(code, ()), *more_names)
        if any(has_short_form(text, name) for name in names):
            return 1
        return max((self._covered_share(self.kinds[code], name, text) for name in names), default=0)

    def best_coverage(self, kind: str, text: str, related_to: str) -> float:
        """The largest share that a text has of the name of an unrelated thing of a kind, 0 to 1."""
        others = self.unrelated_codes(kind, related_to)
        return max((self.coverage(code, text) for code in others), default=0)

    def unrelated_codes(self, kind: str, code: str) -> Iterator[str]:
        """The things of a kind that are not related to one.

        A broader or narrower thing is related, and so is one under the same broader thing.
        """
        family = {code, *self.broader.get(code, ())}
        for other in self.codes.get(kind, ()):
            if family.isdisjoint((other, *self.broader.get(other, ()))):
                yield other

    def is_related(self, code: str, other: str) -> bool:
        """Whether two things are the same, or one is a broader one of the other, or of both."""
        return other in (code, *self.broader.get(code, ())) or not {
            code,
            *self.broader.get(code, ()),
        }.isdisjoint((other, *self.broader.get(other, ())))

    def is_broader(self, code: str, narrower: str) -> bool:
        """Whether a thing is a broader one of another."""
        return code in self.broader.get(narrower, ())

    def _covered_share(self, kind: str, name: str, text: str) -> float:
        """The share of a name in a text; one in Latin letters stands there as a whole or not, for
        its letters and digits alone tell nothing."""
        if not CHINESE.search(name):
            return float(
                name in text and bool(re.search(rf"\b{re.escape(name)}\b", text, re.ASCII))
            )
        own_parts, parts = letter_parts(name), letter_parts(text)
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
            code: BilingualText(facts.display_name(code, "zh"), facts.display_name(code, "en"))
            for code in facts.things
        },
        {place.code: place.level.value for place in facts.things_of(Place) if place.level},
        {indicator.code: indicator.unit for indicator in facts.things_of(Indicator)},
        {
            source.code: _names(facts.things[source.publisher])
            for source in facts.things_of(Source)
            if source.publisher and source.publisher in facts.things
        },
        _document_days(facts),
        {thing.code: thing.broader for thing in facts.things_of(Mechanism) if thing.broader},
        precedents(facts),
        {event.code: event.type.value for event in facts.things_of(Event)},
    )


def _document_days(facts: Facts) -> Mapping[str, frozenset[str]]:
    days = {source.code: {source.published or ""} for source in facts.things_of(Source)}
    for issuance in facts.statements_of(Issuance):
        days.setdefault(issuance.source, set()).add(issuance.when or "")
    return {code: frozenset(filter(None, day_list)) for code, day_list in days.items()}


def _names(thing: Thing) -> tuple[str, ...]:
    names = [CleanText(name).text for name in (thing.name_zh, *thing.alt_names) if name]
    if isinstance(thing, Organisation):
        names += [short for name in names for short in _with_short_heads(name)]
        names += [name[-2:] for name in names if COMMITTEE.search(name)]
    return tuple(dict.fromkeys([*names, *filter(None, [thing.name_en])]))


def _with_short_heads(name: str) -> Iterable[str]:
    """A name with the last word as texts shorten it: 卫健委 for 卫生健康委员会."""
    for row in word_table("organisation_synonyms"):
        if name.endswith(row["name"]):
            yield name.removesuffix(row["name"]) + row["written"]


@cache
def has_short_form(text: str, name: str) -> bool:
    """Whether a text writes a name longer or shorter, with the same first and last letter.

    医疗联合体 is 医联体: the letters of the shorter form stand in the longer one in their order,
    with at most two others between them, and are at least half of it.
    """
    letters = NO_LETTERS.sub("", name)
    if len(letters) < MIN_FORM_LETTERS:
        return False
    gap = f"[\u4e00-\u9fff]{{0,{MAX_GAP}}}"
    is_there = all(letter in text for letter in letters)
    if (
        is_there
        and len(letters) <= MAX_SHORT_FORM_LETTERS
        and re.search(gap.join(map(re.escape, letters)), text)
    ):
        return True
    if letters[-1] not in text:
        return False
    starts = [match.start() for match in re.finditer(re.escape(letters[0]), text)]
    return any(
        _is_short_form(text[start : start + length], letters)
        for start in starts
        for length in range(max(MIN_FORM_LETTERS, (len(letters) + 1) // 2), len(letters))
    )


def _is_short_form(short: str, letters: str) -> bool:
    if short[-1:] != letters[-1] or len(short) > MAX_SHORT_FORM_LETTERS:
        return False
    gap = f".{{0,{MAX_GAP}}}"
    return bool(re.fullmatch(gap.join(map(re.escape, short)), letters))


@cache
def letter_parts(text: str) -> frozenset[str]:
    """The letters and pairs of letters of a text, without signs and spaces."""
    letters = NO_LETTERS.sub("", text)
    return frozenset(letters) | {letters[i : i + 2] for i in range(len(letters) - 1)}
