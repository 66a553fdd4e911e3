"""Custom queries: their parameters, the header that makes a question, and the schema."""

from __future__ import annotations

import pytest

from graph.stores.store import Answer
from queries.catalogue import ColumnType, questions
from queries.custom_queries.custom_question import custom_question, parameter_names, split_header
from queries.custom_queries.query_schema import query_schema
from queries.custom_queries.question_header import question_file, question_header

CYPHER = "MATCH (p:Place {code: $place, dataset: $dataset}) RETURN p.code AS place, '$x' AS text"


def test_a_parameter_of_the_catalogues_name_is_the_catalogues():
    assert parameter_names(CYPHER, "cypher") == ("place",)
    (parameter,) = custom_question(CYPHER, "cypher").parameters
    assert "Place" in parameter.type and parameter.name.en
    sparql = 'SELECT ?x { VALUES ?mechanism { "lending" } ?x skos:notation ?mechanism }'
    assert [one.key for one in custom_question(sparql, "sparql").parameters] == ["mechanism"]
    assert custom_question("RETURN $nobody_knows", "cypher").parameters == ()


def test_comments_in_words_are_no_header_and_a_half_written_one_is_no_fault():
    text = "// who learned?\nRETURN 1"
    assert split_header(text, "cypher") == ({}, text)
    half = '// [parameters.place]\n// type = ["Place"]\nMATCH (p {code: $place}) RETURN p'
    assert [one.key for one in custom_question(half, "cypher").parameters] == ["place"]


@pytest.mark.parametrize("language", ["cypher", "sparql"])
@pytest.mark.parametrize("key", ["compare_places", "possible_on_a_day"])
def test_a_question_opened_as_a_query_keeps_its_parameters_and_columns(key, language):
    question = questions()[key]
    opened = custom_question(question_file(question, language), language)
    assert opened.parameters == question.parameters
    assert opened.columns == question.columns
    assert opened.title == question.title


def test_an_answer_gives_the_header_that_makes_its_query_a_question(small_facts):
    answer = Answer(("place", "count", "p.when", "learner"), (("11", 2, "2004-05", "11"),))
    header = question_header(small_facts, custom_question(CYPHER, "cypher"), answer, "cypher")
    read = custom_question(f"{header}\n\n{CYPHER}", "cypher")
    types = {column.key: column.type for column in read.columns}
    assert types == {
        "place": ColumnType.THING,
        "count": ColumnType.NUMBER,
        "p.when": ColumnType.DATE,
        "learner": ColumnType.THING,
    }
    assert read.parameters == custom_question(CYPHER, "cypher").parameters


def test_the_schema_counts_what_the_graph_has(small_facts, small_graph):
    schema = query_schema(small_facts, small_graph, "en")
    labels = {term["name"]: term for term in schema["labels"]}
    assert labels["Place"]["count"] == sum("Place" in node.labels for node in small_graph.nodes)
    assert "name_zh" in labels["Place"]["properties"] and labels["Place"]["example"]
    assert {"LEARNED_FROM", "ADOPTED"} <= {term["name"] for term in schema["types"]}
    assert "lf:Place" in {term["name"] for term in schema["classes"]}
    assert "skos:notation" in {term["name"] for term in schema["predicates"]}
    assert ["11", "Place"] in [[thing[0], thing[4]] for thing in schema["things"]]
