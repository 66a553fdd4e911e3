"""The embedded Cypher store: it answers, and can neither write, read files nor run for ever."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.formats.sorted_elements import stream_of
from graph.model.property_graph import property_graph
from graph.stores.embedded import process
from graph.stores.embedded.spooled_graph import SpooledGraph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import (
    BadQuery,
    Limits,
    QueryRefused,
    QueryTooLong,
    StoreError,
    StoreUnreachable,
)
from tests.servers.processes import has_ended, is_running
from tests.servers.retried_question import ask_until_answered

SECONDS = 3
# Half a minute of work that ends by itself also where nothing stops it. It holds one number only.
LONG = (
    "UNWIND range(1, 4) AS i MATCH (a), (b), (c)"
    " WHERE a.x <> b.y OR c.z <> b.w OR a.code < c.code RETURN max(a.code + b.code + c.code)"
)
NAMES = "MATCH (p:Place) RETURN p.name_en AS name ORDER BY name"


@pytest.fixture(scope="module")
def store(small_graph, stores) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore.open(small_graph, Limits(seconds=SECONDS, rows=5), stores)
    yield opened
    opened.close()


def count(store: EmbeddedStore) -> object:
    return store.ask("MATCH (n) RETURN count(n) AS n", {}).rows[0][0]


def test_it_holds_every_node_and_every_edge(store, small_graph):
    assert count(store) == len(small_graph.nodes) + 1  # the release, as in Neo4j
    edges = store.ask("MATCH ()-[r]->() RETURN count(r) AS n", {}).rows[0][0]
    assert edges == len(small_graph.edges)


def test_an_analysts_first_guess_at_a_pattern_works(store):
    query = """MATCH (a:Place)-[r:LEARNED_FROM]->(b:Place {name_en: 'Cedar'})
      RETURN a.name_en AS learner, r.how AS how, r.when AS when, r.stance AS stance"""
    answer = store.ask(query, {})
    assert answer.columns == ("learner", "how", "when", "stance")
    assert answer.rows == (("Dogwood", "learned", "2005-06/2006", "stated"),)


def test_parallel_edges_stay_apart(store):
    query = """MATCH (:Place {code: '12'})-[r:LEARNED_FROM]->(:Place {code: '11'})
      RETURN r.how AS how ORDER BY how"""
    assert store.ask(query, {}).rows == (("learned",), ("visited",))


def test_every_edge_shows_its_evidence(store):
    query = """MATCH (:Place {code: '22'})-[r:LEARNED_FROM]->() UNWIND r.statements AS id
      MATCH (s:Statement {id: id})-[:IN]->(source:Source)
      RETURN source.code AS source, s.start AS start, s.`end` AS stop"""
    assert store.ask(query, {}).rows == (("north-daily", 146, 168),)


def test_nodes_edges_and_paths_come_as_plain_data(store):
    query = "MATCH p = (:Place {code: '22'})-[:LEARNED_FROM]->(b) RETURN b, p, [1, null] AS l"
    ((node, path, parts),) = store.ask(query, {}).rows
    assert node["name_en"] == "Cedar" and node["labels"] == ["Place", "Thing"]
    assert [step.get("type", "node") for step in path] == ["node", "LEARNED_FROM", "node"]
    assert parts == [1, None]


def test_more_rows_than_the_limit_are_cut_and_said_so(store):
    answer = store.ask(NAMES, {})
    assert (len(answer.rows), answer.is_cut) == (5, True)
    assert store.ask(NAMES + " LIMIT 5", {}).is_cut is False


def test_a_parameter_is_a_value_and_never_query(store):
    query = "MATCH (p:Place {code: $code}) RETURN p.name_en AS name"
    assert store.ask(query, {"code": "11"}).rows == (("Alder",),)
    before = count(store)
    for value in ("'}) DETACH DELETE p //", '" } INSERT', "11' OR 1=1", "\\"):
        assert store.ask(query, {"code": value}).rows == ()
    assert count(store) == before


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Place {code: 'x'})",
        "CREATE (n:New) RETURN n",
        "MERGE (n:Place {code: 'zz'}) RETURN n",
        "MATCH (n:Place) SET n.name_en = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MATCH ()-[r]->() DELETE r",
        "MATCH (n:Place) REMOVE n.name_en",
        "FOREACH (x IN [1] | CREATE (:New))",
        "CREATE INDEX FOR (n:Place) ON (n.level)",
        "DROP CONSTRAINT place_code",
        "CALL { CREATE (n:New) } RETURN 1",
        "EXPLAIN CREATE (n:New)",
        "PROFILE CREATE (n:New)",
    ],
)
def test_nothing_is_written(store, query):
    before = count(store)
    with pytest.raises((QueryRefused, BadQuery)):
        store.ask(query, {})
    assert count(store) == before > 0


@pytest.mark.parametrize("query", ["CREATE (n:New)", "MATCH (n) DETACH DELETE n"])
def test_a_write_is_told_as_refused_and_not_as_bad_grammar(store, query):
    with pytest.raises(QueryRefused, match="read only"):
        store.ask(query, {})


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "/etc/passwd", "http://127.0.0.1:1/x", "https://127.0.0.1:1/x"],
)
def test_no_file_and_no_address_is_read(store, address):
    with pytest.raises((QueryRefused, BadQuery)):
        store.ask(f"LOAD CSV FROM '{address}' AS line RETURN line", {})


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("MATCH (n RETURN n", "line 1"),
        ("MATCH (n) RETRUN n", "RETRUN"),
        ("hello", "hello"),
        ("RETURN nobody", "nobody"),
        ("RETURN shout('x')", "shout"),
        ("MATCH (n) RETURN n; MATCH (m) RETURN m", ";"),
        ("RETURN $missing AS x", "missing"),
        ("", "empty"),
    ],
)
def test_a_query_that_is_none_is_told_with_what_is_wrong(store, query, told):
    with pytest.raises(BadQuery) as error:
        store.ask(query, {})
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("RETURN NOT count(*) > 3 AS few, nobody AS x", "'nobody' not defined"),
        ("MATCH (p:Place) RETURN NOT count(*) > 3 AS few, p.code + nobody AS x", "nobody"),
        ("MATCH (p:Place) WHERE exists((p)-->()) RETURN nobody", "nobody"),
        ("MATCH (p:Place) RETURN NOT count(p.) > 3 AS few", "line 1:35"),
        ("MATCH (p:Place) RETURN NOT count(*) > 3 AS few, p.code AS few", "'few' is defined more"),
        ("RETURN NOT count(*) > $limit AS few", "limit"),
        ("RETURN NOT count(*) > 3 AS few, 1 / 0 AS x", "by zero"),
    ],
)
def test_an_error_beside_a_hidden_aggregation_is_that_of_the_asked_query(store, query, told):
    with pytest.raises(BadQuery) as error:
        store.ask(query, {})
    assert told in str(error.value)


def test_a_query_that_only_the_rewrite_breaks_is_refused_with_the_way_round(store):
    with pytest.raises(QueryRefused, match="name it first"):
        store.ask("MATCH (p:Place) RETURN p.code, NOT count(*) > 3 AS few ORDER BY p.level", {})


@pytest.mark.timed
def test_a_long_query_is_stopped_in_time_and_the_store_answers_afterwards(store):
    begun = time.monotonic()
    with pytest.raises(QueryTooLong):
        store.ask(LONG, {})
    assert time.monotonic() - begun < SECONDS + 3
    assert ask_until_answered(lambda: count(store))


def test_one_readers_long_question_holds_up_nobody(small_graph, stores):
    """Others are answered while it is still at work."""
    store = EmbeddedStore.open(small_graph, Limits(seconds=20), stores)
    ended = threading.Event()

    def long() -> None:
        with contextlib.suppress(StoreError):  # it is ended with the store
            store.ask(LONG, {})
        ended.set()

    asker = threading.Thread(target=long)
    asker.start()
    time.sleep(1)
    assert store.ask("RETURN 1 AS x", {}).rows == ((1,),)
    assert not ended.is_set()
    store.close()
    asker.join()


def test_two_stores_serve_side_by_side(store, real_embedded):
    query = "MATCH (p:Place) RETURN count(p) AS n"
    assert store.ask(query, {}) != real_embedded.ask(query, {})


def test_a_store_is_opened_again_from_its_cache(store, small_graph, stores):
    before = {path: path.stat().st_mtime_ns for path in stores.rglob("*.bucket")}
    unread = replace(stream_of(small_graph), elements=(pytest.fail("read") for _ in range(1)))
    for graph in (small_graph, unread):  # with its key known, the graph need not be read again
        again = EmbeddedStore.open(graph, Limits(), stores, content_key="the small graph")
        assert count(again) == count(store)
        again.close()
    assert {path: path.stat().st_mtime_ns for path in stores.rglob("*.bucket")} == before


def test_a_build_that_broke_off_is_never_served(small_facts, tmp_path):
    """A half-built database lies aside; the whole one is built anew and then served."""
    graph = property_graph(small_facts)
    first = EmbeddedStore.open(graph, Limits(), tmp_path)
    wanted = count(first)
    first.close()
    (whole,) = tmp_path.iterdir()
    part = whole.with_name(f"{whole.name}.12345.part")
    whole.rename(part)
    for path in sorted(part.rglob("*.bucket"))[::2]:
        path.unlink()
    again = EmbeddedStore.open(graph, Limits(), tmp_path)
    assert count(again) == wanted
    again.close()
    assert whole.is_dir()


def test_other_facts_are_another_database(small_graph, tmp_path, store):
    fewer = replace(small_graph, nodes=small_graph.nodes[:3], edges=())
    other = EmbeddedStore.open(fewer, Limits(), tmp_path)
    assert count(other) == 3 + 1 != count(store)  # and the release
    other.close()


def test_an_engine_that_does_not_start_is_told(small_graph, tmp_path):
    """The cache folder is a file, so nothing can be built in it."""
    blocked = tmp_path / "cache"
    blocked.write_text("")
    with pytest.raises(StoreUnreachable):
        EmbeddedStore.open(small_graph, Limits(), blocked)


PARENT = """
import sys
from pathlib import Path
from graph.stores.embedded.store import EmbeddedStore
from graph.model.property_graph import property_graph
from loaders.facts.facts_folder import read_facts
store = EmbeddedStore.open(property_graph(read_facts(Path("tests/small"))), cache=Path(sys.argv[1]))
engine = store._engines.current
print(engine.process.pid, engine.scratch.name, flush=True)
sys.stdin.read()
"""


def test_the_child_ends_with_its_parent_and_leaves_no_scratch(root, stores, store):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(stores)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        first, scratch = parent.stdout.readline().split(maxsplit=1)
        child = int(first)
        assert is_running(child) and Path(scratch.strip()).is_dir()
        parent.kill()
    assert has_ended(child)
    assert not Path(scratch.strip()).exists()


def test_closing_leaves_no_child_and_no_scratch(small_graph, stores):
    opened = EmbeddedStore.open(small_graph, Limits(), stores)
    child, scratch = opened._engines.current.process, Path(opened._engines.current.scratch.name)
    opened.close()
    with pytest.raises(StoreUnreachable, match="closed"):
        count(opened)
    assert child.poll() is not None
    assert not scratch.exists()


def test_closing_ends_an_engine_that_is_still_starting(small_graph, stores, monkeypatch):
    children, start = [], process._start

    def start_and_note(*words):
        children.append(start(*words))
        return children[-1]

    monkeypatch.setattr(process, "_start", start_and_note)
    opened = EmbeddedStore.open(small_graph, Limits(), stores, spare=True)
    while len(children) < 2:
        time.sleep(0.01)
    opened.close()
    assert all(child.poll() is not None for child in children)


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("abs(-9223372036854775808)", "Neo4j 5.26 gives the integer itself, 2026.08 refuses"),
        ("-9223372036854775808 / -1", "Neo4j gives the smallest integer itself"),
        ("9223372036854775807 + 1", "does not fit into an integer of 64 bits"),
    ],
)
def test_a_number_beyond_64_bits_is_refused_with_its_reason(store, expression, reason):
    with pytest.raises(StoreError, match=reason) as refusal:
        store.ask(f"RETURN {expression} AS x", {})
    assert "64 位" in refusal.value.text("zh")


def test_a_build_that_is_broken_off_leaves_no_database(root, small_graph, tmp_path):
    """Its parent ended before the last part, as by a kill: half a graph is never served."""
    cache = tmp_path / "cache"
    with SpooledGraph(stream_of(small_graph)) as graph:
        order = {"folder": str(cache / "facts"), "schema": {**graph.schema, "indexes": []}}
        lines = [json.dumps(order), *(part.decode().strip() for _, part in graph.parts())]
    build = subprocess.run(
        [sys.executable, "-m", "graph.stores.embedded.build"],
        cwd=tmp_path,  # the engine leaves its logs where it stands
        env={**os.environ, "PYTHONPATH": str(root)},
        input="\n".join(lines[:-1]) + "\n",
        capture_output=True,
        text=True,
    )
    assert build.returncode != 0
    assert list(cache.iterdir()) == []
