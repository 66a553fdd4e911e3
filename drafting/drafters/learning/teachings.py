"""Learners and teachers: by words of learning, of bringing home, of origin and of likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.followers import followers
from drafting.drafters.learning.given_lessons import given_lessons
from drafting.drafters.learning.learners import cells_of, with_called_learners
from drafting.drafters.learning.taken_practices import lessons_before_verb, lessons_brought_home
from drafting.drafters.learning.taught_lesson import (
    HOW_LEARNED,
    NO_MARK,
    PLACE_ANYWHERE,
    PLACE_DIRECTLY_BEHIND,
    TaughtLesson,
    content_pattern,
    doubtful_lesson,
    end_of,
    follows_practice,
    host_mention,
    lesson_verb_rows,
    places_between,
    row_at,
)
from drafting.drafters.learning.visits import visits
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_alternatives, word_pattern, word_table

# How far after the verb the teacher may begin, and after the teacher the lesson's content.
MAX_TEACHER_DISTANCE, MAX_CONTENT_DISTANCE = 14, 18
# A word that may end a verb: 借鉴了.
VERB_ENDING = "[了过着自]?"
# What stands before the one who is taught: 给了乙县很大启发.
RECEIVER_OPENING = re.compile("(?:给了?|令|让|使)$")


def lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons and visits that a clause states, visits first; each place teaches once."""
    taught_starts: set[int] = set()
    readers = (
        given_lessons,
        _spread_lessons,
        visits,
        _lessons_by_verb,
        _lessons_by_frame,
        lessons_brought_home,
        lessons_before_verb,
        followers,
    )
    stated_lessons = (lesson for reader in readers for lesson in reader(article, clause))
    for lesson in (with_called_learners(article, clause, lesson) for lesson in stated_lessons):
        starts = {place.start for place in (*lesson.teachers, *lesson.learners)}
        if taught_starts.isdisjoint(starts):
            taught_starts |= starts
            yield lesson


def _spread_lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A place's practice that came to others: 甲县经验推广到乙县, 甲县的做法在乙县落地."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    home = host_mention(article, clause)
    for match in word_pattern("spread_verbs").finditer(text, start, end):
        places_before = places_between(article, start, match.start())
        destinations = [p for p in places_before if text[p.start - 1] in "在到至向往于"]
        end_of_verb = match.end() + text.startswith("了", match.end())
        learners = row_at(article, end_of_verb) or tuple(destinations[-1:])
        teachers = [
            place
            for place in places_before
            if place not in learners
            if follows_practice(text, place.end, match.start()) or text[place.start - 1] in "由从"
        ]
        has_arrival = word_pattern("reaching_verbs").fullmatch(match[0]) and learners
        if has_arrival and not teachers and home and home.code not in cells_of(article, learners):
            teachers = [home]  # 2018年传到乙县
        if learners and teachers:
            start, end = teachers[-1].start, match.end()
            yield TaughtLesson((teachers[-1],), HOW_LEARNED, start, end, learners)


def _lessons_by_verb(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons by a verb before the teacher: 借鉴甲县经验, 参照甲县、乙县做法."""
    for match in _lesson_verb_pattern().finditer(
        article.clean.text, clause.stretch.start, clause.stretch.end
    ):
        how, direct = lesson_verb_rows()[match["verb"]]
        teacher = _teacher(article, clause, match.end(), direct)
        row = (
            row_at(article, teacher.start if teacher else match.end()) if teacher or direct else ()
        )
        if row and (teacher or row[0].code != clause.party):
            # a verb that other things follow too (采用, 推广) teaches less surely
            is_doubtful = not (teacher and direct)
            yield TaughtLesson(row, how, match.start(), row[-1].end, is_doubtful=is_doubtful)


def _teacher(article: Article, clause: Clause, start: int, direct: str) -> RecognisedPlace | None:
    """The place after the verb, if the lesson's content follows in the clause.

    Close behind some verbs a place teaches, whatever follows; after a few only directly there.
    """
    objects = content_pattern()
    for place in article.places:
        is_behind = start <= place.start < min(start + MAX_TEACHER_DISTANCE, clause.stretch.end)
        if is_behind and place.reason not in NO_SUBJECT:
            is_close = direct and place.start == start
            end = min(place.end + MAX_CONTENT_DISTANCE, clause.stretch.end)
            has_content = direct != PLACE_DIRECTLY_BEHIND and objects.search(
                article.clean.text, place.end, end
            )
            if direct == PLACE_ANYWHERE or is_close or has_content:
                return place
    return None


def _lessons_by_frame(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Teachers between two words or before one: 受甲县启发, 以甲县为师, 甲县做法的翻版."""
    text, end = article.clean.text, clause.stretch.end
    places = places_between(article, clause.stretch.start, end)
    givers = [p for p in places if not RECEIVER_OPENING.search(text, clause.stretch.start, p.start)]
    for place in givers:
        row = row_at(article, place.start) or (place,)
        next_starts = (p.start for p in givers if p.start > place.start and p not in row)
        yield from _row_lessons(article, clause, row, next(next_starts, end))


def _row_lessons(
    article: Article, clause: Clause, row: tuple[RecognisedPlace, ...], limit: int
) -> Iterator[TaughtLesson]:
    """The lessons whose teachers stand in a frame of words that ends before a limit."""
    text, start, row_start = article.clean.text, clause.stretch.start, row[0].start
    for opener, closer, needs_practice in _frames():
        opening = opener.search(text, start, row_start)
        closing = closer.match(text, end_of(article, row[-1]), limit) if opening else None
        if not opening or not closing:
            continue
        if not needs_practice or content_pattern().search(text, start, opening.start()):
            yield doubtful_lesson(row, opening.start(), closing.end())


@cache
def _lesson_verb_pattern() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{word_alternatives('lesson_verbs')}){VERB_ENDING}")


@cache
def _frames() -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    """The words before and after a teacher, and whether a practice is named before."""
    return tuple(
        (
            re.compile(rf"(?:{row['before']}){NO_MARK}{{0,8}}$" if row["before"] else ""),
            re.compile(rf"{NO_MARK}{{0,12}}?(?:{row['behind']})" if row["behind"] else ""),
            bool(row["needs_practice"]),
        )
        for row in word_table("teacher_frames")
    )
