"""Each question's worked example gives, on every engine, the rows that a person expects.

The rows in queries/answers/ were worked out from the tables of facts, not recorded from a store.
"""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from graph.embedded import EmbeddedStore
from graph.sparql import SparqlStore
from graph.store import Answer
from queries.ask import ask
from queries.catalogue import FOLDER, Question, questions
from queries.formats import text

ANSWERS = FOLDER / "answers"
ALL = list(questions().values())
NAMES = [question.key for question in ALL]


def test_every_question_has_expected_rows_and_no_others_are_kept() -> None:
    assert sorted(path.stem for path in ANSWERS.glob("*.csv")) == NAMES


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_the_example_gives_the_expected_rows_in_cypher(
    question: Question, real_embedded: EmbeddedStore
) -> None:
    answer = ask(question, question.example(), real_embedded, "cypher")
    assert written(answer) == expected(question)


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_the_example_gives_the_expected_rows_in_sparql(
    question: Question, real_sparql: SparqlStore
) -> None:
    answer = ask(question, question.example(), real_sparql, "sparql")
    assert written(answer) == expected(question)


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_the_expected_rows_show_the_question_at_work(question: Question) -> None:
    rows = expected(question)
    assert rows, "an example without rows shows nothing"
    assert set(rows.values()) == {1}, "two rows that look alike cannot be told apart"


def written(answer: Answer) -> Counter[tuple[str, ...]]:
    """An answer's rows as the expected ones are kept."""
    assert not answer.cut
    return Counter(tuple(text(cell) for cell in row) for row in answer.rows)


def expected(question: Question) -> Counter[tuple[str, ...]]:
    """The rows in a question's answers file."""
    path = ANSWERS / f"{question.key}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == [column.key for column in question.columns]
    return Counter(map(tuple, rows))
