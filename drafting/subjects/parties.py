"""The places and organisations of a text: which of them a clause names, and how a cell has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from drafting.drafts.draft import NEW_PREFIX
from drafting.recognition.organisations import RecognisedOrganisation, standard_name
from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.subjects.home_place import home_organisation, home_place
from drafting.subjects.references import (
    counted_places,
    former_and_latter,
    scope_words,
    wider_place,
)
from drafting.words.word_tables import word_alternatives, word_pattern

# Words of a text that speaks of its own place, and how often it has them.
FIRST_PERSON, MIN_FIRST_PERSONS = re.compile("我[们省市县区州镇乡院]"), 3
# What stands before the first letter of a clause, and between the organisations of a row.
CLAUSE_MARKS, ROW_MARKS = " \n,，。；;：:！!？?（(“《—)）", "、和与及"
# What stands before a partner, or before the other place at a border.
PARTNER_PREPOSITIONS = "与和同跟"
NO_SUBJECT = {PlaceReason.COUNTRY, PlaceReason.LETTER}


@dataclass(frozen=True)
class Parties:
    """The places and organisations of a clean text, with the codes of organisations by name, the
    full names of places by code, and the codes of the places that they lie in."""

    text: str
    places: Sequence[RecognisedPlace]
    organisations: Sequence[RecognisedOrganisation]
    codes: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def subject_places(self) -> Sequence[RecognisedPlace]:
        """The places that may be subjects."""
        return [place for place in self.places if place.reason not in NO_SUBJECT]

    @cached_property
    def home(self) -> str | None:
        """The code of the place that the article is about."""
        home = self._own_organisation
        own_place = self.innermost(home.start, home.end) if home else None
        return own_place or home_place(self.text, self.subject_places, self.names)

    @cached_property
    def home_party(self) -> str:
        """The cell of the organisation that is called 我院, else of the home place, or ""."""
        organisation = self._own_organisation
        return self.cell(organisation) if organisation else self.home or ""

    @cached_property
    def _own_organisation(self) -> RecognisedOrganisation | None:
        name = home_organisation(self.text, self.organisations)
        return next((o for o in self.organisations if o.words == name), None)

    def row(self, first: RecognisedPlace) -> tuple[RecognisedPlace, ...]:
        """A place and those in it that follow: a province, its city, its county; 甲市下辖的乙县."""
        row = [first]
        for place in self.places:
            if self._follows(row[-1].end, place.start) and place.reason not in NO_SUBJECT:
                row.append(place)
        return tuple(row)

    def _follows(self, end: int, start: int) -> bool:
        """Whether a place that begins at a position stands directly behind another, or in it."""
        return end == start or bool(
            word_pattern("containing_words").fullmatch(self.text, end, start)
        )

    def innermost(self, start: int, end: int) -> str | None:
        """The code of the innermost of the first row that begins between two positions."""
        inside = (place for place in self.subject_places if start <= place.start < end)
        row = self.row(first) if (first := next(inside, None)) else ()
        return next((place.code for place in reversed(row) if place.code), None)

    def cell(self, organisation: RecognisedOrganisation) -> str:
        """The cell for an organisation: its code, else its name as a new one.

        A name that begins with the word for a level (市政府) is that of such a place, one in a row
        (甲省医保局、财政厅) has the place of the one before, and one may have two: 甲省乙县医院.
        """
        start, end = organisation.start, organisation.end
        names = (self.text[p.start : end] for p in self.places if start < p.start < end)
        if code := next((self.codes[name] for name in names if name in self.codes), ""):
            return code
        name, place = organisation.words, self.place_of(organisation)
        if place and organisation.level:
            name = self.names[place] + name.removeprefix(organisation.level)
        elif place and not self.innermost(organisation.start, organisation.end):
            name = self.names.get(place, "") + name
        full_name = self._full_names.get(standard_name(name), name)
        return self.codes.get(name) or self.codes.get(full_name) or f"{NEW_PREFIX}{full_name}"

    @cached_property
    def _full_names(self) -> Mapping[str, str]:
        """The longest name that the text has for each organisation that it names in full."""
        names = sorted({o.words for o in self.organisations if not o.level}, key=len)
        return {standard_name(name): name for name in names}

    def _place_of_level(self, organisation: RecognisedOrganisation) -> str | None:
        """The code of the place of an organisation's level that the text is about.

        It begins a clause of the paragraph before the organisation; else it is the place of a text
        that says 我县, else the last place of the level, if one begins a clause the last of these.
        """
        places = [
            place
            for place in self.places
            if place.code and place.start < organisation.start
            if self.names.get(place.code, "").endswith(organisation.level)
        ]
        heads = [place for place in places if self._begins_clause(place)]
        nearby = [p.code for p in heads if p.start > self.text.rfind("\n", 0, organisation.start)]
        name = self.names.get(self.home or "", "")
        home = self.home if name.endswith(organisation.level) else None
        if nearby or not (home and self._is_first_person):
            codes = [place.code for place in (*places, *heads)][-1:]
            return next(iter([*nearby[-1:], *codes]), home or self._above_home(organisation.level))
        return home

    def _above_home(self, level: str) -> str | None:
        """The code of the place of a level in which the home place lies: 省 of 省人民医院."""
        place = self.wholes.get(self.home or "")
        while place and not self.names.get(place, "").endswith(level):
            place = self.wholes.get(place)
        return place

    @cached_property
    def _is_first_person(self) -> bool:
        return len(FIRST_PERSON.findall(self.text)) >= MIN_FIRST_PERSONS

    def _begins_clause(self, place: RecognisedPlace) -> bool:
        """Whether a place, or the row of places that it ends, begins a clause."""
        start = place.start
        while row := [p for p in self.places if p.start < start and self._follows(p.end, start)]:
            start = row[0].start
        return start == 0 or self.text[start - 1] in CLAUSE_MARKS

    def place_of(self, organisation: RecognisedOrganisation) -> str | None:
        """The place that an organisation's name begins with, of its level, or of its row."""
        if organisation.level:
            return self._place_of_level(organisation)
        own_place = self.innermost(organisation.start, organisation.end)
        if own_place or not organisation.speaks_for_place:
            return own_place
        leader = next((o for o in self.organisations if o.end == organisation.start - 1), None)
        in_row = leader and self.text[leader.end] in ROW_MARKS and leader.speaks_for_place
        return self.place_of(leader) if leader and in_row else None

    def country(self, start: int) -> str:
        """The code of the country whose name at a position is a subject; "" for none.

        If the name only says how far something reaches, as in 在全国率先, it is no subject.
        """
        countries = (p for p in self.places if p.reason is PlaceReason.COUNTRY and p.start == start)
        place = next(countries, None)
        if not place or self.text.startswith(scope_words("behind"), place.end):
            return ""
        return "" if self.text[:start].endswith(scope_words("before")) else place.code or ""

    def wider_place_at(self, start: int, place: str | None) -> str | None:
        """The code of the place that 全省, 我市 or the like stands for at a position.

        None if it stands for the place that is spoken of anyway.
        """
        return wider_place(self.text, start, place, self.names, self.wholes)

    def companions(self, start: int, end: int) -> tuple[str, ...]:
        """The cells of the places that stand beside the first one between positions: 甲、乙两省."""
        place = next((p for p in self.places if start <= p.start < end), None)
        cells: list[str] = []
        while place and place.reason not in NO_SUBJECT:
            innermost = self.row(place)[-1]
            cells.append(innermost.code or f"{NEW_PREFIX}{innermost.words}")
            joint = word_pattern("joining_words").match(self.text, innermost.end)
            next_start = joint.end() if joint else -1
            place = next((p for p in self.places if p.start == next_start), None)
        return tuple(cells[1:])

    def counted_places_at(self, start: int) -> tuple[str, ...]:
        """The codes of the last places that 两省 or the like stands for at a position."""
        return counted_places(self.text, start, self.subject_places, self.names)

    @cached_property
    def references(self) -> Mapping[int, str]:
        """The cell of the party that 前者 or 后者 stands for, by the position of the word."""
        mentions = [(o.start, self.cell(o)) for o in self.organisations]
        for place in self.places:
            if place.reason not in NO_SUBJECT and not self._is_in_name(place):
                mentions.append((place.start, self.row(place)[-1].code or ""))
        return former_and_latter(self.text, sorted(mentions))

    def _is_in_name(self, place: RecognisedPlace) -> bool:
        return any(o.start <= place.start < o.end for o in self.organisations)

    def organisation_of_short_name(self, start: int) -> RecognisedOrganisation | None:
        """The organisation that a short name at a position stands for, as 集团 or 该集团.

        It is the last one that the paragraph names before, else the one of no other place that the
        text before names most often in full.
        """
        short_names = word_alternatives("short_organisations")
        match = re.compile(f"该?({short_names})").match(self.text, start)
        if not match:
            return None
        organisations = [
            o
            for o in self.organisations
            if o.end <= start and o.words != match[1] and o.words.endswith(match[1])
        ]
        if nearby := [o for o in organisations if o.start > self.text.rfind("\n", 0, start)]:
            return nearby[-1]
        local = [o for o in organisations if self.place_of(o) in (None, self.home)]
        counts = Counter(self.cell(o) for o in local)
        return max(reversed(local), key=lambda o: counts[self.cell(o)], default=None)

    def place_and_party(self, start: int, end: int) -> tuple[str | None, str]:
        """The place and party cell of the name that begins between positions; "" for none."""
        if cell := self.references.get(start, ""):
            return cell if cell in self.names else None, cell
        for organisation in self.organisations:
            if start <= organisation.start < end:
                place = self.place_of(organisation)
                if organisation.speaks_for_place:
                    own_party = "" if organisation.level else self.cell(organisation)
                    return place, place or own_party
                return place, self.cell(organisation)
        if short_name := self.organisation_of_short_name(start):
            return self.place_of(short_name), self.cell(short_name)
        for first in self.places:
            if start <= first.start < end and first.reason not in NO_SUBJECT:
                row = self.row(first)
                end = row[-1].end
                is_scope = self.text.startswith(scope_words("behind"), end)
                if is_scope or word_pattern("place_attributes").match(self.text, end):
                    return None, ""
                code = next((p.code for p in reversed(row) if p.code), None)
                return code, row[-1].code or f"{NEW_PREFIX}{row[-1].words}"
        return None, ""
