"""Learners and teachers: by words of learning, of bringing home, of origin and of likeness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.followers import followers
from drafting.drafters.learning.taught_lesson import (
    NO_MARKS,
    TaughtLesson,
    cell_of,
    end_of,
    home_mention,
    places_between,
    row_at,
)
from drafting.drafters.learning.visits import visits
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.words.word_tables import pairs, word_alternatives, word_pattern, word_table

# How far after the verb the teacher may begin, and after the teacher the lesson's content.
TEACHER, OBJECT = 14, 18
LEARNED = "learned"
# A word that may end a verb: 借鉴了.
ENDING = "[了过着自]?"
# A verb that means a lesson wherever the place stands behind it; one only if it stands directly
# there.
ANYWHERE, ONLY = "anywhere", "only"
# How many letters may follow a verb at the end of a clause: 我们都借鉴了过来.
REST = 5
# What stands before the one who is taught: 给了乙县很大启发.
RECEIVER = re.compile("(?:给了?|令|让|使)$")
# What stands before the one who takes over a practice: 被乙县借鉴, 得到乙县采纳.
TAKER = re.compile("(?:[被为由让给]|得到|获得|获)$")


def lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons and visits that a clause states, visits first; each place teaches once."""
    taught: set[int] = set()
    readers = (_spread, visits, _by_verb, _by_mark, _brought, _taken_over, followers)
    for lesson in (lesson for reader in readers for lesson in reader(article, clause)):
        starts = {place.start for place in (*lesson.teachers, *lesson.learners)}
        if taught.isdisjoint(starts):
            taught |= starts
            yield lesson


def _spread(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A place's practice that came to others: 甲县经验推广到乙县, 甲县的做法在乙县落地."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    home = home_mention(article)
    for match in word_pattern("spread_verbs").finditer(text, start, end):
        before = places_between(article, start, match.start())
        arrived = [p for p in before if text[p.start - 1] in "在到至向往于"]
        end_of_verb = match.end() + text.startswith("了", match.end())
        learners = row_at(article, end_of_verb) or tuple(arrived[-1:])
        taught = [
            place
            for place in before
            if place not in learners
            if _practice_of(text, place.end, match.start()) or text[place.start - 1] in "由从"
        ]
        reaches = word_pattern("reaching_verbs").fullmatch(match[0]) and learners
        if reaches and not taught and home and home.code not in _cells(article, learners):
            taught = [home]  # 2018年传到乙县
        if learners and taught:
            yield TaughtLesson((taught[-1],), LEARNED, taught[-1].start, match.end(), learners)


def _by_verb(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons by a verb before the teacher: 借鉴甲县经验, 参照甲县、乙县做法."""
    for match in _verbs().finditer(article.clean.text, clause.stretch.start, clause.stretch.end):
        how, direct = _rows()[match["verb"]]
        teacher = _teacher(article, clause, match.end(), direct)
        row = (
            row_at(article, teacher.start if teacher else match.end()) if teacher or direct else ()
        )
        if row and (teacher or row[0].code != clause.party):
            # a verb that other things follow too (采用, 推广) teaches less surely
            doubtful = not (teacher and direct)
            yield TaughtLesson(row, how, match.start(), row[-1].end, is_doubtful=doubtful)


def _teacher(article: Article, clause: Clause, start: int, direct: str) -> RecognisedPlace | None:
    """The place after the verb, if the lesson's content follows in the clause.

    Close behind some verbs a place teaches, whatever follows; after a few only directly there.
    """
    objects = _contents()
    for place in article.places:
        behind = start <= place.start < min(start + TEACHER, clause.stretch.end)
        if behind and place.reason not in NO_SUBJECT:
            is_close = direct and place.start == start
            end = min(place.end + OBJECT, clause.stretch.end)
            has_content = direct != ONLY and objects.search(article.clean.text, place.end, end)
            if direct == ANYWHERE or is_close or has_content:
                return place
    return None


def _by_mark(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Teachers between two words or before one: 受甲县启发, 以甲县为师, 甲县做法的翻版."""
    text, end = article.clean.text, clause.stretch.end
    inside = places_between(article, clause.stretch.start, end)
    givers = [p for p in inside if not RECEIVER.search(text, clause.stretch.start, p.start)]
    for place in givers:
        row = row_at(article, place.start) or (place,)
        others = (p.start for p in givers if p.start > place.start and p not in row)
        yield from _framed(article, clause, row, next(others, end))


def _framed(
    article: Article, clause: Clause, row: tuple[RecognisedPlace, ...], limit: int
) -> Iterator[TaughtLesson]:
    """The lessons whose teachers stand in a frame of words that ends before a limit."""
    text, start, first = article.clean.text, clause.stretch.start, row[0].start
    for opener, closer, needs_practice in _frames():
        before = opener.search(text, start, first)
        behind = closer.match(text, end_of(article, row[-1]), limit) if before else None
        if not before or not behind:
            continue
        if not needs_practice or _contents().search(text, start, before.start()):
            yield TaughtLesson(row, LEARNED, before.start(), behind.end(), is_doubtful=True)


def _brought(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A practice that was taken home or copied: 把甲县的标签搬了过来, 拷走了表格."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    host = home_mention(article)
    for match in _carrying().finditer(text, start, end):
        named = places_between(article, clause.sentence.start, match.start())
        owners = [p for p in named if _practice_of(text, p.end, match.start())]
        if pairs("carrying_ends", "side")[match["side"]] == "there" and host:
            others = [p for p in named if cell_of(article, p) != host.code]
            if clause.party != host.code or others:
                yield TaughtLesson((host,), LEARNED, *match.span(), tuple(others[-1:]), True)
        elif owners := [p for p in owners if cell_of(article, p) != clause.party]:
            yield TaughtLesson((owners[-1],), LEARNED, owners[-1].start, match.end(), (), True)


def _taken_over(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons whose content comes before the verb: 甲县的办法我们都借鉴了, 被乙县借鉴."""
    text, end = article.clean.text, clause.stretch.end
    home = [place for place in [home_mention(article)] if place]
    for match in _last_verb().finditer(text, clause.stretch.start, end):
        named = places_between(article, clause.sentence.start, match.start())
        learners = tuple(p for p in named if TAKER.search(text, clause.sentence.start, p.start))
        owners = [
            place
            for place in named
            if place not in learners and cell_of(article, place) != clause.party
            if _practice_of(text, place.end, min(place.end + 4, match.start()))
        ]
        learners = learners or tuple(
            p for p in named if p not in owners and p.start >= clause.stretch.start
        )
        if not owners and learners:
            owners = [p for p in named if p not in learners][-1:] or home
            owners = [p for p in owners if cell_of(article, p) not in _cells(article, learners)]
        for owner in owners:
            yield TaughtLesson((owner,), LEARNED, owner.start, match.end(), learners, True)


def _cells(article: Article, places: Iterable[RecognisedPlace]) -> set[str | None]:
    return {cell_of(article, place) for place in places}


def _practice_of(text: str, start: int, end: int) -> bool:
    """Whether a word for a practice follows a place before a position, or what it has (的)."""
    return text.startswith("的", start) or bool(_contents().search(text, start, end))


@cache
def _rows() -> dict[str, tuple[str, str]]:
    how, direct = pairs("lesson_verbs", "how"), pairs("lesson_verbs", "direct")
    return {verb: (how[verb], direct[verb]) for verb in how}


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{word_alternatives('lesson_verbs')}){ENDING}")


@cache
def _last_verb() -> re.Pattern[str]:
    """A verb of learning that ends its clause."""
    verbs = (verb for verb, (_, direct) in _rows().items() if direct != ONLY and len(verb) > 1)
    words = "|".join(sorted(verbs, key=len, reverse=True))
    return re.compile(rf"(?:{words})(?:[了过]?{NO_MARKS}{{0,{REST}}})(?=[，,。；;！!？?\n]|$)")


@cache
def _contents() -> re.Pattern[str]:
    """Words for what one may learn from a place."""
    return re.compile(f"{word_alternatives('lesson_objects')}|{word_alternatives('taught_things')}")


@cache
def _frames() -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    """The words before and after a teacher, and whether a practice is named before."""
    return tuple(
        (
            re.compile(rf"(?:{row['before']}){NO_MARKS}{{0,8}}$" if row["before"] else ""),
            re.compile(rf"{NO_MARKS}{{0,12}}?(?:{row['behind']})" if row["behind"] else ""),
            bool(row["needs_practice"]),
        )
        for row in word_table("teacher_frames")
    )


@cache
def _carrying() -> re.Pattern[str]:
    verbs, ends = word_alternatives("carrying_verbs"), word_alternatives("carrying_ends")
    return re.compile(rf"(?:{verbs})了?(?P<side>{ends})")
