"""Checks are written where a value may be what Neo4j refuses, and nowhere else."""

from __future__ import annotations

import pytest

from graph.stores.cypher.checked_values import with_checks


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        (
            "RETURN p.name[0..n]",
            "RETURN learnedfrom.sliced(p.name)[0..learnedfrom.index(n)]",
        ),
        ("RETURN l[i]", "RETURN l[learnedfrom.index(i)]"),
        ("MATCH (p) WHERE p.x RETURN p", "MATCH (p) WHERE learnedfrom.predicate(p.x) RETURN p"),
        ("RETURN CASE WHEN t THEN 1 END", "RETURN CASE WHEN learnedfrom.predicate(t) THEN 1 END"),
    ],
)
def test_a_value_is_checked(query, sent):
    assert with_checks(query) == sent


@pytest.mark.parametrize(
    "query",
    [
        "RETURN l[0], [1, 2], [x IN l WHERE x > 1]",
        "MATCH (a)-[r]->(b) WHERE a.x = 1 AND b.y IN ['1'] AND (a)-->(b) RETURN r",
        "MATCH (a) WHERE a:Place AND exists((a)-->()) AND EXISTS { (a)-->() } RETURN a",
        "RETURN CASE t WHEN u THEN 1 END",
        "RETURN 'WHERE x', `l[i]` // l[i]",
    ],
)
def test_what_needs_no_check_is_left_as_it_is(query):
    assert with_checks(query) == query
