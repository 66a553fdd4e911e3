"""Learners and teachers: by words of learning, of bringing home, of origin and of likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.followers import followers
from drafting.drafters.learning.given_lessons import given_lessons
from drafting.drafters.learning.learners import cells_of, with_called_learners
from drafting.drafters.learning.taught_lesson import (
    HOW_LEARNED,
    NO_MARK,
    TaughtLesson,
    cell_of,
    doubtful_lesson,
    end_of,
    host_mention,
    places_between,
    row_at,
)
from drafting.drafters.learning.visits import visits
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.words.word_tables import pairs, word_alternatives, word_pattern, word_table

# How far after the verb the teacher may begin, and after the teacher the lesson's content.
MAX_TEACHER_DISTANCE, MAX_CONTENT_DISTANCE = 14, 18
# A word that may end a verb: 借鉴了.
VERB_ENDING = "[了过着自]?"
# Verbs that mean a lesson if the place stands anywhere behind them, or only directly behind.
PLACE_ANYWHERE, PLACE_DIRECTLY_BEHIND = "anywhere", "only"
# How many letters may follow a verb at the end of a clause: 我们都借鉴了过来.
MAX_LETTERS_BEHIND_VERB = 5
# What stands before the one who is taught: 给了乙县很大启发.
RECEIVER_OPENING = re.compile("(?:给了?|令|让|使)$")
# What stands before the one who takes over a practice: 被乙县借鉴, 得到乙县采纳.
TAKER_OPENING = re.compile("(?:[被为由让给]|得到|获得|获)$")
# What stands before the one from whom a practice is taken: 从甲县学来, 跟甲县要来.
GIVER_OPENING = "从自由跟向找问"


def lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons and visits that a clause states, visits first; each place teaches once."""
    taught_starts: set[int] = set()
    readers = (
        given_lessons,
        _spread_lessons,
        visits,
        _lessons_by_verb,
        _lessons_by_frame,
        _lessons_brought_home,
        _lessons_before_verb,
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
            if _practice_of(text, place.end, match.start()) or text[place.start - 1] in "由从"
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
        how, direct = _rows()[match["verb"]]
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
    objects = _content_pattern()
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
        if not needs_practice or _content_pattern().search(text, start, opening.start()):
            yield doubtful_lesson(row, opening.start(), closing.end())


def _lessons_brought_home(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A practice that was taken home or copied: 把甲县的标签搬了过来, 拷走了表格."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    host = host_mention(article, clause)
    for match in _carrying_pattern().finditer(text, start, end):
        places = places_between(article, clause.sentence.start, match.start())
        owners = [p for p in places if _practice_of(text, p.end, match.start())]
        if pairs("carrying_ends", "side")[match["side"]] == "there" and host:
            visitors = [p for p in places if cell_of(article, p) != host.code]
            if clause.party != host.code or visitors:
                yield doubtful_lesson((host,), *match.span(), tuple(visitors[-1:]))
        elif owners := [p for p in owners if cell_of(article, p) != clause.party]:
            yield doubtful_lesson((owners[-1],), owners[-1].start, match.end())


def _lessons_before_verb(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons whose content comes before the verb: 甲县的办法我们都借鉴了, 被乙县借鉴."""
    text, end = article.clean.text, clause.stretch.end
    home = [place for place in [host_mention(article, clause)] if place]
    for match in _last_verb_pattern().finditer(text, clause.stretch.start, end):
        if places_between(article, match.start(), match.end()):
            continue  # 学习甲县经验: the content follows
        direct = _rows()[match["verb"]][1]
        first = clause.sentence.start if direct else clause.stretch.start
        places = places_between(article, first, match.start())
        learners = tuple(
            p for p in places if TAKER_OPENING.search(text, clause.sentence.start, p.start)
        )
        owners = [
            place
            for place in places
            if place not in learners and cell_of(article, place) != clause.party
            if text[place.start - 1] in GIVER_OPENING
            or _practice_of(text, place.end, min(place.end + 4, match.start()))
        ]
        learners = learners or tuple(
            p for p in places if p not in owners and p.start >= clause.stretch.start
        )
        if not owners and learners:
            owners = [p for p in places if p not in learners][-1:] or home
            owners = [p for p in owners if cell_of(article, p) not in cells_of(article, learners)]
        for owner in owners:
            yield doubtful_lesson((owner,), owner.start, match.end(), learners)


def _practice_of(text: str, start: int, end: int) -> bool:
    """Whether a word for a practice follows a place before a position, or what it has (的)."""
    return text.startswith("的", start) or bool(_content_pattern().search(text, start, end))


@cache
def _rows() -> dict[str, tuple[str, str]]:
    how, direct = pairs("lesson_verbs", "how"), pairs("lesson_verbs", "direct")
    return {verb: (how[verb], direct[verb]) for verb in how}


@cache
def _lesson_verb_pattern() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{word_alternatives('lesson_verbs')}){VERB_ENDING}")


@cache
def _last_verb_pattern() -> re.Pattern[str]:
    """A verb of learning that ends its clause."""
    verbs = (
        verb
        for verb, (_, direct) in _rows().items()
        if direct != PLACE_DIRECTLY_BEHIND and len(verb) > 1
    )
    words = "|".join(sorted(verbs, key=len, reverse=True))
    return re.compile(
        rf"(?P<verb>{words})(?:[了过]?{NO_MARK}{{0,{MAX_LETTERS_BEHIND_VERB}}})(?=[，,。；;！!？?\n]|$)"
    )


@cache
def _content_pattern() -> re.Pattern[str]:
    """Words for what one may learn from a place."""
    return re.compile(f"{word_alternatives('lesson_objects')}|{word_alternatives('taught_things')}")


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


@cache
def _carrying_pattern() -> re.Pattern[str]:
    verbs, ends = word_alternatives("carrying_verbs"), word_alternatives("carrying_ends")
    return re.compile(rf"(?:{verbs})了?(?P<side>{ends})")
