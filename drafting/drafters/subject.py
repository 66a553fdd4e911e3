"""The subject of each clause: named at its head, or carried on from an earlier clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from drafting.drafts.draft import NEW
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.text.body import body, is_paragraph
from drafting.text.sentences import Stretch, clauses, list_mark_end, paragraphs, sentences
from drafting.words.word_tables import (
    alternatives,
    pairs,
    word_alternatives,
    word_pattern,
    word_table,
)

NO_SUBJECT = {PlaceReason.COUNTRY, PlaceReason.LETTER}
# How far from the head of a clause, after its opening words, the subject may begin.
HEAD = 2
# How long a leading clause (in 2023, by ...) an opening may be.
OPENING = 20
# How many sentences an organisation is carried on without being named again.
CARRIED = 2


@dataclass(frozen=True)
class Clause:
    """A clause with its sentence, and the code of the place that is its subject, if certain.

    `party` is the cell of the subject, a place or an organisation: a code, `new:NAME` or "".
    `told_at` is the clause or heading that names that party; None if no passage does. `others` are
    the cells of the places that are subjects beside it: 甲、乙两省.
    """

    stretch: Stretch
    sentence: Stretch
    subject: str | None
    party: str = ""
    told_at: Stretch | None = None
    others: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """The party and those that stand beside it."""
        return tuple(dict.fromkeys([self.party, *self.others]))

    def names_one_of(self, cells: Iterable[str]) -> bool:
        """Whether one of these cells is the place or the party of the subject."""
        return any(cell and cell in (self.party, self.subject) for cell in cells)


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
            written = place + written.removeprefix(organisation.level)
        return self.codes.get(written) or f"{NEW}{written}"

    def _of_level(self, organisation: RecognisedOrganisation) -> str:
        """The full name of the last place of an organisation's level that is named before it."""
        names = [
            self.names.get(place.code or "", "")
            for place in self.places
            if place.start < organisation.start
        ]
        return next((n for n in reversed(names) if n.endswith(organisation.level)), "")

    def place_of(self, organisation: RecognisedOrganisation) -> str | None:
        """The place that an organisation's name begins with."""
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

    def at(self, start: int, end: int) -> tuple[str | None, str]:
        """The place and party cell of the name that begins between positions; "" for none."""
        for organisation in self.organisations:
            if start <= organisation.start < end:
                place = self.place_of(organisation)
                if organisation.speaks_for_place:
                    own_party = "" if organisation.level else self.cell(organisation)
                    return place, place or own_party
                return place, self.cell(organisation)
        for first in self.places:
            if start <= first.start < end and first.reason not in NO_SUBJECT:
                row = self.row(first)
                if word_pattern("place_attributes").match(self.text, row[-1].end):
                    return None, ""
                code = next((p.code for p in reversed(row) if p.code), None)
                return code, row[-1].code or f"{NEW}{row[-1].written}"
        return None, ""


def spoken_of(parties: Parties) -> Iterator[Clause]:
    """The clauses of the article's body with their subjects.

    A heading sets the subject, and so does a clause that begins with a place. A country at the
    beginning of a clause is the subject until the sentence ends or names another. An organisation
    is carried on for two sentences and never past its paragraph.
    """
    text = parties.text
    counts = Counter(p.code for p in parties.places if p.code and p.reason not in NO_SUBJECT)
    place = counts.most_common(1)[0][0] if counts else None
    place_at: Stretch | None = None
    for line in body(text) or paragraphs(text):
        if _is_heading(text[line.start : line.end]):
            heading = parties.innermost(line.start, line.end)
            place, place_at = (heading, line) if heading else (place, place_at)
        organisation, since, told_at = "", 0, place_at
        item = Stretch(line.start + list_mark_end(text[line.start : line.end]), line.end)
        for sentence in sentences(text, item):
            since, country = since + 1, ""
            if since > CARRIED or _whole_place().search(text, sentence.start, sentence.end):
                organisation, told_at = "", place_at
            for clause in clauses(text, sentence):
                head = _head(text, clause)
                named, party = parties.at(head, min(clause.end, head + HEAD))
                several = () if party else parties.several_at(head)
                if not party and (code := next(iter(several), parties.spoken_of_at(head, place))):
                    named, party = code, code
                others = several[1:] or parties.companions(head, min(clause.end, head + HEAD))
                if party and party != named:
                    organisation, since, told_at = party, 0, clause
                elif named:
                    place, organisation = named, ""
                    place_at = told_at = clause
                country = "" if party else parties.country(head) or country
                party, told = country or organisation or place or "", clause if country else told_at
                yield Clause(clause, sentence, country or named or place, party, told, others)


def _is_heading(line: str) -> bool:
    """Whether a line may name the subject of the next lines; a reporter's place does not."""
    byline = word_pattern("byline_words").search(line) or word_pattern("source_labels").match(line)
    return not (is_paragraph(line) or byline)


def _head(text: str, clause: Stretch) -> int:
    """Where a clause begins after its opening words."""
    match = _opening().match(text, clause.start, clause.end)
    return match.end() if match else clause.start


@cache
def _scopes(side: str) -> tuple[str, ...]:
    return tuple(pairs("country_scopes", "side", side=side))


@cache
def _opening() -> re.Pattern[str]:
    words = word_alternatives("sentence_openers")
    year = r"自?[0-9]{4}年(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?(?:起|以来|初|底)?"
    return re.compile(rf"(?:{words}|{year}|[“\"\s,，:：])*")


@cache
def _whole_place() -> re.Pattern[str]:
    return word_pattern("whole_place_words")
