"""Whose a named practice is, and who else took it up: 丙县推行甲县的“风筝邮路”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import (
    NO_MARK,
    TaughtLesson,
    cell_of,
    doubtful_lesson,
    places_between,
    row_at,
)
from drafting.recognition.places import RecognisedPlace
from drafting.recognition.quoted_names import QuotedName
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_alternatives, word_pattern

MIN_NAME_LETTERS = 2
# How much may stand between a verb of taking up and the name of a practice.
MAX_LETTERS_BETWEEN = 8


def taken_up_models(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A lesson for each named practice of another place that the subject of a clause takes up.

    Where the clause says in which places, these learned: 在甲县推开“风筝邮路”.
    """
    text, start = article.clean.text, clause.stretch.start
    for name in article.quoted_names:
        holder = model_holders(article).get(name.name)
        if not (start <= name.start < clause.stretch.end and holder and _takes_up(text, name)):
            continue
        learners = _places_of_deed(article, clause, name.start)
        cells = [cell_of(article, place) for place in learners] or list(clause.parties)
        if not any(_is_same_or_whole(article, cell or "", holder) for cell in cells):
            yield doubtful_lesson((holder,), name.start, name.end, learners)


@lru_cache(maxsize=1)
def model_holders(article: Article) -> dict[str, RecognisedPlace]:
    """The first mention of the place whose practice a quoted name is, by the name.

    The name begins with the place, the place stands directly before it, or the subject of a clause
    made or named it: 甲县首创“风筝邮路”.
    """
    holders: dict[str, RecognisedPlace] = {}
    for reader in (_place_of_name, _maker):
        for name in article.quoted_names:
            is_new = len(name.name) >= MIN_NAME_LETTERS and name.name not in holders
            if is_new and (place := reader(article, name)):
                holders[name.name] = place
    return holders


def _place_of_name(article: Article, name: QuotedName) -> RecognisedPlace | None:
    """The place with which a name begins, or directly before it."""
    text = article.clean.text
    end = name.start - text.startswith("的", name.start - 1)
    for place in article.places:
        is_inside = name.start <= place.start <= name.start + 1
        if (is_inside or place.end == end) and place.code and place.reason not in NO_SUBJECT:
            return place
    return None


def _maker(article: Article, name: QuotedName) -> RecognisedPlace | None:
    """A mention of the subject of a clause that made or named a practice."""
    text = article.clean.text
    clause = article.clause_at(name.start)
    if not clause or not word_pattern("making_verbs").search(
        text, clause.stretch.start, name.start
    ):
        return None
    mentions = reversed(places_between(article, 0, name.start))
    return next((place for place in mentions if cell_of(article, place) == clause.party), None)


def _takes_up(text: str, name: QuotedName) -> bool:
    """Whether a verb of taking up stands before a name, or behind one with 把 before it."""
    return bool(
        _taking_pattern().search(text, max(0, name.start - MAX_LETTERS_BETWEEN), name.start)
        or (text[: name.start].endswith(("把", "将")) and _carrying_pattern().match(text, name.end))
    )


def _places_of_deed(article: Article, clause: Clause, end: int) -> tuple[RecognisedPlace, ...]:
    for match in re.finditer("[在于]", article.clean.text[clause.stretch.start : end]):
        if row := row_at(article, clause.stretch.start + match.end()):
            return row
    return ()


def _is_same_or_whole(article: Article, cell: str, holder: RecognisedPlace) -> bool:
    """Whether a party is the holder of a practice, or has or is a part of it."""
    own, ancestors = cell_of(article, holder) or "", article.gazetteer.ancestors
    return not cell or cell == own or cell in ancestors(own) or own in ancestors(cell)


@cache
def _taking_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{word_alternatives('taking_verbs')})[了过起]?{NO_MARK}{{0,3}}[“《]?$")


@cache
def _carrying_pattern() -> re.Pattern[str]:
    """What is done with a practice that 把 puts first: 把“风筝邮路”也搬过去."""
    verbs = f"{word_alternatives('taking_verbs')}|{word_alternatives('carrying_verbs')}"
    return re.compile(rf"[”》]?{NO_MARK}{{0,4}}?(?:{verbs})")
