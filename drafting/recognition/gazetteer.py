"""The names of a facts folder's places: those of its code lists and its own places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from drafting.text.overlaps import without_overlaps
from drafting.text.word_borders import word_borders
from drafting.words.word_tables import word_alternatives, word_table
from graph.model.facts import Facts
from ontology.schema.kinds import Place

# Names of so few letters may stand by chance where two words meet.
MIN_NAME_LETTERS = 2
AUTONOMOUS = re.compile(r"自治[州县旗]$")


class NameForm(StrEnum):
    """How a name of the gazetteer names its place."""

    FULL = "full"
    SHORT = "short"
    OF_THE_FACTS = "of the facts"


class NameMention(NamedTuple):
    """A name in a text, from `start` to `end`, in one of the forms of names."""

    start: int
    end: int
    form: NameForm


@dataclass(frozen=True)
class Gazetteer:
    """Places by name.

    `names` are the names of a code list by code, `wholes` the code of the place that each lies in,
    `own_places` the names that the facts give to places, with their codes.
    """

    names: Mapping[str, str]
    wholes: Mapping[str, str]
    own_places: Mapping[str, str]

    @cached_property
    def codes(self) -> Mapping[tuple[NameForm, str], tuple[str, ...]]:
        """The codes of each name in each form."""
        codes: dict[tuple[NameForm, str], list[str]] = defaultdict(list)
        listed_codes = frozenset(self.names.values())
        for code, name in self.names.items():
            for form, written in _forms(name):
                codes[form, written].append(code)
            for written in former_names(name):
                if written not in listed_codes and self.is_small(code):
                    codes[NameForm.FULL, written].append(code)
        for name, code in self.own_places.items():
            codes[NameForm.OF_THE_FACTS, name].append(code)
        return {key: tuple(dict.fromkeys(values)) for key, values in codes.items()}

    @cached_property
    def tops(self) -> frozenset[str]:
        """The codes at the top: they lie in no other, but others lie in them."""
        return frozenset(self.wholes.values()) - frozenset(self.wholes)

    @cached_property
    def codes_with_parts(self) -> frozenset[str]:
        """The codes in which others lie."""
        return frozenset(self.wholes.values())

    @cached_property
    def _max_name_letters(self) -> Mapping[str, int]:
        """The length of the longest name by its first two letters."""
        longest: dict[str, int] = defaultdict(int)
        for _, name in self.codes:
            longest[name[:2]] = max(longest[name[:2]], len(name))
        return longest

    def mentions(self, text: str) -> list[NameMention]:
        """Spans that are a name, without overlaps: long names first, full names before short."""
        ranks = {form: rank for rank, form in enumerate(NameForm)}
        borders = word_borders(text)
        candidates = (
            name for name in self._all_mentions(text) if not _crosses_border(name, borders)
        )
        longest_first = sorted(
            candidates, key=lambda name: (name.start - name.end, ranks[name.form], name.start)
        )
        return sorted(without_overlaps(longest_first, lambda name: (name.start, name.end)))

    def _all_mentions(self, text: str) -> Iterator[NameMention]:
        for start in range(len(text) - 1):
            for end in range(
                start + 2, start + self._max_name_letters.get(text[start : start + 2], 0) + 1
            ):
                written = text[start:end]
                if len(written) < end - start:
                    break
                forms = (form for form in NameForm if (form, written) in self.codes)
                yield from (NameMention(start, end, form) for form in forms)

    def is_small(self, code: str) -> bool:
        """Whether a place is a county, or as small: it lies in at least two and none lies in it."""
        return code not in self.codes_with_parts and len(self.ancestors(code)) > 1

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The places that a listed place lies in, the innermost first."""
        upper_codes: list[str] = []
        while (code := self.wholes.get(code, "")) and code not in upper_codes:
            upper_codes.append(code)
        return tuple(upper_codes)


def _crosses_border(mention: NameMention, borders: frozenset[int]) -> bool:
    """Whether a name of two letters lies across the border of a word."""
    return mention.end - mention.start == MIN_NAME_LETTERS and mention.start + 1 in borders


def gazetteer(facts: Facts) -> Gazetteer:
    """The gazetteer of a facts folder. Names of one letter are left out."""
    listed_places = [
        item for places in facts.dataset.code_lists.values() for item in places.items()
    ]
    own_places: dict[str, str] = {}
    for code, thing in facts.things.items():
        if isinstance(thing, Place):
            names = (thing.name_zh, *thing.alt_names)
            own_places.update((name, code) for name in names if name and len(name) > 1)
    return Gazetteer(
        names={code: place.name for code, place in listed_places if len(place.name) > 1},
        wholes={code: place.within for code, place in listed_places if place.within},
        own_places=own_places,
    )


def former_names(name: str) -> Iterator[str]:
    """The names of a county before it became a city or district: 甲乙县 of 甲乙市."""
    for row in word_table("former_suffixes"):
        stem = name.removesuffix(row["written"])
        if stem != name and len(stem) > 1:
            yield stem + row["before"]


def _forms(name: str) -> Iterator[tuple[NameForm, str]]:
    """A listed name in full and shortened: 甲乙县 and 甲乙, 甲乙藏族自治州 and 甲乙州."""
    yield NameForm.FULL, name
    peoples = word_alternatives("peoples")
    suffixes = word_alternatives("place_suffixes")
    stem = re.sub(f"(?:{suffixes})$", "", name)
    if AUTONOMOUS.search(name):
        stem = re.sub(f"(?<=..)(?:{peoples})*自治.$", "", name)
    if AUTONOMOUS.search(name) and len(stem) > 1:
        yield NameForm.FULL, stem + name[-1]
    if stem != name and len(stem) > 1:
        yield NameForm.SHORT, stem
