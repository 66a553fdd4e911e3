"""Drafts of who learned from whom: a verb of learning, a place, and the subject of the lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_of_place
from drafting.drafters.learning.denials import lesson_stance
from drafting.drafters.learning.hints import lessons_and_hints
from drafting.drafters.learning.learners import (
    LETTERS_BEFORE,
    cells_of,
    counted_learners,
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
from drafting.words.word_tables import word_alternatives, word_pattern

KIND = "learned_from"
# How many learners stand among the candidates, and how far away they may be named.
MAX_CANDIDATES, LETTERS_BEHIND = 5, 20


@dataclass(frozen=True)
class _Mention:
    """Where a text states a lesson: its clause, its words, its teacher, who may learn."""

    clause: Clause
    lesson: TaughtLesson
    place: RecognisedPlace
    teacher: str
    learners: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the sentence names the learner, and the words mean a lesson."""
        passage = self.clause.subject_passage
        is_named = passage is not None and passage.start >= self.clause.sentence.start
        return is_named and not self.lesson.is_doubtful


def draft_lessons(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each learner and teacher of a sentence that states or hints at a lesson.

    A sentence often tells one lesson twice, as a visit and as what came of it: the draft's passage
    reaches from the first to the last. Who only inspected or looked (考察, 参观) took part in an
    event.
    """
    mentions_by_pair: dict[tuple[Stretch, str, str], list[_Mention]] = {}
    for mention in _mentions(article):
        is_open = mention.lesson.is_visit or not mention.is_sure
        if is_open and _is_undecided(article, mention.clause):
            continue
        key = (mention.clause.sentence, mention.learners[0], mention.teacher)
        mentions_by_pair.setdefault(key, []).append(mention)
    for mentions in mentions_by_pair.values():
        yield _draft(article, mentions, drafted_by)


def _mentions(article: Article) -> Iterator[_Mention]:
    for clause, lesson in lessons_and_hints(article):
        is_lesson = lesson.how != HOW_VISITED or _visitors_learn(article, clause)
        for place in lesson.teachers if is_lesson else ():
            yield from _lessons_of_teacher(article, clause, lesson, place)


def _is_undecided(article: Article, clause: Clause) -> bool:
    """Whether a sentence says, from a clause on, that it is open whether anybody learns."""
    start, end = clause.stretch.start, max(clause.sentence.end, clause.stretch.end)
    return bool(word_pattern("undecided_words").search(article.clean.text, start, end))


def _visitors_learn(article: Article, clause: Clause) -> bool:
    """Whether a sentence says, from its visit on, that the visitors learned or wanted to."""
    end = max(clause.sentence.end, clause.stretch.end)
    words = word_pattern("learning_visit_words")
    return bool(words.search(article.clean.text, clause.stretch.start, end))


def _lessons_of_teacher(
    article: Article, clause: Clause, lesson: TaughtLesson, place: RecognisedPlace
) -> Iterator[_Mention]:
    """The lessons of one teacher, a learner each; none if nobody else is there to learn.

    A place learns nothing from one that it lies in. A place that calls for the practice of one
    that lies in it, or is not named in the clause, promotes it: it learns if named as a learner.
    """
    teacher = cell_of(article, place)
    teachers = {cell_of(article, party) for party in lesson.teachers}
    named_learners = cells_of(article, lesson.learners) or subject_learners(clause, teachers)
    named_learners = named_learners or counted_learners(article, clause, lesson)
    learners = [cell for cell in possible_learners(article, clause) if cell not in teachers]
    if teacher is None or not (named_learners or learners):
        return
    ancestors = article.gazetteer.ancestors
    is_call = not clause.names_its_party or _call_pattern().search(article.text(clause.stretch))
    is_own_call = is_call and named_learners in ([], [clause.party])
    for learner in named_learners or learners[:1]:
        promotes = is_own_call and learner in ancestors(teacher)
        if not promotes and teacher not in ancestors(learner):
            candidates = tuple(dict.fromkeys([learner, *learners]))
            yield _Mention(clause, lesson, place, teacher, candidates)


@cache
def _call_pattern() -> re.Pattern[str]:
    return re.compile(f"{word_alternatives('study_calls')}|{word_alternatives('promote_verbs')}")


def _draft(article: Article, mentions: Sequence[_Mention], drafted_by: str) -> Draft:
    """The draft of a lesson that a sentence tells once or twice; other learners are candidates.

    What came of a visit says more than the visit.
    """
    outcomes = [mention for mention in mentions if not mention.lesson.is_visit]
    mention = (outcomes or mentions)[-1]
    models = (_model(article, mention) for mention in mentions)
    cells = {
        "learner": mention.learners[0],
        "teacher": mention.teacher,
        "model": next(filter(None, models), ""),
        "how": mention.lesson.how,
        "stance": mention.lesson.stance or lesson_stance(article, mention.clause),
    }
    stretches = [mention.clause.stretch for mention in mentions]
    start, end = min(s.start for s in stretches), max(s.end for s in stretches)
    return article.draft(
        KIND,
        mention.clause,
        cells,
        drafted_by,
        band=None if any(mention.is_sure for mention in mentions) else Band.GUESS,
        candidates=(
            ("learner", mention.learners[:MAX_CANDIDATES]),
            ("teacher", _teachers(article, mention.teacher, mention.place)),
        ),
        stretch=Stretch(start, end),
    )


def _model(article: Article, mention: _Mention) -> str:
    """The cell of the model that a clause names beside its teacher, or "".

    来甲县“蹲点” names no model.
    """
    model = model_of_place(article, mention.clause.stretch, mention.place)
    is_model = not mention.lesson.is_visit or word_pattern("model_words").search(model or "")
    return article.thing_cell("reform_model", model) if model and is_model else ""


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
