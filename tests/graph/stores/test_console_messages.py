"""What both engines say of queries that get no answer, and of answers that are cut."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import BadQuery, Limits, QueryRefused, QueryTooLong, Store

LIMITS = Limits(seconds=4, cell_bytes=1000, answer_bytes=20_000)
# Each ends by itself in half a minute or so.
LONG_CYPHER = (
    "UNWIND range(1, 4) AS i MATCH (a), (b), (c)"
    " WHERE a.x <> b.y OR c.z <> b.w OR a.code < c.code RETURN max(a.code + b.code + c.code)"
)
LONG_SPARQL = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c ."
    ' FILTER(CONTAINS(CONCAT(STR(?s), STR(?a)), "no such words")) }'
)


@pytest.fixture(scope="module")
def cypher(small_graph, stores) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore.open(small_graph, LIMITS, stores, spare=True)
    until = time.monotonic() + 60
    while opened._engines._ready is None and time.monotonic() < until:
        time.sleep(0.1)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sparql(small_facts) -> Iterator[SparqlStore]:
    opened = SparqlStore(small_facts, LIMITS, spare=True)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "empty"),
        (" // nothing\n", "empty"),
        ("SELECT ?s { ?s ?p ?o }", "SPARQL"),
        ("MATCH\u200b (n) RETURN n", r"U\+200B"),
        ("RETURN \udcff", "broken"),
    ],
)
def test_a_query_that_cypher_cannot_read_is_told_why(cypher, query, told):
    with pytest.raises(BadQuery, match=told):
        cypher.ask(query, {})


@pytest.mark.parametrize(
    "query", ["CREATE (", "MERGE (", "MATCH (n) CREATE (m) RETURN n", "MATCH (n) SET n.x = 1"]
)
def test_a_write_is_read_only_and_no_unknown_function(cypher, query):
    with pytest.raises(QueryRefused, match="read only") as refusal:
        cypher.ask(query, {})
    assert "只能读" in refusal.value.text("zh")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "empty"),
        ("MATCH (n) RETURN n", "Cypher"),
        ("SELECT\u200b ?s { ?s ?p ?o }", r"U\+200B"),
        ("ASK { \udcff }", "broken"),
    ],
)
def test_a_query_that_sparql_cannot_read_is_told_why(sparql, query, told):
    with pytest.raises(BadQuery, match=told):
        sparql.ask(query, {})


def test_a_long_cell_and_a_large_answer_are_cut_visibly(cypher, sparql):
    text = "reduce(s = 'x', i IN range(1, 12) | s + s)"
    answer = cypher.ask(f"UNWIND range(1, 100) AS i RETURN {text} AS x", {})
    assert answer.is_cut and answer.is_shortened and len(answer.rows) < 30
    assert answer.rows[0][0] == "x" * 1000 + "… (4.1 kB)"
    answer = sparql.ask(f'SELECT ("{"x" * 4096}" AS ?x) {{}}', {})
    assert answer.is_shortened and answer.rows[0][0].endswith("… (4.1 kB)")


@pytest.mark.parametrize(("engine", "long"), [("cypher", LONG_CYPHER), ("sparql", LONG_SPARQL)])
def test_a_small_question_beside_six_long_ones_is_answered_soon(engine, long, request):
    """The long ones get a sentence in time, though the small ones are asked all the while."""
    store: Store = request.getfixturevalue(engine)
    small = "RETURN 1 AS x" if engine == "cypher" else "ASK {}"
    overdue: list[float] = []

    def ask_long() -> None:
        begun = time.monotonic()
        try:
            store.ask(long, {})
        except QueryTooLong as error:
            assert "4 s" in error.text("en") and "4 秒" in error.text("zh")
            overdue.append(time.monotonic() - begun)

    threads = [threading.Thread(target=ask_long) for _ in range(6)]
    for asker in threads:
        asker.start()
    time.sleep(0.5)
    times: list[float] = []
    while any(asker.is_alive() for asker in threads) or len(times) < 20:
        begun = time.monotonic()
        store.ask(small, {})
        times.append(time.monotonic() - begun)
        time.sleep(0.05)
    assert sorted(times)[int(len(times) * 0.95)] < 1
    assert all(took < LIMITS.seconds + 1.5 for took in overdue)
