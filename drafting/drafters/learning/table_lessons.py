"""Lessons in tables: a row for each learner, with its teacher in another column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import HOW_LEARNED, TaughtLesson, row_at
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.article_tables import ArticleTable
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs, word_pattern
from ontology.schema.enums import Stance


def table_lessons(article: Article) -> Iterator[tuple[Clause, TaughtLesson]]:
    """A lesson for each row of a table whose head names a column of learners and one of teachers.

    A cell such as 未落地 denies it.
    """
    for table in article.tables:
        learner_column = _column(article, table, "learner")
        teacher_column = _column(article, table, "teacher")
        if learner_column is None or teacher_column is None:
            continue
        for cells in table.rows:
            learners = _places(article, cells[learner_column])
            teachers = _places(article, cells[teacher_column])
            line = Stretch(cells[0].start, cells[-1].end)
            clause = next((c for c in article.clauses if c.stretch.overlaps(line)), None)
            if clause and learners and teachers:
                is_denied = word_pattern("table_denials").search(article.text(line))
                stance = Stance.DENIED if is_denied else Stance.STATED
                span = line.start, line.end
                yield clause, TaughtLesson(teachers, HOW_LEARNED, *span, learners, stance=stance)


def _column(article: Article, table: ArticleTable, part: str) -> int | None:
    """The first column whose head names the learners or the teachers."""
    heads = [article.text(cell) for cell in table.head]
    return next((n for n, head in enumerate(heads) if _heads(part).fullmatch(head)), None)


def _places(article: Article, cell: Stretch) -> tuple[RecognisedPlace, ...]:
    return tuple(place for place in row_at(article, cell.start) if place.start < cell.end)


@cache
def _heads(part: str) -> re.Pattern[str]:
    """The head of a column, with a word such as 地区 behind it."""
    words = alternatives(pairs("lesson_columns", "part", part=part))
    return re.compile(rf"(?:{words})(?:地区?|方|县区?|县市|单位|名称)?")
