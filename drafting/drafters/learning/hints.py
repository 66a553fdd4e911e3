"""Guesses at lessons: a word that hints at learning, and another party that its passage names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import (
    VISITED,
    TaughtLesson,
    cell_of,
    home_mention,
    places_between,
)
from drafting.drafters.learning.teachings import lessons
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch, line_of
from drafting.words.word_tables import pairs, word_pattern

YES = "yes"
# How many letters of its paragraph before a sentence may name the other party.
BEFORE = 60


def lessons_and_hints(article: Article) -> Iterator[tuple[Clause, TaughtLesson]]:
    """Each lesson of an article with its clause, and one for each hint that no lesson explains.

    A visit that no word calls a lesson is one in a paragraph that speaks of learning.
    """
    stated = [(clause, lesson) for clause in article.clauses for lesson in lessons(article, clause)]
    taught = {
        (clause.sentence, cell_of(article, teacher))
        for clause, lesson in stated
        for teacher in lesson.teachers
        if lesson.how
    }
    clauses_with_lessons = {clause.stretch for clause, lesson in stated if lesson.how}
    for clause, lesson in stated:
        if lesson.how:
            yield clause, lesson
        elif _paragraph_teaches(article, clause):
            clauses_with_lessons.add(clause.stretch)
            yield clause, replace(lesson, how=VISITED, is_doubtful=True)
    home = article.home_place
    for clause in article.clauses:
        hint = None if clause.stretch in clauses_with_lessons else _hint(article, clause)
        teacher = cell_of(article, hint.teachers[0]) if hint else None
        of_sentence = {cell for sentence, cell in taught if sentence == clause.sentence}
        is_stated = bool(of_sentence) if teacher == home else teacher in of_sentence
        if hint and not is_stated:
            taught.add((clause.sentence, teacher))
            yield clause, hint


def _hint(article: Article, clause: Clause) -> TaughtLesson | None:
    """The lesson that a word of a clause hints at; the nearest other party before it taught.

    A clause whose subject is another place hints at a lesson of the article's own place, or of the
    subject if our own people stand before the word: 甲县的办法我们都用上了.
    """
    text, home = article.clean.text, home_mention(article)
    word = word_pattern("learning_hints").search(text, clause.stretch.start, clause.stretch.end)
    if not word or not home:
        return None
    is_strong = pairs("learning_hints", "alone")[word[0]] == YES
    teacher = _other(article, clause, home, is_strong)
    before = Stretch(clause.sentence.start, clause.stretch.end)
    if teacher is None and (is_strong or _names(article, before, home)):
        others = _subject_of_others(article, clause, home)
        ours = others and _names(article, Stretch(others.end, word.start()), home)
        teacher = others if ours else home if others else None
    how = pairs("learning_hints", "how")[word[0]]
    return TaughtLesson((teacher,), how, *word.span(), (), True) if teacher else None


def _other(
    article: Article, clause: Clause, home: RecognisedPlace, is_strong: bool
) -> RecognisedPlace | None:
    """The last party that is neither the subject nor the article's own, nor lies in either.

    It stands in the clause, before it in its sentence, or shortly before that beside a strong word.
    """
    text, start = article.clean.text, clause.stretch.start
    paragraph = text.rfind("\n", 0, start) + 1
    reaches = [Stretch(start, clause.stretch.end), Stretch(clause.sentence.start, start)]
    if is_strong:
        before = max(paragraph, clause.sentence.start - BEFORE)
        reaches.append(Stretch(before, clause.sentence.start))
    for reach in reaches:
        for place in reversed(places_between(article, reach.start, reach.end)):
            if _is_apart(article, place, {home.code or "", clause.party, clause.subject or ""}):
                return place
    return None


def _is_apart(article: Article, place: RecognisedPlace, parties: set[str]) -> bool:
    """Whether neither of two places, one of them any of the parties, lies in the other."""
    cell, ancestors = cell_of(article, place) or "", article.gazetteer.ancestors
    inner = article.innermost(place.start, place.end) or ""
    return bool(cell) and not any(
        cell == party or party == inner or party in ancestors(inner) or inner in ancestors(party)
        for party in parties
        if party
    )


def _subject_of_others(
    article: Article, clause: Clause, home: RecognisedPlace
) -> RecognisedPlace | None:
    """The last mention of a clause's subject, if it is apart from the article's own place."""
    own = {home.code or "", article.parties.home_party} - {""}
    for place in reversed(places_between(article, clause.sentence.start, clause.stretch.end)):
        is_subject = cell_of(article, place) in {clause.party, clause.subject}
        if is_subject and _is_apart(article, place, own):
            return place
    return None


def _names(article: Article, stretch: Stretch, home: RecognisedPlace) -> bool:
    """Whether a stretch names the article's own place or party, or says 我县."""
    own = {home.code, article.parties.home_party}
    named = places_between(article, stretch.start, stretch.end)
    here = word_pattern("here_words").search(article.clean.text, stretch.start, stretch.end)
    return bool(here) or any(cell_of(article, place) in own for place in named)


def _paragraph_teaches(article: Article, clause: Clause) -> bool:
    """Whether a paragraph has, anywhere, a word that hints at learning."""
    line = article.text(line_of(article.clean.text, clause.stretch))
    return any(word in line for word in pairs("learning_hints", "how", alone=YES))
