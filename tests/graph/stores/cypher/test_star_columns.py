"""Columns beside a `*`: sent to the engine before it, and put in Neo4j's order."""

from __future__ import annotations

import pytest

from graph.stores.cypher.star_columns import sorted_star, star_refusal, with_star_alone
from graph.stores.cypher.tokens import CypherText
from graph.stores.store import Answer


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        (
            "MATCH (a) RETURN *, a.x AS x ORDER BY x",
            "MATCH (a) WITH *, a.x AS `x` RETURN * ORDER BY x",
        ),
        (
            "UNWIND [1] AS a RETURN DISTINCT *, a + 1, a LIMIT 2",
            "UNWIND [1] AS a WITH DISTINCT *, a + 1 AS `beside0`, a AS `a` RETURN * LIMIT 2",
        ),
        ("MATCH p=(:X)-->() RETURN *, 1 AS n", "MATCH p=(:X)-->() WITH *, 1 AS `n` RETURN *"),
        ("MATCH (:X) RETURN *, 1 AS n", "MATCH (:X) RETURN *, 1 AS n"),
        ("MATCH (a) RETURN *", "MATCH (a) RETURN *"),
        ("MATCH (a) RETURN a, '*, x'", "MATCH (a) RETURN a, '*, x'"),
    ],
)
def test_other_columns_are_computed_before_the_star(query, sent):
    assert with_star_alone(query) == sent


@pytest.mark.parametrize(
    ("query", "columns", "sorted_columns"),
    [
        ("MATCH (b), (a) RETURN *", ("b", "a"), ("a", "b")),
        ("MATCH (z), (a) RETURN *, z.x AS b", ("z", "a", "b"), ("a", "z", "b")),
        ("MATCH (z), (a) RETURN *, z.x", ("z", "a", "beside0"), ("a", "z", "z.x")),
        ("MATCH (z), (a) RETURN *, z.x AS a", ("z", "a"), ("z", "a")),
        ("MATCH (z) RETURN *, 1 AS `b.c`", ("b·c", "z"), ("z", "b.c")),
    ],
)
def test_the_columns_of_the_star_stand_first_by_name(query, columns, sorted_columns):
    answer = sorted_star(Answer(columns, (columns,)), CypherText(query))
    assert answer.columns == sorted_columns
    assert sorted(answer.rows[0]) == sorted(columns)
    assert len(answer.rows[0]) == len(columns)


@pytest.mark.parametrize(
    ("query", "is_refused"),
    [
        ("MATCH (a) RETURN *, count(*) AS n", True),
        ("MATCH (a) WITH *, collect(a.x) AS l RETURN l", True),
        ("MATCH (a) RETURN *, 1 AS n UNION MATCH (a) RETURN *, 2 AS n", True),
        ("MATCH (a) RETURN *, COUNT { (a)-->() } AS n", False),
        ("MATCH (a) WITH *, a.x AS x RETURN x", False),
    ],
)
def test_what_the_engine_cannot_group_or_order_is_refused(query, is_refused):
    assert (star_refusal(CypherText(query)) is not None) is is_refused
