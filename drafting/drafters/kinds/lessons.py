"""Drafts of who learned from whom: a verb of learning, a place, and the subject of the lesson."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_of_place
from drafting.drafters.learning.denials import lesson_stance
from drafting.drafters.learning.hints import lessons_and_hints
from drafting.drafters.learning.learners import (
    LETTERS_BEFORE,
    cells_of,
    possible_learners,
    subject_learners,
)
from drafting.drafters.learning.taught_lesson import (
    HOW_VISITED,
    TaughtLesson,
    cell_of,
    parties_near,
)
from drafting.drafts.draft import Band, Draft
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_pattern

KIND = "learned_from"
# How many learners stand among the candidates, and how far away they may be named.
MAX_CANDIDATES, LETTERS_BEHIND = 5, 20


def draft_lessons(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each place that a clause states as a teacher, or hints at.

    Who only inspected or looked (考察, 参观) took part in an event.
    """
    for clause, lesson in lessons_and_hints(article):
        is_lesson = lesson.how != HOW_VISITED or _visitors_learn(article, clause)
        for place in lesson.teachers if is_lesson else ():
            yield from _teacher_drafts(article, clause, lesson, place, drafted_by)


def _visitors_learn(article: Article, clause: Clause) -> bool:
    """Whether a sentence says, from its visit on, that the visitors learned or wanted to."""
    end = max(clause.sentence.end, clause.stretch.end)
    words = word_pattern("learning_visit_words")
    return bool(words.search(article.clean.text, clause.stretch.start, end))


def _teacher_drafts(
    article: Article, clause: Clause, lesson: TaughtLesson, place: RecognisedPlace, drafted_by: str
) -> Iterator[Draft]:
    """The drafts of one teacher; none if nobody else is there to learn.

    A learner that the sentence does not name is a guess.
    """
    teacher = cell_of(article, place)
    teachers = {cell_of(article, party) for party in lesson.teachers}
    named_learners = cells_of(article, lesson.learners) or subject_learners(clause, teachers)
    learners = [cell for cell in possible_learners(article, clause) if cell not in teachers]
    if teacher is None or not (named_learners or learners):
        return
    for learner in named_learners or learners[:1]:
        candidates = dict.fromkeys([learner, *learners])
        yield _learner_draft(article, clause, lesson, place, (teacher, *candidates), drafted_by)


def _learner_draft(
    article: Article,
    clause: Clause,
    lesson: TaughtLesson,
    place: RecognisedPlace,
    parties: tuple[str, ...],
    drafted_by: str,
) -> Draft:
    """The draft of a teacher and of the first learner; the others are candidates."""
    teacher, *learners = parties
    model = model_of_place(article, clause.stretch, place)
    if model and lesson.is_visit and not word_pattern("model_words").search(model):
        model = None  # 来甲县“蹲点” names no model
    cells = {
        "learner": learners[0],
        "teacher": teacher,
        "model": article.thing_cell("reform_model", model) if model else "",
        "how": lesson.how,
        "stance": (lesson.stance or lesson_stance(article, clause)),
    }
    is_named = clause.subject_passage and clause.subject_passage.start >= clause.sentence.start
    return article.draft(
        KIND,
        clause,
        cells,
        drafted_by,
        band=None if is_named and not lesson.is_doubtful else Band.GUESS,
        candidates=(
            ("learner", tuple(learners[:MAX_CANDIDATES])),
            ("teacher", _teachers(article, teacher, place)),
        ),
    )


def _teachers(article: Article, teacher: str, place: RecognisedPlace) -> tuple[str, ...]:
    """The cells of who may have taught: a place, an organisation of its, or who is named near."""
    of_place = article.innermost(place.start, place.end)
    organisations = [
        article.parties.cell(organisation)
        for organisation in article.parties.organisations
        if organisation.start == place.start
    ]
    nearby_parties = parties_near(
        article, Stretch(place.start - LETTERS_BEFORE, place.end + LETTERS_BEHIND)
    )
    return tuple(dict.fromkeys(filter(None, [teacher, of_place, *organisations, *nearby_parties])))[
        :MAX_CANDIDATES
    ]
