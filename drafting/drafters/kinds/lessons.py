"""Drafts of who learned from whom: a verb of learning, a place, and the subject of the lesson."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_of_place
from drafting.drafters.kinds.visits import TaughtLesson, lessons
from drafting.drafters.parties import NO_SUBJECT
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.recognition.places import RecognisedPlace

KIND = "learned_from"
# How many learners stand among the candidates.
CANDIDATES = 5


def draft_lessons(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each place that a clause states as a teacher."""
    for clause in article.clauses:
        for lesson in lessons(article, clause):
            for place in lesson.teachers:
                yield from _draft(article, clause, lesson, place, drafted_by)


def _draft(
    article: Article, clause: Clause, lesson: TaughtLesson, place: RecognisedPlace, drafted_by: str
) -> Iterator[Draft]:
    """The drafts of one teacher; none if nobody else is there to learn.

    A learner that the sentence does not name is a guess.
    """
    teacher = article.innermost(place.start, place.end)
    teachers = {article.innermost(other.start, other.end) for other in lesson.teachers}
    named = [article.innermost(other.start, other.end) for other in lesson.learners]
    learners = [cell for cell in _learners(article, clause, lesson) if cell not in teachers]
    if teacher is None or not (named or learners):
        return
    for learner in filter(None, named or learners[:1]):
        others = dict.fromkeys([learner, *learners])
        yield _one_draft(article, clause, lesson, place, (teacher, *others), drafted_by)


def _one_draft(
    article: Article,
    clause: Clause,
    lesson: TaughtLesson,
    place: RecognisedPlace,
    parties: tuple[str, ...],
    drafted_by: str,
) -> Draft:
    """The draft of a teacher and of the first learner; the others are candidates."""
    teacher, *learners = parties
    model = model_of_place(article, clause, place)
    cells = {
        "learner": learners[0],
        "teacher": teacher,
        "model": article.thing_cell("reform_model", model) if model else "",
        "how": lesson.how,
        "stance": stance(article, clause),
    }
    is_named = clause.told_at and clause.told_at.start >= clause.sentence.start
    return article.draft(
        KIND,
        clause,
        cells,
        drafted_by,
        band=None if is_named else Band.GUESS,
        candidates=(("learner", tuple(learners[:CANDIDATES])),),
    )


def _learners(article: Article, clause: Clause, lesson: TaughtLesson) -> list[str]:
    """The cells of who may have learned: the subject, who is named before the lesson's words in
    the sentence, and the place of which the article speaks most."""
    parties, start = article.parties, clause.sentence.start
    named = [
        place.code or f"{NEW}{place.written}"
        for place in article.places
        if start <= place.start < lesson.start and place.reason not in NO_SUBJECT
        if parties.row(place)[-1] is place
    ]
    organisations = [
        parties.cell(organisation)
        for organisation in parties.organisations
        if start <= organisation.start < lesson.start
    ]
    cells = [clause.subject or "", clause.party, *named[::-1], *organisations[::-1]]
    return list(dict.fromkeys(filter(None, [*cells, article.main_place])))
