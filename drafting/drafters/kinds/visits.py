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


@dataclass(frozen=True)
class TaughtLesson:
    """The taught places, how they taught, and the characters from the first word to the last."""

    teachers: tuple[RecognisedPlace, ...]
    how: str
    start: int
    end: int

    @property
    def is_visit(self) -> bool:
        """Whether the learners went to the teachers."""
        return self.how == VISITED


def lessons(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The lessons that a clause states, by visits first; each place teaches once."""
    taught: set[int] = set()
    for lesson in (*_visits(article, clause), *_by_verb(article, clause)):
        starts = {place.start for place in lesson.teachers}
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
                yield TaughtLesson(row, VISITED, match.start(), verb.end())


def _by_verb(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons by a verb before the teacher: 借鉴甲县经验, 参照甲县做法."""
    text = article.clean.text
    for match in _verbs().finditer(text, clause.stretch.start, clause.stretch.end):
        how, direct = _rows()[match["verb"]]
        place = _teacher(article, clause, match.end(), direct=bool(direct))
        if place:
            yield TaughtLesson((place,), how, match.start(), place.end)


def _teacher(
    article: Article, clause: Clause, start: int, *, direct: bool
) -> RecognisedPlace | None:
    """The place after the verb, if the lesson's content follows in the clause.

    Directly after some verbs a place teaches, whatever follows.
    """
    objects = word_pattern("lesson_objects")
    for place in article.places:
        behind = start <= place.start < min(start + TEACHER, clause.stretch.end)
        if behind and place.reason not in NO_SUBJECT:
            end = min(place.end + OBJECT, clause.stretch.end)
            is_close = direct and place.start == start
            if is_close or objects.search(article.clean.text, place.end, end):
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
