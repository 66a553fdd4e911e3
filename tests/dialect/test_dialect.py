"""Cypher as analysts write it: the embedded engine answers as Neo4j does, or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.stores.store import Cell, StoreError
from tests.dialect.comparison import REFUSAL, answer, comparable_cell, differences

FOLDER = Path(__file__).parent


def queries(file: str) -> dict[str, str]:
    """The queries of a file by the names in the comments above them."""
    parts = re.split(
        r"^(?://|#) ", (FOLDER / file).read_text(encoding="utf-8"), flags=re.MULTILINE
    )[1:]
    pairs = (part.partition("\n") for part in parts)
    return {name.strip(): query.strip() for name, _, query in pairs}


def expressions() -> dict[str, str]:
    lines = (FOLDER / "expressions.txt").read_text(encoding="utf-8").splitlines()
    return {line: f"RETURN {line} AS x" for line in lines}


def test_the_corpus_is_wide():
    assert len(queries("queries.cypher")) + len(queries("aggregations.cypher")) >= 250
    assert len(expressions()) >= 700


@pytest.mark.parametrize("file", ["queries.cypher", "aggregations.cypher"])
def test_a_query_is_answered_as_neo4j_answers_it(file, real_embedded, real_neo4j):
    assert differences(queries(file), real_embedded, real_neo4j) == []


@pytest.mark.parametrize("file", ["queries.cypher", "aggregations.cypher"])
def test_no_query_of_the_corpus_is_refused(file, real_embedded):
    asked = queries(file)
    assert [name for name, query in asked.items() if answer(real_embedded, query) == REFUSAL] == []


@pytest.mark.parametrize("name", queries("twins.rq"))
def test_a_twin_in_sparql_has_the_same_rows(name, real_embedded, real_sparql):
    cypher = real_embedded.ask(queries("queries.cypher")[name], {})
    sparql = real_sparql.ask(queries("twins.rq")[name], {})
    assert len(cypher.columns) == len(sparql.columns)
    assert sorted_rows(cypher.rows) == sorted_rows(sparql.rows)


def sorted_rows(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    return sorted(repr([comparable_cell(cell, any_order=False) for cell in row]) for row in rows)


def test_an_expression_has_the_value_that_neo4j_gives_it(real_embedded, real_neo4j):
    assert differences(expressions(), real_embedded, real_neo4j) == []


def test_what_the_embedded_engine_reads_otherwise_is_refused_there_and_not_on_neo4j(
    real_embedded, real_neo4j
):
    for name, query in queries("refused.cypher").items():
        assert answer(real_embedded, query) == REFUSAL, name
        assert answer(real_neo4j, query) != REFUSAL, name


def test_what_neo4j_refuses_the_embedded_engine_refuses(real_embedded, real_neo4j):
    for name, query in queries("refused_by_both.cypher").items():
        assert answer(real_neo4j, query) == REFUSAL, name
        assert answer(real_embedded, query) == REFUSAL, name


@pytest.mark.parametrize("name", queries("refused.cypher"))
def test_a_refusal_says_why(name, real_embedded):
    with pytest.raises(StoreError) as told:
        real_embedded.ask(queries("refused.cypher")[name], {})
    assert len(str(told.value)) > 20
