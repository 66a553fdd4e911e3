"""Who learned where: verbs of learning before or behind a place, and visits of those who learn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.parties import NO_SUBJECT
from drafting.drafters.subject import Clause
from drafting.recognition.places import RecognisedPlace
from drafting.words.word_tables import pairs, word_alternatives, word_pattern

# How far after the verb the teacher may begin, and after the teacher the lesson's content.
TEACHER, OBJECT = 14, 18
# How far behind the visited place its verb of learning may stand.
PURPOSE = 16
VISITED = "visited"
# A word that may end a verb: 借鉴了.
ENDING = "[了过着自]?"
INSPIRED = "受"
# A verb that means a lesson only if a place stands directly behind it.
ONLY = "only"


@dataclass(frozen=True)
class TaughtLesson:
    """The taught places, how they taught, and the characters from the first word to the last.

    `learners` are empty where the lesson's own words do not name them.
    """

    teachers: tuple[RecognisedPlace, ...]
    how: str
    start: int
    end: int
    learners: tuple[RecognisedPlace, ...] = ()

    @property
    def is_visit(self) -> bool:
        """Whether the learners went to the teachers."""
        return self.how == VISITED


def lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons that a clause states, by visits first; each place teaches once."""
    taught: set[int] = set()
    readers = (_visits, _guests, _spread, _by_verb)
    for lesson in (lesson for reader in readers for lesson in reader(article, clause)):
        starts = {place.start for place in (*lesson.teachers, *lesson.learners)}
        if taught.isdisjoint(starts):
            taught |= starts
            yield lesson


def _visits(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Visits to learn: 赴甲县学习, 到甲县、乙县考察; the verb may begin the next clause."""
    text, sentence = article.clean.text, clause.sentence
    for match in word_pattern("motion_words").finditer(
        text, clause.stretch.start, clause.stretch.end
    ):
        row = _row(article, match.end())
        if row:
            last = article.parties.row(row[-1])[-1]
            verb = _purpose().match(text, last.end, min(sentence.end, last.end + PURPOSE))
            if verb:
                how = pairs("motion_words", "how")[match[0]]
                yield TaughtLesson(row, how, match.start(), verb.end())


def _guests(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Guests of the place that the article speaks of most: 甲县的同行来过, 接待了甲县、乙县."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    host = next((place for place in article.places if place.code == article.main_place), None)
    if host is None:
        return
    if host.code not in (clause.subject, clause.party):
        if match := _coming().search(text, start, end):
            yield TaughtLesson((host,), VISITED, *match.span())
    elif reception := word_pattern("reception_words").search(text, start, end):
        behind = (p for p in article.places if reception.end() <= p.start < end)
        first = next((p for p in behind if p.reason not in NO_SUBJECT), None)
        guests = _row(article, first.start) if first and first.code != host.code else ()
        if guests:
            yield TaughtLesson((host,), VISITED, reception.start(), guests[-1].end, guests)


def _spread(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A place's practice that came to others: 甲县经验推广到乙县, 把甲县的做法搬到乙县."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    for match in word_pattern("spread_verbs").finditer(text, start, end):
        learners = _row(article, match.end())
        before = [p for p in article.places if start <= p.start and p.end <= match.start()]
        taught = [p for p in before if _practice_of(text, p.end, match.start())]
        if learners and taught:
            yield TaughtLesson((taught[-1],), "learned", taught[-1].start, match.end(), learners)


def _by_verb(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons by a verb before the teacher: 借鉴甲县经验, 参照甲县做法."""
    text, end = article.clean.text, clause.stretch.end
    for place in article.places:
        inspired = place.start >= clause.stretch.start and place.end < end
        if inspired and (match := _inspiration().search(text, place.end, end)):
            verb = text.rfind(INSPIRED, clause.stretch.start, place.start)
            if verb >= 0:
                yield TaughtLesson((place,), "learned", verb, match.end())
    for match in _verbs().finditer(text, clause.stretch.start, end):
        how, direct = _rows()[match["verb"]]
        if teacher := _teacher(article, clause, match.end(), direct):
            yield TaughtLesson((teacher,), how, match.start(), teacher.end)


def _teacher(article: Article, clause: Clause, start: int, direct: str) -> RecognisedPlace | None:
    """The place after the verb, if the lesson's content follows in the clause.

    Directly after some verbs a place teaches, whatever follows; after a few only there.
    """
    objects = word_pattern("lesson_objects")
    for place in article.places:
        behind = start <= place.start < min(start + TEACHER, clause.stretch.end)
        if behind and place.reason not in NO_SUBJECT:
            end = min(place.end + OBJECT, clause.stretch.end)
            is_close = place.start == start
            follows = objects.search(article.clean.text, place.end, end)
            if (direct and is_close) or (follows and direct != ONLY):
                return place
    return None


def _row(article: Article, start: int) -> tuple[RecognisedPlace, ...]:
    """The first places of the rows that begin at a position, joined by 、 or the like."""
    row: list[RecognisedPlace] = []
    while place := next((p for p in article.places if p.start == start), None):
        if place.reason in NO_SUBJECT:
            break
        row.append(place)
        end = article.parties.row(place)[-1].end
        joint = word_pattern("joining_words").match(article.clean.text, end)
        start = joint.end() if joint else -1
    return tuple(row)


@cache
def _rows() -> dict[str, tuple[str, str]]:
    how, direct = pairs("lesson_verbs", "how"), pairs("lesson_verbs", "direct")
    return {verb: (how[verb], direct[verb]) for verb in how}


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{word_alternatives('lesson_verbs')}){ENDING}")


@cache
def _purpose() -> re.Pattern[str]:
    """A verb of learning behind a place; a comma may stand directly before it."""
    words = word_alternatives("purpose_verbs")
    return re.compile(rf"[^，,。；;！!？?\n]*?(?<!不)(?:{words})|[，,](?:{words})")


def _practice_of(text: str, start: int, end: int) -> bool:
    """Whether a word for a practice follows a place before a position."""
    return bool(word_pattern("lesson_objects").search(text, start, end))


@cache
def _coming() -> re.Pattern[str]:
    """Guests and, close behind, a word for coming, or coming to learn; not 来自."""
    guests, purposes = word_alternatives("guest_words"), word_alternatives("purpose_verbs")
    return re.compile(
        rf"(?:{guests})[^，,。；;]{{0,8}}?(?<!本)来(?!自|说|看)"
        rf"|(?<![本近以年])来[^，,。；;]{{0,6}}?(?:{purposes})"
    )


@cache
def _inspiration() -> re.Pattern[str]:
    return re.compile("[^，,。；;]{0,8}?(?:启发|启示)")
