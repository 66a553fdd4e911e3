"""A lesson or a visit as a clause tells it, and the places that may teach or learn."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from drafting.drafters.article import Article
from drafting.drafts.draft import NEW_PREFIX
from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.references import FORMER
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import pairs, word_alternatives, word_pattern
from ontology.schema.enums import Stance

# Verbs that mean a lesson if the place stands anywhere behind them, or only directly behind.
PLACE_ANYWHERE, PLACE_DIRECTLY_BEHIND = "anywhere", "only"
HOW_LEARNED, HOW_VISITED = "learned", "visited"
TEACHING_TYPES = {"hospital", "medical_group", "primary_care"}
# A letter within a clause.
NO_MARK = "[^，,。；;：:！!？?\n]"


@dataclass(frozen=True)
class TaughtLesson:
    """The taught places, how they taught, and the characters from the first word to the last.

    `learners` are empty where the lesson's own words do not name them; `how` is "" for a visit
    that no word calls a lesson. `is_doubtful` where the words may mean something else.
    `stance` is None where the words of the clause tell it.
    """

    teachers: tuple[RecognisedPlace, ...]
    how: str
    start: int
    end: int
    learners: tuple[RecognisedPlace, ...] = ()
    is_doubtful: bool = field(default=False, kw_only=True)
    stance: Stance | None = field(default=None, kw_only=True)

    @property
    def is_visit(self) -> bool:
        """Whether the learners went to the teachers."""
        return self.how in ("", HOW_VISITED)


def doubtful_lesson(
    teachers: tuple[RecognisedPlace, ...],
    start: int,
    end: int,
    learners: tuple[RecognisedPlace, ...] = (),
) -> TaughtLesson:
    """A lesson whose words may mean something else."""
    return TaughtLesson(teachers, HOW_LEARNED, start, end, learners, is_doubtful=True)


def row_at(article: Article, start: int) -> tuple[RecognisedPlace, ...]:
    """The first places of the rows that begin at a position, joined by 、 or the like.

    A word for here (我县, 这里) is the place of which the article speaks most.
    """
    row: list[RecognisedPlace] = []
    while place := _place_at(article, start):
        row.append(place)
        end = end_of(article, place)
        joint = word_pattern("joining_words").match(article.clean.text, end)
        start = joint.end() if joint else -1
    return tuple(row)


def places_between(article: Article, start: int, end: int) -> list[RecognisedPlace]:
    """The first places of the rows that begin between two positions."""
    places = [p for p in article.places if start <= p.start < end and p.reason not in NO_SUBJECT]
    references = (p for p in article.parties.references if start <= p < end)
    places += filter(None, (_reference_at(article, position) for position in references))
    ends = {place.end for place in article.places if place.reason not in NO_SUBJECT}
    return [place for place in sorted(places) if place.start not in ends]


def home_mention(article: Article, clause: Clause) -> RecognisedPlace | None:
    """A mention of the place that a clause calls 我县, else of the one that the article is about.

    None if it is about no place.
    """
    return _mention(article, clause.speaker_place or article.home_place)


def host_mention(article: Article, clause: Clause) -> RecognisedPlace | None:
    """A mention of the place to which the guests of a clause come; None for no place."""
    return _mention(article, clause.host_place or article.home_place)


def _mention(article: Article, code: str) -> RecognisedPlace | None:
    """The first mention of a place that begins no organisation's name, else the first."""
    mentions = [place for place in article.places if place.code == code]
    alone = (place for place in mentions if cell_of(article, place) == code)
    return next(alone, mentions[0] if mentions else None)


def _place_at(article: Article, start: int) -> RecognisedPlace | None:
    """The place at a position; a word for here and 县医院 are places too, with a party's cell."""
    for place in article.places:
        if place.start == start and place.reason not in NO_SUBJECT:
            return place
    for organisation in article.parties.organisations:
        is_teacher = organisation.level or organisation.type in TEACHING_TYPES
        if organisation.start == start and is_teacher:
            cell, written = article.parties.cell(organisation), organisation.words
            return RecognisedPlace(start, organisation.end, cell, written, PlaceReason.OF_THE_FACTS)
    if reference := _reference_at(article, start):
        return reference
    here_word = word_pattern("here_words").match(article.clean.text, start) if start >= 0 else None
    if here_word and (party := _here_party(article, start)):
        return RecognisedPlace(
            start, here_word.end(), party, here_word[0], PlaceReason.OF_THE_FACTS
        )
    return None


def _here_party(article: Article, start: int) -> str:
    """The cell of the party that a word for here at a position means."""
    clause = article.clause_at(start)
    is_elsewhere = clause and clause.speaker_place not in ("", article.home_place)
    return clause.speaker_place if clause and is_elsewhere else article.parties.home_party


def _reference_at(article: Article, start: int) -> RecognisedPlace | None:
    """The party that 前者 or 后者 at a position stands for."""
    cell = article.parties.references.get(start)
    if not cell:
        return None
    end = start + len(FORMER)
    written = article.clean.text[start:end]
    return RecognisedPlace(start, end, cell, written, PlaceReason.OF_THE_FACTS)


def cell_of(article: Article, place: RecognisedPlace) -> str | None:
    """The cell of the organisation that a place begins, else of the innermost of its row."""
    for organisation in article.parties.organisations:
        if organisation.start == place.start and not organisation.speaks_for_place:
            return article.parties.cell(organisation)
    return article.innermost(place.start, place.end) or place.code


def end_of(article: Article, place: RecognisedPlace) -> int:
    """Where the name ends that a place begins: that of an organisation, or of a row of places."""
    end = article.parties.row(place)[-1].end
    organisation_ends = (
        o.end for o in article.parties.organisations if o.start <= place.start < o.end
    )
    return max([end, *organisation_ends])


def parties_near(article: Article, stretch: Stretch) -> tuple[str, ...]:
    """The cells of the places and organisations that a stretch names, the last first."""
    parties = article.parties
    organisations = [o for o in parties.organisations if stretch.start <= o.start < stretch.end]
    cells = [(o.start, parties.cell(o)) for o in organisations]
    for place in places_between(article, stretch.start, stretch.end):
        if not any(o.start <= place.start < o.end for o in organisations):
            cells.append((place.start, cell_of(article, place) or f"{NEW_PREFIX}{place.words}"))
    return tuple(dict.fromkeys(cell for _, cell in sorted(cells, reverse=True)))


def follows_practice(text: str, start: int, end: int) -> bool:
    """Whether a word for a practice follows a place before a position, or what it has (的)."""
    return text.startswith("的", start) or bool(content_pattern().search(text, start, end))


@cache
def lesson_verb_rows() -> dict[str, tuple[str, str]]:
    how, direct = pairs("lesson_verbs", "how"), pairs("lesson_verbs", "direct")
    return {verb: (how[verb], direct[verb]) for verb in how}


@cache
def content_pattern() -> re.Pattern[str]:
    """Words for what one may learn from a place."""
    return re.compile(f"{word_alternatives('lesson_objects')}|{word_alternatives('taught_things')}")
