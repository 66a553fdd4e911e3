"""Each question's worked example gives, on every engine, the rows that a person expects.

The rows in queries/answers/ were first worked out from the tables of facts, not recorded from a
store; where facts have changed since, the rows follow them, and Cypher and SPARQL must agree.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

import pytest

from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import BoltStore, connect
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Answer, Limits
from queries.ask import ask
from queries.catalogue import QUERY_FOLDER, Question, questions
from queries.rendering.formats import text
from tests.servers.neo4j_server import Server

# no answer may be cut, and a server's first plans take their time
LIMITS = Limits(seconds=60, rows=20_000)
ANSWERS = QUERY_FOLDER / "answers"
# No two of our sources contradict each other; tests/queries/test_disputes.py shows it at work.
WITHOUT_ROWS = {"where_sources_disagree"}
ALL_QUESTIONS = list(questions().values())
NAMES = [question.key for question in ALL_QUESTIONS]


def test_every_question_has_expected_rows_and_no_others_are_kept() -> None:
    assert sorted(path.stem for path in ANSWERS.glob("*.csv")) == NAMES


@pytest.mark.parametrize("question", ALL_QUESTIONS, ids=NAMES)
def test_the_example_gives_the_expected_rows_in_cypher(
    question: Question, real_embedded: EmbeddedStore
) -> None:
    answer = ask(question, question.example(), real_embedded, "cypher")
    assert row_counts(answer) == expected(question)


@pytest.mark.parametrize("question", ALL_QUESTIONS, ids=NAMES)
def test_the_example_gives_the_expected_rows_in_sparql(
    question: Question, real_sparql: SparqlStore
) -> None:
    answer = ask(question, question.example(), real_sparql, "sparql")
    assert row_counts(answer) == expected(question)


@pytest.mark.parametrize("question", ALL_QUESTIONS, ids=NAMES)
def test_the_example_gives_the_expected_rows_on_a_real_server(
    question: Question, pushed: BoltStore
) -> None:
    answer = ask(question, question.example(), pushed, "cypher")
    assert row_counts(answer) == expected(question)


@pytest.mark.parametrize("question", ALL_QUESTIONS, ids=NAMES)
def test_the_expected_rows_show_the_question_at_work(question: Question) -> None:
    rows = expected(question)
    assert bool(rows) is (question.key not in WITHOUT_ROWS), "an example without rows shows nothing"
    assert set(rows.values()) <= {1}, "two rows that look alike cannot be told apart"


@pytest.fixture(scope="module")
def pushed(neo4j: Server, real_facts: Facts) -> Iterator[BoltStore]:
    """A server to which the real facts have been pushed."""
    with connect(neo4j.address, neo4j.user, neo4j.password) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        load(driver, None, property_graph(real_facts), lambda *_: None)
    address, name = neo4j.address, real_facts.dataset.name
    store = BoltStore.open(address, neo4j.user, neo4j.password, None, LIMITS, dataset=name)
    yield store
    store.close()


def row_counts(answer: Answer) -> Counter[tuple[str, ...]]:
    """An answer's rows as the expected ones are kept."""
    assert not answer.is_cut
    return Counter(tuple(text(cell) for cell in row) for row in answer.rows)


def expected(question: Question) -> Counter[tuple[str, ...]]:
    """The rows in a question's answers file."""
    path = ANSWERS / f"{question.key}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == [column.key for column in question.columns]
    return Counter(map(tuple, rows))
