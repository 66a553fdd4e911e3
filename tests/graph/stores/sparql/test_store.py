"""The SPARQL store: it answers, and can neither write, read files, reach out nor run for ever."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from graph.stores.sparql.pool import MAX_PROCESSES
from graph.stores.sparql.store import SparqlStore, bind_parameters, calls_service
from graph.stores.store import (
    BadQuery,
    Limits,
    QueryRefused,
    QueryTooLong,
    StoreError,
    StoreUnreachable,
)
from tests.servers.processes import has_ended, is_running

ALL_TRIPLES = "SELECT * WHERE { ?s ?p ?o }"
# Some seconds of work, which ends by itself also where nothing stops it.
LONG = """SELECT (COUNT(*) AS ?n)
  WHERE { VALUES ?v { 1 2 3 4 5 6 } ?a ?b ?c . ?d ?e ?f FILTER(?c != ?f) }"""
# It needs some hundred megabytes, and gets fewer.
LARGE = "SELECT DISTINCT * WHERE { ?a ?b ?c . ?d a ?f } ORDER BY ?c ?f"
SECONDS = 2
SHORT_LIMITS = Limits(seconds=0.3)
FEW_MEGABYTES = 60


@pytest.fixture(scope="module")
def store(small_facts) -> Iterator[SparqlStore]:
    opened = SparqlStore(small_facts, Limits(seconds=SECONDS, rows=5))
    yield opened
    opened.close()


def answers(store: SparqlStore) -> bool:
    return store.ask("ASK { ?s ?p ?o }", {}).rows == ((True,),)


def test_a_question_is_answered_over_all_graphs(store):
    query = 'SELECT ?name WHERE { ?p skos:notation "11" ; skos:prefLabel ?name } ORDER BY ?name'
    answer = store.ask(query, {})
    assert answer.columns == ("name",)
    assert sorted(answer.rows) == [("Alder",), ("甲城市",)]
    assert not answer.is_cut


def test_values_come_as_plain_data(store):
    query = """SELECT ?whole ?broken ?yes ?day ?none
      { BIND(3 AS ?whole) BIND(4.20 AS ?broken) BIND(1 = 1 AS ?yes)
        BIND("2001-01-01"^^xsd:date AS ?day) }"""
    assert store.ask(query, {}).rows == ((3, 4.2, True, "2001-01-01", None),)


def test_more_rows_than_the_limit_are_cut_and_said_so(store):
    answer = store.ask(ALL_TRIPLES, {})
    assert (len(answer.rows), answer.is_cut) == (5, True)
    assert store.ask(ALL_TRIPLES + " LIMIT 5", {}).is_cut is False


def test_a_description_is_cut_too(store):
    answer = store.ask("CONSTRUCT WHERE { ?s ?p ?o }", {})
    assert answer.columns == ("subject", "predicate", "object")
    assert (len(answer.rows), answer.is_cut) == (5, True)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "DROP ALL",
        "CREATE GRAPH <a:a>",
        "ASK { ?s ?p ?o } ; CLEAR ALL",
    ],
)
def test_nothing_is_written(store, query):
    before = count(store)
    with pytest.raises((BadQuery, QueryRefused)):
        store.ask(query, {})
    assert count(store) == before > 0


def count(store: SparqlStore) -> object:
    return store.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", {}).rows[0][0]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SeRvIcE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * {SERVICE<http://127.0.0.1:1/>{?s ?p ?o}}",
        "SELECT * { BIND(<http://127.0.0.1:1/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { S\\U00000045RVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { # nothing\nSERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\"" . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }',
        "SELECT * { ?s ?p '''a'b''' . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p <a:#> . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p \\u0027#\\u0027 . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_no_other_server_is_asked_however_it_is_spelled(store, query):
    with pytest.raises(QueryRefused):
        store.ask(query, {})
    assert answers(store)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x { BIND("SERVICE" AS ?x) }',
        "SELECT ?x { BIND('a SERVICE of ours' AS ?x) }",
        'SELECT ?x { BIND("""one\nSERVICE""" AS ?x) }',
        "SELECT ?x { # SERVICE\n BIND(1 AS ?x) }",
        "SELECT ?service { BIND(1 AS ?service) }",
        "PREFIX service: <a:b> SELECT ?x { BIND(1 AS ?x) }",
        "SELECT ?x { BIND(<http://example.org/SERVICE> AS ?x) }",
    ],
)
def test_the_word_itself_is_allowed_where_it_is_no_keyword(store, query):
    assert not calls_service(query)
    assert len(store.ask(query, {}).rows) == 1


@pytest.mark.timed
def test_a_long_query_is_stopped_in_time_and_the_store_answers_afterwards(small_facts):
    store = SparqlStore(small_facts, SHORT_LIMITS)
    begun = time.monotonic()
    with pytest.raises(QueryTooLong):
        store.ask(LONG, {})
    assert time.monotonic() - begun < SHORT_LIMITS.seconds + 2
    assert answers(store)
    store.close()


def test_a_query_that_needs_more_memory_than_it_may_take_is_refused(small_facts):
    store = SparqlStore(small_facts, Limits(seconds=60, megabytes=FEW_MEGABYTES))
    with pytest.raises(QueryRefused, match="memory"):
        store.ask(LARGE, {})
    assert answers(store)
    store.close()


@pytest.mark.parametrize("clause", ["FROM <file:///etc/passwd>", "FROM NAMED <file:///etc/hosts>"])
def test_no_file_is_opened(store, clause):
    """The engine passes over what it has no graph of, or refuses."""
    try:
        answer = store.ask(f"SELECT ?s {clause} {{ ?s ?p ?o }}", {})
    except StoreError:
        return
    assert all(str(row[0]).startswith("https://example.org/nowhere/") for row in answer.rows)


def test_a_query_that_is_none_says_where(store):
    with pytest.raises(BadQuery) as error:
        store.ask("SELECT ?s WHERE { ?s ?p }", {})
    assert "1:" in str(error.value) or "expected" in str(error.value)


ONE_CODE = 'SELECT ?code WHERE { VALUES ?code { "11" } ?s skos:notation ?code }'


def test_a_parameter_takes_the_place_of_its_example(store):
    assert store.ask(ONE_CODE, {}).rows == (("11",),)
    assert store.ask(ONE_CODE, {"code": "12"}).rows == (("12",),)
    assert "VALUES ?code { UNDEF }" in bind_parameters(ONE_CODE, {"code": None})
    assert "VALUES ?n { 3 }" in bind_parameters("SELECT * { VALUES ?n { 5 } }", {"n": 3}).replace(
        '"3"^^<http://www.w3.org/2001/XMLSchema#integer>', "3"
    )


@pytest.mark.parametrize(
    "value",
    [
        '" } INSERT DATA { <a:a> <a:b> <a:c> } #',
        '11" } ?s ?p ?o . { "',
        '11\n"',
        "\\",
        "\\1\\g<0>",
        "\\u0022 } SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } #",
        "' OR 1=1",
        "}",
    ],
)
def test_no_value_of_a_parameter_leaves_its_quotes(store, value):
    before = count(store)
    assert store.ask(ONE_CODE, {"code": value}).rows == ()
    assert count(store) == before


def test_a_parameter_that_the_query_does_not_have_is_told(store):
    with pytest.raises(BadQuery):
        store.ask(ONE_CODE, {"place": "11"})


def test_two_who_ask_at_once_each_get_their_own_answer(store):
    got: dict[int, object] = {}

    def ask(number: int) -> None:
        got[number] = store.ask(f"SELECT ?x {{ BIND({number} AS ?x) }}", {}).rows

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {number: ((number,),) for number in range(8)}


def test_one_readers_long_question_holds_up_nobody(small_facts):
    """Others are answered while it is still at work, and when it has been ended."""
    store = SparqlStore(small_facts, Limits(seconds=1))
    ended = threading.Event()

    def long() -> None:
        with pytest.raises(QueryTooLong):
            store.ask(LONG, {})
        ended.set()

    asker = threading.Thread(target=long)
    asker.start()
    while not store._pool.busy:
        time.sleep(0.01)
    assert answers(store) and not ended.is_set()
    asker.join()
    assert ended.is_set() and answers(store)
    store.close()


def test_a_room_that_asks_long_questions_gets_all_its_refusals(small_facts):
    """More at once than there are children: each waits for its turn, and the store answers on."""
    store = SparqlStore(small_facts, SHORT_LIMITS)
    told: list[str] = []

    def long() -> None:
        with pytest.raises(QueryTooLong) as error:
            store.ask(LONG, {})
        told.append(str(error.value))

    threads = [threading.Thread(target=long) for _ in range(MAX_PROCESSES + 2)]
    for asker in threads:
        asker.start()
    for asker in threads:
        asker.join()
    assert len(told) == len(threads) and answers(store)
    assert store._pool.size <= MAX_PROCESSES
    store.close()


def test_a_closed_store_says_so(small_facts):
    store = SparqlStore(small_facts)
    (child,) = store._pool.idle
    store.close()
    assert not child.runs
    with pytest.raises(StoreUnreachable):
        store.ask("ASK {}", {})


def test_closing_ends_a_child_that_is_still_starting(small_facts, monkeypatch):
    children: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def start_and_note(*words, **names):
        children.append(popen(*words, **names))
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", start_and_note)
    store = SparqlStore(small_facts, spare=True)
    assert answers(store)  # a spare child starts beside the question
    while len(children) < 2:
        time.sleep(0.01)
    store.close()
    assert all(child.poll() is not None for child in children)


PARENT = """
import sys
from pathlib import Path
from graph.stores.sparql.store import SparqlStore
from loaders.facts.facts_folder import read_facts
store = SparqlStore(read_facts(Path("tests/small")))
print(store._pool.idle[0].process.pid, flush=True)
sys.stdin.read()
"""


def test_the_child_ends_with_its_parent(root):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
    assert has_ended(child)
