"""Guesses at lessons: a word that hints at learning, and another party that its passage names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from drafting.drafters.article import Article
from drafting.drafters.learning.model_holders import taken_up_models
from drafting.drafters.learning.sequels import sequels
from drafting.drafters.learning.table_lessons import table_lessons
from drafting.drafters.learning.taught_lesson import (
    HOW_VISITED,
    TaughtLesson,
    cell_of,
    home_mention,
    host_mention,
    places_between,
)
from drafting.drafters.learning.teachings import lessons
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch, line_of
from drafting.words.word_tables import pairs, word_pattern

YES = "yes"
# How many letters of its paragraph before a sentence may name the other party.
LETTERS_BEFORE_SENTENCE = 60


@lru_cache(maxsize=1)
def lessons_and_hints(article: Article) -> tuple[tuple[Clause, TaughtLesson], ...]:
    """Each lesson of an article with its clause, and one for each hint that no lesson explains.

    Computed once for an article: the drafters of lessons and of events both need them.
    """
    return tuple(_lessons_and_hints(article))


def _lessons_and_hints(article: Article) -> Iterator[tuple[Clause, TaughtLesson]]:
    """The same, one after the other.

    A visit that no word calls a lesson is one in a paragraph that speaks of learning.
    """
    stated_lessons = _stated_lessons(article)
    stated_lessons += sequels(article, stated_lessons)
    teachers = {
        (clause.sentence, cell_of(article, teacher))
        for clause, lesson in stated_lessons
        for teacher in lesson.teachers
        if lesson.how
    }
    clauses_with_lessons = {clause.stretch for clause, lesson in stated_lessons if lesson.how}
    for clause, lesson in stated_lessons:
        if lesson.how:
            yield clause, lesson
        elif _paragraph_teaches(article, clause):
            clauses_with_lessons.add(clause.stretch)
            yield clause, replace(lesson, how=HOW_VISITED, is_doubtful=True)
    for clause in article.clauses:
        home = clause.speaker_place or article.home_place
        hint = None if clause.stretch in clauses_with_lessons else _hint(article, clause)
        teacher = cell_of(article, hint.teachers[0]) if hint else None
        sentence_teachers = {cell for sentence, cell in teachers if sentence == clause.sentence}
        is_stated = bool(sentence_teachers) if teacher == home else teacher in sentence_teachers
        if hint and not is_stated:
            teachers.add((clause.sentence, teacher))
            yield clause, hint


def _stated_lessons(article: Article) -> list[tuple[Clause, TaughtLesson]]:
    """The lessons and visits of the tables and of each clause, and the named practices taken up."""
    stated_lessons = list(table_lessons(article))
    clauses_of_rows = {clause.stretch for clause, _ in stated_lessons}
    for clause in article.clauses:
        if clause.stretch not in clauses_of_rows:
            clause_lessons = list(lessons(article, clause))
            if not any(lesson.how for lesson in clause_lessons):
                clause_lessons += taken_up_models(article, clause)
            stated_lessons += ((clause, lesson) for lesson in clause_lessons)
    return stated_lessons


def _hint(article: Article, clause: Clause) -> TaughtLesson | None:
    """The lesson that a word of a clause hints at; the nearest other party before it taught.

    A clause whose subject is another place hints at a lesson of the article's own place, or of the
    subject if our own people stand before the word: 甲县的办法我们都用上了.
    """
    text, home = article.clean.text, home_mention(article, clause)
    word = word_pattern("learning_hints").search(text, clause.stretch.start, clause.stretch.end)
    if not word or not home:
        return None
    is_strong = pairs("learning_hints", "alone")[word[0]] == YES
    teacher = _other_party(article, clause, home, is_strong=is_strong)
    passage = Stretch(clause.sentence.start, clause.stretch.end)
    if teacher is None and (is_strong or _names_home(article, passage, home)):
        other_subject = _other_subject(article, clause, home)
        names_own_people = other_subject and _names_home(
            article, Stretch(other_subject.end, word.start()), home
        )
        teacher = other_subject if names_own_people else home if other_subject else None
    how = pairs("learning_hints", "how")[word[0]]
    return TaughtLesson((teacher,), how, *word.span(), is_doubtful=True) if teacher else None


def _other_party(
    article: Article, clause: Clause, home: RecognisedPlace, *, is_strong: bool
) -> RecognisedPlace | None:
    """The last party that is neither the subject nor the article's own, nor lies in either.

    It stands in the clause, or before it in its sentence. Beside a strong word another subject
    learned from the place of its section, and that place from who is named shortly before.
    """
    text, start = article.clean.text, clause.stretch.start
    own_parties = {home.code or "", clause.party, clause.subject or ""}
    passages = [Stretch(start, clause.stretch.end), Stretch(clause.sentence.start, start)]
    if place := _last_outside(article, passages, own_parties):
        return place
    host = host_mention(article, clause)
    if not is_strong or (host and _other_subject(article, clause, host)):
        return host if is_strong else None
    paragraph = text.rfind("\n", 0, start) + 1
    start_before = max(paragraph, clause.sentence.start - LETTERS_BEFORE_SENTENCE)
    return _last_outside(article, [Stretch(start_before, clause.sentence.start)], own_parties)


def _last_outside(
    article: Article, passages: Sequence[Stretch], parties: set[str]
) -> RecognisedPlace | None:
    """The last place that lies outside of all parties, in the first passage that names one."""
    for passage in passages:
        for place in reversed(places_between(article, passage.start, passage.end)):
            if _lies_outside(article, place, parties):
                return place
    return None


def _lies_outside(article: Article, place: RecognisedPlace, parties: set[str]) -> bool:
    """Whether neither of two places, one of them any of the parties, lies in the other."""
    cell, ancestors = cell_of(article, place) or "", article.gazetteer.ancestors
    inner = article.innermost(place.start, place.end) or ""
    return bool(cell) and not any(
        cell == party or party == inner or party in ancestors(inner) or inner in ancestors(party)
        for party in parties
        if party
    )


def _other_subject(
    article: Article, clause: Clause, home: RecognisedPlace
) -> RecognisedPlace | None:
    """The last mention of a clause's subject, if it is apart from the article's own place."""
    own_parties = {home.code or "", article.parties.home_party} - {""}
    for place in reversed(places_between(article, clause.sentence.start, clause.stretch.end)):
        is_subject = cell_of(article, place) in {clause.party, clause.subject}
        if is_subject and _lies_outside(article, place, own_parties):
            return place
    return None


def _names_home(article: Article, stretch: Stretch, home: RecognisedPlace) -> bool:
    """Whether a stretch names the article's own place or party, or says 我县."""
    own_parties = {home.code, article.parties.home_party}
    places = places_between(article, stretch.start, stretch.end)
    here_word = word_pattern("here_words").search(article.clean.text, stretch.start, stretch.end)
    return bool(here_word) or any(cell_of(article, place) in own_parties for place in places)


def _paragraph_teaches(article: Article, clause: Clause) -> bool:
    """Whether a paragraph has, anywhere, a word that hints at learning."""
    line = article.text(line_of(article.clean.text, clause.stretch))
    return any(word in line for word in pairs("learning_hints", "how", alone=YES))
