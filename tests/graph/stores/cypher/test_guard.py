"""The guard of Cypher queries: what it refuses, and that it says why in both languages."""

from __future__ import annotations

import pytest

from graph.stores.cypher.compatibility import EngineDiffers, for_embedded_engine
from graph.stores.cypher.guard import (
    MAX_CHARACTERS,
    MAX_NESTING,
    QueryForbidden,
    check_plan,
    check_query,
)
from graph.stores.store import BadQuery, QueryRefused


@pytest.mark.parametrize(
    ("query", "zh", "en"),
    [
        ("RETURN " + "x" * MAX_CHARACTERS, "100000 个字符", "100000 characters"),
        ("RETURN " + "(" * (MAX_NESTING + 1), "100 层", "100 levels"),
        ("CREATE (n) RETURN n", "只能读", "read only"),
        ("LOAD CSV FROM 'x' AS line RETURN line", "只能读", "read only"),
        ("MATCH (n) LOAD CSV FROM 'x' AS line RETURN line", "读取文件", "reads files"),
        ("CALL apoc.util.sleep(1)", "过程 apoc.util.sleep", "procedure apoc.util.sleep"),
        ("RETURN `apoc`.text.join([], '') AS x", "函数 apoc.text.join", "function apoc.text.join"),
    ],
)
def test_a_refusal_says_why_in_both_languages(query, zh, en):
    with pytest.raises(QueryForbidden) as refusal:
        check_query(query)
    assert zh in refusal.value.text("zh") and en in refusal.value.text("en")
    assert str(refusal.value) == refusal.value.text("en")


def test_a_text_that_is_no_query_is_no_refusal():
    with pytest.raises(BadQuery) as error:
        check_query("hello")
    assert "hello" in error.value.text("zh") and "hello" in error.value.text("en")


@pytest.mark.parametrize(
    ("kind", "plan", "zh", "en"),
    [
        ("rw", {}, "写入", "plan writes"),
        ("r", {"operatorType": "LoadCSV@neo4j"}, "LoadCSV", "may not use the step LoadCSV"),
        (
            "r",
            {
                "children": [
                    {"operatorType": "ProcedureCall", "args": {"Details": "db.info() :: x"}}
                ]
            },
            "ProcedureCall db.info",
            "may not use the step ProcedureCall db.info",
        ),
    ],
)
def test_a_plan_that_reaches_out_of_the_graph_is_refused_in_both_languages(kind, plan, zh, en):
    with pytest.raises(QueryRefused) as refusal:
        check_plan(kind, plan)
    assert zh in refusal.value.text("zh") and en in refusal.value.text("en")


def test_what_the_embedded_engine_reads_otherwise_is_refused_in_both_languages():
    with pytest.raises(EngineDiffers) as refusal:
        for_embedded_engine("RETURN {a: 1} < {a: 2} AS x")
    assert "映射" in refusal.value.text("zh") and "maps" in refusal.value.text("en")


def test_the_words_of_an_engine_are_the_same_in_both_languages():
    error = BadQuery("Variable 'nobody' not defined")
    assert error.text("zh") == error.text("en") == str(error) == "Variable 'nobody' not defined"
