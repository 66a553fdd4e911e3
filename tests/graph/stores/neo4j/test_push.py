"""Loading into a real Neo4j: whole or not at all, only what changed, and nothing of others'."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from neo4j import Record, Transaction

from graph.changes.source_removal import without_source
from graph.formats.sorted_elements import GraphStream
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph, property_graph
from graph.stores.neo4j.push import LoadOutcome, load, load_stream
from graph.stores.neo4j.store import Driver
from graph.stores.store import OtherDataset, StoreError
from ontology.derive.neo4j_constraints import edge_ends
from ontology.schema.kinds import Source
from settings import NEO4J_PASSWORD, NEO4J_USER

FOREIGN_DATA = (
    "CREATE (:Place {code: '350400', note: 'not ours'})-[:LEARNED_FROM {since: 'ever'}]->"
    "(:Thing {code: 'not-ours'})"
)


def loaded(driver: Driver, facts: Facts) -> LoadOutcome:
    return load(driver, None, property_graph(facts), lambda *_: None)


def stored_ids(driver: Driver, dataset: str) -> tuple[set[str], set[str]]:
    """The ids of the nodes and of the edges that a database holds of a dataset."""
    nodes, _, _ = driver.execute_query(
        "MATCH (n:Thing|Statement|Measurement {dataset: $dataset}) "
        "RETURN coalesce(n.code, n.id) AS id",
        dataset=dataset,
    )
    links, _, _ = driver.execute_query(
        "MATCH ()-[r {dataset: $dataset}]->() RETURN r.id AS id", dataset=dataset
    )
    return {row["id"] for row in nodes}, {row["id"] for row in links}


def contents(driver: Driver) -> tuple[list[str], list[str]]:
    """All nodes and edges of a database, whoever wrote them, as sorted text."""
    nodes, _, _ = driver.execute_query(
        "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
    )
    edges, _, _ = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS properties, "
        "coalesce(a.code, a.id) AS start, coalesce(b.code, b.id) AS end"
    )
    return as_text(nodes), as_text(edges)


def as_text(rows: list[Record]) -> list[str]:
    """Rows without the order of labels and properties, which no database keeps."""
    return sorted(
        repr([sorted(map(str, v.items() if isinstance(v, dict) else v)) for v in row.values()])
        for row in rows
    )


def graph_ids(graph: PropertyGraph) -> tuple[set[str], set[str]]:
    return {node.id for node in graph.nodes}, {link.id for link in graph.edges}


def test_a_load_makes_the_database_hold_the_facts(database, small_facts):
    assert loaded(database, small_facts).added_elements["Place"] > 0
    assert stored_ids(database, small_facts.dataset.name) == graph_ids(property_graph(small_facts))


def test_loading_twice_changes_nothing(database, small_facts):
    loaded(database, small_facts)
    assert loaded(database, small_facts).is_empty


def test_a_database_that_lost_its_release_mark_is_compared_and_not_doubled(database, small_facts):
    loaded(database, small_facts)
    database.execute_query("MATCH (r:LearnedFromRelease) REMOVE r.hash")
    assert loaded(database, small_facts).is_empty


def test_a_changed_name_is_changed_in_place(database, small_facts):
    loaded(database, small_facts)
    code, thing = next(iter(small_facts.things.items()))
    renamed = thing.model_copy(update={"name_en": "Elsewhere"})
    changed = replace(small_facts, things={**small_facts.things, code: renamed})
    assert loaded(database, changed) == LoadOutcome({}, {}, {type(thing).__name__: 1})
    rows, _, _ = database.execute_query("MATCH (n:Thing {code: $code}) RETURN n.name_en", code=code)
    assert [row.value() for row in rows] == ["Elsewhere"]


def test_others_data_under_the_same_labels_is_never_touched(database, small_facts):
    database.execute_query(FOREIGN_DATA)
    loaded(database, small_facts)
    loaded(database, without_source(small_facts, small_facts.things_of(Source)[0].code))
    rows, _, _ = database.execute_query(
        "MATCH (a:Place {note: 'not ours'})-[r]->(b) RETURN properties(r) AS r, properties(b) AS b"
    )
    assert [row.data() for row in rows] == [{"r": {"since": "ever"}, "b": {"code": "not-ours"}}]


def test_what_others_hung_on_a_node_that_goes_stops_the_load(database, small_facts):
    loaded(database, small_facts)
    before = stored_ids(database, small_facts.dataset.name)
    database.execute_query("MATCH (s:Statement) CREATE (:Note)-[:REMARKS]->(s)")
    with pytest.raises(StoreError):
        loaded(database, without_source(small_facts, small_facts.things_of(Source)[0].code))
    assert stored_ids(database, small_facts.dataset.name) == before


# What others may do to our nodes and edges, and what a push says that it put right.
DRIFT = {
    "a name changed": (
        "MATCH (n:Thing {code: '11'}) SET n.name_zh = '丙城市'",
        LoadOutcome({}, {}, {"Place": 1}, is_repair=True),
    ),
    "a property removed": (
        "MATCH ()-[r:LEARNED_FROM]->() WITH r ORDER BY r.id LIMIT 1 REMOVE r.statements",
        LoadOutcome({}, {}, {"LEARNED_FROM": 1}, is_repair=True),
    ),
    "a property added": (
        "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 2 SET s.rank = 0.5",
        LoadOutcome({}, {}, {"Statement": 2}, is_repair=True),
    ),
    "an edge deleted": (
        "MATCH ()-[r:ADOPTED]->() WITH r ORDER BY r.id LIMIT 1 DELETE r",
        LoadOutcome({"ADOPTED": 1}, {}, {}, is_repair=True),
    ),
    "an edge doubled": (
        "MATCH (a)-[r:ADOPTED]->(b) WITH a, r, b ORDER BY r.id LIMIT 1 "
        "CREATE (a)-[twin:ADOPTED]->(b) SET twin = properties(r)",
        LoadOutcome({}, {"ADOPTED": 1}, {}, is_repair=True),
    ),
    "an edge led elsewhere": (
        "MATCH (a)-[r:IN]->(b), (c:Source) WHERE c <> b WITH a, r, c ORDER BY r.id LIMIT 1 "
        "CREATE (a)-[other:IN]->(c) SET other = properties(r) DELETE r",
        LoadOutcome({"IN": 1}, {"IN": 1}, {}, is_repair=True),
    ),
    "labels changed": (
        "MATCH (n:Place {code: '11'}) REMOVE n:Thing SET n:`Seen ``twice```",
        LoadOutcome({}, {}, {"Place": 1}, is_repair=True),
    ),
    "a node that claims to be ours": (
        "CREATE (:Place:Thing {dataset: 'nowhere', code: 'zz'})",
        LoadOutcome({}, {"Place": 1}, {}, is_repair=True),
    ),
}


@pytest.mark.parametrize("name", DRIFT)
def test_what_others_changed_is_restored_and_counted(database, small_facts, name):
    loaded(database, small_facts)
    before = contents(database)
    query, counts = DRIFT[name]
    database.execute_query(query)
    assert contents(database) != before
    assert loaded(database, small_facts) == counts
    assert contents(database) == before
    assert loaded(database, small_facts).is_empty


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:Place|Measurement) DETACH DELETE n",
        "MATCH (n:Thing {code: '11'}) SET n.code = 'zz'",
        "MATCH (n:Thing {code: '11'}) REMOVE n.code",
        "MATCH (n:Thing {code: '11'}) SET n.code = [1, 2]",
        "MATCH ()-[r]->() DELETE r",
        "MATCH (n) WHERE n.dataset IS NOT NULL DETACH DELETE n",
    ],
)
def test_whatever_was_deleted_comes_back(database, small_facts, query):
    loaded(database, small_facts)
    before = contents(database)
    database.execute_query(query)
    assert not loaded(database, small_facts).is_empty
    assert contents(database) == before
    assert loaded(database, small_facts).is_empty


def test_a_node_whose_dataset_others_removed_is_theirs_and_its_edges_are_not_doubled(
    database, small_facts
):
    loaded(database, small_facts)
    database.execute_query("MATCH (n:Thing {code: '11'}) REMOVE n.dataset SET n.note = 'ours now'")
    assert loaded(database, small_facts).added_elements["Place"] == 1
    graph = property_graph(small_facts)
    assert stored_ids(database, small_facts.dataset.name) == graph_ids(graph)
    rows, _, _ = database.execute_query("MATCH ()-[r {dataset: 'nowhere'}]->() RETURN r.id AS id")
    assert sorted(row["id"] for row in rows) == [edge.id for edge in graph.edges]
    assert database.execute_query("MATCH (n {note: 'ours now'}) RETURN n.code")[0]


def test_a_load_of_other_facts_is_no_restoration(database, small_facts):
    loaded(database, small_facts)
    without = without_source(small_facts, small_facts.things_of(Source)[0].code)
    assert not loaded(database, without).is_repair


# --- several datasets -----------------------------------------------------------------------


def of_dataset(facts: Facts, base_iri: str) -> Facts:
    """The same facts as a dataset of another base IRI."""
    return replace(facts, dataset=replace(facts.dataset, base_iri=base_iri))


def test_a_dataset_of_the_same_name_with_another_iri_is_never_replaced(database, small_facts):
    loaded(database, small_facts)
    before = contents(database)
    other = of_dataset(small_facts, "https://other.example/reform/nowhere/")
    less = without_source(other, other.things_of(Source)[0].code)
    with pytest.raises(OtherDataset) as refusal:
        loaded(database, less)
    for language in ("zh", "en"):
        text = refusal.value.text(language)
        assert other.dataset.base_iri in text and small_facts.dataset.base_iri in text
    assert contents(database) == before
    assert loaded(database, small_facts).is_empty


def test_a_dataset_of_another_name_stands_beside_the_first(database, small_facts):
    loaded(database, small_facts)
    before = contents(database)
    other = of_dataset(small_facts, "https://example.org/elsewhere/")
    loaded(database, other)
    assert stored_ids(database, "elsewhere") == stored_ids(database, "nowhere")
    assert loaded(database, small_facts).is_empty and loaded(database, other).is_empty
    database.execute_query("MATCH (n {dataset: 'elsewhere'}) DETACH DELETE n")
    assert contents(database) == before


def test_a_load_of_an_earlier_version_gets_its_iri(database, small_facts):
    loaded(database, small_facts)
    before = contents(database)
    database.execute_query("MATCH (r:LearnedFromRelease) REMOVE r.iri")
    assert loaded(database, small_facts).is_empty
    assert contents(database) == before


@pytest.mark.parametrize("number", [0, 1])
def test_withdrawing_a_source_and_adding_it_again_gives_the_same(database, small_facts, number):
    source = small_facts.things_of(Source)[number].code
    without = without_source(small_facts, source)
    loaded(database, small_facts)
    loaded(database, without)
    assert stored_ids(database, small_facts.dataset.name) == graph_ids(property_graph(without))
    loaded(database, small_facts)
    assert stored_ids(database, small_facts.dataset.name) == graph_ids(property_graph(small_facts))


def test_a_load_that_is_killed_leaves_the_old_graph_or_the_new(database, neo4j, small_facts):
    """Killed at ten moments, between a start-up's end and the time that a whole load takes."""
    without = without_source(small_facts, small_facts.things_of(Source)[0].code)
    choices = graph_ids(property_graph(small_facts)), graph_ids(property_graph(without))
    loaded(database, without)
    moments = random.Random(7)
    for _ in range(10):
        child = subprocess.Popen(
            [sys.executable, "cli.py", "push", neo4j.address, "--facts", "tests/small"],
            env={**os.environ, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(1 + moments.random() * 2)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert stored_ids(database, small_facts.dataset.name) in choices
        loaded(database, without)


def test_readers_never_see_half_a_load(database, small_facts):
    """While a load is under way another reader counts the old graph, then the new."""
    name = small_facts.dataset.name
    seen = []

    def look(*_: object) -> None:
        seen.append(stored_ids(database, name))

    load(database, None, property_graph(small_facts), look)
    assert seen
    assert all(nodes == set() and links == set() for nodes, links in seen)


def test_the_ends_of_every_edge_are_found_by_their_labels(small_graph):
    labels = {node.id: node.labels for node in small_graph.nodes}
    for edge in small_graph.edges:
        start, end = edge_ends(edge.type)
        assert start in labels[edge.start] and end in labels[edge.end], edge.type


def test_what_is_sent_in_a_load_is_not_kept_to_its_end(database, small_facts, monkeypatch):
    """The driver keeps the parameters of all queries of a transaction, so their rows are let go."""
    sent = []
    run = Transaction.run

    def recorded_run(transaction, query, parameters=None):
        sent.append((parameters or {}).get("rows"))
        return run(transaction, query, parameters)

    monkeypatch.setattr(Transaction, "run", recorded_run)
    loaded(database, small_facts)
    batches = [rows for rows in sent if rows is not None]
    assert len(batches) > 2 and not any(batches)


def test_a_graph_that_cannot_be_read_to_its_end_leaves_nothing(database, small_facts):
    """Nodes are written while the graph is read: what was written goes with the transaction."""
    graph = property_graph(small_facts)

    def broken_elements():
        yield from graph.nodes
        raise OSError("the disk is full")

    stream = GraphStream(broken_elements(), graph.dataset, graph.iri)
    with pytest.raises(OSError, match="disk is full"):
        load_stream(database, None, stream, lambda *_: None)
    assert contents(database) == ([], [])


def test_progress_ends_at_the_number_of_all_nodes_and_edges(database, small_facts):
    calls = []
    graph = property_graph(small_facts)
    load(database, None, graph, lambda step, done, total: calls.append((done, total)))
    assert calls == sorted(calls)
    assert calls[-1] == (len(graph.nodes) + len(graph.edges),) * 2
