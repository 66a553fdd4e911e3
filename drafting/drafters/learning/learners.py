"""Who learned: those whom a clause calls on or sends, its subjects, or who is named near it."""

from __future__ import annotations

import re
from dataclasses import replace

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import TaughtLesson, cell_of, parties_near, row_at
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

# How far before a sentence learners may be named.
LETTERS_BEFORE = 60


def with_called_learners(article: Article, clause: Clause, lesson: TaughtLesson) -> TaughtLesson:
    """A lesson with those whom its clause calls on to learn, or sends: 要求甲县、乙县学习丙县.

    Who calls or sends does not learn.
    """
    called_places = () if lesson.learners else _called_places(article, clause, lesson)
    return replace(lesson, learners=called_places) if called_places else lesson


def _called_places(
    article: Article, clause: Clause, lesson: TaughtLesson
) -> tuple[RecognisedPlace, ...]:
    """The row of places directly behind a word such as 要求 or 组织, before what they learn."""
    first_teacher = min(place.start for place in lesson.teachers)
    for call in word_pattern("learner_calls").finditer(
        article.clean.text, clause.stretch.start, min(lesson.start, first_teacher)
    ):
        row = row_at(article, call.end())
        if row and row[-1].end <= first_teacher:
            return row
    return ()


def counted_learners(article: Article, clause: Clause, lesson: TaughtLesson) -> list[str]:
    """The cells of the places that 三县 or the like before a lesson stands for, if none taught."""
    start = clause.stretch.start
    counts = re.compile(f"(?:{word_alternatives('places_counted')})[省市州县区旗地]")
    teachers = set(cells_of(article, lesson.teachers))
    for match in counts.finditer(article.clean.text, start, max(start, lesson.start)):
        codes = article.parties.counted_places_at(match.start())
        if len(codes) > 1 and not teachers & set(codes):
            return list(codes)
    return []


def subject_learners(clause: Clause, teachers: set[str | None]) -> list[str]:
    """The cells of several subjects of a clause, 甲县、乙县; none if one of them taught."""
    if not clause.companions or teachers & set(clause.parties):
        return []
    return list(filter(None, clause.parties))


def possible_learners(article: Article, clause: Clause) -> list[str]:
    """The cells of who may have learned: the subject, who is named in its sentence or shortly
    before it, and the party that the article is about; first the organisation that says 我院."""
    passage = Stretch(clause.sentence.start - LETTERS_BEFORE, clause.sentence.end)
    home_party = article.parties.home_party
    own_parties = [home_party, article.home_place]
    if clause.speaker_place not in ("", article.home_place):
        own_parties = [clause.speaker_place]
    own_organisation = home_party if clause.party == home_party != article.home_place else ""
    cells = [
        own_organisation,
        clause.subject or "",
        clause.party,
        *parties_near(article, clause.sentence)[:1],
        *own_parties,
        *parties_near(article, clause.sentence),
        *parties_near(article, passage),
    ]
    return list(dict.fromkeys(filter(None, cells)))


def cells_of(article: Article, places: tuple[RecognisedPlace, ...]) -> list[str]:
    """The cells of places, each once."""
    return list(dict.fromkeys(filter(None, (cell_of(article, place) for place in places))))
