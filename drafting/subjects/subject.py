"""The subject of each clause: named at its head, or carried on from an earlier clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from drafting.subjects.clause_heads import clause_head
from drafting.subjects.home_place import is_about_home, is_byline
from drafting.subjects.parties import Parties
from drafting.subjects.references import that_place
from drafting.subjects.speakers import Speaker, speaker
from drafting.text.body import SENTENCE_END, body, is_paragraph
from drafting.text.sentences import Stretch, clauses, list_mark_end, paragraphs, sentences
from drafting.words.word_tables import word_pattern

# How far from the head of a clause, after its opening words, the subject may begin.
MAX_HEAD_DISTANCE = 2
# The day of a dateline.
DAY = re.compile("(?:19|20)[0-9]{2}(?:年|[-./])[0-9]{1,2}(?:月|[-./])[0-9]{1,2}(?![0-9])")
# How many clauses an organisation begins that a text is about.
MIN_LEADING_CLAUSES = 5
# What stands before who does something for the subject: 由甲县医院牵头.
AGENT = "由"
MEDIA_TYPE = "media"


@dataclass(frozen=True)
class Clause:
    """A clause with its sentence, and the code of the place that is its subject, if certain.

    `party` is the cell of the subject, a place or an organisation: a code, `new:NAME` or "".
    `subject_passage` is the clause or heading that names that party; None if no passage does.
    `companions` are the cells of the places that are subjects beside it: 甲、乙两省. `home` are the
    cells of the article's own place and party. `speaker_place` is the code of the place that 我县
    means, and `host_place` that of the place to which guests come: that of its section.
    """

    stretch: Stretch
    sentence: Stretch
    subject: str | None
    party: str = ""
    subject_passage: Stretch | None = None
    companions: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    speaker_place: str = ""
    host_place: str = ""

    @property
    def names_its_party(self) -> bool:
        """Whether the party is named in the clause itself."""
        return self.subject_passage == self.stretch

    @property
    def parties(self) -> tuple[str, ...]:
        """The party and those that stand beside it."""
        return tuple(dict.fromkeys([self.party, *self.companions]))

    def names_one_of(self, cells: Iterable[str]) -> bool:
        """Whether one of these cells is the place or the party of the subject."""
        return any(cell and cell in (self.party, self.subject) for cell in cells)


@dataclass(frozen=True)
class _Topic:
    """What a section is about: a place, and the cell of a party of it; and where that is told.

    `home_party` is the party of the sections about the article's own place, `speaker_place` the
    place that speaks of itself: 我县.
    """

    place: str | None
    home_party: str
    speaker_place: str | None
    party: str = ""
    subject_passage: Stretch | None = None


def clauses_with_subjects(parties: Parties) -> Iterator[Clause]:
    """The clauses of the article's body with their subjects.

    A heading sets the subject of its paragraphs, else the article's place is; a clause that begins
    with a place sets it for its paragraph. A country at the beginning of a clause, or a wider place
    (全省), is the subject until the sentence ends or names another. An organisation is carried on
    to the end of its sentence, unless a clause is about what a place has (县域内就诊率), or another
    only acts for the subject (由甲县医院牵头). Who speaks in a transcript is the subject of what is
    said: 甲县县长：我们……
    """
    text = parties.text
    home_party = _leading_organisation(parties) or parties.home_party
    home = tuple(filter(None, (parties.home, home_party)))
    section = topic = _Topic(parties.home, home_party, parties.home, home_party)
    for line in body(text) or paragraphs(text):
        if label := speaker(parties, line):
            topic = _topic_of_speaker(label, section)
        elif _is_heading(text[line.start : line.end]):
            section = topic = _topic_of_heading(parties, line, topic)
        for clause in _clauses_of_line(parties, line, topic):
            yield replace(
                clause,
                home=home,
                speaker_place=topic.speaker_place or "",
                host_place=topic.place or "",
            )


def _clauses_of_line(parties: Parties, line: Stretch, topic: _Topic) -> Iterator[Clause]:
    """The clauses of a heading, or of a paragraph whose section is about a topic."""
    text, place, place_passage = parties.text, topic.place, topic.subject_passage
    item = Stretch(line.start + list_mark_end(text[line.start : line.end]), line.end)
    for sentence in sentences(text, item):
        organisation, subject_passage, country = "", place_passage, ""
        for clause in clauses(text, sentence):
            head = clause_head(parties, clause)
            named_place, party, companions = _place_and_party(parties, clause, head)
            if not party and (code := _that_place(parties, head, place)):
                named_place = party = code
            if agent := party if text[head - 1 : head] == AGENT else "":
                named_place, party = None, ""
            if party and party != named_place:
                organisation, subject_passage = party, clause
            elif named_place:
                place, organisation = named_place, ""
                place_passage = subject_passage = clause
            elif topic.speaker_place and word_pattern("speaker_words").match(text, head):
                if not _is_quoted(parties, sentence, clause):
                    place, organisation, subject_passage = topic.speaker_place, "", place_passage
            elif word_pattern("area_words").match(text, head):
                organisation, subject_passage = "", place_passage
            wider = parties.country(head) or parties.wider_place_at(head, place)
            country = "" if party else wider or country
            topic_cell = topic.party if place == topic.place else place or ""
            party_cell = agent or country or organisation or topic_cell
            party_passage = clause if agent or country else subject_passage
            yield Clause(
                clause,
                sentence,
                country or named_place or place,
                party_cell,
                party_passage,
                companions,
            )


def _is_quoted(parties: Parties, sentence: Stretch, clause: Stretch) -> bool:
    """Whether a clause quotes a party that its sentence names before: 甲县坦言：“我们学不来。”"""
    quotation = parties.text.rfind("“", sentence.start, clause.start + 1)
    is_open = quotation > parties.text.rfind("”", sentence.start, clause.start)
    names_party = parties.innermost(sentence.start, quotation) is not None
    return is_open and names_party


def _topic_of_speaker(label: Speaker, section: _Topic) -> _Topic:
    """What a speaker talks of: the place of the office; who asks changes nothing."""
    if not (label.place or label.party):
        return section
    return _Topic(label.place, section.home_party, label.place, label.party, label.label)


def _topic_of_heading(parties: Parties, line: Stretch, topic: _Topic) -> _Topic:
    """What the section of a heading is about: the organisation or the place that it names.

    An organisation that ends it is the section's, a place is that of the sections behind it too. A
    short sentence that names no place, or is an item of a list, is no heading.
    """
    heading = parties.text[line.start : line.end]
    names_no_topic = list_mark_end(heading) or not parties.innermost(line.start, line.end)
    if SENTENCE_END.match(heading[-1:]) and names_no_topic:
        return topic
    home = parties.home if is_about_home(heading) else None
    heading_place = parties.innermost(line.start, line.end) or home
    place, subject_passage = (
        (heading_place, line) if heading_place else (topic.place, topic.subject_passage)
    )
    about_home = place == parties.home
    party = topic.home_party if about_home else place or ""
    for organisation in parties.organisations:
        ends_line = organisation.end == line.end and organisation.start >= line.start
        if ends_line and not (organisation.speaks_for_place or organisation.type == MEDIA_TYPE):
            party, subject_passage = parties.cell(organisation), line
    return _Topic(place, topic.home_party, topic.speaker_place, party, subject_passage)


def _leading_organisation(parties: Parties) -> str:
    """The cell of the organisation that a text is about, or "".

    It begins many clauses, and more than twice as many as any other party.
    """
    text, counts = parties.text, Counter[str]()
    in_lines = chain.from_iterable(sentences(text, line) for line in paragraphs(text))
    for clause in chain.from_iterable(clauses(text, sentence) for sentence in in_lines):
        place, party, _ = _place_and_party(parties, clause, clause_head(parties, clause))
        counts[party or place or ""] += 1
    ranking = Counter({party: count for party, count in counts.items() if party}).most_common(2)
    if not ranking or ranking[0][0] in parties.names:
        return ""
    runner_up = ranking[1][1] if len(ranking) > 1 else 0
    leader, count = ranking[0]
    return leader if count >= MIN_LEADING_CLAUSES and count > 2 * runner_up else ""


def _place_and_party(
    parties: Parties, clause: Stretch, head: int
) -> tuple[str | None, str, tuple[str, ...]]:
    """The place and the party that a clause names at its head, and those beside it."""
    has_object = word_pattern("no_subject_words").match(parties.text, head)  # 与甲县, 获评甲省
    reach = min(clause.end, head + (1 if has_object else MAX_HEAD_DISTANCE))
    place, party = parties.place_and_party(head, reach)
    codes = () if party else parties.counted_places_at(head)
    if code := next(iter(codes), ""):
        place, party = code, code
    return place, party, codes[1:] or parties.companions(head, reach)


def _that_place(parties: Parties, head: int, place: str | None) -> str | None:
    """The code of the place that 该县 means, if another is spoken of."""
    return that_place(parties.text, head, place, parties.subject_places, parties.names)


def _is_heading(line: str) -> bool:
    """Whether a line may name the subject of the next lines.

    The place of a reporter does not, nor that of who published the text on a day.
    """
    return not (is_paragraph(line) or is_byline(line) or DAY.search(line))
