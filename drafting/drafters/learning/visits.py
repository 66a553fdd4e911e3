"""Visits: journeys of the subject to a place, and guests of the place that an article is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import (
    HOW_VISITED,
    TaughtLesson,
    cell_of,
    end_of,
    host_mention,
    places_between,
    row_at,
)
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.words.word_tables import pairs, word_alternatives, word_pattern

# How far behind the visited place its verb of learning may stand.
MAX_PURPOSE_DISTANCE = 16
# How much may stand between the visited place and a comma before that verb: 停留半天.
MAX_STAY_LETTERS = 6
# Who goes to a place for this teaches there.
TEACHING = re.compile("指导|坐诊|授课|讲课|讲学|帮扶|支援|带教|巡诊")
# What may stand between a word for going and the place: 去了一趟甲县.
AFTER_MOTION = "[了过趟一]{0,3}"
YES = "yes"
# Words for going that mean a visit if the place ends the clause.
GOING_WORDS, CLAUSE_END = {"到", "去", "转到", "来"}, re.compile("[，,。；;！!？?\n]")
# Letters that make another word of 来: 近来, 回来, 起来.
NO_ARRIVAL_LETTERS = "本近以年回起出过上下看原后将未越带说"


def visits(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """The visits that a clause states, lessons or not."""
    yield from _journeys(article, clause)
    yield from _guests(article, clause)
    yield from _receptions(article, clause)


def _journeys(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Journeys to a place: 赴甲县学习, 到甲县、乙县考察, 绕道甲县.

    The verb of learning stands behind the place, at the head of the next clause, or before the
    word for going. Without one, only words that always mean a visit count.
    """
    text, start = article.clean.text, clause.stretch.start
    for match in _motion_pattern().finditer(text, start, clause.stretch.end):
        row = row_at(article, match.end())
        if not row:
            continue
        row_end = end_of(article, row[-1])
        end = min(clause.sentence.end, row_end + MAX_PURPOSE_DISTANCE)
        how = pairs("motion_words", "how")[match["motion"]]
        is_end = match["motion"] in GOING_WORDS and CLAUSE_END.match(text, row_end)
        if verb := _purpose_pattern().match(text, row_end, end):
            how = "" if TEACHING.search(text, row_end, end) else how
            yield TaughtLesson(row, how, match.start(), verb.end())
        elif how == HOW_VISITED and word_pattern("purpose_verbs").search(text, start, match.end()):
            yield TaughtLesson(row, how, match.start(), row_end, is_doubtful=True)
        elif is_end or pairs("motion_words", "always")[match["motion"]] == YES:
            yield TaughtLesson(row, "", match.start(), row_end)


def _guests(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Guests of the place that the article mentions most: 甲县的同行来过, 前来学习的有甲县."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    match = _arrival_pattern().search(text, start, end)
    host = host_mention(article, clause)
    if not match or host is None:
        return
    other_places = _other_places(article, host, start, end)
    if other_places or host.code not in (clause.subject, clause.party):
        guest_word = word_pattern("guest_words").search(text, start, end)
        is_lesson = guest_word or word_pattern("purpose_verbs").search(text, start, end)
        how = HOW_VISITED if is_lesson else ""
        yield TaughtLesson((host,), how, *match.span(), other_places, is_doubtful=True)


def _receptions(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Guests whom the subject receives: 接待了甲县、乙县的客人."""
    start, end = clause.stretch.start, clause.stretch.end
    subjects = {clause.subject, clause.party} - {""}
    host = next((place for place in article.places if place.code in subjects), None)
    reception = word_pattern("reception_words").search(article.clean.text, start, end)
    if host and reception:
        guests = _other_places(article, host, reception.end(), end)
        if guests:
            span = reception.start(), guests[-1].end
            yield TaughtLesson((host,), HOW_VISITED, *span, guests, is_doubtful=True)


def _other_places(
    article: Article, host: RecognisedPlace, start: int, end: int
) -> tuple[RecognisedPlace, ...]:
    """The places between two positions that are not the host, nor contain it."""
    host_and_containers = {host.code, *article.gazetteer.ancestors(host.code or "")}
    places = places_between(article, start, end)
    return tuple(place for place in places if cell_of(article, place) not in host_and_containers)


@cache
def _motion_pattern() -> re.Pattern[str]:
    return re.compile(f"(?P<motion>{word_alternatives('motion_words')}){AFTER_MOTION}")


@cache
def _purpose_pattern() -> re.Pattern[str]:
    """A verb of learning after a place; a comma may come directly before it."""
    words, adverbs = word_alternatives("purpose_verbs"), word_alternatives("visit_adverbs")
    return re.compile(
        rf"[^，,。；;！!？?\n]*?(?<!不)(?:{words})"
        rf"|[^，,。；;！!？?\n]{{0,{MAX_STAY_LETTERS}}}[，,](?:{adverbs})?(?:{words})"
    )


@cache
def _arrival_pattern() -> re.Pattern[str]:
    """A word for coming here: to learn, of guests, or with 前来 and the like; not 来自, 近年来."""
    guests, purposes = word_alternatives("guest_words"), word_alternatives("purpose_verbs")
    here, arrivals = word_alternatives("here_words"), word_alternatives("arrival_words")
    return re.compile(
        rf"{arrivals}"
        rf"|(?:{guests})[^，,。；;]{{0,8}}?(?<!本)来(?!自|说|看)"
        rf"|(?<![{NO_ARRIVAL_LETTERS}])来(?:{here})?[^，,。；;]{{0,6}}?(?:{purposes})"
    )
