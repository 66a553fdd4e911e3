"""Lessons told from the teacher's side: 将办法传授给甲县, 应甲县之邀授课, 学得起来的只有甲县."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import (
    NO_MARK,
    TaughtLesson,
    cell_of,
    doubtful_lesson,
    end_of,
    home_mention,
    places_between,
    row_at,
)
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_alternatives, word_pattern

# How much may stand between a guest who is asked for and the lesson.
MAX_LETTERS_BEFORE_LESSON = 12


def given_lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons of a clause whose subject, or the article's own place, gives them."""
    yield from _handed_over(article, clause)
    yield from _invited_lessons(article, clause)
    yield from _invited_by_guests(article, clause)


def _handed_over(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """What is passed on to others: 甲医院将手法传授给乙医院和丙医院."""
    text, start = article.clean.text, clause.stretch.start
    for match in word_pattern("giving_verbs").finditer(text, start, clause.stretch.end):
        learners = row_at(article, match.end())
        places = places_between(article, start, match.start())
        teacher = places[0] if places else _subject_mention(article, clause, match.start())
        if learners and teacher and teacher not in learners:
            span = match.start(), end_of(article, learners[-1])
            yield doubtful_lesson((teacher,), *span, learners)


def _invited_lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Who teaches at the wish of others: 甲县应乙县、丙县之邀上门授课."""
    text, start = article.clean.text, clause.stretch.start
    for place in places_between(article, start, clause.stretch.end):
        row = row_at(article, place.start)
        end = end_of(article, row[-1]) if row else place.end
        closing = _invitation_pattern().match(text, end, clause.stretch.end)
        if row and closing and text[place.start - 1] == "应":
            places = places_between(article, start, place.start - 1)
            teacher = places[0] if places else _subject_mention(article, clause, place.start)
            if teacher:
                span = place.start, closing.end()
                yield doubtful_lesson((teacher,), *span, row)


def _invited_by_guests(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """What others ask of the article's own place: 乙县请我们去讲课, 向我们要了表格."""
    match = _request_pattern().search(article.clean.text, clause.stretch.start, clause.stretch.end)
    home = home_mention(article, clause)
    own_cells = {clause.speaker_place, home.code if home else "", article.parties.home_party}
    if match and home and clause.party and clause.party not in own_cells:
        here = next(start for start in map(match.start, match.groupdict()) if start >= 0)
        own_row = row_at(article, here) or (home,)
        yield doubtful_lesson(own_row, *match.span())


def _subject_mention(article: Article, clause: Clause, end: int) -> RecognisedPlace | None:
    """The last mention of a clause's subject before a position of its paragraph."""
    paragraph = article.clean.text.rfind("\n", 0, clause.stretch.start) + 1
    mentions = reversed(places_between(article, paragraph, end))
    return next((p for p in mentions if cell_of(article, p) == clause.party), None)


@cache
def _invitation_pattern() -> re.Pattern[str]:
    """A lesson behind who asked for it: 之邀上门授课."""
    lessons = word_alternatives("lesson_giving")
    return re.compile(
        rf"等?地?(?:之邀|的?邀请|之请|的?请求){NO_MARK}{{0,{MAX_LETTERS_BEFORE_LESSON}}}?(?:{lessons})"
    )


@cache
def _request_pattern() -> re.Pattern[str]:
    """What is asked of us: 请我们讲课, 问我们要, 照用我们的."""
    here, lessons = word_alternatives("home_words"), word_alternatives("lesson_giving")
    return re.compile(
        rf"(?:邀请|请){NO_MARK}{{0,2}}?(?P<here>{here}){NO_MARK}{{0,8}}?(?:{lessons})"
        rf"|(?:问|向|跟|找)(?P<asked>{here}){NO_MARK}{{0,2}}?(?:要|讨|借)了?"
        rf"|(?:照用|照抄|照搬|沿用|套用|学|学着|仿照|照着)(?P<copied>{here})"
        rf"|(?:和|跟|与|同)(?P<like>{here}){NO_MARK}{{0,4}}?(?:一样|一模一样|相同|差不多|如出一辙)"
    )
