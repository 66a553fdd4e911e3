"""Those who did the same after another: who followed, who went home from a visit, the pupils."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import (
    TaughtLesson,
    cell_of,
    doubtful_lesson,
    host_mention,
    places_between,
    row_at,
)
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_alternatives, word_pattern


def followers(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons of a clause whose teacher its own words need not name.

    Others learned from the article's own place; its own people, from the last other place before.
    """
    yield from _pupils(article, clause)
    yield from _returning_visitors(article, clause)
    word = word_pattern("following_words").search(
        article.clean.text, clause.stretch.start, clause.stretch.end
    )
    if word and (teacher := _teacher(article, clause, clause.stretch.end)):
        yield doubtful_lesson((teacher,), *word.span())


def _pupils(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Who is called a pupil of the article's own place: 学得最像的是乙县, 徒弟有乙县、丙县."""
    home = host_mention(article, clause)
    for match in _pupil_pattern().finditer(
        article.clean.text, clause.stretch.start, clause.stretch.end
    ):
        pupils = row_at(article, match.end())
        if home and pupils and home.code not in {cell_of(article, place) for place in pupils}:
            yield doubtful_lesson((home,), match.start(), pupils[-1].end, pupils)


def _returning_visitors(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """What those did who went home from a visit: 乙县回去后建起了云药房, 从丙县回来后 ...

    A sentence about a visit alone tells no lesson, so a deed must follow.
    """
    text, start = article.clean.text, clause.stretch.start
    match = word_pattern("return_words").search(text, start, clause.stretch.end)
    if not match or not _deed_pattern().search(text, match.end(), clause.sentence.end):
        return
    visited_places = [
        p for p in places_between(article, start, match.start()) if text[p.start - 1] == "从"
    ]
    teacher = visited_places[-1] if visited_places else _teacher(article, clause, start)
    if teacher:
        yield doubtful_lesson((teacher,), *match.span())


def _teacher(article: Article, clause: Clause, end: int) -> RecognisedPlace | None:
    """The article's own place; for its own people the last other place of the paragraph."""
    home = host_mention(article, clause)
    if home is None or clause.party != cell_of(article, home):
        return home
    paragraph = article.clean.text.rfind("\n", 0, clause.stretch.start) + 1
    places = places_between(article, paragraph, end)
    return next((p for p in reversed(places) if cell_of(article, p) != clause.party), None)


@cache
def _pupil_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{word_alternatives('pupil_words')})(?:就|还|也|主要)?(?:是|有|包括)")


@cache
def _deed_pattern() -> re.Pattern[str]:
    """A verb of deeds, or one that ends in success: 办起了, 用上, 建成."""
    success = "[\u4e00-\u9fff](?:[起成上]了|[起上成]来)"
    return re.compile(f"{word_alternatives('deed_verbs')}|{success}")
