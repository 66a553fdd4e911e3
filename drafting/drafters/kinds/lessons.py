"""Drafts of who learned from whom: a verb of learning, a place, and the subject of the lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_of_place
from drafting.drafters.subject import NO_SUBJECT, Clause
from drafting.drafts.draft import Draft
from drafting.recognition.places import RecognisedPlace
from drafting.words.word_tables import alternatives, pairs, word_pattern

KIND = "learned_from"
# How far after the verb the teacher may begin, and after the teacher the lesson's content.
TEACHER, OBJECT = 14, 18


def draft_lessons(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause that states learning of a place's experience or model."""
    verbs = pairs("lesson_verbs", "how")
    pattern = re.compile(alternatives(verbs))
    for clause in article.clauses:
        text = article.clean.text[clause.stretch.start : clause.stretch.end]
        for match in pattern.finditer(text):
            place = _teacher(article, clause, clause.stretch.start + match.end())
            teacher = article.innermost(place.start, place.end) if place else None
            if place and teacher is not None and teacher != clause.subject:
                model = model_of_place(article, clause, place)
                cells = {
                    "learner": clause.subject or "",
                    "teacher": teacher,
                    "model": article.thing_cell("reform_model", model) if model else "",
                    "how": verbs[match[0]],
                    "stance": "stated",
                }
                yield article.draft(KIND, clause, cells, drafted_by)


def _teacher(article: Article, clause: Clause, start: int) -> RecognisedPlace | None:
    """The place after the verb, if the lesson's content follows in the clause."""
    objects = word_pattern("lesson_objects")
    for place in article.places:
        behind = start <= place.start < min(start + TEACHER, clause.stretch.end)
        end = min(place.end + OBJECT, clause.stretch.end)
        if (
            behind
            and place.reason not in NO_SUBJECT
            and objects.search(article.clean.text, place.end, end)
        ):
            return place
    return None
