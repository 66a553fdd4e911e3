"""The places and organisations of a text: which of them a clause names, and how a cell has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from drafting.drafts.draft import NEW
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.words.word_tables import alternatives, pairs, word_pattern, word_table

NO_SUBJECT = {PlaceReason.COUNTRY, PlaceReason.LETTER}


@dataclass(frozen=True)
class Parties:
    """The places and organisations of a clean text.

    `codes` are those of organisations by name, `names` the full names of places by code, `wholes`
    the codes of the places that they lie in.
    """

    text: str
    places: Sequence[RecognisedPlace]
    organisations: Sequence[RecognisedOrganisation]
    codes: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)

    def most_named(self) -> str | None:
        """The code of the place that is named most often."""
        codes = (p.code for p in self.places if p.code and p.reason not in NO_SUBJECT)
        return next((code for code, _ in Counter(codes).most_common(1)), None)

    def row(self, first: RecognisedPlace) -> tuple[RecognisedPlace, ...]:
        """A place and those that follow it without a gap: a province, its city, its county."""
        row = [first]
        for place in self.places:
            if place.start == row[-1].end and place.reason not in NO_SUBJECT:
                row.append(place)
        return tuple(row)

    def innermost(self, start: int, end: int) -> str | None:
        """The code of the innermost of the first row that begins between two positions."""
        for place in self.places:
            if start <= place.start < end and place.reason not in NO_SUBJECT:
                return next((p.code for p in reversed(self.row(place)) if p.code), None)
        return None

    def cell(self, organisation: RecognisedOrganisation) -> str:
        """The cell for an organisation: its code, else its name as a new one.

        A name that begins with the word for a level (市政府) is that of the last such place.
        """
        written = organisation.written
        if organisation.level and (place := self._of_level(organisation)):
            written = self.names[place] + written.removeprefix(organisation.level)
        return self.codes.get(written) or f"{NEW}{written}"

    def _of_level(self, organisation: RecognisedOrganisation) -> str | None:
        """The code of the last place of an organisation's level that is named before it."""
        codes = [p.code for p in self.places if p.code and p.start < organisation.start]
        of_level = (c for c in codes[::-1] if self.names.get(c, "").endswith(organisation.level))
        return next(of_level, None)

    def place_of(self, organisation: RecognisedOrganisation) -> str | None:
        """The place that an organisation's name begins with, or of its level."""
        if organisation.level:
            return self._of_level(organisation)
        return self.innermost(organisation.start, organisation.end)

    def country(self, start: int) -> str:
        """The code of the country whose name at a position is a subject; "" for none.

        If the name only says how far something reaches, as in 在全国率先, it is no subject.
        """
        named = (p for p in self.places if p.reason is PlaceReason.COUNTRY and p.start == start)
        place = next(named, None)
        if not place or self.text.startswith(_scopes("behind"), place.end):
            return ""
        return "" if self.text[:start].endswith(_scopes("before")) else place.code or ""

    def spoken_of_at(self, start: int, place: str | None) -> str | None:
        """The code of the place that 全省, 我市 or the like stands for at a position.

        None if it stands for the place that is spoken of anyway.
        """
        words = pairs("whole_place_words", "level")
        match = word_pattern("whole_place_words").match(self.text, start)
        is_scope = match and self.text.startswith(_scopes("behind"), match.end())
        suffix = words[match[0]] if match and not is_scope else ""
        is_of_level = self.names.get(place or "", "").endswith(suffix)
        while suffix and not is_of_level and (place := self.wholes.get(place or "")):
            if self.names.get(place, "").endswith(suffix):
                return place
        return None

    def companions(self, start: int, end: int) -> tuple[str, ...]:
        """The cells of the places that stand beside the first one between positions: 甲、乙两省."""
        first = next((p for p in self.places if start <= p.start < end), None)
        cells: list[str] = []
        while first and first.reason not in NO_SUBJECT:
            last = self.row(first)[-1]
            cells.append(last.code or f"{NEW}{last.written}")
            joint = word_pattern("joining_words").match(self.text, last.end)
            at = joint.end() if joint else -1
            first = next((p for p in self.places if p.start == at), None)
        return tuple(cells[1:])

    def several_at(self, start: int) -> tuple[str, ...]:
        """The codes of the last places that 两省 or the like stands for at a position."""
        counts = pairs("places_counted", "count")
        letters = "".join(row["written"] for row in word_table("level_letters"))
        match = re.compile(f"({alternatives(counts)})([{letters}地])").match(self.text, start)
        before = [
            place.code
            for place in self.places
            if match and place.end <= start and place.code and place.reason not in NO_SUBJECT
            if match[2] == "地" or self.names.get(place.code, "").endswith(match[2])
        ]
        last = list(dict.fromkeys(reversed(before)))[: int(counts[match[1]])] if match else []
        return tuple(reversed(last))

    def called_shortly(self, start: int) -> RecognisedOrganisation | None:
        """The last organisation that a short name at a position stands for, as 集团."""
        if not (match := word_pattern("short_organisations").match(self.text, start)):
            return None
        before = [o for o in self.organisations if o.end <= start and o.written != match[0]]
        return next((o for o in reversed(before) if o.written.endswith(match[0])), None)

    def at(self, start: int, end: int) -> tuple[str | None, str]:
        """The place and party cell of the name that begins between positions; "" for none."""
        for organisation in self.organisations:
            if start <= organisation.start < end:
                place = self.place_of(organisation)
                if organisation.speaks_for_place:
                    own_party = "" if organisation.level else self.cell(organisation)
                    return place, place or own_party
                return place, self.cell(organisation)
        if known := self.called_shortly(start):
            return self.place_of(known), self.cell(known)
        for first in self.places:
            if start <= first.start < end and first.reason not in NO_SUBJECT:
                row = self.row(first)
                end = row[-1].end
                how_far = self.text.startswith(_scopes("behind"), end)
                if how_far or word_pattern("place_attributes").match(self.text, end):
                    return None, ""
                code = next((p.code for p in reversed(row) if p.code), None)
                return code, row[-1].code or f"{NEW}{row[-1].written}"
        return None, ""


@cache
def _scopes(side: str) -> tuple[str, ...]:
    return tuple(pairs("country_scopes", "side", side=side))
