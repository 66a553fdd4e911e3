"""Aggregations are taken out of what hides them, and nothing else of a query changes."""

from __future__ import annotations

import pytest

from graph.stores.cypher.aggregation_rewrite import hoist_aggregations
from graph.stores.cypher.compatibility import EngineDiffers, for_embedded_engine


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        (
            "MATCH (p) RETURN p.level AS l, max(p.c) IS NULL AS own ORDER BY l",
            "MATCH (p) WITH p.level AS `l`, max(p.c) AS hoisted1 "
            "RETURN `l` AS `l`, hoisted1 IS NULL AS `own` ORDER BY l ",
        ),
        (
            "UNWIND [1] AS x RETURN NOT count(x) > 1, x ORDER BY count(x) DESC LIMIT 2",
            "UNWIND [1] AS x WITH count(x) AS hoisted0, x AS `x` "
            "RETURN NOT hoisted0 > 1 AS `NOT count(x) > 1`, `x` AS `x` "
            "ORDER BY hoisted0 DESC LIMIT 2",
        ),
    ],
)
def test_a_hidden_aggregation_is_named_first(query, sent):
    assert hoist_aggregations(query) == sent


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (p) RETURN p.level AS level, count(*) AS n ORDER BY n DESC",
        "MATCH (p) WITH p, count(*) AS n WHERE NOT n > 3 RETURN p.code",
        "MATCH (p) WHERE NOT p.x IN [1] RETURN count(p) + 1 AS n",
        "MATCH (p) RETURN COUNT { (p)-->() } > 3 AND true AS many",
        "RETURN 'NOT count(*)' AS text // NOT count(*)",
        "MATCH (p) RETURN size(collect(p.x)) AS n",
    ],
)
def test_what_hides_none_is_left_as_it_is(query):
    assert hoist_aggregations(query) == query


@pytest.mark.parametrize(
    "query",
    [
        "RETURN " + "NOT count(*) AND " * 5800 + "true AS x",
        "MATCH (n) " + "WITH n, NOT count(*) AS x " * 3800 + "RETURN 1",
        "RETURN " + ", ".join(f"NOT count({i}) AS a{i}" for i in range(3500)),
    ],
)
def test_a_huge_query_is_refused_and_not_worked_on(query):
    with pytest.raises(EngineDiffers):
        for_embedded_engine(query)
