"""What became of a visit or a call to learn, in the next clauses of its paragraph.

甲县去过乙县，回来之后没有下文; 甲县考察了乙县。甲县随后建成风筝社.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.learners import cells_of, possible_learners, subject_learners
from drafting.drafters.learning.model_holders import model_holders
from drafting.drafters.learning.taught_lesson import (
    HOW_LEARNED,
    NO_MARK,
    TaughtLesson,
    cell_of,
    end_of,
    places_between,
)
from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch, line_of
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern
from ontology.schema.enums import Stance

# What a place has that others may take up, behind its name: 甲县的办法, 甲县“风筝”做法.
PRACTICE = f"{NO_MARK}{{0,12}}?"


@dataclass(frozen=True)
class _Occasion:
    """The last visit or call of a paragraph: who may learn, from whom, and in which sentence.

    `is_learned` where its own words say already what was learned.
    """

    learners: tuple[str, ...]
    teachers: tuple[RecognisedPlace, ...]
    sentence: Stretch
    is_learned: bool


def sequels(
    article: Article, stated_lessons: Sequence[tuple[Clause, TaughtLesson]]
) -> Iterator[tuple[Clause, TaughtLesson]]:
    """The lessons that visitors took home or refused, by the lessons and visits of an article."""
    lessons_by_clause: dict[Stretch, list[TaughtLesson]] = {}
    for clause, lesson in stated_lessons:
        lessons_by_clause.setdefault(clause.stretch, []).append(lesson)
    occasion, line = None, None
    told: set[tuple[Stretch, str, str]] = set()
    for clause in article.clauses:
        clause_line = line_of(article.clean.text, clause.stretch)
        occasion = occasion if clause_line == line else None
        line = clause_line
        if call := _call_to_learn(article, clause):
            occasion = call
        elif clause.stretch in lessons_by_clause:
            occasion = _visit_or_lesson(article, clause, lessons_by_clause[clause.stretch])
        elif occasion and (sequel := _sequel(article, clause, occasion)):
            key = (
                clause.sentence,
                sequel.stance or "",
                ",".join(cells_of(article, sequel.learners)),
            )
            if key not in told:
                told.add(key)
                yield clause, sequel


def _visit_or_lesson(
    article: Article, clause: Clause, lessons: Sequence[TaughtLesson]
) -> _Occasion:
    lesson = lessons[0]
    teachers = {cell_of(article, place) for place in lesson.teachers}
    others = [cell for cell in possible_learners(article, clause) if cell not in teachers]
    learners = cells_of(article, lesson.learners) or subject_learners(clause, teachers)
    is_learned = not lesson.is_visit
    return _Occasion(tuple(learners or others[:1]), lesson.teachers, clause.sentence, is_learned)


def _call_to_learn(article: Article, clause: Clause) -> _Occasion | None:
    """A call of a superior to take up a place's practice: 发文推广甲县的办法."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    if not _call_pattern().search(text, start, end):
        return None
    holders = model_holders(article)
    for name in article.quoted_names:
        if start <= name.start < end and name.name in holders:
            return _Occasion((), (holders[name.name],), clause.sentence, is_learned=False)
    for place in reversed(places_between(article, start, end)):
        if _practice_pattern().match(text, end_of(article, place), end):
            return _Occasion((), (place,), clause.sentence, is_learned=False)
    return None


def _sequel(article: Article, clause: Clause, occasion: _Occasion) -> TaughtLesson | None:
    """The lesson that a clause says was refused, or taken home, after an occasion."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    teachers = {cell_of(article, place) for place in occasion.teachers}
    is_named = clause.subject_passage and clause.subject_passage.start >= clause.sentence.start
    subjects = tuple(filter(None, clause.parties)) if is_named else ()
    if teachers & {*subjects, clause.subject}:
        subjects = ()
        if is_named and occasion.sentence != clause.sentence:
            return None
    learners = subjects or occasion.learners
    refusal = _refusal_pattern().search(text, start, end)
    deed = (
        None
        if refusal or occasion.is_learned
        else _words_of_taking_home(text, clause, is_named=bool(subjects))
    )
    if not learners or not (refusal or deed):
        return None
    if deed and occasion.learners and not set(learners) & set(occasion.learners):
        return None
    places = tuple(RecognisedPlace(-1, -1, cell, "", PlaceReason.OF_THE_FACTS) for cell in learners)
    return TaughtLesson(
        occasion.teachers,
        HOW_LEARNED,
        start,
        end,
        places,
        is_doubtful=True,
        stance=Stance.DENIED if refusal else None,
    )


def _words_of_taking_home(text: str, clause: Clause, *, is_named: bool) -> re.Match[str] | None:
    """A deed whose subject the sentence names, or that a word such as 随后 ties to the visit."""
    opening = word_pattern("sequel_words").search(text, clause.sentence.start, clause.stretch.end)
    if not (is_named or opening):
        return None
    return word_pattern("taken_home_verbs").search(text, clause.stretch.start, clause.stretch.end)


@cache
def _refusal_pattern() -> re.Pattern[str]:
    """A practice that was not taken up: 没有照搬, 未予采用, 终因缺人而作罢."""
    words = _refusals()
    verbs, short_verbs = words["verb"], words["short verb"]
    taken = rf"(?:{verbs})|(?:{short_verbs})(?:成|起来|过|上|下去)?(?=[，,。；;！!？?”\n]|$)"
    return re.compile(
        rf"(?<!有)(?!没有?人)(?:{words['denial']}){NO_MARK}{{0,4}}?(?:{taken})|{words['alone']}"
    )


def _refusals() -> Mapping[str, str]:
    parts = ("denial", "verb", "short verb", "alone")
    return {part: alternatives(pairs("refusal_words", "part", part=part)) for part in parts}


@cache
def _call_pattern() -> re.Pattern[str]:
    """A call to spread or to copy: 要求推广, 发文推开."""
    calls, promote = word_alternatives("study_calls"), word_alternatives("promote_verbs")
    return re.compile(f"{promote}|(?:{calls}){NO_MARK}*?(?:照|按|学|对标|参照)")


@cache
def _practice_pattern() -> re.Pattern[str]:
    return re.compile(rf"{PRACTICE}(?:{word_alternatives('lesson_objects')})")
